import { longestPiece, printable, widthOf, wrap } from '../../reports/pdf/text.ts';
import type { Flow } from '../../reports/pdf/flow.ts';
import type { Told } from '../language.ts';

export interface PaperColumn {
  label: Told;
  align: 'left' | 'right';
  /** The column that takes what room is left, and whose texts are broken into lines. */
  wraps?: boolean;
  cells: readonly string[];
}

export const GAP = 9;
const SIZES = [8, 7.5, 7, 6.5, 6, 5.5, 5] as const;
/** Width of a label, in sizes, before it takes a second line. */
const LABEL = 8.5;
/** A column of texts is not made narrower than this while there is a smaller size to try. */
const NARROWEST = 130;

/** The largest size at which every figure stands on one line and texts have room; widths of the columns at that size. */
export function fitColumns(flow: Flow, columns: readonly PaperColumn[]): { size: number; widths: number[] } {
  const { regular, bold } = flow.faces;
  const natural = columns.map((column) => {
    const label = Math.max(
      ...column.label.map((text = '') => Math.max(longestPiece(bold, text, 1), Math.min(LABEL, widthOf(bold, printable(text), 1)))),
    );
    return Math.max(label, ...(column.wraps ? [] : column.cells.map((cell) => widthOf(regular, printable(cell), 1))));
  });
  const gaps = GAP * (columns.length - 1);
  for (const size of SIZES) {
    const fixed = natural.reduce((sum, width, i) => (columns[i]?.wraps ? sum : sum + width * size), 0);
    const rest = flow.width - gaps - fixed;
    if (rest >= NARROWEST || size === SIZES.at(-1))
      return { size, widths: natural.map((width, i) => (columns[i]?.wraps ? Math.max(60, rest) : width * size)) };
  }
  throw new Error('A table without a size.');
}

/** Labels of the columns as lines, each language on its own. */
export const headLines = (flow: Flow, columns: readonly PaperColumn[], size: number, widths: readonly number[]): string[][] =>
  columns.map((column, i) => column.label.flatMap((text) => wrap(flow.faces.bold, text ?? '', size, widths[i] ?? 0)));
