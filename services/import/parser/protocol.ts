import type { Clock } from '../../../domain/formats/adapter.ts';
import type { MeasureName, TermName } from '../../../domain/formats/fields.ts';
import type { Basis, Delivery, FormatContext } from '../../../domain/formats/format.ts';
import type { ColumnDecision } from '../../../domain/formats/mapping/decide.ts';
import type { Profile, ProfileEncoding } from '../../../domain/formats/profile.ts';
import type { View } from '../../../domain/formats/views.ts';
import type { AppError, SaidError } from '../../../domain/result.ts';
import type { BankRead, BankRequest } from './bank/message.ts';
import type { SourceDecision, SourceMemory } from './bill-source.ts';
import type { EInvoiceRead, EInvoiceRequest } from './einvoice/message.ts';
import type { TableRead, TableRequest } from './table/message.ts';
import type { Said } from '../../../domain/words/said.ts';

/** To the parser process: one file to read. The path is the host's; the parser has no access to the book. */
export interface ParseRequest extends SourceMemory {
  type: 'parse';
  path: string;
  name: string;
  /** Format to read it as; null lets the content decide. */
  format: string | null;
  context: FormatContext;
  /** Rows to hand over in words for the preview. */
  sample: number;
  /** Also hand over the original bytes, compressed. */
  keep: boolean;
  /** A table inside an archive or workbook; null for the file itself. */
  member: MemberRef | null;
  /** Read it by this mapping profile instead. */
  profile?: Profile | null;
  /** The book's own profiles: recognised beside the shipped formats. */
  profiles?: readonly Profile[];
  /** Only look: the first rows as cells, and what every column says about its dates and figures. */
  head?: HeadOptions | null;
  /** Rows to read instead of a file; `path` is not looked at. */
  given?: GivenTable | null;
}

/** Rows of a table that are handed over as cells: rejected rows as the user has mended them. */
export interface GivenTable {
  header: { row: number; cells: string[] };
  /** With their numbers in the file; read in this order. */
  rows: { row: number; cells: (string | null)[] }[];
  /** The first rows below the header of the file itself, by which a format decides how it is to be read. */
  head: (string | null)[][];
  /** Who delivered that file, and by which clock it was read. */
  source: SourceDecision | null;
}

/** How the user wants the file cut; null lets the content decide. */
export interface HeadOptions {
  encoding: Encoding | null;
  delimiter: string | null;
  headerRow: number | null;
  rows: number;
}

/** The first rows of a table, and decisions over all of its rows. */
export interface Head {
  type: 'head';
  /** `cells`: no text file; encoding and delimiter mean nothing. */
  shape: 'table' | 'cells';
  encoding: Encoding;
  delimiter: string;
  headerRow: number;
  headers: string[];
  rows: { row: number; cells: string[] }[];
  /** Rows below the header that were looked at: all of them. */
  total: number;
  decisions: ColumnDecision[];
}

/** The parser is alive, and this far. */
export interface Looked {
  type: 'looked';
  bytes: number;
}

/** A table inside a container, by its place there. */
export interface MemberRef {
  index: number;
  sheet: number | null;
  /** Such as `bills.zip › detail.csv`; for showing only. */
  label: string;
}

/** The file is a container: these are the tables in it. */
export interface Members {
  type: 'members';
  members: MemberRef[];
}

/** Hash of the rows that were kept as text (`chunk.of` = rows). */
export interface RowsHash {
  type: 'rows-hash';
  sha256: string;
}

/** One frame was taken; the parser keeps at most IN_FLIGHT unacknowledged. */
export interface Ack {
  type: 'ack';
}
export const IN_FLIGHT = 6;
export const ROWS_PER_FRAME = 2048;

/** Stands for "missing" in the number arrays; never a value, for amounts are bounded at ±10^15 units. */
export const MISSING = Number.MIN_SAFE_INTEGER;

/** Content, size and hash of the file, before anything in it is understood. */
export interface Probed {
  type: 'probed';
  sha256: string;
  size: number;
}

/** How the file is read; kept with the batch, so that a stored row can be shown as it stood in the file. */
export interface Dialect {
  /** `cells`: rows that were no text in the file; kept beside it as JSON lines. */
  shape: 'table' | 'json' | 'cells';
  encoding: Encoding;
  delimiter: string;
  headerRow: number;
  headers: string[];
  /** The mapping profile as it was when the file was read. */
  profile?: Profile;
  /** Who delivered the file, with the time zone and the delivery that it was read by. */
  source?: SourceDecision;
}
export type Encoding = ProfileEncoding;

