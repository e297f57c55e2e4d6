import { MEASURE_NAMES, type MeasureName } from '../../../../domain/formats/fields.ts';
import { grouped } from '../../../app/duration.ts';
import type { DataColumn } from '../../../ui/index.ts';
import type { DetailWords } from '../detail-words.ts';
import type { BillWords } from '../words.ts';
import { amountWidth } from './columns.ts';
import { acrossId, GROUP, TOTAL } from './pivot-rows.ts';
import type { TreeNode } from './useTree.ts';

const SHOWN = new Set<string>(['listPrice', 'discount', 'payable', 'coupon']);

interface What {
  words: BillWords;
  d: DetailWords;
  levels: readonly string[];
  currency: string | null;
  more: (node: TreeNode) => void;
  totals: Readonly<Record<string, Readonly<Record<string, string | null>>>> | undefined;
  /** What is shown: a column is as wide as its longest amount, which need not be the total. */
  nodes: readonly TreeNode[];
}

const widthOf = ({ totals, nodes }: What, id: string, least: number): number =>
  Math.max(
    least,
    ...Object.values(totals ?? {}).map((sums) => amountWidth(sums[id], least)),
    ...nodes.map((node) => (node.row ? amountWidth(node.row.amounts[id], least) : 0)),
  );

/** The groups, the currency where there are several, and how many lines. */
function firstColumns({ words: { t, column, value }, d, levels, currency, more }: What, pinned: boolean): DataColumn<TreeNode>[] {
  const textOf = (node: TreeNode): string => value(levels[node.level - 1] ?? '', node.path.at(-1) ?? null);
  return [
    {
      id: GROUP,
      header: levels.map(column).join(' › '),
      width: 260,
      grow: true,
      pinned,
      value: (node) => (node.kind === 'group' ? textOf(node) : null),
      render: (node) =>
        node.kind === 'group' ? (
          <span className="cell-words" title={textOf(node)}>
            {textOf(node)}
          </span>
        ) : node.kind === 'more' ? (
          <button
            type="button"
            className="link"
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              more(node);
            }}
          >
            {d('moreGroups')}
          </button>
        ) : (
          <span className="dim">{node.kind === 'wait' ? t('loading') : d(node.kind === 'rest' ? 'restOfGroups' : 'failed')}</span>
        ),
    },
    ...(currency === null
      ? [{ id: 'currency', header: column('currency'), width: 84, sortable: false, value: (node: TreeNode) => node.row?.currency ?? null }]
      : []),
    {
      id: 'lines',
      header: t('linesHead'),
      kind: 'count',
      width: 88,
      value: (node) => node.row?.lines ?? null,
      render: (node) => (node.row ? grouped(node.row.lines) : null),
    },
  ];
}

const amountColumn = (id: string, header: string, width: number, currency: string | null): DataColumn<TreeNode> => ({
  id,
  header,
  kind: 'amount',
  width,
  currency,
  // What is no group has no amounts, rather than missing ones.
  value: (node) => (node.row ? node.row.amounts[id] : ''),
});

/** Columns of the groups with every measure. */
export function measureColumns(what: What): DataColumn<TreeNode>[] {
  return [
    ...firstColumns(what, false),
    ...MEASURE_NAMES.map((m) => ({
      ...amountColumn(m, what.words.column(m), widthOf(what, m, 112), what.currency),
      hidden: !SHOWN.has(m),
    })),
  ];
}

/** Columns of one measure over billing cycles or days, its total first; the groups stay in sight. */
export function crossColumns(
  what: What,
  across: 'date' | 'period',
  measure: MeasureName,
  heads: readonly (string | null)[],
): DataColumn<TreeNode>[] {
  const { t, column } = what.words;
  const name = column(measure);
  return [
    ...firstColumns(what, true),
    { ...amountColumn(TOTAL, t('total'), widthOf(what, TOTAL, 120), what.currency), help: name },
    ...heads.map((head) => ({
      ...amountColumn(
        acrossId(head),
        across === 'date' && head ? head.slice(5) : (head ?? t('noValue')),
        widthOf(what, acrossId(head), 96),
        null,
      ),
      help: `${name} · ${head ?? t('noValue')}`,
      sortable: false,
    })),
  ];
}
