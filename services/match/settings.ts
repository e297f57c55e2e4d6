import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { getSetting, setSetting } from '../../db/settings.ts';
import { MATCH_SETTINGS, type MatchSettings } from '../../domain/match/settings.ts';
import { compare, isNegative } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Output } from '../contract/index.ts';
import { inTransaction } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';

const NAME = 'match';

/** How matching goes in this book; the shipped settings while nobody said otherwise. */
export const matchSettings = (read: ReadDb): MatchSettings => ({ ...MATCH_SETTINGS, ...getSetting<Partial<MatchSettings>>(read, NAME) });

const shown = ({ fees, tolerancePct, learn }: MatchSettings): Output<'match/settings'> => ({
  fees: Object.entries(fees)
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  tolerancePct,
  learn,
});

export const showSettings: Handler<'match/settings'> = (_input, { session }) => shown(matchSettings(session.book().read));

export const saveSettings: Handler<'match/saveSettings'> = (input, context) => {
  for (const { currency, amount } of input.fees)
    if (isNegative(amount))
      refuse('match.fee-limit', say`A limit of fees cannot be below zero: ${{ amount }} ${{ currency }}.`, {
        value: amount,
        remedy: 'Write zero where no fee is to be presumed.',
      });
  if (compare(input.tolerancePct, '20') > 0)
    refuse('match.tolerance', say`A tolerance of ${{ percent: input.tolerancePct }} % would match anything.`, {
      value: input.tolerancePct,
      remedy: 'Write at most 20 percent.',
    });
  const next: MatchSettings = {
    fees: Object.fromEntries(input.fees.map((f) => [f.currency, f.amount])),
    tolerancePct: input.tolerancePct,
    learn: input.learn,
  };
  return inTransaction(context, (act) => {
    const before = matchSettings(act.write);
    setSetting(act.write, NAME, next);
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'match/saveSettings',
      subject: 'setting:match',
      before: { ...before },
      after: { ...next },
    });
    return shown(next);
  });
};
