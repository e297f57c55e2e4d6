import type { PlainDate } from '../time/plain-date.ts';

/** What a vendor's invoices follow between the bill and the payment; every number counts days. */
export interface VendorPolicy {
  /** Country whose working days count. */
  country: string;
  /** Working days in which a bill is confirmed or disputed; null: the vendor asks for no confirmation. */
  confirmDays: number | null;
  /** Working days that issuing takes after confirmation; null: not printed. */
  issueDays: { least: number; most: number } | null;
  /** Natural days of the account period from the day of issue; null: none is printed, only a stated due date counts. */
  termDays: number | null;
  /** Days after the account period in which the vendor reminds every day and still calls the invoice unpaid. */
  dunningDays: number;
  /** Days from the freezing of the organisation until its clusters go to the recycle bin; null: the vendor freezes nothing. */
  recycleDays: number | null;
}

/** Terms that a person agreed on with the vendor, over those that are printed; both days inclusive, null: open. */
export interface VendorTerms extends VendorPolicy {
  from: PlainDate | null;
  until: PlainDate | null;
  reason: string;
}

/** A due date by its own text: overdue the day after, no reminders, nothing to confirm. */
const PLAIN: VendorPolicy = { country: 'CN', confirmDays: null, issueDays: null, termDays: null, dunningDays: 0, recycleDays: null };

/** What vendors print. Zilliz Cloud: understand your invoice, “billing cycle”; without a credit clause the account period is 0 days. */
const PRINTED: Readonly<Record<string, VendorPolicy>> = {
  zilliz: { country: 'CN', confirmDays: 3, issueDays: { least: 1, most: 3 }, termDays: 0, dunningDays: 14, recycleDays: 1 },
};

/** What the vendor prints. */
export const printedPolicy = (vendor: string): VendorPolicy => (Object.hasOwn(PRINTED, vendor) ? PRINTED[vendor]! : PLAIN);

/** Where several terms are valid on the day, those that began last count. */
export function termsOn(terms: readonly VendorTerms[], day: PlainDate): VendorTerms | null {
  const valid = terms.filter((t) => (t.from === null || t.from <= day) && (t.until === null || day <= t.until));
  return valid.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1) ?? null;
}

/** An invoice made here for a customer follows its own due date. */
export const ownPolicy = (): VendorPolicy => PLAIN;
