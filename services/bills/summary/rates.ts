import { appendAudit } from '../../../db/audit.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { enteredRates, putRate } from '../../../db/queries/exchange-rates.ts';
import { statedRates } from '../../../db/queries/stated-rates.ts';
import { getSetting, setSetting } from '../../../db/settings.ts';
import { compare, isAmount } from '../../../domain/money/amount.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Rate } from '../../contract/bills-summary.ts';
import { holdPeriods } from '../../close/locked.ts';
import { inTransaction } from '../../invoices/act.ts';
import type { Handler } from '../../runtime/services.ts';

const INTO = 'paymentCurrency';

/** Rates of the month, or of all: one a pair, an entered one before one that an invoice states, the latest invoice first. */
export function ratesOf(read: ReadDb, period: string | null): Rate[] {
  const found = new Map<string, Rate>();
  const keep = (rate: Rate): void => {
    const key = `${rate.period} ${rate.from} ${rate.to}`;
    if (!found.has(key)) found.set(key, rate);
  };
  for (const rate of enteredRates(read, period)) keep({ ...rate, origin: 'entered', document: null });
  for (const { rate, ...row } of statedRates(read, period))
    if (isAmount(rate) && compare(rate, '0') > 0) keep({ ...row, rate, origin: 'stated' });
  return [...found.values()].toSorted((a, b) => (`${a.period} ${a.from} ${a.to}` < `${b.period} ${b.from} ${b.to}` ? -1 : 1));
}

/** The currency in which the company pays; null: that of each bill. */
export const paymentCurrency = (read: ReadDb): string | null => getSetting<string>(read, INTO) ?? null;

/** The rate from a bill's currency into the payment currency; null where they are the same or no rate is known. */
export function rateInto(rates: readonly Rate[], from: string, into: string | null): Rate | null {
  return into === null || into === from ? null : (rates.find((rate) => rate.from === from && rate.to === into) ?? null);
}

export const rates: Handler<'bills/rates'> = ({ period }, { session }) => {
  const { read } = session.book();
  return { into: paymentCurrency(read), rates: ratesOf(read, period) };
};

/** Keeps or forgets the user's own rate of a month and pair. */
export const setRate: Handler<'bills/setRate'> = ({ period, from, to, rate }, context) => {
  if (from === to)
    refuse('bills.rate-pair', say`A rate from ${{ currency: from }} into itself changes nothing.`, {
      column: 'to',
      value: to,
      remedy: 'Choose another payment currency.',
    });
  if (rate !== null && compare(rate, '0') <= 0)
    refuse('bills.rate', say`${{ rate }} is not a rate: it must be above zero.`, {
      column: 'rate',
      value: rate,
      remedy: say`Write how many ${{ to }} one ${{ from }} is, such as 1.04.`,
    });
  return inTransaction(context, ({ write, at, who }) => {
    const own = enteredRates(write, period).find((entered) => entered.from === from && entered.to === to);
    holdPeriods(write, [period]);
    putRate(write, { period, from, to, rate });
    appendAudit(write, {
      at,
      who,
      action: 'bills/setRate',
      subject: `rate:${period}:${from}:${to}`,
      before: own?.rate ?? null,
      after: rate,
    });
    return { rates: ratesOf(write, period) };
  });
};

export const setPaymentCurrency: Handler<'bills/setPaymentCurrency'> = ({ into }, context) =>
  inTransaction(context, ({ write, at, who }) => {
    const before = paymentCurrency(write);
    setSetting(write, INTO, into);
    appendAudit(write, { at, who, action: 'bills/setPaymentCurrency', subject: 'book', before, after: into });
    return { into };
  });
