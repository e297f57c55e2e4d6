import { add, type Amount } from '../../../domain/money/amount.ts';
import { D } from '../../../domain/money/decimal.ts';
import type { ChartOption } from './option.ts';

/** One bar of a waterfall: a total stands on the ground, a change hangs where the one before ended. */
export interface WaterfallStep {
  name: string;
  amount: Amount;
  kind: 'total' | 'change';
}

export interface WaterfallBar {
  name: string;
  kind: 'total' | 'up' | 'down';
  /** Lower and upper edge. */
  from: Amount;
  to: Amount;
}

const COLOURS = { total: '--accent', up: '--series-2', down: '--series-4' } as const;

const smaller = (a: Amount, b: Amount): Amount => (new D(a).lessThan(b) ? a : b);
const larger = (a: Amount, b: Amount): Amount => (new D(a).lessThan(b) ? b : a);

/** Edges of every bar, exactly. */
export function waterfallBars(steps: readonly WaterfallStep[]): WaterfallBar[] {
  let level: Amount = '0';
  return steps.map(({ name, amount, kind }) => {
    const start = kind === 'total' ? '0' : level;
    level = kind === 'total' ? amount : add(level, amount);
    const direction = kind === 'total' ? 'total' : new D(amount).isNegative() ? 'down' : 'up';
    return { name, kind: direction, from: smaller(start, level), to: larger(start, level) };
  });
}

/**
 * A waterfall as floating bars. Positions are approximate as on every chart; `label` writes the exact figure.
 * @param label - text over a bar, by its place among the steps
 */
export function waterfallOption(steps: readonly WaterfallStep[], label: (place: number) => string): ChartOption {
  const bars = waterfallBars(steps);
  const at = (amount: Amount): number => new D(amount).toNumber();
  // Bars that cross zero are drawn in two parts, since a stack grows away from zero on either side.
  const above = (bar: WaterfallBar): [number, number] => [Math.max(at(bar.from), 0), Math.max(at(bar.to), 0)];
  const below = (bar: WaterfallBar): [number, number] => [Math.min(at(bar.to), 0), Math.min(at(bar.from), 0)];
  const series = { type: 'bar' as const, barMaxWidth: 56, barGap: '-100%' };
  const clear = { ...series, silent: true, itemStyle: { color: 'transparent' } };
  const drawn = (stack: 'above' | 'below', edges: (bar: WaterfallBar) => [number, number]) => ({
    ...series,
    stack,
    data: bars.map((bar) => {
      const [from, to] = edges(bar);
      return { value: to - from, itemStyle: { color: COLOURS[bar.kind] } };
    }),
  });
  return {
    xAxis: { type: 'category', data: bars.map((bar) => bar.name), axisLabel: { interval: 0, width: 110, overflow: 'truncate' } },
    yAxis: { type: 'value', splitNumber: 4 },
    tooltip: {
      axisPointer: { type: 'none' },
      formatter: (given: unknown) => {
        const [first] = Array.isArray(given) ? (given as { dataIndex: number }[]) : [];
        return first ? label(first.dataIndex) : '';
      },
    },
    series: [
      { ...clear, stack: 'above', data: bars.map((bar) => above(bar)[0]) },
      drawn('above', above),
      { ...clear, stack: 'below', data: bars.map((bar) => below(bar)[0]) },
      drawn('below', below),
    ],
  };
}
