import { takeNumber } from '../../../db/queries/number-series.ts';
import { addHistory } from '../../../db/queries/history.ts';
import type { InvoiceFacts } from '../../../db/queries/invoices.ts';
import { statusOn } from '../../../domain/invoices/balance.ts';
import { act as legal } from '../../../domain/invoices/states.ts';
import { absolute, add } from '../../../domain/money/amount.ts';
import { unwrap } from '../../../domain/result.ts';
import type { Draft } from '../../contract/making.ts';
import type { Handler, Handlers } from '../../runtime/services.ts';
import { recordQuote } from '../../tax/record-quote.ts';
import { inTransaction, type Act } from '../act.ts';
import { invoiceOf } from '../find.ts';
import { recordNew, refuseTaken } from '../record.ts';
import { withSettlement } from '../settlement.ts';
import { convertedOf, toShownInvoice } from '../view.ts';
import { planDocument, type Plan } from './plan.ts';

/** The document as it would be stored, with the number that it would take; writes nothing and takes nothing. */
const draftInvoice: Handler<'invoices/draft'> = (input, { session }) => {
  const { read } = session.book();
  const plan = planDocument(read, input);
  refuseTaken(read, { ...plan.facts, number: plan.next.number });
  if (plan.credited) unwrap(legal(plan.credited.number, statusOn(plan.credited, session.today()), 'credit'));
  const { facts, lines, next } = plan;
  const total = add(facts.net, facts.tax);
  return {
    document: {
      number: next.number,
      series: { id: plan.series.id, sequence: next.sequence },
      kind: facts.kind,
      direction: facts.direction,
      type: facts.type,
      vendor: facts.vendor,
      date: facts.date,
      due: facts.due,
      issued: facts.issued,
      termDays: facts.termDays,
      period: facts.period,
      currency: facts.currency,
      net: facts.net,
      tax: facts.tax,
      total,
      seller: facts.seller,
      buyer: facts.buyer,
      fx: facts.fx,
      converted: convertedOf({ total, fx: facts.fx }),
      credits: plan.credited?.number ?? null,
      document: facts.document,
      lines,
    },
    steps: plan.steps,
    taxCase: taxCaseOf(plan),
    warnings: plan.warnings,
  };
};

function taxCaseOf({ tax: { asked, answer } }: Plan): Draft['taxCase'] {
  if (asked === null || answer === null || answer.rule === null) return null;
  const { country, entity, status, region } = asked;
  return {
    country,
    entity,
    status,
    region,
    rule: answer.rule.id,
    source: answer.rule.source,
    pack: answer.pack,
    notes: answer.notes,
    steps: answer.steps.filter(({ label }) => label !== 'WHT' && label !== 'Net payable to the seller'),
  };
}

/** Stores the document: its number is taken in the same transaction, so that a refusal leaves no gap. */
const makeInvoice: Handler<'invoices/make'> = (input, context) =>
  inTransaction(context, (act) => {
    const plan = planDocument(act.write, input);
    const quoteId = plan.tax.asked === null ? null : recordQuote(act, plan.tax.asked).id;
    const { number, sequence } = takeNumber(act.write, plan.series, input.date);
    const facts: InvoiceFacts = { ...plan.facts, number, quoteId, series: { id: plan.series.id, sequence } };
    const store = () => recordNew(act, 'invoices/make', facts, { event: 'made', reason: plan.reason }, plan.lines);
    const record = plan.credited === null ? store() : storeCredit(act, plan, facts, store);
    return toShownInvoice(act.write, invoiceOf(act.write, record.id), act.today);
  });

/** A credit note, laid against its invoice, with an entry in the invoice's own history. */
function storeCredit(act: Act, plan: Plan, facts: InvoiceFacts, store: () => ReturnType<typeof recordNew>): ReturnType<typeof recordNew> {
  const invoice = plan.credited!;
  const shown = statusOn(invoice, act.today);
  unwrap(legal(invoice.number, shown, 'credit'));
  return withSettlement(act, [invoice.id], `credit note ${facts.number}`, () => {
    const record = store();
    addHistory(act.write, 'invoice', invoice.id, {
      at: act.at,
      who: act.who,
      event: 'credited',
      from: shown,
      to: shown,
      reason: `${absolute(add(facts.net, facts.tax))} ${facts.currency} by ${facts.number}: ${plan.reason ?? ''}`,
    });
    return record;
  });
}

export const makingHandlers: Handlers<'invoices/draft' | 'invoices/make'> = {
  'invoices/draft': draftInvoice,
  'invoices/make': makeInvoice,
};
