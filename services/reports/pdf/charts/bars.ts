import { add, isZero, subtract, type Amount } from '../../../../domain/money/amount.ts';
import { D } from '../../../../domain/money/decimal.ts';
import { shown } from '../../figures.ts';
import type { Flow } from '../flow.ts';
import { ACCENT, INK, MUTED, RED, RULE } from '../page.ts';
import { widthOf, wrap } from '../text.ts';
import { position, scaleOf } from './scale.ts';

export interface BarPart {
  label: string;
  amount: Amount;
}

const ROW = 17;
const BAR = 8;
const MOST = 12;

/** Height in points of so many bars. */
export const barsHeight = (parts: readonly BarPart[]): number => (parts.length === 0 ? 0 : parts.length * ROW + 6);

/** The largest parts by size, the rest as one; nothing is left out of the sum. */
export function largestParts(parts: readonly BarPart[], rest: (count: number) => string, most = MOST): BarPart[] {
  const sorted = parts.filter((p) => !isZero(p.amount)).sort((a, b) => new D(b.amount).abs().comparedTo(new D(a.amount).abs()));
  if (sorted.length <= most) return sorted;
  const tail = sorted.slice(most - 1);
  return [...sorted.slice(0, most - 1), { label: rest(tail.length), amount: tail.reduce((sum, p) => add(sum, p.amount), '0') }];
}

/** Parts of a whole as bars, one below the other, each with its figure and its share. Never torn over two pages. */
export function drawBars(flow: Flow, parts: readonly BarPart[], currency: string, total: Amount): void {
  const { regular } = flow.faces;
  flow.need(barsHeight(parts));
  const figures = parts.map((p) => shown(p.amount, currency).replace('-', '−'));
  const labelWidth = Math.min(170, Math.max(60, ...parts.map((p) => widthOf(regular, p.label, 8))) + 8);
  const figureWidth = Math.max(...figures.map((f) => widthOf(regular, f, 8)), 40) + 44;
  const left = flow.left + labelWidth;
  const width = flow.width - labelWidth - figureWidth;
  const scale = scaleOf(parts.map((p) => position(p.amount)));
  const zero = left + scale.at(0) * width;
  parts.forEach((part, i) => {
    const y = flow.y + i * ROW;
    const end = left + scale.at(position(part.amount)) * width;
    flow.page.text(flow.left, y + 11, wrap(regular, part.label, 8, labelWidth - 8)[0] ?? '', { face: regular, size: 8 });
    flow.page.fill(Math.min(zero, end), y + (ROW - BAR) / 2, Math.max(0.4, Math.abs(end - zero)), BAR, end < zero ? RED : ACCENT);
    const negative = part.amount.startsWith('-');
    const right = flow.left + flow.width;
    flow.page.text(right - 40, y + 11, figures[i] ?? '', { face: regular, size: 8, align: 'right', colour: negative ? RED : INK });
    flow.page.text(right, y + 11, share(part.amount, total), { face: regular, size: 7, align: 'right', colour: MUTED });
  });
  flow.page.fill(zero - 0.2, flow.y, 0.4, parts.length * ROW, RULE);
  flow.y += barsHeight(parts);
}

/** Half-up to one decimal, once; empty where there is no whole. */
const share = (part: Amount, total: Amount): string =>
  isZero(total) || isZero(subtract(part, '0')) ? '' : `${new D(part).dividedBy(total).times(100).toFixed(1).replace('-', '−')} %`;
