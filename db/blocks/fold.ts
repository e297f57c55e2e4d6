import type { MoneyColumn } from './columns.ts';
import type { GroupCodes, Rows } from './group-codes.ts';
import { MeasureSum } from './measure-sum.ts';
import type { Segment } from './segment.ts';

/** Lines by group, with the number of them and exact sums, over any number of segments. */
export class Fold {
  readonly codes: GroupCodes;
  readonly sums: ReadonlyMap<MoneyColumn, MeasureSum>;
  #lines = new Float64Array(256);
  #groups = new Int32Array(0);

  constructor(codes: GroupCodes, measures: readonly MoneyColumn[]) {
    this.codes = codes;
    this.sums = new Map(measures.map((measure) => [measure, new MeasureSum(256)]));
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
    for (const [measure, sum] of this.sums) {
      sum.reserve(count);
      const block = segment.money(measure);
      if (block) sum.add(block, rows, groups);
    }
  }
}
