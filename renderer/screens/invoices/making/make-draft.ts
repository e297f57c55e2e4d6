import type { Amount } from '../../../../domain/money/amount.ts';
import type { Input } from '../../../../services/contract/index.ts';
import type { Scope } from '../../bills/place.ts';
import { fxInput, fxReady, NO_FX, type FxDraft } from '../fx-draft.ts';

export const KINDS = ['monthly', 'order', 'top-up', 'credit'] as const;
export type Kind = (typeof KINDS)[number];

/** What the screen knows beside the selection of bill lines, which stands in the address. */
export interface MakeDraft {
  kind: Kind;
  /** A line of the document for each group. */
  groupBy: string[];
  orderId: string;
  payment: number | null;
  /** The invoice that is credited, and how: all that is left, a part, or the refunds of the selection. */
  credited: string;
  creditBy: 'all' | 'part' | 'refunds';
  creditNet: Amount | null;
  sellerId: number | null;
  buyerId: number | null;
  /** Null takes the first series of the kind. */
  series: number | null;
  date: string | null;
  termDays: number | null;
  taxBy: 'rule' | 'hand';
  /** Null takes the buyer's or the book's. */
  country: string | null;
  entity: string | null;
  status: string | null;
  region: string | null;
  taxCode: string;
  taxRate: string;
  taxAmount: Amount | null;
  taxReason: string;
  fx: FxDraft;
  orderReference: string;
  buyerReference: string;
  note: string;
  reason: string;
}

export const EMPTY_MAKE: Omit<MakeDraft, 'kind' | 'date'> = {
  groupBy: ['productType'],
  orderId: '',
  payment: null,
  credited: '',
  creditBy: 'all',
  creditNet: null,
  sellerId: null,
  buyerId: null,
  series: null,
  termDays: null,
  taxBy: 'rule',
  country: null,
  entity: null,
  status: null,
  region: null,
  taxCode: '',
  taxRate: '',
  taxAmount: null,
  taxReason: '',
  fx: NO_FX,
  orderReference: '',
  buyerReference: '',
  note: '',
  reason: '',
};

export type MakeMissing =
  | 'scope'
  | 'groupBy'
  | 'order'
  | 'payment'
  | 'credited'
  | 'creditNet'
  | 'seller'
  | 'buyer'
  | 'series'
  | 'date'
  | 'taxRate'
  | 'taxReason'
  | 'fx'
  | 'reason';

const RATE = /^\d{1,3}(\.\d{1,6})?$/;

/** The first thing that keeps the document from being drafted, or null. */
export function makeMissing(draft: MakeDraft, scope: Scope | undefined): MakeMissing | null {
  const bills = draft.kind === 'monthly' || (draft.kind === 'credit' && draft.creditBy === 'refunds');
  if (bills && !scope) return 'scope';
  if ((bills || draft.kind === 'order') && draft.groupBy.length === 0) return 'groupBy';
  if (draft.kind === 'order' && draft.orderId.trim() === '') return 'order';
  if (draft.kind === 'top-up' && draft.payment === null) return 'payment';
  if (draft.kind === 'credit') {
    if (draft.credited === '') return 'credited';
    if (draft.creditBy === 'part' && draft.creditNet === null) return 'creditNet';
  } else {
    if (draft.sellerId === null) return 'seller';
    if (draft.buyerId === null) return 'buyer';
  }
  if (draft.series === null) return 'series';
  if (draft.date === null) return 'date';
  if (draft.kind !== 'credit' && draft.taxBy === 'hand') {
    if (draft.taxRate !== '' ? !RATE.test(draft.taxRate) : draft.taxAmount === null) return 'taxRate';
    if (draft.taxReason.trim() === '') return 'taxReason';
  }
  if (!fxReady(draft.fx)) return 'fx';
  return draft.kind === 'credit' && draft.reason.trim() === '' ? 'reason' : null;
}

/** What draft and document are asked for; null while something is missing. */
export function makeInput(draft: MakeDraft, scope: Scope | undefined): Input<'invoices/make'> | null {
  if (makeMissing(draft, scope) !== null || draft.series === null || draft.date === null) return null;
  const { sellerId, buyerId, series, date, termDays, note } = draft;
  const references = { orderReference: draft.orderReference.trim(), buyerReference: draft.buyerReference.trim() };
  return {
    what: whatOf(draft, scope),
    series,
    sellerId,
    buyerId,
    date,
    termDays,
    tax: taxOf(draft),
    fx: fxInput(draft.fx),
    document: Object.fromEntries(Object.entries(references).filter(([, text]) => text !== '')),
    note,
    reason: draft.reason.trim(),
  };
}

function whatOf(draft: MakeDraft, scope: Scope | undefined): Input<'invoices/make'>['what'] {
  const { groupBy } = draft;
  const { kind: _kind, ...lines } = scope ?? { kind: 'detail' };
  switch (draft.kind) {
    case 'monthly':
      return { kind: 'bills', scope: lines, groupBy };
    case 'order':
      return { kind: 'order', orderId: draft.orderId.trim(), groupBy };
    case 'top-up':
      return { kind: 'top-up', payment: draft.payment };
    case 'credit':
      return {
        kind: 'credit',
        invoice: draft.credited,
        net: draft.creditBy === 'part' ? draft.creditNet : null,
        scope: draft.creditBy === 'refunds' ? lines : null,
        groupBy,
      };
  }
}

function taxOf(draft: MakeDraft): NonNullable<Input<'invoices/make'>['tax']> {
  if (draft.kind !== 'credit' && draft.taxBy === 'hand')
    return {
      by: 'hand',
      reason: draft.taxReason.trim(),
      code: draft.taxCode.trim(),
      ratePct: draft.taxRate === '' ? null : draft.taxRate,
      amount: draft.taxAmount,
    };
  return {
    by: 'rule',
    ...(draft.country === null ? {} : { country: draft.country }),
    ...(draft.entity === null ? {} : { entity: draft.entity }),
    ...(draft.status === null ? {} : { status: draft.status as 'any' }),
    ...(draft.region === null ? {} : { region: draft.region }),
  };
}
