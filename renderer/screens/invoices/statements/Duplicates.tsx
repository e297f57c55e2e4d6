import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { unwrap } from '../../../../domain/result.ts';
import type { PaperPairShown } from '../../../../services/contract/statements.ts';
import { useActions } from '../../../actions/registry.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { usePages } from '../../../app/usePages.ts';
import { bridge } from '../../../host/bridge.ts';
import { amountText, DataTable, EmptyState, Ident, minorPlaces, PageHeader, type DataColumn } from '../../../ui/index.ts';
import { FilterField } from '../../documents/FilterField.tsx';
import { useWordOf } from '../../../i18n/index.ts';
import { InvoicesNav } from '../InvoicesNav.tsx';
import { PairInspector } from './PairInspector.tsx';
import { ReasonChips } from './ReasonChips.tsx';
import { usePairMarks } from './usePairMarks.ts';
import { useStatementWords, type StatementWords } from './words.ts';
import './statements.css';

const STATES = ['suspected', 'explained', 'dismissed'] as const;
const idOf = (row: PaperPairShown): string => `${row.a.id}-${row.b.id}`;
const pairOf = (id: string): { a: number; b: number } => {
  const [a = 0, b = 0] = id.split('-').map(Number);
  return { a, b };
};

/** Documents that look like one: a person says which are two, or voids one. Nothing is deleted. */
export function Duplicates() {
  const title = useWordOf('invoices');
  const words = useStatementWords();
  const { t } = words;
  const [stateParam, setState] = useParam('state');
  const [search] = useParam('q');
  const [open, setOpen] = useParam('pair');
  const state = STATES.find((s) => s === stateParam) ?? 'suspected';
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const asked = useMemo(() => ({ state, search: search ?? '' }), [state, search]);
  const source = usePages<PaperPairShown>({
    key: ['invoices/duplicates', asked],
    pageSize: 100,
    fetch: (offset, limit, signal) =>
      bridge()
        .call('invoices/duplicates', { ...asked, offset, limit }, { signal })
        .then(unwrap),
  });
  const head = useCall('invoices/duplicates', { ...asked, limit: 1 }, { keep: true });
  const marks = usePairMarks(() => setSelected(new Set()));
  const marking = state !== 'dismissed';
  const act = (ids: Iterable<string>): void => {
    const pairs = [...ids].map(pairOf);
    void (marking ? marks.mark(pairs, '') : marks.unmark(pairs));
  };
  useActions([
    {
      id: 'duplicates.mark',
      title: marking ? t('duplicates.distinct') : t('duplicates.undistinct'),
      group: 'record',
      shortcut: 'd',
      predicate: () => selected.size > 0 || open !== null,
      perform: () => act(selected.size > 0 ? selected : [open!]),
    },
    {
      id: 'duplicates.undo',
      title: t('duplicates.undo'),
      group: 'record',
      shortcut: 'u',
      predicate: () => marks.undoable,
      perform: () => void marks.undo(),
    },
  ]);
  const columns = usePairColumns(words);
  const { counts, atStake, truncated } = head.data ?? {};
  const opened = open === null ? undefined : source.loaded.find((row) => idOf(row) === open);
  return (
    <div className="page">
      <PageHeader title={title('title')} status={<InvoicesNav />} />
      <DataTable
        id="invoice-duplicates"
        label={t('duplicates.pairs')}
        columns={columns}
        source={source}
        rowId={idOf}
        onOpen={(row) => setOpen(idOf(row), { replace: open !== null })}
        activeId={open}
        selected={selected}
        onSelect={setSelected}
        selectionActions={
          <Button size="compact-sm" variant="default" loading={marks.busy} onClick={() => act(selected)}>
            {marking ? t('duplicates.distinct') : t('duplicates.undistinct')}
          </Button>
        }
        toolbar={
          <>
            <FilterField placeholder={t('fact.number')} />
            <SegmentedControl
              aria-label={t('duplicates.states')}
              value={state}
              onChange={(next) => {
                setSelected(new Set());
                setState(next === 'suspected' ? null : next);
              }}
              data={STATES.map((s) => ({
                value: s,
                label: counts ? `${t(`duplicates.state.${s}`)} ${grouped(counts[s])}` : t(`duplicates.state.${s}`),
              }))}
            />
            {state === 'suspected' && atStake && Object.keys(atStake).length > 0 && (
              <span className="dim">
                {t('duplicates.atStake', {
                  amounts: Object.entries(atStake)
                    .map(([code, a]) => `${amountText(a, minorPlaces(code))} ${code}`)
                    .join(', '),
                })}
              </span>
            )}
            {truncated && <span className="dim">{t('duplicates.truncated')}</span>}
            {marks.undoable && (
              <button type="button" className="link" onClick={() => void marks.undo()}>
                {t('duplicates.undo')}
              </button>
            )}
          </>
        }
        empty={<EmptyState title={t(`duplicates.empty.${state}`)} text={t('duplicates.emptyText')} />}
      />
      {opened && <PairInspector row={opened} marks={marks} onClose={() => setOpen(null, { replace: true })} />}
    </div>
  );
}

function usePairColumns({ t, vendor }: StatementWords): DataColumn<PaperPairShown>[] {
  return useMemo(
    () => [
      { id: 'score', header: t('duplicates.score'), kind: 'count', width: 68, sortable: false, value: (r) => r.score },
      {
        id: 'numbers',
        header: t('duplicates.documents'),
        width: 230,
        sortable: false,
        value: (r) => `${r.a.number} · ${r.b.number}`,
        render: (r) => (
          <span className="pair-numbers">
            <Ident value={r.a.number} length={18} />
            <span className="dim">·</span>
            <Ident value={r.b.number} length={18} />
          </span>
        ),
      },
      {
        id: 'reasons',
        header: t('duplicates.reasons'),
        grow: true,
        width: 270,
        sortable: false,
        value: (r) => r.reasons.map((x) => x.reason).join(' '),
        render: (r) => <ReasonChips reasons={r.reasons} />,
      },
      { id: 'vendor', header: t('fact.vendor'), width: 110, sortable: false, value: (r) => r.a.party ?? vendor(r.a.vendor) },
      {
        id: 'date',
        header: t('fact.date'),
        kind: 'date',
        width: 168,
        sortable: false,
        value: (r) => (r.a.date === r.b.date ? r.a.date : `${r.a.date} / ${r.b.date}`),
      },
      { id: 'total', header: t('fact.total'), kind: 'amount', width: 104, sortable: false, value: (r) => r.b.total },
      { id: 'currency', header: t('currency'), width: 82, sortable: false, value: (r) => r.b.currency },
    ],
    [t, vendor],
  );
}
