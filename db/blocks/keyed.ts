import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import type { KeyedSums, KeyName, KeyTexts, LineSet, Side } from '../queries/line-sets.ts';
import { rowsOf } from './answer.ts';
import { first } from './first.ts';
import { Fold } from './fold.ts';
import type { MoneyColumn } from './columns.ts';
import { GroupCodes, type Rows } from './group-codes.ts';
import { intAt } from './int-block.ts';
import { currencyCode, keyColumns, type KeyColumn } from './key-columns.ts';
import { orderCodes, type OrderCodes } from './order-codes.ts';
import { rollupWith } from './rollups.ts';
import type { Code, Segment } from './segment.ts';
import { blockSets, rollupOf, segmentsOf, type BlockSet } from './store.ts';
import { codeTest, type LineTest } from './tests.ts';

export const columnsOf = ({ amounts }: Side): MoneyColumn[][] => amounts.map((measures) => measures.map((m) => MEASURE_COLUMNS[m]));

/** keyedSums from blocks; null where only SQL can tell. */
export function sumsIn(read: ReadDb, side: Side, by: readonly KeyName[], most: number): { groups: KeyedSums[]; count: number } | null {
  const orders = orderCodes(read);
  const columns = keyColumns(read, by, orders);
  const fold = foldSide(read, side, columns, orders);
  if (!fold) return null;
  const groups = Array.from({ length: fold.codes.count }, (_, group) => group).filter((group) => fold.lines(group) > 0);
  const compare = byTexts(fold.codes, columns);
  const chosen = first(groups.length, most, (a, b) => compare(groups[a]!, groups[b]!)).map((i) => groups[i]!);
  const texts = textsOf(fold.codes, columns, chosen);
  return { groups: chosen.map((group, i) => ({ keys: texts[i]!, ...sumsOf(fold, group) })), count: groups.length };
}

/** hasKey from blocks; null where only SQL can tell. */
export function hasIn(read: ReadDb, set: LineSet, key: KeyName): boolean | null {
  const sets = blockSets(read);
  if (!sets) return null;
  const orders = orderCodes(read);
  const columns = keyColumns(read, [key], orders);
  for (const { segment, rows } of linesOf(read, sets, set, columns, orders)) {
    const block = columns[0]!.block?.(segment) ?? segment.ints(columns[0]!.column as Code);
    for (let k = 0; k < rows.count; k++) if (intAt(block, rows.at[k]!) !== columns[0]!.missing) return true;
  }
  return false;
}

/** keyedLineIds from blocks; null where only SQL can tell. */
export function idsOf(
  read: ReadDb,
  set: LineSet,
  by: readonly KeyName[],
  keys: readonly KeyTexts[],
  limit: number,
): { ids: number[]; count: number } | null {
  const sets = blockSets(read);
  if (!sets) return null;
  const orders = orderCodes(read);
  const columns = keyColumns(read, by, orders);
  const codes = columns.map((column, place) => {
    const texts = [...new Set(keys.map((key) => key[place]!))];
    return new Map<string | null, number>(texts.flatMap((text) => column.codes([text]).map((code) => [text, code] as const)));
  });
  const wanted = new Set(keys.map((key) => key.map((text, place) => codes[place]!.get(text)).join()));
  const tests = [
    ...testsOfSet(read, set, orders),
    ...columns.map((column, place) => amongTest(column, [...codes[place]!.values()], false)),
  ];
  const found = { ids: [] as number[], count: 0 };
  for (const own of among(sets, set))
    for (const segment of segmentsOf(read, own)) {
      const rows = rowsOf(segment, tests);
      if (rows.count === 0) continue;
      const blocks = columns.map(({ block, column }) => (block ? block(segment) : segment.ints(column as Code)));
      for (let k = 0; k < rows.count; k++) {
        const row = rows.at[k]!;
        if (!wanted.has(blocks.map((block) => intAt(block, row)).join())) continue;
        found.count++;
        if (found.ids.length < limit) found.ids.push(segment.firstId + row);
      }
    }
  return found;
}

