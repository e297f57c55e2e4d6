import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { rangeText } from '../../../../domain/analysis/ranges.ts';
import { unwrap } from '../../../../domain/result.ts';
import type { CompareRow } from '../../../../services/contract/analysis.ts';
import type { Input } from '../../../../services/contract/index.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { useAddress } from '../../../app/place.ts';
import { usePages } from '../../../app/usePages.ts';
import { bridge } from '../../../host/bridge.ts';
import { DataTable, EmptyState, ErrorState, type DataColumn } from '../../../ui/index.ts';
import { exactly } from '../place.ts';
import { Bridge } from './Bridge.tsx';
import { ChangeInspector } from './ChangeInspector.tsx';
import { inside, linesParams, STANDINGS, type ComparePlace } from './place.ts';
import { ByPicker, CurrencyPicker, Sides } from './Sides.tsx';
import { TotalsLine } from './TotalsLine.tsx';
import type { CompareState } from './useCompare.ts';
import { percentText, useCompareWords } from './words.ts';

const SORTS: readonly string[] = ['change', 'difference', 'percent', 'before', 'now', 'value'];
type Sort = NonNullable<Input<'analysis/compare'>['sort']>;
const idOf = (row: CompareRow): string => JSON.stringify(row.value);

/** What changed between two ranges: totals, the way from one to the other, and every group with its lines on both sides. */
export function Changes({ state }: { state: CompareState }) {
  const words = useCompareWords();
  const { t, column } = words;
  const { place, change, now, before, where, currency } = state;
  const columns = useColumns(state);
  const asked = { period: now, against: before, by: place.by, where, currency };
  const sort = (SORTS.includes(place.sort.column) ? place.sort.column : 'change') as Sort;
  const key = { ...asked, only: place.only, sort, descending: place.sort.descending };
  const source = usePages<CompareRow>({
    key: ['analysis/compare', key],
    fetch: (offset, limit, signal) =>
      bridge()
        .call('analysis/compare', { ...key, offset, limit }, { signal })
        .then(unwrap),
  });
  const head = useCall('analysis/compare', { ...asked, limit: 10 }, { keep: true });
  const totals = head.data?.currencies.find((c) => c.currency === currency);
  if (head.data && !totals)
    return (
      <EmptyState
        title={t('nothing')}
        text={t('nothingText', { now: rangeText(now), before: rangeText(before) })}
        actions={<Reset state={state} />}
      />
    );
  const opened = place.at === null ? undefined : source.loaded.find((row) => idOf(row) === place.at);
  return (
    <>
      {head.error && <ErrorState error={head.error} retry={head.retry} />}
      {head.data && totals && (
        <div className="compare-top">
          <TotalsLine totals={totals} now={rangeText(now)} before={rangeText(before)} />
          <Bridge
            totals={totals}
            rows={head.data.rows}
            by={place.by}
            now={rangeText(now)}
            before={rangeText(before)}
            onOpen={(value) => change(inside(place, value))}
          />
        </div>
      )}
      <DataTable
        id="compare"
        label={t('table', { by: column(place.by) })}
        columns={columns}
        source={source}
        rowId={idOf}
        onOpen={(row) => change({ at: idOf(row) }, { replace: place.at !== null })}
        activeId={place.at}
        sort={[{ id: sort === 'change' ? 'difference' : sort, desc: place.sort.descending }]}
        onSort={(next) => change({ sort: sortOf(place, next[0]) }, { replace: true })}
        totals={
          totals
            ? {
                label: t('groups', { count: source.count, n: grouped(source.count) }),
                values:
                  place.only === 'all'
                    ? {
                        before: totals.before,
                        now: totals.now,
                        difference: totals.sumOfChanges,
                        percent: percentText(totals.percent, true),
                      }
                    : {},
              }
            : null
        }
        toolbar={
          <>
            <Sides state={state} />
            <ByPicker state={state} />
            <SegmentedControl
              aria-label={t('which')}
              value={place.only}
              onChange={(only) => change({ only: only as ComparePlace['only'], at: null })}
              data={STANDINGS.map((only) => ({ value: only, label: t(`only.${only}`) }))}
            />
            <CurrencyPicker state={state} />
          </>
        }
        empty={<EmptyState title={t('noGroups')} text={t('noGroupsText')} actions={<Reset state={state} />} />}
      />
      {opened && <ChangeInspector row={opened} state={state} onClose={() => change({ at: null }, { replace: true })} />}
    </>
  );
}

/** The head of “change” goes from largest movers to most risen, to most fallen, and back. */
function sortOf({ sort }: ComparePlace, next: { id: string; desc: boolean } | undefined): ComparePlace['sort'] {
  if (!next) return { column: 'change', descending: true };
  if (next.id === 'difference' && sort.column === 'change') return { column: 'difference', descending: true };
  return { column: next.id, descending: next.desc };
}

function useColumns({ place, now, before, currency, where }: CompareState): DataColumn<CompareRow>[] {
  const { t, column, value } = useCompareWords();
  const address = useAddress();
  return useMemo(() => {
    const lines = (row: CompareRow, range: typeof now, count: number) =>
      count === 0 ? null : (
        <Link
          tabIndex={-1}
          to={address(
            '/bills/details',
            linesParams(range, [...where.filter((f) => f.column !== 'account'), exactly(place.by, row.value)], currency),
          )}
          onClick={(event) => event.stopPropagation()}
          aria-label={t('openLines', { n: grouped(count), name: value(place.by, row.value), range: rangeText(range) })}
        >
          {grouped(count)}
        </Link>
      );
    const money = (id: 'before' | 'now', header: string): DataColumn<CompareRow> => ({
      id,
      header,
      kind: 'amount',
      width: 140,
      currency,
      value: (r) => r[id],
    });
    const share = (id: 'shareBefore' | 'shareNow', header: string, hidden = false): DataColumn<CompareRow> => ({
      id,
      header,
      align: 'end',
      width: 84,
      sortable: false,
      hidden,
      value: (r) => percentText(r[id]),
    });
    return [
      { id: 'value', header: column(place.by), grow: true, width: 174, value: (r) => value(place.by, r.value) },
      {
        id: 'standing',
        header: t('standing'),
        width: 56,
        sortable: false,
        value: (r) => (r.standing === 'both' ? '' : t(`only.${r.standing}`)),
      },
      money('before', rangeText(before)),
      money('now', rangeText(now)),
      { id: 'difference', header: t('change'), kind: 'amount', width: 140, currency, value: (r) => r.difference, help: t('changeHelp') },
      { id: 'percent', header: t('percent'), align: 'end', width: 92, value: (r) => percentText(r.percent, true) },
      share('shareNow', t('shareNow')),
      share('shareBefore', t('shareBefore'), true),
      {
        id: 'linesBefore',
        header: t('linesOf', { range: rangeText(before) }),
        align: 'end',
        width: 112,
        sortable: false,
        value: (r) => r.linesBefore,
        render: (r) => lines(r, before, r.linesBefore),
      },
      {
        id: 'linesNow',
        header: t('linesOf', { range: rangeText(now) }),
        align: 'end',
        width: 112,
        sortable: false,
        value: (r) => r.linesNow,
        render: (r) => lines(r, now, r.linesNow),
      },
    ];
  }, [t, column, value, address, place.by, now, before, currency, where]);
}

function Reset({ state: { change } }: { state: CompareState }) {
  const { t } = useCompareWords();
  return (
    <button type="button" className="link" onClick={() => change({ where: [], only: 'all', against: 'before', currency: null, at: null })}>
      {t('reset')}
    </button>
  );
}
