import { amount, subtract, sum, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { minorUnits } from '../money/minor-units.ts';
import { round, type RoundingPolicy } from '../money/rounding.ts';
import { say, type Said } from '../words/said.ts';

/** Exact amounts told in whole minor units of a currency, so that the parts add up to the rounded total. */
export interface RoundedLines {
  lines: Amount[];
  exact: Amount;
  total: Amount;
  /** total − exact. */
  difference: Amount;
  policy: RoundingPolicy;
  step: Said;
}

/** The policy of documents made here. */
export const documentPolicy = (currency: string): RoundingPolicy => ({
  id: `document.largest-remainder-${minorUnits(currency)}`,
  mode: 'half-up',
  places: minorUnits(currency),
  title: 'The total is rounded half-up once; lines are rounded by the largest remainder, so that they add up to it',
  titleZh: '合计四舍五入一次；各行按最大余数法取整，使之与合计一致',
  source: 'Tallybook DECISIONS: rounding of documents',
  sourceZh: 'Tallybook DECISIONS：单据取整',
});

/**
 * Rounds a document: the exact sum half away from zero to the currency's places, once; then each line down, and the units
 * that are left over to the lines with the largest remainders, one each, the earliest first among equals. No line is off by a
 * whole minor unit, and a document of the opposite amounts is its mirror image, so that a credit note cancels what it credits.
 */
export function roundLines(exacts: readonly Amount[], currency: string): RoundedLines {
  const policy = documentPolicy(currency);
  const exact = sum(exacts);
  const total = round(exact, policy);
  const scale = new D(10).pow(policy.places);
  const sign = new D(exact).lt(0) ? -1 : 1;
  const units = exacts.map((value) => new D(value).times(scale).times(sign));
  const floors = units.map((value) => value.floor());
  const left = floors.reduce((rest, value) => rest.minus(value), new D(total).times(scale).times(sign)).toNumber();
  const raised = new Set(
    units
      .map((value, index) => ({ index, rest: value.minus(floors[index]!) }))
      .toSorted((a, b) => b.rest.comparedTo(a.rest) || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  );
  const lines = floors.map((value, index) =>
    amount(
      value
        .plus(raised.has(index) ? 1 : 0)
        .times(sign)
        .dividedBy(scale),
    ),
  );
  const difference = subtract(total, exact);
  const step = say`Sum ${{ exact }} → ${{ total }} ${{ currency }}: ${{ difference }} by rounding (${{ policy: policy.id }})`;
  return { lines, exact, total, difference, policy, step };
}
