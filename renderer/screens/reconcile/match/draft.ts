import { compare, isZero, type Amount } from '../../../../domain/money/amount.ts';
import { residualOf as restOf, worthOf } from '../../../../domain/match/allocation.ts';
import type { Input } from '../../../../services/contract/index.ts';
import type { MoneyShown, OpenInvoiceShown, ProposalShown } from '../../../../services/contract/match.ts';

/** One invoice that the money is laid on; `amount` in its currency, null while nothing is entered. */
export interface DraftLine {
  key: string;
  invoice: string;
  vendor: OpenInvoiceShown['vendor'];
  currency: string;
  open: Amount;
  /** What was paid too much of it: so much can be taken off. */
  credit: Amount;
  amount: Amount | null;
  wht: { ratePct: string; amount: Amount } | null;
}

/** What is laid out, as it is edited. */
export interface Draft {
  lines: readonly DraftLine[];
  fee: Amount | null;
  /** A payment of the book that the line is. */
  payment: { id: number; reference: string } | null;
  /** The proposal that it began as. */
  proposal: string | null;
}
export const NOTHING: Draft = { lines: [], fee: null, payment: null, proposal: null };

export const keyOf = (of: { vendor: string; invoice: string }): string => `${of.vendor}:${of.invoice}`;

/** The proposal as it stands, to be accepted or changed. */
export const draftOf = (p: ProposalShown): Draft => ({
  lines: p.lines.map((l) => ({
    key: keyOf(l),
    invoice: l.invoice,
    vendor: l.vendor,
    currency: l.currency,
    open: l.open,
    credit: l.amount.startsWith('-') ? l.amount.slice(1) : '0',
    amount: l.amount,
    wht: l.wht,
  })),
  fee: p.fee,
  payment: p.payment && { id: p.payment.id, reference: p.payment.reference },
  proposal: p.key,
});

const directionOf = (money: MoneyShown): 'received' | 'issued' => money.direction ?? 'received';

/** Whether the invoices are in another currency than the money: then the shares say what it paid. */
export const isConverted = (money: MoneyShown, { lines }: Draft): boolean => lines[0] !== undefined && lines[0].currency !== money.currency;

/** What the money is worth on invoices after the fee, and what the shares leave of it, in its currency; null where it is converted. */
export const residualOf = (money: MoneyShown, draft: Draft): Amount | null =>
  isConverted(money, draft)
    ? null
    : restOf(
        worthOf(money.left, draft.fee, directionOf(money)),
        draft.lines.map((l) => ({ amount: l.amount ?? '0' })),
      );

/** The draft with the invoice added: as much of it as is to be paid, at most what is left; a credit as far as the other shares carry it. */
export function withInvoice(money: MoneyShown, draft: Draft, invoice: OpenInvoiceShown): Draft {
  const key = keyOf(invoice);
  if (draft.lines.some((l) => l.key === key)) return draft;
  const rest = isConverted(money, draft) || invoice.currency !== money.currency ? null : residualOf(money, draft);
  const credit = !isZero(invoice.credit);
  const most = invoice.openCash;
  const amount = credit ? `-${invoice.credit}` : rest === null || compare(rest, most) >= 0 ? most : compare(rest, '0') > 0 ? rest : null;
  const line: DraftLine = {
    key,
    invoice: invoice.invoice,
    vendor: invoice.vendor,
    currency: invoice.currency,
    open: invoice.open,
    credit: invoice.credit,
    amount,
    wht: null,
  };
  return { ...draft, payment: null, lines: [...draft.lines, line] };
}

export const withAmount = (draft: Draft, key: string, amount: Amount | null): Draft => ({
  ...draft,
  lines: draft.lines.map((l) => (l.key === key ? { ...l, amount } : l)),
});
export const without = (draft: Draft, key: string): Draft => ({ ...draft, lines: draft.lines.filter((l) => l.key !== key) });

export type Hindrance = 'typing' | 'nothing' | 'currency' | 'fee' | 'share' | 'over';

/** What keeps the draft from being accepted, or null. `invalid`: fields whose text is no amount yet. */
export function hindranceOf(money: MoneyShown, draft: Draft, invalid: ReadonlySet<string>): Hindrance | null {
  if (invalid.size > 0) return 'typing';
  if (draft.payment !== null) return null;
  if (draft.lines.length === 0) return 'nothing';
  if (draft.lines.some((l) => l.currency !== draft.lines[0]!.currency)) return 'currency';
  if (draft.lines.some((l) => l.amount === null || isZero(l.amount))) return 'typing';
  if (draft.fee !== null && (compare(draft.fee, '0') < 0 || compare(draft.fee, money.left) >= 0)) return 'fee';
  if (draft.lines.some((l) => compare(l.amount!, l.open) > 0 || compare(l.amount!, negative(l.credit)) < 0)) return 'share';
  const residual = residualOf(money, draft);
  return residual !== null && compare(residual, '0') < 0 ? 'over' : null;
}

const negative = (amount: Amount): Amount => (isZero(amount) ? '0' : `-${amount}`);

/** What is sent. */
export const inputOf = (money: MoneyShown, draft: Draft): Input<'match/accept'> => ({
  money: money.key,
  lines: draft.payment === null ? draft.lines.map((l) => ({ invoice: l.invoice, vendor: l.vendor, amount: l.amount ?? '0' })) : [],
  payment: draft.payment?.id ?? null,
  fee: draft.fee === null || isZero(draft.fee) ? null : draft.fee,
  proposal: draft.proposal,
});
