import { cutsApart } from '../../domain/money/pieces.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import { PIECE_KEYS, type CutPieces, type CutSum, type PieceQuestion } from '../queries/piece-question.ts';
import { rowsOf } from './answer.ts';
import type { MoneyColumn } from './columns.ts';
import { first } from './first.ts';
import { Fold } from './fold.ts';
import { GroupCodes, type Rows } from './group-codes.ts';
import { intAt } from './int-block.ts';
import { keyColumns } from './key-columns.ts';
import { byTexts, testsOfSet, textsOf } from './keyed.ts';
import { lineSums } from './line-sums.ts';
import { orderCodes, type OrderCodes } from './order-codes.ts';
import type { Segment } from './segment.ts';
import { blockSets, segmentsOf } from './store.ts';

const SCALE = 10;

/** cutPieces from blocks; null where only SQL can tell. */
export function piecesIn(read: ReadDb, { set, grouping, measures, places, examples }: PieceQuestion): CutPieces | null {
  const sets = blockSets(read);
  if (!sets) return null;
  const orders = orderCodes(read);
  const columns = measures.map((m) => MEASURE_COLUMNS[m]);
  const keys = keyColumns(read, PIECE_KEYS[grouping], orders);
  const usage = new Fold(new GroupCodes(keys), [columns]);
  const apart = new Fold(new GroupCodes(keyColumns(read, ['orderId'], orders)), [columns]);
  const [usageLines, apartLines] = [new LineCuts(columns, places), new LineCuts(columns, places)];
  const tests = testsOfSet(read, set, orders);
  const isUsage = usageTest(read);
  for (const own of sets.filter(({ batch }) => !set.batches || set.batches.includes(batch)))
    for (const segment of segmentsOf(read, own)) {
      const rows = rowsOf(segment, tests);
      if (rows.count === 0) continue;
      const [charged, others] = split(rows, isUsage(segment));
      const [ordered, single] =
        grouping === 'settlement'
          ? split(charged, hasOrder(segment, orders))
          : grouping === 'line'
            ? [NO_ROWS, charged]
            : [charged, NO_ROWS];
      usage.add(segment, ordered);
      usageLines.add(segment, single);
      const [ofOrders, loose] = split(others, hasOrder(segment, orders));
      apart.add(segment, ofOrders);
      apartLines.add(segment, loose);
    }
  const cuts = grouping === 'specification';
  return {
    usage: added(foldCut(usage, places), usageLines.sum),
    apart: uncut(added(foldCut(apart, places), apartLines.sum), !cuts),
    examples: largest(usage, keys, places, examples),
  };
}

const NO_ROWS: Rows = { at: new Int32Array(0), count: 0 };
const uncut = (sum: CutSum, exactly: boolean): CutSum => (exactly ? { ...sum, cut: sum.exact } : sum);
const added = (a: CutSum, b: CutSum): CutSum => ({
  pieces: a.pieces + b.pieces,
  lines: a.lines + b.lines,
  exact: a.exact + b.exact,
  cut: a.cut + b.cut,
});

/** Rows that pass, and those that do not; both in their order. */
function split({ at, count }: Rows, passes: (row: number) => boolean): [Rows, Rows] {
  const [yes, no] = [new Int32Array(count), new Int32Array(count)];
  let kept = 0;
  for (let k = 0; k < count; k++) {
    if (passes(at[k]!)) yes[kept++] = at[k]!;
    else no[k - kept] = at[k]!;
  }
  return [
    { at: yes, count: kept },
    { at: no, count: count - kept },
  ];
}

function hasOrder(segment: Segment, orders: OrderCodes): (row: number) => boolean {
  const codes = orders.ofSegment(segment);
  return (row) => intAt(codes, row) !== 0;
}

/** Whether a line is pay-per-use, by the texts of its billing mode and bill type, each pair of them read once. */
function usageTest(read: ReadDb): (segment: Segment) => (row: number) => boolean {
  const known = new Map<number, Map<number, boolean>>();
  const textOf = (id: number): string | null =>
    id === 0 ? null : (read.get<{ text: string }>('SELECT text FROM term WHERE id = ?', [id])?.text ?? null);
  return (segment) => {
    const [modes, types] = [segment.ints('billing_mode'), segment.ints('bill_type')];
    return (row) => {
      const [mode, type] = [intAt(modes, row), intAt(types, row)];
      let own = known.get(mode);
      if (!own) known.set(mode, (own = new Map()));
      let answer = own.get(type);
      if (answer === undefined) own.set(type, (answer = cutsApart(textOf(mode), textOf(type))));
      return answer;
    };
  };
}

function foldCut(fold: Fold, places: number): CutSum {
  const sum = fold.amounts[0]!;
  const result: CutSum = { pieces: 0, lines: 0, exact: 0n, cut: 0n };
  const { count } = fold.codes;
  for (let group = 0; group < count; group++) {
    const lines = fold.lines(group);
    if (lines === 0) continue;
    result.pieces++;
    result.lines += lines;
  }
  return { ...result, exact: sum.total(count), cut: sum.total(count) - sum.rest(count, places) };
}

/** Lines that are a piece by themselves. */
class LineCuts {
  readonly sum: CutSum = { pieces: 0, lines: 0, exact: 0n, cut: 0n };
  readonly #columns: readonly MoneyColumn[];
  readonly #places: number;

  constructor(columns: readonly MoneyColumn[], places: number) {
    this.#columns = columns;
    this.#places = places;
  }

  add(segment: Segment, { at, count }: Rows): void {
    if (count === 0) return;
    const blocks = this.#columns.flatMap((column) => segment.money(column) ?? []);
    const { whole, exact } = lineSums(
      blocks,
      blocks.map(() => 1),
      segment.count,
    );
    const { sum } = this;
    sum.pieces += count;
    sum.lines += count;
    if (whole) {
      const factor = 10 ** Math.max(0, whole.scale - this.#places);
      const fine = 10n ** BigInt(SCALE - whole.scale);
      let [all, rest] = [0, 0];
      for (let k = 0; k < count; k++) {
        const value = whole.values[at[k]!]!;
        all += value;
        rest += value % factor;
      }
      sum.exact += BigInt(all) * fine;
      sum.cut += BigInt(all - rest) * fine;
    } else {
      const divisor = 10n ** BigInt(SCALE - this.#places);
      for (let k = 0; k < count; k++) {
        const value = exact(at[k]!);
        sum.exact += value;
        sum.cut += value - (value % divisor);
      }
    }
  }
}

/** The pieces from which most is cut away. */
function largest(fold: Fold, keys: ReturnType<typeof keyColumns>, places: number, most: number): CutPieces['examples'] {
  const { codes } = fold;
  const sum = fold.amounts[0]!;
  const groups = Array.from({ length: codes.count }, (_, group) => group).filter((group) => fold.lines(group) > 0);
  const texts = byTexts(codes, keys);
  const size = (group: number): number => Math.abs(sum.restOf(group, places));
  const chosen = first(groups.length, most, (a, b) => size(groups[b]!) - size(groups[a]!) || texts(groups[a]!, groups[b]!)).map(
    (i) => groups[i]!,
  );
  const named = textsOf(codes, keys, chosen);
  const divisor = 10n ** BigInt(SCALE - places);
  return chosen.map((group, i) => {
    const exact = sum.scaled(group) ?? 0n;
    return { keys: named[i]!, exact, cut: exact - (exact % divisor) };
  });
}
