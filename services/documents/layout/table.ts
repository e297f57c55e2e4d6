import { MARGIN } from '../../reports/pdf/flow.ts';
import { INK, MUTED, RULE, TINT, type Colour } from '../../reports/pdf/page.ts';
import { wrap } from '../../reports/pdf/text.ts';
import { fitColumns, GAP, headLines, type PaperColumn } from './columns.ts';
import { LEADING, type Sheet } from './sheet.ts';

const PAD = 3.2;

export interface CarriedRow {
  label: string;
  /** Figures by column. */
  cells: ReadonlyMap<number, string>;
}

export interface TableOptions {
  /** Sums of the rows before that one, written where the table leaves a page and where it goes on. */
  carry?: { forward: (row: number) => CarriedRow; brought: (row: number) => CarriedRow };
  /** Muted text below the wrapped cell of a row. */
  below?: (row: number) => string | null;
  /** After each row; for long tables to give way. */
  breathe?: () => Promise<void> | undefined;
}

/** A table over as many pages as it takes, its header again on each; a row is torn only where it is taller than a page. */
export async function drawTable(sheet: Sheet, columns: readonly PaperColumn[], options: TableOptions = {}): Promise<void> {
  const { flow } = sheet;
  const { regular, bold } = flow.faces;
  const { size, widths } = fitColumns(flow, columns);
  const line = size * LEADING;
  const lefts = widths.map((_, i) => flow.left + widths.slice(0, i).reduce((a, b) => a + b + GAP, 0));
  const carried = options.carry ? line + 2 * PAD : 0;
  const rows = Math.max(0, ...columns.map((column) => column.cells.length));

  const put = (i: number, lines: readonly string[], top: number, face = regular, colour: Colour = INK): void => {
    const column = columns[i];
    const x = (lefts[i] ?? 0) + (column?.align === 'right' ? (widths[i] ?? 0) : 0);
    lines.forEach((text, k) =>
      flow.page.text(x, top + PAD + size * 0.98 + k * line, text, { face, size, colour, align: column?.align ?? 'left' }),
    );
  };
  const heads = headLines(flow, columns, size, widths);
  const deepest = Math.max(...heads.map((lines) => lines.length));
  const header = (): void => {
    const height = deepest * line + 2 * PAD;
    flow.page.fill(flow.left - 4, flow.y, flow.width + 8, height, TINT);
    heads.forEach((lines, i) => put(i, lines, flow.y + (deepest - lines.length) * line, bold, MUTED));
    flow.y += height;
  };
  const carry = (row: CarriedRow): void => {
    const at = columns.findIndex((column) => column.wraps);
    put(at, [row.label], flow.y, bold, MUTED);
    for (const [i, text] of row.cells) put(i, [text], flow.y, bold, MUTED);
    flow.y += carried;
    flow.page.rule(flow.left - 4, flow.y, flow.width + 8, RULE, 0.6);
  };
  const turn = (row: number): void => {
    if (options.carry && row > 0) carry(options.carry.forward(row));
    flow.next();
    header();
    if (options.carry && row > 0) carry(options.carry.brought(row));
  };

  flow.need(deepest * line + 4 * PAD + 3 * line + carried);
  header();
  const whole = flow.page.height - MARGIN.top - MARGIN.bottom - 80 - deepest * line;
  for (let row = 0; row < rows; row++) {
    let lines = columns.map((column, i) => {
      const cell = column.cells[row] ?? '';
      return column.wraps ? wrap(regular, cell, size, widths[i] ?? 0) : [cell];
    });
    const below = options.below?.(row) ?? null;
    const extra = below === null ? 0 : 1;
    for (;;) {
      const deep = Math.max(1, ...lines.map((l) => l.length));
      const height = (deep + extra) * line + 2 * PAD;
      // Room for the sum is kept on every page that is not the table's last.
      const room = flow.room - (row < rows - 1 ? carried : 0);
      if (height > room && height < whole) turn(row);
      const fits = Math.max(1, Math.floor((flow.room - carried - 2 * PAD) / line));
      if (deep + extra <= fits || height <= room) {
        columns.forEach((_, i) => put(i, lines[i] ?? [], flow.y));
        if (below !== null)
          put(
            columns.findIndex((c) => c.wraps),
            [below],
            flow.y + deep * line,
            regular,
            MUTED,
          );
        flow.y += height;
        break;
      }
      // Taller than a page: go on with the rest of its lines.
      const part = lines.map((l) => l.slice(0, fits));
      columns.forEach((_, i) => put(i, part[i] ?? [], flow.y));
      flow.y += fits * line + 2 * PAD;
      lines = lines.map((l) => l.slice(fits));
      turn(row);
    }
    flow.page.rule(flow.left - 4, flow.y, flow.width + 8, RULE, 0.3);
    const pause = options.breathe?.();
    if (pause) await pause;
  }
}