export interface Candidate {
  id: string;
  title: string;
  score: number;
}

export interface Started {
  type: 'started';
  format: string;
  /** Which telling of the month the columns make it. */
  view: View;
  delivery: Delivery;
  dialect: Dialect;
  score: number;
  /** How the file was read, without its months. */
  evidence: Said;
  candidates: Candidate[];
  columns: { header: string; field: string | null }[];
}

/** Whole units and 10^-10 fractions as integers in number arrays: exact below 2^53, and amounts are bounded far below. */
export interface MoneyColumn {
  units: Float64Array;
  fraction: Float64Array;
}

export interface Rows {
  type: 'rows';
  count: number;
  row: Int32Array;
  part: Int32Array;
  /** Identity: two 53-bit halves. */
  keyA: Float64Array;
  keyB: Float64Array;
  /** Rows that came before in the same file: their place in the frame, the identity that they share, and how many came before. */
  twins: { at: number; keyA: number; keyB: number; twin: number }[];
  /** Content hash where the vendor's key is the identity, else MISSING. */
  content: Float64Array;
  /** YYYYMM. */
  period: Int32Array;
  /** Days since 1970-01-01, or MISSING. */
  date: Float64Array;
  terms: Partial<Record<TermName, Int32Array>>;
  money: Partial<Record<MeasureName | 'usage' | 'unitPrice', MoneyColumn>>;
  /** Vendor of each row, where a file tells the bills of several. */
  vendor?: Int32Array;
  orderId: (string | null)[];
  /** Texts that got an id since the last frame; ids count from 1, 0 is missing. */
  newTerms: string[];
  /** Vendor's figures of each record, for formats of kind invoices. */
  records: Record<string, string | null>[] | null;
  bytes: number;
}

/** One row of a list beside the bill. */
export interface RegisterRow {
  row: number;
  keyA: number;
  keyB: number;
  content: number;
  /** YYYYMM, where a date or month of the row tells it. */
  period: number | null;
  currency: string | null;
  data: Record<string, string | null>;
}

export interface RegisterRows {
  type: 'register';
  rows: RegisterRow[];
  bytes: number;
}

export interface Reject {
  row: number;
  column: string | null;
  value: string | null;
  code: string;
  reason: string;
  /** What the reason was made of, where it has parameters. */
  said?: Said;
  original: string;
}

export interface Rejects {
  type: 'rejects';
  rejects: Reject[];
}

/** Original bytes between two row boundaries, zstd-compressed. */
export interface Chunk {
  type: 'chunk';
  /** Of the file's own bytes, or of its rows as text. */
  of: 'file' | 'rows';
  seq: number;
  firstRow: number;
  rows: number;
  size: number;
  data: Uint8Array;
}

/**
 * Bytes of the file itself between two row boundaries, for a file that stands on the disk as it is: the writer reads,
 * compresses and keeps them. Rows as in Chunk.
 */
export interface Cut {
  type: 'cut';
  seq: number;
  offset: number;
  size: number;
  firstRow: number;
  rows: number;
}

export interface IdentityResult {
  id: string;
  passed: number;
  failed: number;
  firstFailedRows: number[];
}

export interface Notice {
  code: string;
  /** Left out: a warning. */
  severity?: 'info' | 'warning';
  message: string;
  remedy: string | null;
  /** What message and remedy were made of, where they have parameters. */
  said?: SaidError;
  row: number | null;
  column?: string | null;
  /** How many cells or rows it is about, where that is counted. */
  count?: number | null;
}

export interface SampleRow {
  row: number;
  source: string;
  fields: Record<string, string | null>;
}

export interface Ended {
  type: 'ended';
  rows: number;
  ignored: number;
  rejected: number;
  identities: IdentityResult[];
  notices: Notice[];
  sample: SampleRow[];
  /** Statistics basis that the rows have shown. */
  basis: Basis | null;
  /** By which clock months were cut, where the format leaves it to the source. */
  clock?: Clock;
}

export interface Failed {
  type: 'failed';
  error: AppError;
}

export type FromParser =
  | Members
  | Head
  | Looked
  | RowsHash
  | Probed
  | Started
  | Rows
  | RegisterRows
  | Rejects
  | Chunk
  | Cut
  | Ended
  | Failed
  | EInvoiceRead
  | TableRead
  | BankRead;
export type ToParser = ParseRequest | EInvoiceRequest | TableRequest | BankRequest | Ack;
