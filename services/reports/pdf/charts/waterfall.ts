import { add, type Amount } from '../../../../domain/money/amount.ts';
import { ACCENT, AMBER, GREEN } from '../page.ts';
import type { ChartColumn } from './columns.ts';

/** One step: a total stands on zero, a change hangs where the step before ended. */
export interface Step {
  label: string;
  amount: Amount;
  kind: 'total' | 'change';
}

/** Columns of a waterfall. What takes away is green: it makes the bill smaller. */
export function waterfall(steps: readonly Step[]): ChartColumn[] {
  let level: Amount = '0';
  return steps.map(({ label, amount, kind }) => {
    const from = kind === 'total' ? '0' : level;
    level = kind === 'total' ? amount : add(level, amount);
    const colour = kind === 'total' ? ACCENT : amount.startsWith('-') ? GREEN : AMBER;
    return { label, from, to: level, figure: amount, colour };
  });
}
