import type { Amount } from '../money/amount.ts';

/**
 * What a locked period holds of a document: its money and where it belongs, nothing of its course (confirming, issuing, disputing,
 * hanging files on it move no figure). Two documents whose held facts are equal say the same for the period.
 */
export interface HeldInvoice {
  kind: 'invoice';
  number: string;
  vendor: string;
  /** Tax follows from it. */
  entity: string | null;
  direction: string;
  type: string;
  /** The month of its bills, else that of its date. */
  period: string;
  currency: string;
  net: Amount;
  tax: Amount;
}
export interface HeldPayment {
  kind: 'payment';
  reference: string;
  date: string;
  currency: string;
  amount: Amount;
  shares: readonly { invoiceId: number; amount: Amount }[];
}
export interface HeldCertificate {
  kind: 'certificate';
  number: string;
  issuer: string;
  date: string;
  currency: string;
  amount: Amount;
  /** In the invoices' currencies. */
  shares: readonly { invoiceId: number; amount: Amount }[];
}
export type HeldMoney = HeldPayment | HeldCertificate;

/** The month that the day lies in. */
export const monthOf = (date: string): string => date.slice(0, 7);

/** What holds: periods that are locked, those whose close counted the document itself, and those whose close counted an invoice. */
export interface Locks {
  locked: ReadonlySet<string>;
  /** Locked periods whose close counted the document. */
  counted: readonly string[];
  /** Locked periods that hold the invoice. */
  ofInvoice: (invoiceId: number) => readonly string[];
}

/** Locked periods that say something else after the change of an invoice; null: it is not there, or void. */
export function touchedByInvoice(before: HeldInvoice | null, after: HeldInvoice | null, locked: ReadonlySet<string>): string[] {
  if (same(before, after)) return [];
  return [...new Set([before?.period, after?.period].filter((p) => p !== undefined && locked.has(p)))] as string[];
}

/**
 * The same of a payment or certificate. Its own facts belong to the month of its day, and to closes that counted it; a share belongs to
 * a locked period where that holds both the money and the invoice. Money of an open month laid on an invoice of a locked one is booked
 * in the open month.
 */
export function touchedByMoney(before: HeldMoney | null, after: HeldMoney | null, { locked, counted, ofInvoice }: Locks): string[] {
  if (same(before, after)) return [];
  const touched = new Set<string>();
  const months = [before, after].flatMap((m) => (m && locked.has(monthOf(m.date)) ? [monthOf(m.date)] : []));
  if (!same(own(before), own(after))) for (const period of [...months, ...counted]) touched.add(period);
  const holding = new Set([...months, ...counted]);
  if (holding.size === 0) return [];
  const [old, now] = [sharesOf(before), sharesOf(after)];
  for (const id of new Set([...old.keys(), ...now.keys()]))
    if (old.get(id) !== now.get(id)) for (const period of ofInvoice(id)) touched.add(period);
  return [...touched].toSorted();
}

const own = (m: HeldMoney | null): unknown => m && { ...m, shares: [] };
const sharesOf = (m: HeldMoney | null): Map<number, Amount> => new Map((m?.shares ?? []).map((s) => [s.invoiceId, s.amount]));
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
