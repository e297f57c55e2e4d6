import { acceptanceById, acceptancesInBulk, acceptancesOf, type AcceptanceRecord } from '../../db/queries/matches.ts';
import { paymentById } from '../../db/queries/payments.ts';
import { sharesAfter } from '../../domain/match/allocation.ts';
import { negate } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { releasePayment } from '../bank/link.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import { invoiceOf } from '../invoices/find.ts';
import { putShares, voidEntered } from '../payments/commands.ts';
import type { Handler } from '../runtime/services.ts';
import { unlearn } from './rules.ts';
import { markUndone } from './voided.ts';
import { toAcceptances } from './view.ts';

const ACTION = 'match/undo';

/** Takes an acceptance back: a payment that it made is voided, a share that it laid is taken off; the money is open again. */
export const undo: Handler<'match/undo'> = ({ id, reason }, context) =>
  inTransaction(context, (act) => {
    const record = acceptanceById(act.write, id);
    if (!record || record.undone !== null)
      refuse('match.no-acceptance', say`There is no standing acceptance ${{ id }}.`, {
        value: String(id),
        remedy: 'Look at the list of what was accepted again.',
      });
    takeBack(act, record, reason);
    return toAcceptances(act.write, [acceptanceById(act.write, id)!])[0]!;
  });

/** All standing acceptances of one go, the last first: all of them or none. */
export const undoBulk: Handler<'match/undoBulk'> = ({ bulk, reason }, context) =>
  inTransaction(context, (act) => {
    const records = acceptancesInBulk(act.write, bulk);
    if (records.length === 0)
      refuse('match.no-bulk', say`Nothing that was accepted in go ${{ bulk }} still stands.`, {
        value: String(bulk),
        remedy: 'Look at the list of what was accepted again.',
      });
    for (const record of records) takeBack(act, record, reason);
    return toAcceptances(
      act.write,
      records.map((r) => acceptanceById(act.write, r.id)!),
    );
  });

function takeBack(act: Act, record: AcceptanceRecord, reason: string): void {
  const later = acceptancesOf(act.write, record.payment).filter((a) => a.id > record.id);
  if (record.kind === 'bank' && later.length > 0)
    refuse('match.later', say`Acceptance ${{ later: later.at(-1)!.id }} laid out more of the same payment.`, {
      value: String(record.id),
      remedy: say`Undo ${{ later: later.at(-1)!.id }} first.`,
    });
  if (record.kind === 'bank' && !record.made) releasePayment(act, record.payment, ACTION);
  const own = record.moves.filter((m) => !record.made || m.payment !== record.payment);
  for (const [payment, moves] of Map.groupBy(own, (m) => m.payment)) {
    const before = paymentById(act.write, payment)!;
    const held = before.allocations.map((a) => ({ invoice: a.invoiceId, amount: a.amount }));
    const { shares, less } = sharesAfter(
      held,
      moves.map((m) => ({ invoice: m.invoice, amount: negate(m.amount) })),
    );
    if (less !== null || before.status === 'void')
      refuse(
        'match.changed-since',
        less === null
          ? say`Payment ${{ reference: before.reference }} was voided since.`
          : say`Payment ${{ reference: before.reference }} lies otherwise on invoice ${{ number: invoiceOf(act.write, less).number }} since.`,
        { value: before.reference, remedy: 'Change the allocation of the payment itself.' },
      );
    putShares(
      act,
      payment,
      shares.map((s) => ({ invoiceId: s.invoice, amount: s.amount })),
      ACTION,
    );
  }
  markUndone(act, record, reason, ACTION);
  if (record.made) voidEntered(act, record.payment, reason, ACTION);
  unlearn(act, record.id, ACTION);
}
