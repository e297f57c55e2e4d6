import { say } from '../../words/said.ts';
import { decimalOf, plain, toCents } from '../decimal.ts';
import type { Breach } from '../finding.ts';
import type { TaxSubtotal } from '../model.ts';

/**
 * Broken where the tax differs from taxable amount × rate, rounded to cents, by one unit of the currency or more; both are
 * taken without sign (BR-CO-17, BR-S-09, BR-AF-09, BR-AG-09). Nothing where one of the three is missing.
 */
export function* taxOff(path: string, tax: TaxSubtotal): Iterable<Breach> {
  const [base, amount, rate] = [decimalOf(tax.base), decimalOf(tax.amount), decimalOf(tax.rate)];
  if (!base || !amount || !rate) return;
  const comes = toCents(base.abs().times(rate).dividedBy(100));
  if (amount.abs().minus(comes).abs().gte(1))
    yield {
      path,
      detail: say`${{ base: plain(base) }} × ${{ rate: plain(rate) }} % comes to ${{ comes: plain(comes) }}; the document says ${{ said: plain(amount) }}.`,
    };
}
