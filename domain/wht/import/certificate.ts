import type { Amount } from '../../money/amount.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { Said } from '../../words/said.ts';
import type { IncomeLine, Side } from '../certificate.ts';
import type { Trouble } from './cells.ts';

/** A party as a row names it. */
export interface NamedParty {
  name: string | null;
  taxId: string | null;
}

/** What wants to be said of a row that can be taken. */
export interface Remark {
  code: string;
  said: Said;
}

/** A certificate as a file tells it: one row of it, or several where its profile gathers rows of one number. */
export interface ImportedCertificate {
  /** Rows of the file, ascending; the first stands for it. */
  rows: number[];
  /** Null: the list carries none, and the book will give one. */
  number: string | null;
  issuer: string;
  date: PlainDate;
  currency: string;
  /** Tax withheld; the sum of its lines. */
  total: Amount;
  /** Sum of the lines' bases; null where one of them has none. */
  base: Amount | null;
  side: Side;
  country: string | null;
  form: string | null;
  payer: NamedParty;
  payee: NamedParty;
  first: PlainDate | null;
  last: PlainDate | null;
  remittance: string;
  remitted: PlainDate | null;
  income: IncomeLine[];
  /** What stands in the column of invoices, and the numbers in it. */
  reference: string | null;
  invoices: string[];
  pending: boolean;
  remarks: Remark[];
  /** The rows as they stood: header → text. */
  figures: Record<string, string>;
}

/** A row that cannot be taken, with everything that is wrong in it. */
export interface RejectedRow {
  row: number;
  figures: Record<string, string>;
  troubles: Trouble[];
}

/** A row that is none: a total, nothing withheld, a certificate that was cancelled. */
export interface IgnoredRow {
  row: number;
  why: Said;
  /** Of a cancelled certificate: what it was. */
  cancelled: ImportedCertificate | null;
}

/** Every row below the header ends in exactly one of the three lists. */
export interface ReadList {
  certificates: ImportedCertificate[];
  rejected: RejectedRow[];
  ignored: IgnoredRow[];
  /** Said of the file as a whole. */
  notices: { code: string; said: Said }[];
}