/** The lines of a side by key; null where a batch has no blocks. */
function foldSide(read: ReadDb, side: Side, by: readonly KeyColumn[], orders: OrderCodes): Fold | null {
  const sets = blockSets(read);
  if (!sets) return null;
  const fold = new Fold(new GroupCodes(by), columnsOf(side));
  for (const { segment, rows } of linesOf(read, sets, side.set, by, orders)) fold.add(segment, rows);
  return fold;
}

/** Segments with the rows of them that are in the set: of rollups where they tell all that is asked. Rows are valid until the next segment. */
export function* linesOf(
  read: ReadDb,
  sets: readonly BlockSet[],
  set: LineSet,
  by: readonly KeyColumn[],
  orders: OrderCodes,
): Generator<{ segment: Segment; rows: Rows }> {
  const tests = testsOfSet(read, set, orders);
  const rollup = tests.every((t) => t.columns !== null)
    ? rollupWith([...by.map((b) => b.column), ...tests.flatMap((t) => t.columns!)])
    : null;
  for (const own of among(sets, set)) {
    const sums = rollup && rollupOf(read, own, rollup);
    for (const segment of sums ? [sums] : segmentsOf(read, own)) {
      const rows = rowsOf(segment, tests);
      if (rows.count > 0) yield { segment, rows };
    }
  }
}

const among = (sets: readonly BlockSet[], { batches }: LineSet): readonly BlockSet[] =>
  batches ? sets.filter((set) => batches.includes(set.batch)) : sets;

/** What lines of a set must pass, the cheapest first. */
export function testsOfSet(read: ReadDb, set: LineSet, orders: OrderCodes): LineTest[] {
  const { periods, vendor, kinds } = set;
  const currency = currencyCode(read, set.currency);
  return [
    codeTest('kind', (kind) => kinds.includes(kind)),
    codeTest('vendor', (value) => value === vendor),
    codeTest('period', (value) => periods === null || periods.includes(value)),
    codeTest('currency', (value) => value === currency),
    ...(set.among ?? []).map(({ key, values, not }) => {
      const [column] = keyColumns(read, [key], orders) as [KeyColumn];
      return amongTest(column, column.codes(values), not ?? false);
    }),
  ];
}

/** Lines whose number in the column is one of these, or none of them. */
function amongTest({ column, block }: KeyColumn, codes: readonly number[], not: boolean): LineTest {
  const wanted = new Set(codes);
  if (column !== 'order_id') return codeTest(column, (value) => wanted.has(value) !== not);
  return {
    columns: null,
    keep(segment, rows) {
      const orders = block!(segment);
      let kept = 0;
      for (let k = 0; k < rows.count; k++) {
        const row = rows.at[k]!;
        if (wanted.has(intAt(orders, row)) !== not) rows.at[kept++] = row;
      }
      rows.count = kept;
    },
  };
}

const sumsOf = (fold: Fold, group: number) => ({ lines: fold.lines(group), sums: fold.amounts.map((sum) => sum.scaled(group)) });

/** Order of groups by the texts of their keys, missing ones last. */
export function byTexts(codes: GroupCodes, columns: readonly KeyColumn[]): (a: number, b: number) => number {
  const orders = columns.map((column, place) =>
    column.order(() => Array.from({ length: codes.count }, (_, group) => codes.value(group, place))),
  );
  return (a, b) => {
    for (const [place, order] of orders.entries()) {
      const [one, other] = [codes.value(a, place), codes.value(b, place)];
      const apart = one === other ? 0 : order(one, other);
      if (apart !== 0) return apart;
    }
    return 0;
  };
}

/** The texts of the keys of these groups. */
export function textsOf(codes: GroupCodes, columns: readonly KeyColumn[], groups: readonly number[]): (string | null)[][] {
  const texts = columns.map((column, place) => column.texts([...new Set(groups.map((group) => codes.value(group, place)))]));
  return groups.map((group) => texts.map((of, place) => of.get(codes.value(group, place)) ?? null));
}
