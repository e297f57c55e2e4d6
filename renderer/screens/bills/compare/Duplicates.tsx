import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { unwrap } from '../../../../domain/result.ts';
import type { Duplicate } from '../../../../services/contract/analysis.ts';
import { useActions } from '../../../actions/registry.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { usePages } from '../../../app/usePages.ts';
import { bridge } from '../../../host/bridge.ts';
import { useTell } from '../../../i18n/told.ts';
import { amountText, DataTable, EmptyState, minorPlaces, type DataColumn } from '../../../ui/index.ts';
import { DuplicateInspector } from './DuplicateInspector.tsx';
import { STATES, type ComparePlace } from './place.ts';
import type { CompareState } from './useCompare.ts';
import { useMarks } from './useMarks.ts';
import { useCompareWords } from './words.ts';

export const pairId = (row: Duplicate): string => `${row.a.id}-${row.b.id}`;
const pairOfId = (id: string): { a: number; b: number } => {
  const [a = 0, b = 0] = id.split('-').map(Number);
  return { a, b };
};

/** Pairs that look like one charge told twice. A person says which are none; nothing is ever deleted. */
export function Duplicates({ state }: { state: CompareState }) {
  const { t, value } = useCompareWords();
  const tell = useTell();
  const { place, change, period, where } = state;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const asked = useMemo(() => ({ period, where, state: place.state }), [period, where, place.state]);
  const source = usePages<Duplicate>({
    key: ['analysis/duplicates', asked],
    pageSize: 100,
    fetch: (offset, limit, signal) =>
      bridge()
        .call('analysis/duplicates', { ...asked, offset, limit }, { signal })
        .then(unwrap),
  });
  const head = useCall('analysis/duplicates', { ...asked, limit: 1 }, { keep: true });
  const marks = useMarks(() => setSelected(new Set()));
  const dismissing = place.state !== 'dismissed';
  const act = (ids: Iterable<string>): void =>
    void (dismissing ? marks.dismiss([...ids].map(pairOfId), '') : marks.restore([...ids].map(pairOfId)));
  useActions([
    {
      id: 'compare.mark',
      title: dismissing ? t('dismiss') : t('restore'),
      group: 'record',
      shortcut: 'd',
      predicate: () => selected.size > 0 || place.at !== null,
      perform: () => act(selected.size > 0 ? selected : [place.at!]),
    },
    {
      id: 'compare.undoMark',
      title: t('undoMark'),
      group: 'record',
      shortcut: 'u',
      predicate: () => marks.undoable,
      perform: () => void marks.undo(),
    },
  ]);
  const columns = useMemo(
    (): DataColumn<Duplicate>[] => [
      { id: 'score', header: t('score'), kind: 'count', width: 72, sortable: false, value: (r) => r.score },
      {
        id: 'resource',
        header: t('resource'),
        width: 170,
        sortable: false,
        value: (r) => r.a.resourceName ?? r.a.resourceId ?? value('productType', r.a.productType),
      },
      { id: 'productType', header: t('productType'), width: 140, sortable: false, hidden: true, value: (r) => r.a.productType },
      {
        id: 'date',
        header: t('date'),
        kind: 'date',
        sortable: false,
        value: (r) => (r.a.date === r.b.date ? r.a.date : `${r.a.date ?? '–'} / ${r.b.date ?? '–'}`),
      },
      { id: 'payable', header: t('amount'), kind: 'amount', width: 124, sortable: false, value: (r) => r.a.payable },
      { id: 'currency', header: t('currency'), width: 72, sortable: false, value: (r) => r.a.currency },
      {
        id: 'files',
        header: t('files'),
        width: 190,
        sortable: false,
        value: (r) => (r.a.batch === r.b.batch ? `${r.a.file} ${r.a.row}, ${r.b.row}` : `${r.a.file} · ${r.b.file}`),
      },
      {
        id: 'reasons',
        header: t('reasons'),
        grow: true,
        width: 260,
        sortable: false,
        value: (r) =>
          r.reasons
            .filter((x) => x.reason !== 'amount')
            .map((x) => tell.sentence(x.said))
            .join(' '),
      },
    ],
    [t, value, tell],
  );
  const { counts, atStake } = head.data ?? {};
  const opened = place.at === null ? undefined : source.loaded.find((row) => pairId(row) === place.at);
  return (
    <>
      <DataTable
        id="duplicates"
        label={t('part.duplicates')}
        columns={columns}
        source={source}
        rowId={pairId}
        onOpen={(row) => change({ at: pairId(row) }, { replace: place.at !== null })}
        activeId={place.at}
        selected={selected}
        onSelect={setSelected}
        selectionActions={
          <Button size="compact-sm" variant="default" loading={marks.busy} onClick={() => act(selected)}>
            {dismissing ? t('dismiss') : t('restore')}
          </Button>
        }
        toolbar={
          <>
            <SegmentedControl
              aria-label={t('states')}
              value={place.state}
              onChange={(next) => {
                setSelected(new Set());
                change({ state: next as ComparePlace['state'], at: null });
              }}
              data={STATES.map((s) => ({ value: s, label: counts ? `${t(`state.${s}`)} ${grouped(counts[s])}` : t(`state.${s}`) }))}
            />
            {place.state === 'suspected' && atStake && Object.keys(atStake).length > 0 && (
              <span className="dim" title={t('atStakeHelp')}>
                {t('atStake', {
                  amounts: Object.entries(atStake)
                    .map(([code, a]) => `${amountText(a, minorPlaces(code))} ${code}`)
                    .join(', '),
                })}
              </span>
            )}
            {head.data?.truncated && <span className="dim">{t('largestOnly')}</span>}
            {marks.undoable && (
              <button type="button" className="link" onClick={() => void marks.undo()}>
                {t('undoMark')}
              </button>
            )}
          </>
        }
        empty={<EmptyState title={t(`none.${place.state}`)} text={t('noneText')} />}
      />
      {opened && <DuplicateInspector row={opened} marks={marks} onClose={() => change({ at: null }, { replace: true })} />}
    </>
  );
}
