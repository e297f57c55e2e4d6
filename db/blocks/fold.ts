import type { MoneyColumn } from './columns.ts';
import type { GroupCodes, Rows } from './group-codes.ts';
import { MeasureSum } from './measure-sum.ts';
import type { Segment } from './segment.ts';

/** Lines by group, with the number of them and exact sums, over any number of segments. */
export class Fold {
  readonly codes: GroupCodes;
  /** Of each amount, which is one column or several added up. */
  readonly amounts: readonly MeasureSum[];
  /** The same by the first column of each. */
  readonly sums: ReadonlyMap<MoneyColumn, MeasureSum>;
  readonly #columns: readonly (readonly MoneyColumn[])[];
  #lines = new Float64Array(16);
  #groups = new Int32Array(0);

  constructor(codes: GroupCodes, amounts: readonly (readonly MoneyColumn[])[]) {
    this.codes = codes;
    this.#columns = amounts;
    this.amounts = amounts.map(() => new MeasureSum(16));
    this.sums = new Map(amounts.map(([first], i) => [first!, this.amounts[i]!]));
  }

  /** Number of lines of a group; 0 for one that only another fold with the same codes has. */
  lines(group: number): number {
    return this.#lines[group] ?? 0;
  }

  add(segment: Segment, rows: Rows): void {
    if (rows.count === 0) return;
    if (this.#groups.length < rows.count) this.#groups = new Int32Array(rows.count);
    const groups = this.#groups;
    this.codes.assign(segment, rows, groups);
    const { count } = this.codes;
    if (count > this.#lines.length) {
      const more = new Float64Array(Math.max(count, this.#lines.length * 2));
      more.set(this.#lines);
      this.#lines = more;
    }
    const lines = this.#lines;
    if (segment.lines) for (let k = 0; k < rows.count; k++) lines[groups[k]!] = lines[groups[k]!]! + segment.lines[rows.at[k]!]!;
    else for (let k = 0; k < rows.count; k++) lines[groups[k]!] = lines[groups[k]!]! + 1;
    this.amounts.forEach((sum, i) => {
      sum.reserve(count);
      for (const column of this.#columns[i]!) {
        const block = segment.money(column);
        if (block) sum.add(block, rows, groups);
      }
    });
  }
}
