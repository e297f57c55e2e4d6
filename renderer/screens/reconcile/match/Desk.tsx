import { Button, Loader, SegmentedControl } from '@mantine/core';
import { IconArrowsJoin, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../../services/contract/index.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo, useParam } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/match.json';
import { EmptyState, ErrorState, SearchField } from '../../../ui/index.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { MoneyList } from './MoneyList.tsx';
import { UndoDialog } from './UndoDialog.tsx';
import { Workspace } from './Workspace.tsx';

type List = Output<'match/list'>;
const KINDS = ['all', 'bank', 'payment'] as const;
const WORDS = { all: 'kindAll', bank: 'bank', payment: 'payments' } as const;

/** Two columns: the money that is not matched on the left, what the chosen amount may be for on the right. */
export function Desk() {
  const t = useWords<typeof words>('match');
  const [kindParam, setKind] = useParam('kind');
  const [search, setSearch] = useParam('q');
  const kind = KINDS.find((k) => k === kindParam) ?? 'all';
  const list = useCall('match/list', { kind, search: search ?? '' }, { keep: true });
  const last = useCall('match/accepted', {}).data?.find((a) => a.undone === null);
  const [dialog, setDialog] = useState<'bulk' | 'undo' | null>(null);
  const counts = list.data?.counts;
  const any = counts !== undefined && counts.bank + counts.payment > 0;
  useActions([
    { id: 'match.bulk', title: t('bulk'), group: 'record', shortcut: 'b', predicate: () => any, perform: () => setDialog('bulk') },
    {
      id: 'match.undo',
      title: t('undoLast'),
      group: 'record',
      shortcut: 'u',
      predicate: () => last !== undefined,
      perform: () => setDialog('undo'),
    },
  ]);
  if (list.error)
    return (
      <div className="page-scroll">
        <ErrorState error={list.error} retry={list.retry} />
      </div>
    );
  if (!list.data || !counts)
    return (
      <div className="table-empty">
        <Loader size="sm" aria-label={t('title')} />
      </div>
    );
  return (
    <>
      {any && (
        <div className="mt-bar">
          <SegmentedControl
            size="xs"
            aria-label={t('kinds')}
            value={kind}
            onChange={(value) => setKind(value === 'all' ? null : value, { replace: true })}
            data={KINDS.map((value) => ({
              value,
              label: `${t(WORDS[value])} ${value === 'all' ? counts.bank + counts.payment : counts[value]}`,
            }))}
          />
          <SearchField
            text={search ?? ''}
            label={t('searchMoney')}
            placeholder={t('searchMoney')}
            onChange={(text) => setSearch(text, { replace: true })}
          />
          <span className="mt-gap" />
          <Button size="xs" variant="default" leftSection={<IconListCheck size={14} />} onClick={() => setDialog('bulk')}>
            {t('bulk')}
          </Button>
        </div>
      )}
      {any ? <Columns list={list.data} /> : <Nothing done={last !== undefined} />}
      <BulkDialog opened={dialog === 'bulk'} onClose={() => setDialog(null)} />
      <UndoDialog acceptance={dialog === 'undo' ? (last ?? null) : null} onClose={() => setDialog(null)} />
    </>
  );
}

function Columns({ list }: { list: List }) {
  const t = useWords<typeof words>('match');
  const [key, setKey] = useParam('money');
  const rows = list.rows;
  const at = rows.findIndex((row) => row.key === key);
  const chosen = rows[at] ?? rows[0];
  const choose = (next: string): void => setKey(next, { replace: true });
  if (!chosen)
    return (
      <div className="table-empty">
        <EmptyState icon={IconArrowsJoin} title={t('emptyNone')} />
      </div>
    );
  // What comes after the accepted one is chosen before the list loses it.
  const next = rows[rows.indexOf(chosen) + 1] ?? rows[rows.indexOf(chosen) - 1];
  return (
    <div className="mt-columns">
      <MoneyList rows={rows} all={list.counts.shown} chosen={chosen.key} onChoose={choose} />
      <Workspace key={chosen.key} money={chosen.key} onAccepted={() => next && choose(next.key)} />
    </div>
  );
}

function Nothing({ done }: { done: boolean }) {
  const t = useWords<typeof words>('match');
  const go = useGo();
  return (
    <div className="table-empty">
      <EmptyState
        icon={IconArrowsJoin}
        title={done ? t('empty') : t('emptyNone')}
        text={t('emptyText')}
        actions={
          <>
            <Button onClick={() => go('/reconcile/bank')}>{t('toBank')}</Button>
            <Button variant="default" onClick={() => go('/payments', { new: '1' })}>
              {t('toPayment')}
            </Button>
          </>
        }
      />
    </div>
  );
}
