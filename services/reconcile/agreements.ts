import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { getSetting, setSetting } from '../../db/settings.ts';
import { checkAgreements, type Agreement } from '../../domain/reconcile/agreements.ts';
import { unwrap } from '../../domain/result.ts';
import type { Output } from '../contract/index.ts';
import { inTransaction } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';

const NAME = 'agreements';

/** What the book's owner agreed with vendors, in the order in which it was entered. */
export const agreementsOf = (read: ReadDb): readonly Agreement[] => getSetting<readonly Agreement[]>(read, NAME) ?? [];

const shown = (all: readonly Agreement[]): Output<'reconcile/agreements'> => ({
  agreements: all.map((own) => ({
    ...own,
    quota: own.quota && { ...own.quota, readings: own.quota.readings.map((reading) => ({ ...reading })) },
    tables: own.tables.map((table) => ({ ...table, match: { ...table.match }, tiers: table.tiers.map((tier) => ({ ...tier })) })),
  })),
});

export const showAgreements: Handler<'reconcile/agreements'> = (_input, { session }) => shown(agreementsOf(session.book().read));

/** All of them at once: the list takes the place of the one before. */
export const saveAgreements: Handler<'reconcile/saveAgreements'> = ({ agreements }, context) => {
  const next = unwrap(checkAgreements(agreements));
  return inTransaction(context, (act) => {
    const before = agreementsOf(act.write);
    setSetting(act.write, NAME, next);
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'reconcile/saveAgreements',
      subject: 'setting:agreements',
      before: { agreements: before },
      after: { agreements: next },
    });
    return shown(next);
  });
};
