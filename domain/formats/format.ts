import type { Result } from '../result.ts';
import type { Said } from '../words/said.ts';
import type { Period, PlainDate } from '../time/plain-date.ts';
import type { Adapt, BillSource, Cells } from './adapter.ts';
import type { MeasureName, TermName } from './fields.ts';
import type { View } from './views.ts';

/** A place in the canonical bill line that a source column fills. */
export type Field =
  | MeasureName
  | TermName
  | 'usage'
  | 'unitPrice'
  | 'orderId'
  | 'period'
  | 'date'
  | 'sourceKey'
  // Files that Tallybook wrote itself: whose bill the line is of, and its identity in the book that it came from.
  | 'vendor'
  | 'lineKey';

/** What the book says that a vendor's file does not. */
export interface FormatContext {
  settlement: 'monthly' | 'non-monthly';
  /** The book's currency: taken where neither header, column nor envelope names one. */
  currency: string;
}

export interface Column {
  field: Field | ((context: FormatContext) => Field);
  /** Header names, Chinese and English, as vendors print them; compared after normaliseHeader. JSON: key paths. */
  headers: readonly string[];
  /**
   * Text by default. `amount`: exact decimal. `period`: YYYY-MM, also the start of a date-time. `date`: a day, also the
   * start of a date-time.
   */
  type?: 'text' | 'amount' | 'period' | 'date';
  /** The row is rejected where this is missing. */
  required?: boolean;
  /** Amounts in the currency's smallest unit: 2 divides by 100. */
  scale?: number;
  /** Vendor codes to the words that the vendor's own files print; unknown codes are kept as they are and reported. */
  codes?: Readonly<Record<string, string>>;
  /** Takes the value out of a printed cell, as text that its type accepts; not called for signs of “missing”. The slow way. */
  read?: (cell: string) => Result<string | null>;
}

/** What a vendor writes into the name of a file. A hint: the content decides what the file is. */
export interface NameHint {
  /** Last day that the file covers, or the day it was made for. */
  asOf?: PlainDate;
  /** Parts _1, _2 … of one bill. */
  part?: number;
  /** The file's name without part and re-push: a later file of the same name replaces this one. */
  logicalName?: string;
  /** Tencent Cloud's statistics basis. */
  basis?: Basis;
  /** The month that the name tells: taken for rows whose document names none. */
  period?: Period;
}

/** By which time a Tencent Cloud bill assigns a charge to its month: that of the deduction, or that of the use. */
export type Basis = 'by-deduction-cycle' | 'by-billing-cycle';

export type Delivery = 'adds' | 'replaces' | 'replaces-file';

/** left = sum of right, line by line. Terms whose column the file lacks, or whose cell is missing, are left out. */
export interface Identity {
  id: string;
  title: string;
  titleZh: string;
  left: MeasureName;
  right: readonly MeasureName[];
  /** Where the vendor states it. */
  source: string;
}

interface FormatBase {
  id: string;
  vendor: 'huawei' | 'tencent' | 'qingcloud' | 'zilliz' | 'other';
  title: string;
  titleZh: string;
  kind: 'detail' | 'statement' | 'invoices';
  columns: readonly Column[];
  identities: readonly Identity[];
  /** At least one of these headers must be there: what tells this format from its relatives. */
  marks: readonly string[];
  /** None of these headers may be there. */
  excludes?: readonly string[];
  /** Decides beside marks and excludes where relatives differ by a combination of headers; `names` are normalised. */
  when?: (names: ReadonlySet<string>) => boolean;
  /** Headers that the format knows and does not use: they say that the file is one of its own. */
  unused?: readonly string[];
  /** Columns that a file lacks are told with its import. */
  tellsAbsent?: boolean;
  /** Normalised names of columns that differ from customer to customer: unknown ones say nothing against the format. */
  varying?: RegExp;
  /** Measures that the vendor does not print but that follow exactly: field = from − minus, where all are present. */
  derive?: readonly { field: MeasureName; from: MeasureName; minus: readonly MeasureName[] }[];
  /** Currency where the file names none; null takes it from the book. */
  currency: (context: FormatContext) => string | null;
  /** Hours east of UTC of the times printed without a zone. */
  utcOffset: number;
  /**
   * Which telling of the month the file is, by the normalised headers that it has. Default: `detail`; statements and
   * registers have none.
   */
  view?: View | ((headers: ReadonlySet<string>) => View);
  /**
   * `adds` (default): rows add to what is there, known ones are recognised. `replaces`: the file is cumulative — a later one
   * takes the place of the earlier ones of the same vendor, view, accounts and month. `replaces-file`: a file pushed again
   * under the same logical name takes the place of the earlier push.
   */
  delivery?: Delivery | ((headers: ReadonlySet<string>) => Delivery);
  /**
   * Beginnings of headers that are the customer's own tags (`标签键:env`). Their cells, missing ones left out, become the
   * text of `tags`: `key:value;key:value` in the order of the columns (tags.ts).
   */
  tagPrefix?: readonly string[];
  /**
   * Headers of the billing month and of the time of deduction: a row in which the two fall into different months shows that
   * the file follows the billing cycle.
   */
  basisFrom?: { month: readonly string[]; deduction: readonly string[] };
  /** Said with every import of this format: what the vendor's documents leave open. */
  notices?: readonly { code: string; message: string; remedy: string | null }[];
  /** Reads the vendor's naming rule; null where the name does not follow it. */
  nameHint?: (name: string) => NameHint | null;
}

