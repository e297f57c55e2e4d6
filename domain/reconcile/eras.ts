import { ALL_ERAS, erasOf, type Era } from '../money/eras.ts';
import { absolute, add, compare, equal, subtract, type Amount } from '../money/amount.ts';
import { POLICIES, round, type RoundingPolicy } from '../money/rounding.ts';
import type { MeasureName } from '../formats/fields.ts';
import { say, type Said } from '../words/said.ts';
import type { Finding } from './check.ts';
import { NO_LINES, type Facts, type Pieces } from './facts.ts';
import { sumMeasures } from './bill-types.ts';
import { roundingStep } from './policies.ts';

/** Charges of a month as exact lines of the bill. */
export interface Charges {
  kind: 'detail' | 'statement';
  /** Added up for each line. */
  measures: readonly MeasureName[];
  /** Bill types of the lines; null: all. */
  billTypes: readonly (string | null)[] | null;
  exact: Amount;
}

/** Exact charges in cents by one rule, with the arithmetic. */
export interface Way {
  policy: RoundingPolicy;
  value: Amount;
  steps: readonly Said[];
}

/** The charges by one rule; none where the bill's lines do not tell its pieces. One transaction may be one settlement, or each of its lines. */
function* waysBy(facts: Pick<Facts, 'probe'>, charges: Charges, { policy, over }: Era): Generator<Way> {
  const { exact } = charges;
  if (over === 'total') return void (yield { policy, value: round(exact, policy), steps: [roundingStep(exact, policy)] });
  for (const grouping of over === 'settlement' ? (['settlement', 'line'] as const) : [over]) {
    const pieces = facts.probe.pieces({ ...charges, grouping, places: policy.places });
    if (pieces === null || !equal(add(pieces.usage.exact, pieces.apart.exact), exact)) continue;
    // What is charged is in whole cents: orders that are not, are cut as a sum.
    const value = round(add(pieces.usage.cut, pieces.apart.cut), policy);
    yield { policy, value, steps: piecesSteps(pieces, policy, value) };
  }
}

/** All ways of the month to bring the charges to cents, the one that its page prints first; none where the lines do not tell. */
export function* waysOf(facts: Pick<Facts, 'probe' | 'period' | 'settlement'>, charges: Charges): Generator<Way> {
  for (const era of erasOf(facts.period, facts.settlement)) yield* waysBy(facts, charges, era);
}

/** `1,234 settlements: 100.12501236 cut to 97.5`, three of them, the orders apart, and what was cut away in all. */
function piecesSteps({ grouping, usage, apart, examples }: Pieces, policy: RoundingPolicy, value: Amount): Said[] {
  const { places, id } = policy;
  const figures = { exact: usage.exact, cut: usage.cut };
  const steps: Said[] = [];
  if (usage.pieces > 0) {
    const n = usage.pieces;
    if (grouping === 'specification')
      steps.push(
        say`${{ n }} sums per specification and usage type, each cut to ${{ places }} decimals: ${{ exact: figures.exact }} → ${{ cut: figures.cut }} (${{ policy: id }})`,
      );
    else if (grouping === 'usage')
      steps.push(
        say`pay-per-use of the month, cut to ${{ places }} decimals: ${{ exact: figures.exact }} → ${{ cut: figures.cut }} (${{ policy: id }})`,
      );
    else
      steps.push(
        say`${{ n }} settlements, each cut to ${{ places }} decimals: ${{ exact: figures.exact }} → ${{ cut: figures.cut }} (${{ policy: id }})`,
      );
    if (examples.length > 0 && grouping !== 'usage')
      steps.push(
        say`the most is cut away from ${{ examples: examples.map(({ name, exact, cut }) => say`${{ name: name || '—' }}: ${{ exact }} → ${{ cut }}`) }}`,
      );
  }
  if (apart.pieces > 0) {
    const n = apart.pieces;
    steps.push(
      equal(apart.exact, apart.cut)
        ? say`${{ n }} orders and other charges apart, not cut: ${{ exact: apart.exact }}`
        : say`${{ n }} orders and other charges apart, each cut to ${{ places }} decimals: ${{ exact: apart.exact }} → ${{ cut: apart.cut }}`,
    );
  }
  const whole = add(usage.exact, apart.exact);
  steps.push(say`cut away in all: ${{ whole }} − ${{ value }} = ${{ away: subtract(whole, value) }}`);
  return steps;
}

/**
 * What makes exactly `wanted` of the charges, though it is not the rule of the month: a rule of other months or of other accounts, or
 * no rounding at all. Null where no rule does, where details and statement differ themselves, and where the difference is below a
 * cent and no statement bears the details out.
 * @param difference - what the check is off by; the finding stands for all of it.
 */
export function roundedOtherwise(facts: Facts, charges: Charges, wanted: Amount, difference: Amount): Finding | null {
  if (facts.vendor !== 'huawei') return null;
  const own = erasOf(facts.period, facts.settlement);
  const others = ALL_ERAS.filter((era) => own.every((e) => e.policy.id !== era.policy.id));
  const policy = equal(charges.exact, wanted) ? POLICIES.filesExact : policyThatMakes(facts, charges, others, wanted);
  if (!policy) return null;
  const rule = own[0]!.policy;
  return {
    kind: 'rounding.other',
    amount: difference,
    text: say`${{ wanted }} is ${{ exact: charges.exact }} by another rule: ${{ other: { en: policy.title, zh: policy.titleZh } }} (${{ policy: policy.id }}). The rule of ${{ period: facts.period }}: ${{ title: { en: rule.title, zh: rule.titleZh } }} (${{ own: rule.id }}).`,
    bad: NO_LINES,
  };
}

/**
 * Details and statement tell the same: no line is wrong that one of them has. Without that, a difference below a cent is one that
 * cutting instead of rounding makes every other time, whatever is behind it.
 */
function agree({ detail, statement }: Facts, { measures, exact }: Charges, wanted: Amount): boolean {
  if (!detail || !statement) return false;
  const sums = [detail, statement].map(({ sums: of }) => [sumMeasures(of, measures), sumMeasures(of, ['payable'])] as const);
  const [[cash, payable], [told, toldPayable]] = sums as [(typeof sums)[0], (typeof sums)[0]];
  if (cash === null || told === null) return false;
  // The statement itself may be what was rounded.
  return equal(told, wanted) ? equal(cash, exact) : equal(cash, told) && (payable ?? '0') === (toldPayable ?? '0');
}

/** The rule that makes `wanted`; where nothing else speaks for it, only one that cuts many pieces: more than a cent in all. */
function policyThatMakes(facts: Facts, charges: Charges, eras: readonly Era[], wanted: Amount): RoundingPolicy | null {
  const sure = agree(facts, charges, wanted);
  if (!sure && (differ(facts, charges) || compare(absolute(subtract(charges.exact, wanted)), '0.01') <= 0)) return null;
  for (const era of eras)
    if (sure || (era.over !== 'total' && era.over !== 'usage'))
      for (const { policy, value } of waysBy(facts, charges, era)) if (equal(value, wanted)) return policy;
  return null;
}

/** Where the two tellings of the month differ, a line is wrong, and a rounding would be found by chance. */
function differ({ detail, statement }: Facts, { measures }: Charges): boolean {
  const [one, two] = [detail, statement].map((bill) => bill && sumMeasures(bill.sums, measures));
  return Boolean(one && two && !equal(one, two));
}
