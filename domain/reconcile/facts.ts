import type { Identity, Register } from '../formats/format.ts';
import type { MeasureName } from '../formats/fields.ts';
import type { Amount } from '../money/amount.ts';
import type { Grouping } from '../money/pieces.ts';
import type { Period, PlainDate } from '../time/plain-date.ts';
import { type Sentence } from '../words/said.ts';
import type { Beside } from './beside/beside.ts';
import type { Tellings } from './tellings/telling.ts';

export type Vendor = 'huawei' | 'tencent' | 'qingcloud' | 'zilliz' | 'other';
export type MeasureSums = Readonly<Record<MeasureName, Amount | null>>;

/** The live lines of one kind, exact. `groups` are by bill type, so that refunds, taxes and precision rows can be told apart. */
export interface BillFacts {
  lines: number;
  sums: MeasureSums;
  groups: readonly { billType: string | null; lines: number; sums: MeasureSums }[];
}

/** Amounts in the invoice's currency; negative on a credit note. Void documents are not among the facts. */
export interface InvoiceFact {
  id: number;
  number: string;
  kind: 'invoice' | 'credit-note';
  date: PlainDate;
  due: PlainDate | null;
  stated: string;
  net: Amount;
  tax: Amount;
  total: Amount;
  credited: Amount;
  /** Vendor's own figures in the currency's main unit, as imported. */
  figures: Readonly<Record<string, Amount>>;
  /** What is to be withheld from what is paid so far: base × rate, in its currency. Null where no rate is known or the tax is borne. */
  wht: { base: Amount; ratePct: string; expected: Amount } | null;
}

/** An active payment with a share on an invoice of the period. `shares` are all of its shares. */
export interface PaymentFact {
  id: number;
  reference: string;
  date: PlainDate;
  currency: string;
  amount: Amount;
  shares: readonly { invoiceId: number; invoice: string; amount: Amount }[];
}

/** A submitted or accepted certificate with a share on an invoice of the period. `lines` are all of its lines. */
export interface CertificateFact {
  id: number;
  number: string;
  status: string;
  currency: string;
  total: Amount;
  lines: readonly { invoiceId: number; amount: Amount; payAmount: Amount }[];
}

/** A bill line that does not fit, with a short description that names its amounts. */
export interface BadLine {
  id: number;
  file: string;
  row: number;
  /** The list whose row the id is of; left out for a bill line. */
  list?: Register;
  text: Sentence;
}
export interface BadLines {
  lines: readonly BadLine[];
  count: number;
}
export const NO_LINES: BadLines = { lines: [], count: 0 };

export interface IdentityFacts {
  identity: Identity;
  /** Details and statements tell the same money twice: they are held each by itself. */
  kind: 'detail' | 'statement';
  /** Lines that have both sides, and those of them that do not fit. */
  checked: number;
  broken: number;
  left: Amount;
  right: Amount;
}

/** Charges to be cut piece by piece: lines of these bill types (null: of all), the measures added up, to so many decimals. */
export interface PieceQuestion {
  kind: 'detail' | 'statement';
  grouping: Grouping;
  measures: readonly MeasureName[];
  billTypes: readonly (string | null)[] | null;
  places: number;
}
interface CutPart {
  pieces: number;
  exact: Amount;
  cut: Amount;
}
export interface Pieces {
  grouping: Grouping;
  /** Pay-per-use and spot. */
  usage: CutPart;
  /** Orders, and what has none; `cut` equals `exact` where they are not cut. */
  apart: CutPart;
  /** Some of the pieces of the usage: those from which most is cut away. */
  examples: readonly { name: string; exact: Amount; cut: Amount }[];
}

/** What a check may ask of the book beyond the sums; asked only when needed. */
export interface Probe {
  /** The charges in pieces, each cut toward zero by itself; null where the bill that is counted does not tell them. */
  pieces(question: PieceQuestion): Pieces | null;
  brokenLines(identity: Identity, kind: 'detail' | 'statement'): BadLines;
  /** Lines of the orders whose statement and detail differ in the sum of the measures. */
  differingOrders(measures: readonly MeasureName[]): BadLines;
  /** Lines whose payable is exactly the amount. */
  linesWithPayable(amount: Amount): BadLines;
  /** The bill's other tellings, held against it. */
  tellings: Tellings;
  /** Lists, rates, rules and other months. */
  beside: Beside;
}

/** All that is known of one vendor, period and currency: what the checks look at. Currencies are never added. */
export interface Facts {
  period: Period;
  vendor: Vendor;
  currency: string;
  settlement: 'monthly' | 'non-monthly';
  detail: BillFacts | null;
  statement: BillFacts | null;
  identities: readonly IdentityFacts[];
  /** Payable of detail lines that did not come with the invoices themselves; null where there are none. */
  usagePayable: Amount | null;
  invoices: readonly InvoiceFact[];
  payments: readonly PaymentFact[];
  certificates: readonly CertificateFact[];
  probe: Probe;
}
