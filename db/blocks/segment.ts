import type { IntColumn, MoneyColumn } from './columns.ts';
import type { IntBlock } from './int-block.ts';
import type { MoneyBlock } from './money-block.ts';
import type { TextBlock } from './text-block.ts';

/** What can be asked of every line as a number: its columns, the batch that it came with, and how it is counted. */
export type Code = IntColumn | 'batch' | 'kind';

/** `kind` of a line that gave way to a later one; the others stand in bill_line. */
export const SUPERSEDED = -1;

/** Lines, or rows of a rollup, that lie one after the other; every column has `count` places. */
export interface Segment {
  readonly count: number;
  /** Id of the first line; the others follow without gaps. Rows of a rollup have none. */
  readonly firstId: number;
  /** How many lines each row of a rollup stands for; null where every row is one line. */
  readonly lines: Int32Array | null;
  ints(column: Code): IntBlock;
  /** Null where no line has the figure. */
  money(column: MoneyColumn): MoneyBlock | null;
  /** The order ids; null where no line has one. */
  orders(): TextBlock | null;
}
