import { documentAmount } from '../../domain/invoices/document-amount.ts';
import { compare } from '../../domain/money/amount.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { taxOptions } from '../../domain/tax/options.ts';
import { taxPack } from '../../domain/tax/pack.ts';
import { quote } from '../../domain/tax/quote.ts';
import type { Handlers } from '../runtime/services.ts';

/** Quotes need no book. */
export const taxHandlers: Handlers<'tax/options' | 'tax/quote'> = {
  'tax/options': () => taxOptions(taxPack),
  'tax/quote': (input) => {
    const amount = unwrap(documentAmount(input.amount, 'amount'));
    if (input.whtRate !== null && compare(input.whtRate.replace(/^0+(?=\d)/, ''), '100') > 0)
      refuse('tax.rate', say`A withholding rate of ${{ whtRate: input.whtRate }} % is more than the whole.`, {
        column: 'whtRate',
        value: input.whtRate,
        remedy: 'Give the rate in percent, such as 8 for 8 %.',
      });
    return quote(taxPack, { ...input, amount });
  },
};
