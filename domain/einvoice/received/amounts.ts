import { amount, parseAmount, type Amount } from '../../money/amount.ts';
import { fail, ok, type Result } from '../../result.ts';
import { say, type Bilingual } from '../../words/said.ts';
import { decimalOf } from '../decimal.ts';

/** A stated amount within what the store holds; null where it is not stated. A text that is no number is refused by its term's name. */
export function stated(text: string | undefined, term: Bilingual): Result<Amount | null> {
  if (text === undefined) return ok(null);
  const value = decimalOf(text);
  const parsed = value === null ? null : parseAmount(value.toFixed());
  if (parsed?.ok && parsed.value !== null) return ok(parsed.value);
  return fail('einvoice.amount', say`${{ term }}: “${{ text: text.slice(0, 60) }}” is not an amount that can be recorded.`, {
    value: text.slice(0, 60),
    remedy: 'Ask the sender for a corrected invoice.',
  });
}

/** Exact decimal text as the register keeps quantities and prices; null where there is none, or no number. */
export function plainDecimal(text: string | undefined): string | null {
  const value = decimalOf(text);
  return value === null ? null : amount(value);
}
