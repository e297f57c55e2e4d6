import type { FilterOp } from '../bill/filter.ts';
import type { Amount } from '../money/amount.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** `received`: from a vendor, to be paid. `issued`: made here for a customer. */
export const DIRECTIONS = ['received', 'issued'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * What an invoice is made for (Huawei Cloud billing guide 10.1): an order paid online, a month settled after its bill, a
 * top-up or withdrawal; `other`: any other, or not known.
 */
export const INVOICE_TYPES = ['order', 'monthly', 'top-up', 'other'] as const;
export type InvoiceType = (typeof INVOICE_TYPES)[number];

/** One line of a document; amounts in its currency, without tax unless named so. */
export interface InvoiceLine {
  /** From 1, without gaps. */
  position: number;
  description: string;
  /** Exact decimal text; `unit` is a UN/ECE Recommendation 20 code such as HUR or C62. Null where none is stated. */
  quantity: string | null;
  unit: string | null;
  price: string | null;
  net: Amount;
  /** Null: the document states no tax by line. */
  tax: Amount | null;
  /** UNCL 5305: S standard, Z zero, E exempt, AE reverse charge, G export, O not subject to tax … */
  taxCategory: string | null;
  taxCode: string | null;
  /** Percent as text. */
  ratePct: string | null;
  /** What the line covers; both days inclusive. */
  first: PlainDate | null;
  last: PlainDate | null;
  /** The bill lines that it stands for. */
  scope: LineScope | null;
}

/**
 * Bill lines as the details view asks for them: a billing period and values of columns; one empty value stands for lines that
 * have none. The rest is left out where it does not narrow: first and last billing cycle, a search, and further conditions.
 */
export interface LineScope {
  period: string | null;
  where: Record<string, string[]>;
  from?: string;
  to?: string;
  search?: string;
  hideZero?: boolean;
  filters?: { column: string; op: FilterOp; value: string | string[] }[];
}

/** What else stands on a document; every part may be missing. */
export interface DocumentDetails {
  /** Title that local rules ask for, such as Tax Invoice or Simplified Tax Invoice. */
  title?: string;
  /** Service period, both days inclusive. */
  first?: PlainDate;
  last?: PlainDate;
  orderReference?: string;
  buyerReference?: string;
  paymentTerms?: string;
  /** Sentences printed at the foot, such as the self-accounting note. */
  notes?: string[];
  /** The document's own tax figures by component (CGST, SGST …), in its currency. */
  components?: { code: string; name: string; ratePct: string | null; base: Amount; amount: Amount | null }[];
  /** How the tax reaches the authority (rule pack's treatment). */
  treatment?: string;
  /** Why the tax was given by hand; not printed. */
  taxReason?: string;
  /** How the exact sum of the bill lines came to the net amount (domain/invoices/round-lines.ts); not printed. */
  rounding?: { policy: string; exact: Amount; difference: Amount };
}
