import type { Identity } from '../../domain/formats/format.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import type { MoneyColumn } from './columns.ts';
import { GroupCodes, type Rows } from './group-codes.ts';
import { MeasureSum } from './measure-sum.ts';
import { hasFigure, lineSums } from './line-sums.ts';
import type { MoneyBlock } from './money-block.ts';
import { rowsOf } from './answer.ts';
import { SUPERSEDED, type Segment } from './segment.ts';
import { blockSets, segmentsOf } from './store.ts';
import { codeTest, type LineTest } from './tests.ts';

/** Lines of a batch by vendor, currency and kind, held against one identity; sums in 10^-10. */
export interface HeldGroup {
  vendor: number;
  /** Id of its text; 0: none. */
  currency: number;
  kind: number;
  lines: number;
  payable: bigint | null;
  results: { identity: Identity; checked: number; broken: number; left: bigint; right: bigint }[];
}

/** Holds the counted lines of a month against the identities of each batch; null where only SQL can tell. */
export function heldBatches(
  read: ReadDb,
  period: number,
  identitiesOf: (batch: number) => readonly Identity[],
): Map<number, HeldGroup[]> | null {
  const sets = blockSets(read);
  if (!sets) return null;
  const tests = liveIn(period);
  const found = new Map<number, HeldGroup[]>();
  for (const set of sets) {
    const codes = new GroupCodes([{ column: 'vendor' }, { column: 'currency' }, { column: 'kind' }]);
    const holders = identitiesOf(set.batch).map((identity) => new Holder(identity));
    const payable = new MeasureSum(4);
    const lines: number[] = [];
    for (const segment of segmentsOf(read, set)) {
      const rows = rowsOf(segment, tests);
      if (rows.count === 0) continue;
      const groups = new Int32Array(rows.count);
      codes.assign(segment, rows, groups);
      while (lines.length < codes.count) lines.push(0);
      for (let k = 0; k < rows.count; k++) lines[groups[k]!]!++;
      payable.reserve(codes.count);
      const block = segment.money('payable');
      if (block) payable.add(block, rows, groups);
      for (const holder of holders) holder.add(segment, rows, groups, codes.count);
    }
    found.set(
      set.batch,
      lines.map((count, group) => ({
        vendor: codes.value(group, 0),
        currency: codes.value(group, 1),
        kind: codes.value(group, 2),
        lines: count,
        payable: payable.scaled(group),
        results: holders.map((holder) => holder.result(group)),
      })),
    );
  }
  return found;
}

/** Ids of the first lines of those batches that break the identity, in their order; null where only SQL can tell. */
export function brokenIn(
  read: ReadDb,
  scope: { period: number; currency: number; batches: readonly number[] },
  identity: Identity,
  limit: number,
): number[] | null {
  const sets = blockSets(read);
  if (!sets) return null;
  const tests = [...liveIn(scope.period), codeTest('currency', (value) => value === scope.currency)];
  const ids: number[] = [];
  for (const set of sets.filter((own) => scope.batches.includes(own.batch)))
    for (const segment of segmentsOf(read, set)) {
      const rows = rowsOf(segment, tests);
      const held = rows.count > 0 ? heldIn(segment, identity, rows) : null;
      if (!held) continue;
      for (let k = 0; k < held.rows.count && ids.length < limit; k++) {
        const row = held.rows.at[k]!;
        if (held.broken(row)) ids.push(segment.firstId + row);
      }
      if (ids.length === limit) return ids;
    }
  return ids;
}

const liveIn = (period: number): LineTest[] => [
  codeTest('period', (value) => value === period),
  codeTest('kind', (kind) => kind !== SUPERSEDED),
];

/** Adds up one identity over the segments of a batch. */
class Holder {
  readonly #identity: Identity;
  readonly #left = new MeasureSum(4);
  readonly #right = new MeasureSum(4);
  readonly #checked: number[] = [];
  readonly #broken: number[] = [];

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  add(segment: Segment, rows: Rows, groups: Int32Array, count: number): void {
    for (const sum of [this.#left, this.#right]) sum.reserve(count);
    while (this.#checked.length < count) {
      this.#checked.push(0);
      this.#broken.push(0);
    }
    const held = heldIn(segment, this.#identity, rows);
    if (!held) return;
    const own = held.rows === rows ? groups : groupsOf(rows, groups, held.rows);
    this.#left.add(held.left, held.rows, own);
    for (const block of held.rights) this.#right.add(block, held.rows, own);
    for (let k = 0; k < held.rows.count; k++) {
      const group = own[k]!;
      this.#checked[group]!++;
      if (held.broken(held.rows.at[k]!)) this.#broken[group]!++;
    }
  }

  result(group: number): HeldGroup['results'][number] {
    return {
      identity: this.#identity,
      checked: this.#checked[group]!,
      broken: this.#broken[group]!,
      left: this.#left.scaled(group) ?? 0n,
      right: this.#right.scaled(group) ?? 0n,
    };
  }
}

/** Groups of those rows that were kept; both are in the order of the lines. */
function groupsOf(rows: Rows, groups: Int32Array, kept: Rows): Int32Array {
  const own = new Int32Array(kept.count);
  let k = 0;
  for (let i = 0; i < kept.count; i++) {
    while (rows.at[k] !== kept.at[i]) k++;
    own[i] = groups[k]!;
  }
  return own;
}

interface Held {
  left: MoneyBlock;
  rights: readonly MoneyBlock[];
  /** Lines that have the left side and something of the right. */
  rows: Rows;
  /** True where left − right is not zero. */
  broken: (row: number) => boolean;
}

function heldIn(segment: Segment, identity: Identity, rows: Rows): Held | null {
  const block = (measure: Identity['left']): MoneyBlock | null => segment.money(MEASURE_COLUMNS[measure] as MoneyColumn);
  const left = block(identity.left);
  const rights = identity.right.flatMap((measure) => block(measure) ?? []);
  if (!left || rights.length === 0) return null;
  const { whole, exact } = lineSums([left, ...rights], [1, ...rights.map(() => -1 as const)], segment.count);
  const broken = whole ? (row: number) => whole.values[row] !== 0 : (row: number) => exact(row) !== 0n;
  return { left, rights, rows: presentRows(left, rights, rows), broken };
}

function presentRows(left: MoneyBlock, rights: readonly MoneyBlock[], rows: Rows): Rows {
  const parts = rights.some((block) => block.full) ? [] : rights;
  if (left.full && parts.length === 0) return rows;
  const kept: Rows = { at: new Int32Array(rows.count), count: 0 };
  for (let k = 0; k < rows.count; k++) {
    const row = rows.at[k]!;
    if ((left.full || hasFigure(left, row)) && (parts.length === 0 || parts.some((block) => hasFigure(block, row))))
      kept.at[kept.count++] = row;
  }
  return kept;
}
