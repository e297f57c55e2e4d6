import { appendAudit } from '../../db/audit.ts';
import { ownRates, putOwnRate, removeOwnRate } from '../../db/queries/self-account-rates.ts';
import { amount, compare } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { inTransaction } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';

/** Keeps, changes or takes away the user's rate of a country from a day on. Worksheets of that time are then made with it. */
export const setOwnRate: Handler<'selfAccount/setRate'> = ({ ratePct, ...input }, context) => {
  const { country, from, to } = input;
  const rate = ratePct === null ? null : amount(ratePct.replace(/^0+(?=\d)/, ''));
  if (rate !== null && compare(rate, '100') > 0)
    refuse('self-account.rate', say`A rate of ${{ rate }} % is more than the whole.`, {
      column: 'ratePct',
      value: rate,
      remedy: 'Give the rate in percent, such as 8 for 8 %.',
    });
  if (to !== null && to < from)
    refuse('self-account.days', say`The last day ${{ to }} is before the first day ${{ from }}.`, {
      column: 'to',
      value: to,
      remedy: 'Correct one of the two days.',
    });
  return inTransaction(context, ({ write, at, who }) => {
    const before = ownRates(write).find((r) => r.country === country && r.from === from) ?? null;
    if (rate === null && before === null)
      refuse('self-account.no-rate', say`No rate of ${{ country }} begins on ${{ from }}.`, {
        value: from,
        remedy: 'See the list of rates for their first days.',
      });
    if (rate === null) removeOwnRate(write, input);
    else putOwnRate(write, { ...input, ratePct: rate });
    appendAudit(write, {
      at,
      who,
      action: 'selfAccount/setRate',
      subject: `self-account-rate:${country}:${from}`,
      before,
      after: rate === null ? null : { ...input, ratePct: rate },
    });
    return ownRates(write);
  });
};
