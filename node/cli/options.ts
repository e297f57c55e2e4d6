import { InvalidArgumentError, Option } from 'commander';
import { isAmount } from '../../domain/money/amount.ts';
import { parseDate } from '../../domain/time/plain-date.ts';
import { parseZone } from '../../domain/time/zone.ts';
import { currency as currencySchema, period as periodSchema } from '../../services/contract/schema.ts';

/** An argument parser that refuses what the schema refuses, saying what would be right. */
const checked =
  (accepts: (text: string) => boolean, right: string) =>
  (text: string): string => {
    if (!accepts(text)) throw new InvalidArgumentError(`Give ${right}.`);
    return text;
  };

export const amount = checked(isAmount, 'an exact decimal such as 1234.50, without separators');
export const date = checked((text) => parseDate(text).ok, 'a day of the calendar as YYYY-MM-DD');
export const period = checked((text) => periodSchema.safeParse(text).success, 'a month as YYYY-MM');
export const currency = checked((text) => currencySchema.safeParse(text).success, 'an ISO 4217 code such as USD');
export const country = checked((text) => /^[A-Z]{2}$/.test(text), 'an ISO 3166 code such as TH');
export const entity = checked((text) => /^[A-Z0-9_]{2,40}$/.test(text), 'a contracting entity such as SPARKOO_SG');
export const region = checked((text) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(text), 'an ISO 3166-2 code such as IN-HR');

/** A time zone in its one spelling, or `auto`, which lets the file tell. */
export function zone(text: string): string {
  if (text.trim().toLowerCase() === 'auto') return 'auto';
  const read = parseZone(text);
  if (!read.ok) throw new InvalidArgumentError(`${read.error.message} ${read.error.details?.remedy ?? ''}`.trim());
  return read.value;
}

export const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(number >= least && number <= most)) throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };

/** For an option that may be given several times. */
export const collect =
  <T>(parse: (text: string) => T) =>
  (text: string, before: T[] | undefined): T[] => [...(before ?? []), parse(text)];

export const choice = (flags: string, description: string, values: readonly string[]): Option =>
  new Option(flags, description).choices(values);

export interface AllocationText {
  invoice: string;
  amount: string;
  payAmount: string | null;
}

/** INVOICE=AMOUNT[:PAYAMOUNT]; the invoice's number may itself contain “=”. */
export function allocation(text: string): AllocationText {
  const cut = text.lastIndexOf('=');
  const [part = '', pay = null, ...more] = text.slice(cut + 1).split(':');
  if (cut < 1 || more.length > 0 || !isAmount(part) || (pay !== null && !isAmount(pay)))
    throw new InvalidArgumentError('Give INVOICE=AMOUNT, such as INV-1=1200.50.');
  return { invoice: text.slice(0, cut), amount: part, payAmount: pay };
}

export function plainAllocation(text: string): { invoice: string; amount: string } {
  const { invoice, amount: part, payAmount } = allocation(text);
  if (payAmount !== null) throw new InvalidArgumentError('Give INVOICE=AMOUNT, such as INV-1=1200.50.');
  return { invoice, amount: part };
}