export interface TableFormat extends FormatBase {
  shape: 'table';
  /**
   * Who delivers a file, by its headers and first rows: for formats of many sources, each of which cuts its months and delivers
   * them in its own way (SourceChoice).
   */
  source?: (headers: readonly string[], head: readonly Cells[]) => BillSource;
  /** Rewrites rows before they are typed, where a column alone does not tell its meaning. */
  adapt?: Adapt;
}

/** One flat record out of a JSON document: keys and text of each value, numbers exactly as printed. */
export interface JsonRecord {
  /** 1-based record in the document; `part` counts the components of one record from 0. */
  row: number;
  part: number;
  cells: Record<string, string | null>;
  /** The record as it stands in the document. */
  original: unknown;
}

export interface JsonFormat extends FormatBase {
  shape: 'json';
  /** The records of a document of this format, or null when it is not one. Numbers arrive as objects with their text. */
  records: (root: unknown) => Iterable<JsonRecord> | null;
  /** A record that is more than a line (an invoice) is refused as a row where it is not whole. */
  check?: (cells: Readonly<Record<string, string | null>>) => Result<unknown>;
}

export type Format = TableFormat | JsonFormat;

/** Lists beside the bill: orders, renewals, packages, coupons, movements … Kept row by row with exact figures. */
export const REGISTERS = [
  'orders',
  'renewals',
  'packages',
  'package-deductions',
  'usage-samples',
  'coupons',
  'payment-history',
  'income-expense',
  'vendor-invoices',
] as const;
export type Register = (typeof REGISTERS)[number];

export interface RegisterField {
  /** Canonical name, camelCase English. */
  name: string;
  headers: readonly string[];
  type: 'text' | 'amount' | 'date' | 'instant' | 'period' | 'count';
  required?: boolean;
  scale?: number;
  /** Takes this field's part out of a printed cell (`100.23USD =777.21 HKD`); not called for signs of “missing”. */
  read?: (cell: string) => Result<string | null>;
}

/** A document that is known, but is no bill: refused in words instead of being read wrongly. */
export interface RefusedDocument {
  vendor: FormatBase['vendor'];
  /** The vendor's name of the answer or file. */
  title: string;
  is: (root: unknown) => boolean;
  message: Said;
  remedy: string;
}

/** A table that is known by its normalised headers, but is no bill. */
export interface RefusedTable {
  title: Said;
  is: (names: ReadonlySet<string>) => boolean;
  message: Said;
  remedy: Said;
}

/** A list beside the bill, from a table or from JSON (then `records` is given). */
export interface RegisterFormat {
  kind: 'register';
  id: string;
  vendor: FormatBase['vendor'];
  title: string;
  titleZh: string;
  register: Register;
  fields: readonly RegisterField[];
  /** Fields that name the row for the vendor; without any, all fields do. A changed row takes the place of the one it names. */
  key: readonly string[];
  /** Fields that name a row in which those of `key` are missing: a page may print names only. */
  keyElse?: readonly string[];
  marks: readonly string[];
  excludes?: readonly string[];
  currency: (context: FormatContext) => string | null;
  utcOffset: number;
  nameHint?: (name: string) => NameHint | null;
  records?: (root: unknown) => Iterable<JsonRecord> | null;
}
