import type { MeasureName } from '../../domain/formats/fields.ts';
import type { Grouping } from '../../domain/money/pieces.ts';
import type { KeyName, KeyTexts, LineSet } from './line-sets.ts';

/** Sums of a kind of lines, each piece by itself cut toward zero; in 10^-10. */
export interface CutSum {
  pieces: number;
  lines: number;
  exact: bigint;
  cut: bigint;
}
export interface CutPieces {
  /** Pay-per-use and spot. */
  usage: CutSum;
  /** Everything else: by order, or by line where there is none; cut only where the grouping says so. */
  apart: CutSum;
  /** The first pieces of the usage that have a key: what is cut away from them is largest, then by the texts of the key. */
  examples: { keys: KeyTexts; exact: bigint; cut: bigint }[];
}

/** What a question about pieces is put to. */
export interface PieceQuestion {
  set: LineSet;
  grouping: Grouping;
  /** Added up for each line. */
  measures: readonly MeasureName[];
  places: number;
  examples: number;
}

/** What the pieces of the usage are told apart by; a line without an order is a piece by itself. */
export const PIECE_KEYS: Readonly<Record<Grouping, readonly KeyName[]>> = {
  settlement: ['orderId'],
  line: [],
  specification: ['productType', 'product', 'spec', 'usageType'],
  usage: [],
};
