import { compare, parseAmount, type Amount } from '../money/amount.ts';
import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import { fieldTitle } from '../words/titles.ts';

/** A document's amount within the store's bounds (ten decimals, ±10^15), in canonical form; `field` names it in the refusal. */
export function documentAmount(text: string, field: string): Result<Amount> {
  const parsed = parseAmount(text);
  if (!parsed.ok)
    return fail(
      parsed.error.code,
      say`${{ field: fieldTitle(field) }}: ${{ problem: parsed.error.details?.said?.message ?? parsed.error.message }}`,
      {
        ...parsed.error.details,
        column: field,
      },
    );
  if (parsed.value === null)
    return fail('amount.missing', say`${{ field: fieldTitle(field) }}: an amount is needed.`, {
      column: field,
      remedy: 'Write digits with one decimal point.',
    });
  return ok(parsed.value);
}

/** As documentAmount, and above zero. */
export function positiveAmount(text: string, field: string): Result<Amount> {
  const parsed = documentAmount(text, field);
  if (parsed.ok && compare(parsed.value, '0') <= 0)
    return fail('amount.not-positive', say`${{ field: fieldTitle(field) }} must be more than zero, not ${{ value: parsed.value }}.`, {
      column: field,
      value: parsed.value,
      remedy: 'Enter the amount without a sign.',
    });
  return parsed;
}
