import { fail, ok, type Result } from '../../result.ts';
import { D } from '../../money/decimal.ts';
import type { Percent } from '../../tax/pack.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';

/**
 * What is known of the tax beside rules and payments. `rate`: the rate that holds for the invoice; `remitted`: the tax was paid to
 * the authority; `filed`: its return was filed; `not-due`: no certificate is owed; `written-off`: it is given up.
 */
export const STEP_KINDS = ['rate', 'remitted', 'filed', 'not-due', 'written-off'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface StepFacts {
  date: PlainDate;
  reference: string;
  /** Percent; only of kind `rate`. */
  rate: Percent | null;
  note: string;
}

const ENDS: readonly StepKind[] = ['not-due', 'written-off'];
/** A step that says that no certificate comes any more. */
export const endsWaiting = (kind: StepKind): boolean => ENDS.includes(kind);

/**
 * The step as it can be recorded, or why not: no day to come, a rate from 0 to 100 % on `rate` and on no other, and a reason
 * where the step is a decision of the user's (`rate`, `not-due`, `written-off`).
 */
export function checkedStep(kind: StepKind, step: StepFacts, today: PlainDate): Result<StepFacts> {
  if (step.date > today)
    return fail('wht.step-ahead', say`${{ day: step.date }} is still to come; a step is recorded with the day on which it was done.`, {
      column: 'date',
      value: step.date,
      remedy: say`Give ${{ today }} or an earlier day.`,
    });
  if (kind === 'rate' && step.rate === null)
    return fail('wht.step-rate', 'The rate is missing.', { column: 'rate', remedy: 'Give the rate in percent, such as 8 for 8 %.' });
  if (kind !== 'rate' && step.rate !== null)
    return fail('wht.step-rate', 'Only a step that sets the rate has one.', {
      column: 'rate',
      value: step.rate,
      remedy: 'Leave the rate out, or record the rate as a step of its own.',
    });
  if (step.rate !== null && (new D(step.rate).gt(100) || new D(step.rate).lt(0)))
    return fail('wht.step-rate', say`A rate of ${{ rate: step.rate }} % is not between nothing and the whole.`, {
      column: 'rate',
      value: step.rate,
      remedy: 'Give the rate in percent, such as 8 for 8 %.',
    });
  if (kind !== 'remitted' && kind !== 'filed' && step.note === '')
    return fail('wht.step-reason', 'This step is a decision: it needs its reason.', {
      column: 'reason',
      remedy: 'Say why, so that it can be understood later.',
    });
  return ok(step);
}
