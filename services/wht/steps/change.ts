import { appendAudit } from '../../../db/audit.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { invoicesById, type InvoiceRecord } from '../../../db/queries/invoices.ts';
import {
  insertStep,
  listSteps,
  liveSteps,
  stepById,
  stepSnapshot,
  stepSubject,
  withdrawStep,
  type StepRecord,
} from '../../../db/queries/wht-steps.ts';
import { refuse, unwrap } from '../../../domain/result.ts';
import { payable } from '../../../domain/invoices/states.ts';
import { statusOn } from '../../../domain/invoices/balance.ts';
import { checkedStep, endsWaiting, type StepKind } from '../../../domain/wht/expected/steps.ts';
import { say, type Said } from '../../../domain/words/said.ts';
import type { WhtStep } from '../../contract/wht-expected.ts';
import { holdExpected } from '../../close/locked.ts';
import { inTransaction, type Act } from '../../invoices/act.ts';
import { findInvoice } from '../../invoices/find.ts';
import type { Handler } from '../../runtime/services.ts';

const shown = ({ invoiceId: _invoice, ...step }: StepRecord): WhtStep => step;

/** Every step of the invoice, oldest first. */
export const stepsOf = (read: ReadDb, invoiceId: number): WhtStep[] => listSteps(read, invoiceId).map(shown);

/** Records the step on every invoice, each with an audit entry of its own, or on none. */
export const recordStep: Handler<'wht/recordStep'> = (input, context) =>
  inTransaction(context, (act) => {
    const { kind, reference, rate, reason } = input;
    const step = unwrap(checkedStep(kind, { date: input.date ?? act.today, reference, rate, note: reason }, act.today));
    const seen = new Set<number>();
    return input.invoices.flatMap(({ invoice: number, vendor }) => {
      const invoice = findInvoice(act.write, number, vendor);
      if (seen.has(invoice.id)) return [];
      seen.add(invoice.id);
      refuseWhereItCannotBe(act, invoice, kind);
      const id = holdExpected(act.write, act.today, () =>
        insertStep(act.write, { ...step, kind, invoiceId: invoice.id, at: act.at, who: act.who }),
      );
      return [{ ...audited(act, 'wht/recordStep', id, null), invoice: invoice.number }];
    });
  });

/** The step counts no more; its record stays. */
export const withdraw: Handler<'wht/withdrawStep'> = (input, context) =>
  inTransaction(context, (act) => {
    const before =
      stepById(act.write, input.id) ??
      refuse('wht.step-not-found', say`There is no step ${{ id: input.id }}.`, {
        value: String(input.id),
        remedy: 'See the steps of the invoice for its number.',
      });
    if (before.withdrawn)
      refuse('wht.step-withdrawn', say`Step ${{ id: input.id }} is withdrawn already.`, {
        value: String(input.id),
        remedy: 'Nothing needs to be done.',
      });
    holdExpected(act.write, act.today, () => withdrawStep(act.write, before.id, { at: act.at, who: act.who, reason: input.reason }));
    return audited(act, 'wht/withdrawStep', before.id, before);
  });

const IN_WORDS: Record<StepKind, Said> = {
  rate: say`a rate of its own`,
  remitted: say`the payment of its tax`,
  filed: say`the filing of its return`,
  'not-due': say`the word that no certificate is due`,
  'written-off': say`the word that its certificate is given up`,
};

function refuseWhereItCannotBe({ write, today }: Act, invoice: InvoiceRecord, kind: StepKind): void {
  if (invoice.kind === 'credit-note')
    refuse('wht.step-credit-note', say`${{ number: invoice.number }} is a credit note; tax is withheld from invoices.`, {
      value: invoice.number,
      remedy: 'Choose the invoice that the tax was withheld from.',
    });
  unwrap(payable(invoice.number, statusOn(invoice, today)));
  const live = liveSteps(write, invoice.id).get(invoice.id) ?? [];
  const other = live.find((s) => s.kind === kind || (endsWaiting(kind) && endsWaiting(s.kind)));
  if (other)
    refuse(
      'wht.step-there',
      say`Invoice ${{ number: invoice.number }} has ${{ step: IN_WORDS[other.kind] }} on record already, of ${{ day: other.date }}.`,
      {
        value: invoice.number,
        remedy: say`Withdraw step ${{ id: other.id }} first, with the reason.`,
      },
    );
}

function audited(act: Act, action: string, id: number, before: StepRecord | null): WhtStep {
  const after = stepById(act.write, id)!;
  const { number } = invoicesById(act.write, [after.invoiceId])[0]!;
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: stepSubject(id),
    before: before && stepSnapshot(before, number),
    after: stepSnapshot(after, number),
  });
  return shown(after);
}
