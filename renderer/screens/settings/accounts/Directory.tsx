import { Button, Checkbox } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { KnownAccount } from '../../../../services/contract/accounts.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/accounts.json';
import { DataTable, EmptyState, SearchField, type DataColumn } from '../../../ui/index.ts';
import { AccountInspector } from './AccountInspector.tsx';
import { CompanyDialog } from './CompanyDialog.tsx';
import { entryOf, type KeepAccounts } from './useKeepAccounts.tsx';

export type AccountList = Output<'accounts/list'>;
/** As many accounts as are kept in one step. */
const STEP = 500;

/** Every account of the book as a table; one opens for saying what it is, several take a company or their suggestions. */
export function Directory({ choice, list, keeper }: { choice: ReactNode; list: AccountList | undefined; keeper: KeepAccounts }) {
  const t = useWords<typeof words>('accounts');
  const common = useWordOf('common');
  const [openId, setOpenId] = useParam('entry');
  const [adding, setAdding] = useState(false);
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [naming, setNaming] = useState(false);
  const all = useMemo(() => list?.accounts ?? [], [list]);
  const suggested = all.filter((account) => account.suggestion !== null).length;
  const rows = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    const has = (account: KnownAccount): boolean =>
      [account.id, account.name, account.company, account.master].some((text) => text?.toLowerCase().includes(wanted));
    return all.filter((account) => has(account) && (!only || account.suggestion !== null));
  }, [all, search, only]);
  const currencies = useMemo(
    () => [...new Set(all.flatMap(({ seen }) => (seen ? [...Object.keys(seen.used), ...Object.keys(seen.paid)] : [])))].toSorted(),
    [all],
  );
  const told = (suggestion: KnownAccount['suggestion']): string | null =>
    suggestion && `${t('suggested')}: ${t(`suggestion.${suggestion.role}`, { master: suggestion.master ?? '' })}`;
  const columns: DataColumn<KnownAccount>[] = [
    { id: 'id', header: t('account'), kind: 'ident', width: 170, pinned: true, value: (a) => a.id },
    { id: 'name', header: t('name'), width: 120, value: (a) => a.name },
    { id: 'company', header: t('company'), width: 130, value: (a) => a.company },
    {
      id: 'role',
      header: t('role.label'),
      width: 230,
      // What is only suggested says so.
      value: (a) => (a.role ? t(`role.${a.role}`) : told(a.suggestion)),
      render: (a) => (a.role ? t(`role.${a.role}`) : <span className="accounts-suggested">{told(a.suggestion)}</span>),
    },
    { id: 'master', header: t('master'), kind: 'ident', width: 140, value: (a) => a.master },
    ...currencies.flatMap((currency): DataColumn<KnownAccount>[] =>
      (['used', 'paid'] as const).map((side) => ({
        id: `${side}:${currency}`,
        header: t(side),
        kind: 'amount',
        currency,
        value: (a) => a.seen?.[side][currency],
      })),
    ),
    { id: 'entity', header: t('entityNow'), width: 130, value: (a) => a.entity ?? (a.entities.length > 0 ? t('vendorItself') : null) },
    { id: 'vendor', header: t('vendor'), width: 120, value: (a) => a.seen?.vendors.map((v) => common(`vendor.${v}`)).join(', ') },
    { id: 'first', header: t('first'), kind: 'date', width: 84, value: (a) => a.seen?.first },
    { id: 'last', header: t('last'), kind: 'date', width: 84, value: (a) => a.seen?.last },
    { id: 'lines', header: t('lines'), kind: 'count', width: 72, value: (a) => a.seen?.lines },
  ];
  const open = all.find((account) => account.id === openId) ?? null;
  const chosen = all.filter(({ id }) => selected.has(id)).slice(0, STEP);
  const takeable = chosen.filter((account) => account.suggestion !== null);
  const close = (): void => {
    setOpenId(null);
    setAdding(false);
  };
  return (
    <>
      <DataTable
        id="accounts"
        label={t('show.list')}
        columns={columns}
        source={rowsOf(rows, { loading: list === undefined })}
        rowId={(account) => account.id}
        activeId={openId}
        onOpen={(account) => {
          setAdding(false);
          setOpenId(account.id);
        }}
        selected={selected}
        onSelect={setSelected}
        selectionActions={
          <>
            <Button size="xs" variant="default" onClick={() => setNaming(true)}>
              {t('setCompany')}
            </Button>
            {takeable.length > 0 && (
              <Button size="xs" variant="default" loading={keeper.busy} onClick={() => void keeper.keep(withMasters(takeable))}>
                {t('applyAll')} ({takeable.length})
              </Button>
            )}
          </>
        }
        toolbar={
          <>
            {choice}
            <SearchField text={search} label={t('search')} placeholder={t('search')} onChange={setSearch} />
            {(suggested > 0 || only) && (
              <Checkbox
                size="xs"
                label={t('withSuggestion', { count: suggested })}
                checked={only}
                onChange={(event) => setOnly(event.currentTarget.checked)}
              />
            )}
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} stroke={1.5} />}
              onClick={() => {
                setOpenId(null);
                setAdding(true);
              }}
            >
              {t('add')}
            </Button>
          </>
        }
        empty={<EmptyState icon={IconUsers} title={t('empty')} text={t('emptyText')} />}
      />
      {list && (open !== null || adding) && (
        <AccountInspector
          key={open?.id ?? ''}
          account={open}
          list={list}
          keeper={keeper}
          onClose={close}
          onKept={(id) => {
            setAdding(false);
            setOpenId(id);
          }}
        />
      )}
      {naming && list && (
        <CompanyDialog
          accounts={chosen}
          companies={list.companies.map(({ name }) => name)}
          keeper={keeper}
          onClose={(done) => {
            setNaming(false);
            if (done) setSelected(new Set());
          }}
        />
      )}
    </>
  );
}

/** The suggestions of these accounts as entries, masters first: they go into the book in one step. */
const withMasters = (accounts: readonly KnownAccount[]) =>
  accounts.map((account) => ({ ...entryOf(account), role: account.suggestion!.role, master: account.suggestion!.master }));
