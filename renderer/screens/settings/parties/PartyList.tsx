import { Button } from '@mantine/core';
import { IconAddressBook, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PartyShown } from '../../../../services/contract/parties.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/parties.json';
import { DataTable, EmptyState, ErrorState, Inspector, SearchField, type DataColumn } from '../../../ui/index.ts';
import { ArchiveButton } from './ArchiveButton.tsx';
import { draftOf, newParty } from './party-draft.ts';
import { PartyForm } from './PartyForm.tsx';

/** Every party of the book; one opens for its form. */
export function PartyList({ choice }: { choice: ReactNode }) {
  const t = useWords<typeof words>('parties');
  const [entry, setEntry] = useParam('party');
  const [search, setSearch] = useState('');
  const list = useCall('parties/list', {});
  const book = useCall('book/info', {});
  const all = list.data?.parties ?? [];
  const wanted = search.trim().toLowerCase();
  const rows = all.filter((p) =>
    [p.name, p.nameLocal, ...p.taxIds.map(({ value }) => value)].some((text) => text?.toLowerCase().includes(wanted)),
  );
  const open = all.find((party) => String(party.id) === entry) ?? null;
  const add = (): void => setEntry('new');
  useActions([{ id: 'parties.add', title: t('add'), group: 'record', shortcut: 'n', predicate: () => entry !== 'new', perform: add }]);
  const columns: DataColumn<PartyShown>[] = [
    { id: 'name', header: t('name'), grow: true, pinned: true, value: (p) => p.name },
    { id: 'nameLocal', header: t('nameLocal'), width: 180, value: (p) => p.nameLocal },
    { id: 'kind', header: t('kind.label'), width: 130, value: (p) => t(`kind.${p.kind}`) },
    { id: 'country', header: t('country'), width: 80, value: (p) => p.country },
    {
      id: 'taxIds',
      header: t('taxIds'),
      kind: 'ident',
      width: 220,
      value: (p) => p.taxIds.map(({ scheme, value }) => `${scheme} ${value}`).join(', ') || null,
    },
    { id: 'contacts', header: t('contacts'), kind: 'count', width: 96, value: (p) => p.contacts.length },
    { id: 'documents', header: t('documents'), kind: 'count', width: 96, value: (p) => p.documents },
  ];
  if (list.error) return <ErrorState error={list.error} retry={list.retry} />;
  return (
    <>
      <DataTable
        id="parties"
        label={t('show.parties')}
        columns={columns}
        source={rowsOf(rows, list)}
        rowId={(party) => String(party.id)}
        activeId={entry}
        rowClass={(party) => (party.archived ? 'void' : undefined)}
        onOpen={(party) => setEntry(String(party.id))}
        toolbar={
          <>
            {choice}
            <SearchField text={search} label={t('search')} placeholder={t('search')} onChange={setSearch} />
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
              {t('add')}
            </Button>
          </>
        }
        empty={
          <EmptyState
            icon={IconAddressBook}
            title={wanted === '' ? t('empty') : t('noneFound')}
            text={wanted === '' ? t('emptyText') : undefined}
            actions={wanted === '' ? <Button onClick={add}>{t('add')}</Button> : undefined}
          />
        }
      />
      {(open !== null || entry === 'new') && book.data && (
        <Inspector
          title={open?.name ?? t('add')}
          subtitle={open?.archived ? t('archived') : undefined}
          onClose={() => setEntry(null)}
          footer={open && <ArchiveButton of="parties" entry={open} />}
        >
          <PartyForm
            key={open ? JSON.stringify(draftOf(open)) : 'new'}
            party={open ? draftOf(open) : newParty(all.some(({ kind }) => kind === 'own') ? 'customer' : 'own', book.data.country)}
            onSaved={(id) => setEntry(String(id), { replace: true })}
          />
        </Inspector>
      )}
    </>
  );
}
