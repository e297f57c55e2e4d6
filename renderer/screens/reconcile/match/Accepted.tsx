import { Button } from '@mantine/core';
import { IconArrowsJoin } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { AcceptanceShown } from '../../../../services/contract/match.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo, useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/match.json';
import { Amount, DataTable, EmptyState, Facts, Inspector, InspectorPart, StatusMark, type DataColumn } from '../../../ui/index.ts';
import { UndoDialog, whatOf } from './UndoDialog.tsx';

/** Everything that was accepted, the latest first, also what was undone. */
export function Accepted() {
  const t = useWords<typeof words>('match');
  const list = useCall('match/accepted', {});
  const [open, setOpen] = useParam('match');
  const rows = list.data ?? [];
  const shown = rows.find((r) => String(r.id) === open) ?? null;
  return (
    <>
      <DataTable
        id="match-accepted"
        label={t('accepted')}
        columns={useColumns()}
        rowId={(r) => String(r.id)}
        source={rowsOf(rows, list)}
        onOpen={(r) => setOpen(String(r.id), { replace: open !== null })}
        activeId={open}
        rowClass={(r) => (r.undone ? 'void' : undefined)}
        empty={<EmptyState icon={IconArrowsJoin} title={t('acceptedTitle')} text={t('acceptedText')} />}
      />
      {shown && (
        <AcceptanceInspector
          key={shown.id}
          acceptance={shown}
          together={rows.filter((r) => r.bulk === shown.bulk && r.undone === null)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function useColumns(): DataColumn<AcceptanceShown>[] {
  const t = useWords<typeof words>('match');
  const conditions = useConditions();
  return useMemo(
    () => [
      { id: 'id', header: '#', kind: 'count', value: (a) => a.id, width: 48 },
      { id: 'at', header: t('at'), value: (a) => a.at.slice(0, 16).replace('T', ' '), width: 128 },
      { id: 'date', header: t('date'), kind: 'date', value: (a) => a.date },
      { id: 'what', header: t('counterparty'), value: (a) => a.counterparty || a.reference || a.text, width: 180 },
      { id: 'currency', header: t('currency'), value: (a) => a.currency, width: 84 },
      { id: 'amount', header: t('amount'), kind: 'amount', value: (a) => a.amount, width: 110 },
      { id: 'invoices', header: t('invoices'), value: whatOf, grow: true, width: 200 },
      {
        id: 'how',
        header: t('condition'),
        value: (a) => (a.condition ? conditions(a.condition) : a.score === null ? t('bySelf') : t('score', { score: a.score })),
        width: 170,
      },
      { id: 'who', header: t('by'), value: (a) => a.who, width: 90 },
      {
        id: 'state',
        header: t('state'),
        value: (a) => (a.undone ? 1 : 0),
        render: (a) =>
          a.undone ? (
            <StatusMark mark="missing" label={t('undone', { reason: a.undone.reason })} />
          ) : (
            <StatusMark mark="pass" label={t('accepted')} />
          ),
        width: 170,
      },
    ],
    [t, conditions],
  );
}

function useConditions(): (id: string) => string {
  const zh = useLanguage() === 'zh-CN';
  const list = useCall('match/conditions', {}).data;
  return useMemo(() => (id: string) => list?.find((c) => c.id === id)?.title[zh ? 'zh' : 'en'] ?? id, [list, zh]);
}

function AcceptanceInspector({
  acceptance: a,
  together,
  onClose,
}: {
  acceptance: AcceptanceShown;
  together: readonly AcceptanceShown[];
  onClose: () => void;
}) {
  const t = useWords<typeof words>('match');
  const tell = useTell();
  const go = useGo();
  const conditions = useConditions();
  const [asks, setAsks] = useState<'one' | 'bulk' | null>(null);
  useActions([
    {
      id: 'match.undoShown',
      title: t('undo'),
      group: 'record',
      shortcut: 'u',
      predicate: () => a.undone === null,
      perform: () => setAsks('one'),
    },
  ]);
  return (
    <Inspector
      title={whatOf(a)}
      subtitle={`${a.date} · ${a.counterparty || a.reference || a.text}`}
      onClose={onClose}
      footer={
        a.undone ? null : (
          <>
            <Button size="xs" variant="default" onClick={() => setAsks('one')}>
              {t('undo')}
            </Button>
            {a.bulk !== null && together.length > 1 && (
              <Button size="xs" variant="default" onClick={() => setAsks('bulk')}>
                {t('undoAll', { count: together.length, bulk: a.bulk })}
              </Button>
            )}
          </>
        )
      }
    >
      {a.undone && <StatusMark mark="missing" label={t('undone', { reason: a.undone.reason })} />}
      <Facts
        items={[
          [t('money'), <Amount key="m" value={a.amount} currency={a.currency} showCurrency />],
          [t('reference'), a.reference],
          [t('text'), a.text],
          [
            a.payment.made ? t('made') : t('linked'),
            <button key="p" type="button" className="mt-add" onClick={() => go('/payments', { doc: String(a.payment.id) })}>
              {a.payment.reference}
            </button>,
          ],
          [t('fee'), a.fee === null ? null : <Amount key="f" value={a.fee} currency={a.currency} showCurrency />],
          [t('before'), a.fx ? t('fx', { from: a.fx.currency, rate: a.fx.rate, to: a.currency }) : null],
          [t('condition'), a.condition ? `${conditions(a.condition)} (${t('bulkGo', { bulk: a.bulk ?? 0 })})` : null],
          [t('at'), `${a.at.slice(0, 16).replace('T', ' ')} · ${a.who}`],
        ]}
      />
      <InspectorPart title={t('invoices')}>
        <Facts
          items={a.lines.map((l) => [l.invoice, <Amount key={l.invoice} value={l.amount} currency={l.currency} showCurrency />] as const)}
        />
      </InspectorPart>
      {a.wht.length > 0 && (
        <InspectorPart title={t('certificates')}>
          <Facts items={a.wht.map((w) => [w.invoice, `${w.amount} ${w.currency} (${w.ratePct} %)`] as const)} />
        </InspectorPart>
      )}
      {a.reasons.length > 0 && (
        <InspectorPart title={t('reasons')}>
          <div className="mt-steps">
            {a.steps.map((step, at) => (
              <span key={at}>{tell.sentence(step)}</span>
            ))}
          </div>
          <ul className="mt-chips">
            {a.reasons.map((r, at) => (
              <li key={at} data-against={r.weight < 0}>
                {tell.sentence(r.said)}
                <span className="mt-weight">{r.weight < 0 ? `\u2212${-r.weight}` : `+${r.weight}`}</span>
              </li>
            ))}
          </ul>
        </InspectorPart>
      )}
      <UndoDialog acceptance={asks === null ? null : a} bulk={asks === 'bulk'} onClose={() => setAsks(null)} />
    </Inspector>
  );
}
