import type { Flow } from './flow.ts';
import { MARGIN } from './flow.ts';
import { A4, INK, MUTED, RULE, TINT, type Colour, type Orientation } from './page.ts';
import { longestPiece, printable, widthOf, wrap } from './text.ts';

export interface GridColumn {
  label: string;
  align: 'left' | 'right';
  /** Texts may be broken into lines; figures, dates and names of states never are. */
  wraps: boolean;
}
export interface GridCell {
  text: string;
  colour?: Colour;
  bold?: boolean;
}
export interface Grid {
  columns: GridColumn[];
  rows: GridCell[][];
  totals: GridCell[][];
  /** Below the rows of each page, where there is more than one. */
  foot?: GridFoot;
}
export interface GridFoot {
  /** No page has more lines of it. */
  most: number;
  /** Its lines for the rows from the one index up to the other, exclusive; none for no rows. */
  of(from: number, to: number): GridCell[][];
}

const GAP = 10;
const PAD = 3.2;
const SIZES = [8, 7.5, 7, 6.5, 6] as const;
const LEADING = 1.36;
/** Width of a label on one line, in sizes, before it takes a second. */
const LABEL = 9;
/** A column of text is not made narrower than this on account of one long word. */
const NARROWEST = 64;
/** … nor wider than this for the sake of one long text. */
const WIDEST = 400;

interface Fit {
  orientation: Orientation;
  size: number;
  widths: number[];
}

/** Upright where the table fits at a readable size, else across, else smaller. A page once turned is not turned back. */
export function fitGrid(flow: Flow, grid: Grid): Fit {
  const { whole, piece } = naturalWidths(flow, grid);
  const natural = (size: number): { wish: number[]; least: number[] } => {
    const least = grid.columns.map((c, i) =>
      c.wraps ? Math.min(NARROWEST, (piece[i] ?? 0) * size) : Math.max((whole[i] ?? 0) * size, (piece[i] ?? 0) * size),
    );
    return { wish: whole.map((w, i) => Math.max(Math.min(w * size, WIDEST), least[i] ?? 0)), least };
  };
  const total = (widths: number[]): number => widths.reduce((a, b) => a + b, 0) + GAP * (widths.length - 1);
  let last: Fit | undefined;
  for (const size of SIZES) {
    const { wish, least } = natural(size);
    for (const orientation of ['portrait', 'landscape'] as const) {
      // Upright only at the full size and without squeezing texts to splinters.
      if (orientation === 'portrait' && (size < 7.5 || flow.page.orientation === 'landscape')) continue;
      const room = A4[orientation][0] - 2 * MARGIN.side;
      const squeezed = wish.map((w, i) => (orientation === 'portrait' ? Math.max(least[i] ?? 0, w * 0.5) : (least[i] ?? 0)));
      last = { orientation, size, widths: spread(wish, squeezed, room - GAP * (wish.length - 1), grid.columns) };
      if (total(squeezed) <= room) return last;
    }
  }
  if (!last) throw new Error('A table without columns.');
  return last;
}

const inBold = (cells: readonly GridCell[]): GridCell[] => cells.map((cell) => ({ ...cell, bold: true }));

/** For each column the widest line and the widest piece that is never broken, in points at size 1: measured once, they scale. */
function naturalWidths(flow: Flow, grid: Grid): { whole: number[]; piece: number[] } {
  const { bold, regular } = flow.faces;
  // The label of a column of figures may take two lines; it asks for no more than its longest word.
  const whole = grid.columns.map((c) => (c.wraps ? widthOf(bold, c.label, 1) : Math.min(widthOf(bold, c.label, 1), LABEL)));
  const piece = grid.columns.map((c) => longestPiece(bold, c.label, 1));
  for (const row of [...grid.rows, ...grid.totals.map(inBold)])
    row.forEach((cell, i) => {
      const face = cell.bold ? bold : regular;
      for (const line of printable(cell.text).split('\n')) whole[i] = Math.max(whole[i] ?? 0, widthOf(face, line, 1));
      if (grid.columns[i]?.wraps) piece[i] = Math.max(piece[i] ?? 0, longestPiece(face, cell.text, 1));
    });
  return { whole, piece };
}

