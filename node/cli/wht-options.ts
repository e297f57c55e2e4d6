import { InvalidArgumentError, type Command, Option } from 'commander';
import { isAmount } from '../../domain/money/amount.ts';
import { parseDate } from '../../domain/time/plain-date.ts';
import { INCOME_CATEGORIES, SIDES, type AllocationRate, type IncomeLine, type Side } from '../../domain/wht/certificate.ts';
import type { Input } from '../../services/contract/index.ts';
import { allocation, amount, choice, collect, country, currency, date, whole as wholeNumber, type AllocationText } from './options.ts';

export interface WhtAllocation extends AllocationText {
  fx: AllocationRate | null;
}

const SHAPE = 'Give INVOICE=AMOUNT[:PAYAMOUNT][@RATE[/DAY]], such as INV-1=2271.12@4.7315/2024-04-01.';

/** INVOICE=AMOUNT[:PAYAMOUNT][@RATE[/DAY]]: 1 unit of the invoice's currency = RATE units of the certificate's on that day. */
export function whtAllocation(text: string): WhtAllocation {
  const at = text.lastIndexOf('@');
  // An invoice number may contain “@” itself: a rate follows the amount.
  if (at < text.lastIndexOf('=')) return { ...allocation(text), fx: null };
  const [rate = '', day = null, ...more] = text.slice(at + 1).split('/');
  if (more.length > 0 || !isAmount(rate) || (day !== null && !parseDate(day).ok)) throw new InvalidArgumentError(SHAPE);
  return { ...allocation(text.slice(0, at)), fx: { rate, date: day, source: null } };
}

/** CATEGORY[:CODE]:BASE:RATE:TAX; “-” for a base or rate that is not printed. */
export function incomeLine(text: string): IncomeLine {
  const parts = text.split(':');
  const [base = '', rate = '', tax = ''] = parts.slice(-3);
  const [category = '', code = null, ...more] = parts.slice(0, -3);
  const known = INCOME_CATEGORIES.find((one) => one === category);
  const figure = (value: string): boolean => value === '-' || isAmount(value);
  if (!known || more.length > 0 || !figure(base) || !figure(rate) || !isAmount(tax))
    throw new InvalidArgumentError(
      `Give CATEGORY[:CODE]:BASE:RATE:TAX with one of ${INCOME_CATEGORIES.join(', ')}, such as services:5:6000:3:180.`,
    );
  return {
    category: known,
    code,
    description: '',
    paid: null,
    base: base === '-' ? null : base,
    rate: rate === '-' ? null : rate,
    tax,
  };
}

const partyId = (text: string): number | 'none' => (text === 'none' ? text : wholeNumber(1, 999_999_999)(text));
const partyOf = (given: number | 'none'): number | null => (given === 'none' ? null : given);

export interface EntryOptions {
  number?: string;
  generate?: boolean;
  date?: string;
  total?: string;
  currency?: string;
  allocate?: WhtAllocation[];
  attach?: string[];
  issuer?: string;
  note?: string;
  side?: Side;
  country?: string;
  form?: string;
  first?: string;
  last?: string;
  payer?: number | 'none';
  payee?: number | 'none';
  remittance?: string;
  remitted?: string;
  income?: IncomeLine[];
}

/** The options that say what stands on a certificate. `whole`: one cannot be entered without date, total and currency. */
export const entryOptions = (command: Command, whole: boolean): Command =>
  command
    .addOption(new Option('--date <day>', 'its date').argParser(date).makeOptionMandatory(whole))
    .addOption(new Option('--total <amount>', 'tax withheld').argParser(amount).makeOptionMandatory(whole))
    .addOption(new Option('--currency <code>', 'of the certificate').argParser(currency).makeOptionMandatory(whole))
    .option('--allocate <invoice=amount[:payamount][@rate[/day]]>', 'invoice it was withheld from; may be repeated', collect(whtAllocation))
    .option('--attach <file...>', 'the certificate itself (jpeg, png, gif, pdf, zip)')
    .option('--note <text>', 'remark')
    .addOption(choice('--side <side>', 'payer: we withheld from a vendor; payee: a customer withheld from us', SIDES))
    .option('--country <code>', 'whose tax it is', country)
    .option('--form <id>', 'which paper of the country; see: wht forms')
    .option('--first <day>', 'first day of its period', date)
    .option('--last <day>', 'last day of its period', date)
    .addOption(new Option('--payer <id>', 'party that withheld, or none; else the one that fits').argParser(partyId))
    .addOption(new Option('--payee <id>', 'party it was withheld from, or none; else the one that fits').argParser(partyId))
    .option('--remittance <text>', 'reference of the payment to the authority')
    .option('--remitted <day>', 'day of that payment', date)
    .option('--income <category[:code]:base:rate:tax>', 'line of income; may be repeated', collect(incomeLine));

/** What was given, under the names of the contract; what was left out is not there. */
export function entryInput(options: EntryOptions): Partial<Omit<Input<'wht/update'>, 'id' | 'attach' | 'number'>> {
  const {
    date: day,
    total,
    currency: unit,
    allocate,
    issuer,
    note,
    side,
    country: of,
    form,
    first,
    last,
    remittance,
    remitted,
    income,
  } = options;
  return {
    ...(day !== undefined && { date: day }),
    ...(total !== undefined && { total }),
    ...(unit !== undefined && { currency: unit }),
    ...(allocate && { allocate }),
    ...(issuer !== undefined && { issuer }),
    ...(note !== undefined && { note }),
    ...(side && { side }),
    ...(of !== undefined && { country: of }),
    ...(form !== undefined && { form }),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...(options.payer !== undefined && { payerId: partyOf(options.payer) }),
    ...(options.payee !== undefined && { payeeId: partyOf(options.payee) }),
    ...(remittance !== undefined && { remittance }),
    ...(remitted !== undefined && { remitted }),
    ...(income && { income }),
  };
}
