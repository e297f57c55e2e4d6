import { add, equal, isZero, type Amount } from '../../../domain/money/amount.ts';
import { D } from '../../../domain/money/decimal.ts';
import type { Input } from '../../../services/contract/index.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { hasMoreDecimals, isPositive, remainderOf, takeable, type Shares } from '../documents/amounts.ts';
import { awaitsCertificate, canBeCertified } from '../documents/expected.ts';
import { invoiceKey, type VendorId } from '../documents/keys.ts';

/** Decimals of the amount in the payment currency (Huawei Cloud billing guide 10.3). */
const PAY_PLACES = 2;

/** One invoice that the certificate can name. */
export interface CandidateRow {
  key: string;
  number: string;
  vendor: VendorId;
  date: string;
  currency: string;
  net: Amount;
  total: Amount;
  open: Amount;
  awaits: boolean;
}

export interface CertificateDraft {
  /** Null: a number is generated. */
  number: string | null;
  issuer: string;
  date: string | null;
  total: Amount | null;
  currency: string;
  note: string;
  files: readonly string[];
  /** Amount in the certificate's currency, by invoice; a key that is there is ticked. */
  amounts: Shares;
  /** Amount in the invoice's currency, where the two differ. */
  pays: Shares;
}

/** Invoices that no certificate holds, those that wait for one first, then by date. */
export function candidates(invoices: readonly Invoice[]): CandidateRow[] {
  return invoices
    .filter(canBeCertified)
    .map((i) => ({
      key: invoiceKey(i),
      number: i.number,
      vendor: i.vendor,
      date: i.date,
      currency: i.currency,
      net: i.net,
      total: i.total,
      open: i.open,
      awaits: awaitsCertificate(i),
    }))
    .toSorted((a, b) =>
      a.awaits !== b.awaits ? (a.awaits ? -1 : 1) : a.date !== b.date ? (a.date < b.date ? -1 : 1) : a.key < b.key ? -1 : 1,
    );
}

const keysOf = (draft: Pick<CertificateDraft, 'amounts'>): string[] => Object.keys(draft.amounts);
export const isTicked = (draft: Pick<CertificateDraft, 'amounts'>, key: string): boolean => Object.hasOwn(draft.amounts, key);

/** Ticks an invoice or takes it off. The first one takes the whole total; a further one what is left, at most what it has open. */
export function toggled(draft: CertificateDraft, row: Pick<CandidateRow, 'key' | 'currency' | 'open'>): CertificateDraft {
  const amounts: Record<string, Amount | null> = { ...draft.amounts };
  const pays: Record<string, Amount | null> = { ...draft.pays };
  if (isTicked(draft, row.key)) {
    delete amounts[row.key];
    delete pays[row.key];
  } else {
    const first = keysOf(draft).length === 0;
    const left = draft.total === null ? null : remainderOf(draft.total, Object.values(draft.amounts)).left;
    amounts[row.key] = left === null ? null : first ? draft.total : takeable(left, null, row.currency === draft.currency ? row.open : left);
  }
  return { ...draft, amounts, pays };
}

/** A new total; the only invoice follows it as long as its amount was the total. */
export function withTotal(draft: CertificateDraft, total: Amount | null): CertificateDraft {
  const [only, ...others] = keysOf(draft);
  const own = only === undefined ? null : (draft.amounts[only] ?? null);
  const follows = only !== undefined && others.length === 0 && (own === null || (draft.total !== null && equal(own, draft.total)));
  return { ...draft, total, amounts: follows ? { [only]: total } : draft.amounts };
}

export type LineFault = 'amount' | 'pay' | 'places' | 'over-open' | 'date';

/** What is wrong with a ticked invoice, or null. Amounts not entered yet are no fault of theirs; they keep the form waiting. */
export function faultOf(draft: CertificateDraft, row: CandidateRow): LineFault | null {
  const amount = draft.amounts[row.key] ?? null;
  const pay = payOf(draft, row);
  if (draft.date !== null && draft.date < row.date) return 'date';
  if (amount !== null && !isPositive(amount)) return 'amount';
  if (pay === null) return null;
  if (!isPositive(pay)) return 'pay';
  if (hasMoreDecimals(pay, PAY_PLACES)) return 'places';
  return remainderOf(row.open, [pay]).state === 'over' ? 'over-open' : null;
}

/** The amount in the invoice's currency: the same figure in the same currency, else as entered. */
export const payOf = (
  draft: Pick<CertificateDraft, 'amounts' | 'pays' | 'currency'>,
  row: Pick<CandidateRow, 'key' | 'currency'>,
): Amount | null => (row.currency === draft.currency ? draft.amounts[row.key] : draft.pays[row.key]) ?? null;

/** What was withheld as a share of the invoice's net amount, in percent, at most two decimals; null without a base. */
export const shareOfNet = (pay: Amount | null, net: Amount): string | null =>
  pay === null || isZero(net) ? null : new D(pay).times(100).dividedBy(net).toDecimalPlaces(2).toFixed();

/** What a row could take over of what is left; in another currency its open amount sets no bound. Null when it has that already. */
export function offer(left: Amount, own: Amount | null, row: Pick<CandidateRow, 'currency' | 'open'>, currency: string): Amount | null {
  const most = takeable(left, own, row.currency === currency ? row.open : add(left, own ?? '0'));
  return most !== null && (own === null || !equal(most, own)) ? most : null;
}

export type Missing =
  'number' | 'date' | 'future' | 'total' | 'totalSign' | 'invoices' | 'lines' | 'line' | 'remainder' | 'files' | 'typing';

/** The first thing that keeps the certificate from being saved, or null. */
export function missingOf(
  draft: CertificateDraft,
  rows: readonly CandidateRow[],
  invalid: ReadonlySet<string>,
  today: string,
): Missing | null {
  const ticked = rows.filter((row) => isTicked(draft, row.key));
  if (draft.number !== null && draft.number.trim() === '') return 'number';
  if (draft.date === null) return 'date';
  if (draft.date > today) return 'future';
  if (draft.total === null) return 'total';
  if (!isPositive(draft.total)) return 'totalSign';
  if (ticked.length === 0) return 'invoices';
  if (invalid.size > 0) return 'typing';
  if (ticked.some((row) => faultOf(draft, row) !== null)) return 'line';
  if (ticked.some((row) => (draft.amounts[row.key] ?? null) === null || payOf(draft, row) === null)) return 'lines';
  if (
    remainderOf(
      draft.total,
      ticked.map((row) => draft.amounts[row.key] ?? null),
    ).state !== 'exact'
  )
    return 'remainder';
  return draft.files.length === 0 ? 'files' : null;
}

/** What is sent; null while something is missing. */
export function inputOf(
  draft: CertificateDraft,
  rows: readonly CandidateRow[],
  invalid: ReadonlySet<string>,
  today: string,
): Input<'wht/add'> | null {
  if (missingOf(draft, rows, invalid, today) !== null || draft.date === null || draft.total === null) return null;
  const allocate = rows
    .filter((row) => isTicked(draft, row.key))
    .map((row) => ({
      invoice: row.number,
      vendor: row.vendor,
      amount: draft.amounts[row.key] ?? null,
      payAmount: row.currency === draft.currency ? null : (draft.pays[row.key] ?? null),
    }));
  return {
    number: draft.number?.trim() ?? null,
    issuer: draft.issuer.trim(),
    date: draft.date,
    total: draft.total,
    currency: draft.currency,
    allocate,
    attach: [...draft.files],
    note: draft.note,
  };
}
