import { english, say, type Said } from '../../domain/words/said.ts';
import type { PaperField } from '../../domain/invoices/paper-rules.ts';
import type { Output } from '../contract/index.ts';
import type { InvoicePaper } from './paper.ts';

const WORDS: Record<PaperField, Said> = {
  'seller-tax-id': say`the seller's tax number`,
  'buyer-tax-id': say`the buyer's tax number`,
  'seller-address': say`the seller's address`,
  'buyer-address': say`the buyer's address`,
  'tax-rate': say`the rate of the tax`,
  'local-tax': say`the tax in the country's own currency, with the exchange rate`,
  'local-totals': say`the totals in the country's own currency, with the exchange rate`,
  'local-script': say`its words in the country's own script, which this paper does not print`,
  'place-of-supply': say`the place of supply: the buyer's region`,
  'service-code': say`a service code (SAC) in the description of every line`,
  'number-16': say`a number of at most 16 characters`,
  'number-prefix': say`a number that begins with the code for this kind of customer`,
  'credited-invoice': say`the invoice that is credited`,
  'credit-reason': say`the reason of the credit note`,
};

/** What the paper lacks, in words. */
export const lacksInWords = ({ lacks }: InvoicePaper): Output<'invoices/paper'>['lacks'] =>
  lacks.map(({ field, source }) => ({ field, source, said: WORDS[field], message: english(WORDS[field]) }));
