import type { Amount } from '../money/amount.ts';
import type { PartyDetails } from '../parties/party.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** `payer`: we withheld the tax from a vendor. `payee`: a customer withheld it from us. */
export const SIDES = ['payer', 'payee'] as const;
export type Side = (typeof SIDES)[number];

/** Kinds of income that the forms of all countries tell apart; each form has its own codes for them (domain/wht/forms). */
export const INCOME_CATEGORIES = [
  'services',
  'technical-services',
  'professional-fees',
  'royalty',
  'rent',
  'interest',
  'dividend',
  'advertising',
  'transport',
  'goods',
  'other',
] as const;
export type IncomeCategory = (typeof INCOME_CATEGORIES)[number];

/** Income as the paper prints it; `base` and `tax` in the certificate's currency, `rate` percent. Null: not printed. */
export interface IncomeLine {
  category: IncomeCategory;
  /** The form's own code. */
  code: string | null;
  description: string;
  /** Day of payment. */
  paid: PlainDate | null;
  base: Amount | null;
  rate: string | null;
  tax: Amount;
}

/** 1 unit of the invoice's currency = `rate` units of the certificate's on that day. */
export interface AllocationRate {
  rate: string;
  date: PlainDate | null;
  source: string | null;
}

/** What a paper of any country can say beside number, date and total. */
export interface CertificateDetails {
  side: Side;
  country: string | null;
  /** Id of the form (domain/wht/forms). */
  form: string | null;
  /** Days that it speaks of, both inclusive. */
  first: PlainDate | null;
  last: PlainDate | null;
  payerId: number | null;
  payeeId: number | null;
  payer: PartyDetails | null;
  payee: PartyDetails | null;
  /** Reference and day of the tax's payment to the authority. */
  remittance: string;
  remitted: PlainDate | null;
  /** Days on which it was handed in and answered. */
  submitted: PlainDate | null;
  decided: PlainDate | null;
  income: IncomeLine[];
  /** `typed`, or where it was read from; `figures` is what stood there. */
  source: string;
  figures: Record<string, string>;
}

/** What a record has that is only number, date, total and invoices. */
export const PLAIN_CERTIFICATE: CertificateDetails = {
  side: 'payer',
  country: null,
  form: null,
  first: null,
  last: null,
  payerId: null,
  payeeId: null,
  payer: null,
  payee: null,
  remittance: '',
  remitted: null,
  submitted: null,
  decided: null,
  income: [],
  source: 'typed',
  figures: {},
};
