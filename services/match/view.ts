import type { ReadDb } from '../../db/connection.ts';
import { invoicesById, type InvoiceRecord, type VendorName } from '../../db/queries/invoices.ts';
import type { AcceptanceRecord, Move, RuleRecord } from '../../db/queries/matches.ts';
import { paymentById } from '../../db/queries/payments.ts';
import type { BookPayment, MatchBook } from '../../domain/match/book.ts';
import { moneyKey, type Money } from '../../domain/match/money.ts';
import type { OpenItem } from '../../domain/match/open-item.ts';
import type { Proposal } from '../../domain/match/proposal.ts';
import type { Signal } from '../../domain/match/weights.ts';
import { add, type Amount } from '../../domain/money/amount.ts';
import type { AcceptanceShown, MoneyShown, OpenInvoiceShown, ProposalShown, RuleShown } from '../contract/match.ts';

export const toMoney = ({ id: _id, ...money }: Money): MoneyShown => ({ key: moneyKey({ kind: money.kind, id: _id }), ...money });

export function toProposal(p: Proposal, book: MatchBook): ProposalShown {
  const payment = p.payment === null ? null : book.payments.find((b) => b.id === p.payment)!;
  return {
    key: p.key,
    hypothesis: p.hypothesis,
    lines: p.lines.map(({ item, amount, wht }) => ({
      invoice: item.number,
      vendor: item.vendor as VendorName,
      party: item.party.title,
      date: item.date,
      due: item.due,
      currency: item.currency,
      open: item.open,
      amount,
      wht,
    })),
    payment: payment && paymentOf(payment),
    fee: p.fee,
    fx: p.fx,
    steps: p.steps,
    residual: p.residual,
    score: p.score,
    reasons: p.reasons,
    exact: p.exact,
    rule: p.rule,
  };
}

const paymentOf = ({ id, reference, date, amount }: BookPayment) => ({ id, reference, date, amount });

export const toOpenInvoice = (i: OpenItem): OpenInvoiceShown => ({
  invoice: i.number,
  vendor: i.vendor as VendorName,
  direction: i.direction,
  party: i.party.title,
  date: i.date,
  due: i.due,
  period: i.period,
  currency: i.currency,
  total: i.total,
  open: i.open,
  openCash: i.openCash,
  openCertificates: i.openCertificates,
  ratePct: i.ratePct,
  credit: i.credit,
});

/** Acceptances as the contract shows them; each invoice with all that the acceptance laid on it. */
export function toAcceptances(read: ReadDb, records: readonly AcceptanceRecord[]): AcceptanceShown[] {
  const ids = new Set(records.flatMap((r) => [...r.moves.map((m) => m.invoice), ...r.wht.map((w) => w.invoice)]));
  const invoices = new Map(invoicesById(read, [...ids]).map((i) => [i.id, i]));
  return records.map((r) => toAcceptance(read, r, invoices));
}

function toAcceptance(read: ReadDb, r: AcceptanceRecord, invoices: ReadonlyMap<number, InvoiceRecord>): AcceptanceShown {
  const payment = paymentById(read, r.payment)!;
  const { date, direction, currency, amount, reference, text, counterparty } = r.told;
  return {
    id: r.id,
    at: r.at,
    who: r.who,
    kind: r.kind,
    date,
    direction,
    currency,
    amount,
    reference,
    text,
    counterparty,
    payment: { id: payment.id, reference: payment.reference, amount: payment.amount, currency: payment.currency, made: r.made },
    lines: linesOf(r.moves).map((l) => {
      const invoice = invoices.get(l.invoice)!;
      return { invoice: invoice.number, vendor: invoice.vendor, currency: invoice.currency, amount: l.amount };
    }),
    fee: r.fee,
    fx: r.fx,
    wht: r.wht.map((w) => {
      const invoice = invoices.get(w.invoice)!;
      return { invoice: invoice.number, currency: invoice.currency, ratePct: w.ratePct, amount: w.amount };
    }),
    hypothesis: (r.proposal?.hypothesis ?? null) as Signal | null,
    score: r.proposal?.score ?? null,
    steps: r.proposal?.steps ?? [],
    reasons: (r.proposal?.reasons ?? []) as AcceptanceShown['reasons'],
    rule: r.rule,
    bulk: r.bulk,
    condition: r.condition,
    undone: r.undone,
  };
}

export const toRule = (rule: RuleRecord, uses: number, from: AcceptanceRecord): RuleShown => ({
  id: rule.id,
  text: rule.shown,
  account: rule.account,
  direction: rule.direction,
  vendor: rule.vendor as VendorName,
  party: rule.party,
  whtPct: rule.whtPct,
  fee: rule.fee,
  on: rule.state === 'on',
  uses,
  from: { id: from.id, at: from.at, who: from.who, reference: from.told.reference, undone: from.undone !== null },
});

/** What each invoice got or gave, all payments together; in the order in which they were laid out. */
function linesOf(moves: readonly Move[]): { invoice: number; amount: Amount }[] {
  const sums = new Map<number, Amount>();
  for (const m of moves) sums.set(m.invoice, add(sums.get(m.invoice) ?? '0', m.amount));
  return [...sums].map(([invoice, amount]) => ({ invoice, amount }));
}
