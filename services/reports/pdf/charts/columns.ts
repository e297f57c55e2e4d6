import type { Amount } from '../../../../domain/money/amount.ts';
import { shown } from '../../figures.ts';
import type { Flow } from '../flow.ts';
import { INK, MUTED, RULE, type Colour } from '../page.ts';
import { widthOf, wrap } from '../text.ts';
import { position, scaleOf } from './scale.ts';

/** A column from one amount to another: a total stands on zero, a change of a waterfall hangs. */
export interface ChartColumn {
  label: string;
  from: Amount;
  to: Amount;
  /** The figure written over it. */
  figure: Amount;
  colour: Colour;
}

const HEIGHT = 110;
const HEAD = 12;
const FOOT = 26;

/** Height in points of a drawing of columns. */
export const COLUMNS_HEIGHT = HEIGHT + HEAD + FOOT;

/** Columns side by side with their figures above and their labels below. Never torn over two pages. */
export function drawColumns(flow: Flow, columns: readonly ChartColumn[], currency: string): void {
  flow.need(COLUMNS_HEIGHT);
  const { regular } = flow.faces;
  const scale = scaleOf(columns.flatMap((c) => [position(c.from), position(c.to)]));
  const slot = flow.width / Math.max(1, columns.length);
  const width = Math.min(52, slot * 0.6);
  const top = flow.y + HEAD;
  const at = (amount: Amount): number => top + (1 - scale.at(position(amount))) * HEIGHT;
  const ground = top + (1 - scale.at(0)) * HEIGHT;
  columns.forEach((column, i) => {
    const centre = flow.left + slot * (i + 0.5);
    const [high, low] = [Math.min(at(column.from), at(column.to)), Math.max(at(column.from), at(column.to))];
    flow.page.fill(centre - width / 2, high, width, Math.max(0.4, low - high), column.colour);
    const figure = shown(column.figure, currency).replace('-', '−');
    let size = 7.5;
    while (size > 4.5 && widthOf(regular, figure, size) > slot - 3) size -= 0.25;
    flow.page.text(centre + widthOf(regular, figure, size) / 2, high - 3, figure, { face: regular, size, colour: INK, align: 'right' });
    wrap(regular, column.label, 7.5, slot - 4)
      .slice(0, 2)
      .forEach((line, k) =>
        flow.page.text(centre + widthOf(regular, line, 7.5) / 2, top + HEIGHT + 11 + k * 9, line, {
          face: regular,
          size: 7.5,
          colour: MUTED,
          align: 'right',
        }),
      );
  });
  flow.page.rule(flow.left, ground, flow.width, RULE, 0.5);
  flow.y += COLUMNS_HEIGHT;
}
