import { IconCertificate } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { StepKind } from '../../../../domain/wht/expected/steps.ts';
import { sum } from '../../../../domain/money/amount.ts';
import type { ExpectedRow } from '../../../../services/contract/wht-expected.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo, useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtExpected.json';
import { DataTable, EmptyState, PageHeader, type Totals } from '../../../ui/index.ts';
import { onlyCurrency } from '../../documents/currency.ts';
import { FilterField } from '../../documents/FilterField.tsx';
import { StatusStrip } from '../../documents/StatusStrip.tsx';
import { WhtNav } from '../WhtNav.tsx';
import { AgeTable } from './AgeTable.tsx';
import { useExpectedColumns } from './columns.tsx';
import { ExpectedInspector } from './ExpectedInspector.tsx';
import { ExpectedFilters, useExpectedFilter } from './Filters.tsx';
import { isTab, rowKey, rowsOfTab, stripOf } from './rows.ts';
import { StepButtons } from './StepButtons.tsx';
import { StepDialog } from './StepDialog.tsx';

/** The ageing board: which certificates are expected, where each stands, how long is left; or their sums by age. */
export function ExpectedScreen() {
  const wht = useWordOf('wht');
  const { by } = useExpectedFilter();
  return (
    <div className="page">
      <PageHeader title={wht('title')} status={<WhtNav />} />
      {by === null ? <Board /> : <Ages by={by} />}
    </div>
  );
}

function Ages({ by }: { by: NonNullable<ReturnType<typeof useExpectedFilter>['by']> }) {
  const go = useGo();
  const { input, month: _month, by: _by, params } = useExpectedFilter();
  const ages = useCall('wht/ageing', { ...input, by }, { keep: true });
  const open = (key: string): void => {
    const narrowed = by === 'period' ? { month: key } : by === 'counterparty' ? { q: key } : { [by]: key };
    go('/wht/expected', { ...params, by: null, state: 'all', ...narrowed });
  };
  return <AgeTable by={by} state={ages} onOpen={open} toolbar={<ExpectedFilters />} />;
}

function Board() {
  const t = useWords<typeof words>('whtExpected');
  const { input } = useExpectedFilter();
  const [stateParam, setState] = useParam('state');
  const [doc, setDoc] = useParam('doc');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<{ kind: StepKind; rows: readonly ExpectedRow[] } | null>(null);
  const list = useCall('wht/expected', input, { keep: true });
  const all = list.data?.rows ?? [];
  const strip = useMemo(
    () =>
      stripOf(list.data?.sums ?? [], list.data?.rows ?? [], (tab) =>
        tab === 'all' ? t('all') : tab === 'missing' ? t('missing') : t(`state.${tab}`),
      ),
    [list.data, t],
  );
  const tab = isTab(stateParam) ? stateParam : (strip[0]?.count ?? 0) > 0 ? 'missing' : 'all';
  const rows = rowsOfTab(all, tab);
  const currency = onlyCurrency(rows);
  const columns = useExpectedColumns(currency, true);
  const chosen = rows.filter((row) => selected.has(rowKey(row)));
  const opened = doc === null ? undefined : all.find((row) => rowKey(row) === doc);
  const unfiltered =
    input.side === null &&
    input.country === null &&
    input.vendor === null &&
    input.period === null &&
    input.search === '' &&
    input.finding === null;
  return (
    <>
      {list.data !== undefined && (all.length > 0 || !unfiltered) && (
        <StatusStrip label={t('states')} value={tab} onChange={setState} items={strip} />
      )}
      <DataTable
        id="wht-board"
        label={t('title')}
        columns={columns}
        rowId={rowKey}
        source={rowsOf(rows, list)}
        selected={selected}
        onSelect={setSelected}
        onOpen={(row) => setDoc(rowKey(row), { replace: doc !== null })}
        activeId={opened ? rowKey(opened) : null}
        totals={totalsOf(rows, t('total'))}
        selectionTotals={totalsOf(chosen, t('selected', { count: chosen.length }))}
        selectionActions={<StepButtons size="compact-xs" onStep={(kind) => setAsked({ kind, rows: chosen })} />}
        toolbar={
          <>
            <FilterField placeholder={t('search')} />
            <ExpectedFilters />
          </>
        }
        empty={
          all.length === 0 && unfiltered ? (
            <EmptyState icon={IconCertificate} title={t('empty')} text={t('emptyText')} />
          ) : (
            <EmptyState icon={IconCertificate} title={all.length === 0 ? t('noneFound') : t('noneInState')} />
          )
        }
      />
      {opened && (
        <ExpectedInspector
          key={rowKey(opened)}
          row={opened}
          onStep={(kind) => setAsked({ kind, rows: [opened] })}
          onClose={() => setDoc(null)}
        />
      )}
      {asked && (
        <StepDialog
          key={asked.kind}
          kind={asked.kind}
          rows={asked.rows}
          onClose={(done) => {
            setAsked(null);
            if (done) setSelected(new Set());
          }}
        />
      )}
    </>
  );
}

/** A line for each currency; what no rate is known of is not in its sum. */
const totalsOf = (rows: readonly ExpectedRow[], label: string): Totals[] =>
  [...Map.groupBy(rows, (row) => row.currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => ({
      label: `${label} ${currency}`,
      values: {
        base: sum(own.map((r) => r.base)),
        tax: own.every((r) => r.tax === null) ? null : sum(own.map((r) => r.tax)),
        withheld: sum(own.map((r) => r.withheld)),
        certified: sum(own.map((r) => r.certified)),
        missing: sum(own.map((r) => r.missing)),
      },
    }));
