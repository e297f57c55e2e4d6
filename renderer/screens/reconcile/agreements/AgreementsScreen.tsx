import { Button } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useActions } from '../../../actions/registry.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/agreements.json';
import { Amount, ConfirmDialog, DataTable, EmptyState, PageHeader, type DataColumn } from '../../../ui/index.ts';
import { ReconcileNav } from '../ReconcileNav.tsx';
import { AgreementForm } from './AgreementForm.tsx';
import type { Agreement } from './draft.ts';
import './agreements.css';

/** What was agreed with vendors and stands on no bill: entered once, held against every month. */
export function AgreementsScreen() {
  const t = useWords<typeof words>('agreements');
  const title = useWordOf('reconcile');
  const [open, setOpen] = useParam('agreement');
  const [asked, setAsked] = useParam('new');
  const [removing, setRemoving] = useState(false);
  const list = useCall('reconcile/agreements', {});
  const remove = useCommand('reconcile/saveAgreements', { quiet: true });
  const rows = list.data?.agreements ?? [];
  const at = rows.findIndex((own) => own.name === open);
  const columns = useColumns();
  const add = (): void => setAsked('1');
  const close = (): void => (asked === null ? setOpen(null) : setAsked(null));
  useActions([{ id: 'agreements.add', title: t('add'), group: 'record', shortcut: 'a', perform: add }]);
  const button = (
    <Button leftSection={<IconPlus size={16} />} onClick={add}>
      {t('add')}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader title={title('title')} status={<ReconcileNav />} actions={rows.length > 0 ? button : undefined} />
      <DataTable
        id="agreements"
        label={t('label')}
        columns={columns}
        rowId={(own) => own.name}
        source={rowsOf(rows, list)}
        onOpen={(own) => setOpen(own.name)}
        activeId={open}
        empty={<EmptyState icon={IconFileText} title={t('empty')} text={t('emptyText')} actions={button} />}
      />
      {list.data && !removing && (asked !== null || at !== -1) && (
        <AgreementForm
          key={asked === null ? open : ''}
          all={rows}
          at={asked === null ? at : null}
          onClose={close}
          onRemove={() => setRemoving(true)}
        />
      )}
      <ConfirmDialog
        opened={removing && at !== -1}
        onClose={() => setRemoving(false)}
        title={t('remove')}
        text={t('removeText', { name: open ?? '' })}
        action={t('remove')}
        danger
        confirm={async () => {
          const done = await remove.run({ agreements: rows.filter((own) => own.name !== open) });
          if (!done.ok) return done.error;
          setRemoving(false);
          setOpen(null);
          return null;
        }}
      />
    </div>
  );
}

function useColumns(): DataColumn<Agreement>[] {
  const t = useWords<typeof words>('agreements');
  const common = useWordOf('common');
  return [
    { id: 'name', header: t('name'), value: (own) => own.name, width: 170, pinned: true },
    { id: 'vendor', header: t('vendor'), value: (own) => common(`vendor.${own.vendor}`), width: 115 },
    { id: 'holds', header: t('holds'), value: (own) => `${own.from} – ${own.to ?? t('noEnd')}`, width: 150 },
    { id: 'currency', header: t('currency'), value: (own) => own.currency, width: 76 },
    {
      id: 'guaranteed',
      header: t('guaranteedShort'),
      help: t('guaranteed'),
      kind: 'amount',
      width: 120,
      value: (own) => own.guaranteed?.amount ?? null,
      render: (own) => (own.guaranteed ? <Amount value={own.guaranteed.amount} currency={own.currency} column={2} /> : null),
    },
    {
      id: 'quota',
      header: t('quota'),
      kind: 'amount',
      width: 120,
      value: (own) => own.quota?.total ?? null,
      render: (own) => (own.quota ? <Amount value={own.quota.total} currency={own.currency} column={2} /> : null),
    },
    {
      id: 'readings',
      header: t('readingsShort'),
      help: t('readings'),
      kind: 'count',
      value: (own) => own.quota?.readings.length ?? null,
      width: 88,
    },
    { id: 'tables', header: t('tables'), value: (own) => own.tables.map((table) => table.name).join(', '), width: 170, grow: true },
  ];
}