/** Each column its wish where there is room, else what is over the least in proportion; spare room goes to the texts. */
function spread(wish: number[], least: number[], room: number, columns: GridColumn[]): number[] {
  const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
  if (sum(wish) <= room) {
    const takers = columns.map((c) => (c.wraps ? 1 : 0.25));
    const share = (room - sum(wish)) / sum(takers);
    return wish.map((w, i) => w + share * (takers[i] ?? 0));
  }
  if (sum(least) >= room) return least.map((l) => (l * room) / sum(least));
  const slack = (room - sum(least)) / (sum(wish) - sum(least));
  return wish.map((w, i) => (least[i] ?? 0) + (w - (least[i] ?? 0)) * slack);
}

/** Draws the table from the flow's place on, header again on every page. `breathe` is called after each row. */
export async function drawGrid(flow: Flow, grid: Grid, fit: Fit, breathe: () => Promise<void> | undefined): Promise<void> {
  const { size, widths } = fit;
  const line = size * LEADING;
  const lefts = widths.map((_, i) => flow.left + widths.slice(0, i).reduce((a, b) => a + b + GAP, 0));
  const put = (cell: GridCell, i: number, lines: readonly string[], top: number, colour: Colour): void => {
    const column = grid.columns[i];
    const face = cell.bold ? flow.faces.bold : flow.faces.regular;
    const x = (lefts[i] ?? 0) + (column?.align === 'right' ? (widths[i] ?? 0) : 0);
    lines.forEach((text, k) =>
      flow.page.text(x, top + PAD + size * 0.98 + k * line, text, { face, size, colour: cell.colour ?? colour, align: column?.align }),
    );
  };
  const header = (): void => {
    const lines = grid.columns.map((c, i) => wrap(flow.faces.bold, c.label, size, widths[i] ?? 0));
    const height = Math.max(...lines.map((l) => l.length)) * line + 2 * PAD;
    flow.page.fill(flow.left - 4, flow.y, flow.width + 8, height, TINT);
    const bottom = Math.max(...lines.map((l) => l.length));
    // Labels stand on the bottom line, next to their figures.
    grid.columns.forEach((c, i) =>
      put({ text: c.label, bold: true }, i, lines[i] ?? [], flow.y + (bottom - (lines[i]?.length ?? 0)) * line, MUTED),
    );
    flow.y += height;
  };
  // Rows of this page: from the first that stands on it to the one at hand.
  let first = 0;
  let next = 0;
  const ofFoot = grid.foot ? grid.foot.most * (line + 2 * PAD) : 0;
  const footOf = (to: number): void => {
    const feet = grid.foot?.of(first, to) ?? [];
    if (feet.length > 0) flow.page.rule(flow.left - 4, flow.y, flow.width + 8, MUTED, 0.5);
    for (const cells of feet) {
      inBold(cells).forEach((cell, i) => put(cell, i, [cell.text], flow.y, MUTED));
      flow.y += line + 2 * PAD;
    }
    first = to;
  };
  const onNext = (): void => {
    footOf(next);
    flow.next();
    header();
  };
  const row = (cells: readonly GridCell[], ruleWeight: number, kept = 0, index = -1): void => {
    let lines = cells.map((cell, i) =>
      grid.columns[i]?.wraps
        ? wrap(cell.bold ? flow.faces.bold : flow.faces.regular, cell.text, size, widths[i] ?? 0)
        : printable(cell.text).split('\n'),
    );
    for (;;) {
      const rows = Math.max(1, ...lines.map((l) => l.length));
      const height = rows * line + 2 * PAD;
      if (height > flow.room - kept && height < flow.page.height - MARGIN.top - MARGIN.bottom - 60) onNext();
      const fits = Math.max(1, Math.floor((flow.room - kept - 2 * PAD) / line));
      const part = lines.map((l) => l.slice(0, fits));
      cells.forEach((cell, i) => put(cell, i, part[i] ?? [], flow.y, INK));
      flow.y += Math.min(rows, fits) * line + 2 * PAD;
      if (rows <= fits) break;
      // Taller than a page: go on with the rest of its lines.
      lines = lines.map((l) => l.slice(fits));
      next = Math.max(next, index + 1);
      onNext();
    }
    flow.page.rule(flow.left - 4, flow.y, flow.width + 8, RULE, ruleWeight);
  };
  header();
  for (const [index, cells] of grid.rows.entries()) {
    row(cells, 0.3, ofFoot, index);
    next = index + 1;
    const pause = breathe();
    if (pause) await pause;
  }
  if (first > 0) footOf(next);
  first = next;
  if (grid.totals.length > 0) flow.page.rule(flow.left - 4, flow.y, flow.width + 8, MUTED, 0.8);
  for (const cells of grid.totals) row(inBold(cells), 0.3);
}
