import type { PaperLack } from '../../../domain/wht/paper-options.ts';
import { english, say, type Said } from '../../../domain/words/said.ts';

const WORDS: Record<PaperLack, Said> = {
  'payer-tax-id': say`the payer's tax number`,
  'payer-address': say`the payer's address`,
  'payee-name': say`the payee's name`,
  'payee-tax-id': say`the payee's tax number`,
  'payee-address': say`the payee's address`,
  income: say`the income that the tax was withheld from`,
  paid: say`the day of payment of each income`,
  base: say`the amount of each income before tax`,
  rate: say`the rate of each income`,
  code: say`the form's code of each income`,
  'local-currency': say`the amounts in baht, in which the form is filled in`,
  remittance: say`the reference and day of the tax's payment to the authority`,
};

/** What the paper lacks, in words. */
export const lacksInWords = (lacks: readonly PaperLack[]): { field: PaperLack; message: string; said: Said }[] =>
  lacks.map((field) => ({ field, said: WORDS[field], message: english(WORDS[field]) }));
