import { useMemo } from 'react';
import { isZero, subtract, sum, type Amount } from '../../../../domain/money/amount.ts';
import type { CompareRow } from '../../../../services/contract/analysis.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { grouped } from '../../../app/duration.ts';
import { amountText, Chart, minorPlaces, waterfallOption, type WaterfallStep } from '../../../ui/index.ts';
import { shortNames } from './short-names.ts';
import { useCompareWords } from './words.ts';

type Totals = Output<'analysis/compare'>['currencies'][number];
/** Movers that get a bar of their own. */
const SHOWN = 6;

/** From the one total to the other by the top movers, and one bar for all the rest. A bar leads one level down. */
export function Bridge({
  totals,
  rows,
  by,
  now,
  before,
  onOpen,
}: {
  totals: Totals;
  rows: readonly CompareRow[];
  by: string;
  now: string;
  before: string;
  onOpen: (value: string | null) => void;
}) {
  const { t, column, value } = useCompareWords();
  const { currency } = totals;
  const movers = useMemo(() => rows.filter((r) => r.difference !== null && !isZero(r.difference)).slice(0, SHOWN), [rows]);
  const steps = useMemo((): WaterfallStep[] => {
    const left: Amount = subtract(totals.difference ?? '0', sum(movers.map((r) => r.difference)));
    const others = totals.groups.both + totals.groups.new + totals.groups.gone - movers.length;
    return [
      { name: before, amount: totals.before ?? '0', kind: 'total' },
      ...movers.map((r): WaterfallStep => ({ name: value(by, r.value), amount: r.difference!, kind: 'change' })),
      ...(others > 0 ? [{ name: t('rest', { n: grouped(others) }), amount: left, kind: 'change' } as const] : []),
      { name: now, amount: totals.now ?? '0', kind: 'total' },
    ];
  }, [totals, movers, by, now, before, value, t]);
  const places = minorPlaces(currency);
  const option = useMemo(
    () => shortNames(waterfallOption(steps, (place) => `${steps[place]!.name}\n${amountText(steps[place]!.amount, places)} ${currency}`)),
    [steps, places, currency],
  );
  return (
    <div className="compare-chart">
      <Chart
        option={option}
        label={t('bridge', { before, now, by: column(by) })}
        name={`compare-${by}-${before}-${now}`}
        height={190}
        table={{ columns: [column(by), `${t('amount')} ${currency}`], rows: steps.map((s) => [s.name, amountText(s.amount, places)]) }}
        onSelect={(name) => {
          const mover = movers.find((r) => value(by, r.value) === name);
          if (mover) onOpen(mover.value);
        }}
      />
    </div>
  );
}
