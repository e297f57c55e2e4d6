import { nextNumber } from '../../db/settings.ts';
import type { ReadDb } from '../../db/connection.ts';
import { invoicesById } from '../../db/queries/invoices.ts';
import type { MatchBook } from '../../domain/match/book.ts';
import { BULK_CONDITIONS, bulkOf, type BulkId } from '../../domain/match/bulk.ts';
import { matchMoney } from '../../domain/match/match.ts';
import { moneyKey, type Money } from '../../domain/match/money.ts';
import type { Proposal } from '../../domain/match/proposal.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { inTransaction } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';
import { acceptMoney } from './accept.ts';
import { matchBook } from './facts.ts';
import { openMoney } from './money.ts';
import { toAcceptances, toMoney, toProposal } from './view.ts';

interface Plan {
  book: MatchBook;
  items: { money: Money; proposal: Proposal }[];
}

function planOf(read: ReadDb, today: string, condition: BulkId, rule: number | null): Plan {
  const book = matchBook(read, today);
  const judged = openMoney(read).map((money) => ({ money, matched: matchMoney(money, book, { sums: false }) }));
  return { book, items: bulkOf(judged, condition, rule) };
}

export const showConditions: Handler<'match/conditions'> = () => BULK_CONDITIONS.map(({ id, title }) => ({ id, title: { ...title } }));

export const showBulk: Handler<'match/bulk'> = ({ condition, rule }, { session }) => {
  const { book, items } = planOf(session.book().read, session.today(), condition, rule);
  return items.map(({ money, proposal }) => ({ money: toMoney(money), proposal: toProposal(proposal, book) }));
};

/** Accepts what a person has seen. The plan is made once more: what has changed since refuses all of it. */
export const acceptBulk: Handler<'match/acceptBulk'> = ({ condition, rule, items }, context) =>
  inTransaction(context, (act) => {
    const plan = planOf(act.write, act.today, condition, rule);
    const byKey = new Map(plan.items.map((i) => [moneyKey(i.money), i]));
    const chosen = items.map((item) => {
      const found = byKey.get(item.money);
      if (!found || found.proposal.key !== item.proposal)
        refuse('match.changed', say`The rule would not take ${{ money: item.money }} as it was shown any more.`, {
          value: item.money,
          remedy: 'Look at the list again; nothing was accepted.',
        });
      byKey.delete(item.money);
      return found;
    });
    const bulk = { id: nextNumber(act.write, 'match-bulk'), condition };
    const accepted = chosen.map(({ money, proposal }) => {
      const records = new Map(
        invoicesById(
          act.write,
          proposal.lines.map((l) => l.item.id),
        ).map((i) => [i.id, i]),
      );
      return acceptMoney(
        act,
        {
          money,
          lines: proposal.lines.map((l) => ({ invoice: records.get(l.item.id)!, amount: l.amount })),
          payment: proposal.payment,
          fee: proposal.fee,
          proposal,
          learn: plan.book.settings.learn,
        },
        plan.book,
        bulk,
      );
    });
    return { bulk: bulk.id, accepted: toAcceptances(act.write, accepted) };
  });
