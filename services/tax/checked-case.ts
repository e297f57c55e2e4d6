import { documentAmount } from '../../domain/invoices/document-amount.ts';
import { compare } from '../../domain/money/amount.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import type { QuoteInput } from '../../domain/tax/quote.ts';
import { say } from '../../domain/words/said.ts';

/** The case with its amount in canonical form; refuses an amount that no document can have and a rate over 100 %. */
export function checkedCase(input: QuoteInput): QuoteInput {
  const amount = unwrap(documentAmount(input.amount, 'amount'));
  if (input.whtRate !== null && compare(input.whtRate.replace(/^0+(?=\d)/, ''), '100') > 0)
    refuse('tax.rate', say`A withholding rate of ${{ whtRate: input.whtRate }} % is more than the whole.`, {
      column: 'whtRate',
      value: input.whtRate,
      remedy: 'Give the rate in percent, such as 8 for 8 %.',
    });
  return { ...input, amount };
}
