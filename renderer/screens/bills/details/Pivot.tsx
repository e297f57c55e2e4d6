import { useMemo } from 'react';
import { unwrap } from '../../../../domain/result.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { useActions } from '../../../actions/registry.ts';
import { grouped } from '../../../app/duration.ts';
import { bridge } from '../../../host/bridge.ts';
import { DataTable, EmptyState, type Totals } from '../../../ui/index.ts';
import { useDetailWords } from '../detail-words.ts';
import type { Scope } from '../place.ts';
import { useBillWords } from '../words.ts';
import { askFilter } from './filter-request.ts';
import { isFilterable } from './filter-columns.ts';
import { CROSS_TABLE, PIVOT_TABLE } from './layouts.ts';
import { crossColumns, measureColumns } from './pivot-columns.tsx';
import { GROUP, rowsOfCross, rowsOfQuery, sortOf, totalsOfCross, under } from './pivot-rows.ts';
import { Toolbar } from './Toolbar.tsx';
import type { DetailsState } from './useDetails.ts';
import { useTree, type Branch } from './useTree.ts';

interface Answer {
  /** Amounts of everything in the filter by currency and column. */
  totals: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  across: readonly (string | null)[];
  acrossTruncated: boolean;
}

/** The groups over the whole width, opening level by level; their measures, or one of them over billing cycles or days. */
export function Pivot({ state, scope }: { state: DetailsState; scope: Scope }) {
  const words = useBillWords();
  const { t } = words;
  const d = useDetailWords();
  const { place, change, currency, levels, across } = state;
  const { measure } = place;
  const ask = async (path: readonly (string | null)[], own: string | null, limit: number, signal: AbortSignal): Promise<Branch<Answer>> => {
    const level = levels[path.length] ?? '';
    const input = {
      ...under(scope, levels, path, currency === null ? own : null),
      groupBy: [level],
      sort: sortOf(place.groupSort, level, measure, across !== null),
      limit,
    };
    if (across !== null) {
      const found = unwrap(await bridge().call('bills/cross', { ...input, across, measure }, { signal }));
      return {
        rows: rowsOfCross(found),
        truncated: found.truncated,
        answer: { totals: totalsOfCross(found), across: found.across, acrossTruncated: found.acrossTruncated },
      };
    }
    const found: Output<'bills/query'> = unwrap(await bridge().call('bills/query', input, { signal }));
    return {
      rows: rowsOfQuery(level, found),
      truncated: found.truncated,
      answer: { totals: found.totals, across: [], acrossTruncated: false },
    };
  };
  const { source, tree, root, more, openAll, closeAll } = useTree<Answer>({
    key: [across === null ? 'bills/query' : 'bills/cross', scope, levels, place.groupSort, across, measure],
    depth: levels.length,
    fetch: ask,
  });
  useActions([
    { id: 'bills.openGroups', title: d('openAll'), group: 'view', predicate: () => levels.length > 1, perform: openAll },
    { id: 'bills.closeGroups', title: d('closeAll'), group: 'view', predicate: () => levels.length > 1, perform: closeAll },
  ]);

  const answer = root?.answer;
  const columns = useMemo(() => {
    const what = { words, d, levels, currency, more, totals: answer?.totals, nodes: source.loaded };
    return across === null ? measureColumns(what) : crossColumns(what, across, measure, answer?.across ?? []);
  }, [words, d, levels, currency, more, answer, source.loaded, across, measure]);
  const totals = useMemo(() => (root ? totalsOf(root, currency, label(root, t)) : null), [root, currency, t]);
  return (
    <>
      {answer?.acrossTruncated && <p className="details-note">{d('acrossTruncated', { n: answer.across.length })}</p>}
      <DataTable
        id={across === null ? PIVOT_TABLE : CROSS_TABLE}
        label={t('groupTable')}
        columns={columns}
        rowId={(node) => node.id}
        source={source}
        tree={tree}
        sort={place.groupSort.map((s) => ({ id: s.column, desc: s.descending }))}
        onSort={(next) => change({ groupSort: next.map((s) => ({ column: s.id, descending: s.desc })) }, { replace: true })}
        onOpen={(node) => {
          if (node.kind === 'more') more(node);
          else if (node.kind === 'group')
            change({ at: [...node.path], sort: [], ...(currency === null ? { currency: node.currency } : {}) });
        }}
        filters={{
          can: (id) => isFilterable(id === GROUP ? (levels[0] ?? '') : id),
          has: (id) => (id === GROUP ? levels : [id]).some((name) => place.where.some((f) => f.column === name)),
          ask: (id) => askFilter(id === GROUP ? (levels[0] ?? '') : id),
        }}
        totals={totals}
        toolbar={<Toolbar state={state} />}
        rowClass={(node) => (node.kind === 'group' ? (node.level > 1 ? 'below' : undefined) : 'quiet')}
        empty={
          <EmptyState
            title={t('noLines')}
            text={t('noLinesText')}
            actions={
              <button type="button" className="link" onClick={() => change({ where: [], search: '', hideZero: false })}>
                {t('clearFilters')}
              </button>
            }
          />
        }
      />
    </>
  );
}

const label = (root: Branch<Answer>, t: ReturnType<typeof useBillWords>['t']): string =>
  root.truncated
    ? t('groupsTruncated', { n: grouped(root.rows.length) })
    : t('groupsOf', { count: root.rows.length, n: grouped(root.rows.length) });

/** A line of totals for each currency: they are never added. */
function totalsOf(root: Branch<Answer>, currency: string | null, words: string): Totals[] {
  return Object.entries(root.answer.totals)
    .filter(([code]) => currency === null || code === currency)
    .map(([code, values], index) => ({
      label: index === 0 ? words : '',
      values: {
        ...(currency === null ? { currency: code } : {}),
        ...(root.truncated ? {} : { lines: grouped(root.rows.reduce((n, row) => (row.currency === code ? n + row.lines : n), 0)) }),
        ...values,
      },
    }));
}
