import { createHash } from 'node:crypto';
import { add, negate, type Amount } from '../../domain/money/amount.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { Direction, DocumentDetails, InvoiceLine, InvoiceType } from '../../domain/invoices/document.ts';
import { PLAIN_COURSE, type Course, type InvoiceClock } from '../../domain/invoices/course.ts';
import type { InvoiceStatus } from '../../domain/invoices/states.ts';
import type { PartyDetails } from '../../domain/parties/party.ts';
import { canonicalJson } from '../audit.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import { clocks } from './calendars.ts';

export type VendorName = 'huawei' | 'tencent' | 'qingcloud' | 'zilliz' | 'other';

/** The stored facts of an invoice or credit note; amounts in its currency, negative on a credit note. */
export interface InvoiceFacts {
  vendor: VendorName;
  number: string;
  kind: 'invoice' | 'credit-note';
  entity: string | null;
  date: string;
  due: string | null;
  period: string | null;
  currency: string;
  net: Amount;
  tax: Amount;
  stated: InvoiceStatus;
  creditsId: number | null;
  note: string;
  source: string;
  figures: Record<string, string>;
  direction: Direction;
  type: InvoiceType;
  /** Day on which the bill appeared, and day of issue. */
  billed: string | null;
  issued: string | null;
  /** Days of the account period, from the day of issue. */
  termDays: number | null;
  course: Course;
  /** 1 unit of `currency` = `rate` units of the other currency on that day. */
  fx: { currency: string; rate: string; date: string | null } | null;
  sellerId: number | null;
  buyerId: number | null;
  /** What the parties were called on the day of the document. */
  seller: PartyDetails | null;
  buyer: PartyDetails | null;
  quoteId: number | null;
  series: { id: number; sequence: number } | null;
  document: DocumentDetails;
}

/** What a record has that only a received paper with a number, a date and figures has. */
export const PLAIN_DOCUMENT = {
  direction: 'received',
  type: 'other',
  billed: null,
  issued: null,
  termDays: null,
  course: PLAIN_COURSE,
  fx: null,
  sellerId: null,
  buyerId: null,
  seller: null,
  buyer: null,
  quoteId: null,
  series: null,
  document: {},
} as const satisfies Partial<InvoiceFacts>;

/** The facts with what payments, certificates and credit notes have laid against them. */
export interface InvoiceRecord extends InvoiceFacts {
  id: number;
  credits: string | null;
  /** The vendor's terms and the working days that hold for it. */
  clock: InvoiceClock;
  total: Amount;
  paid: Amount;
  withheld: Amount;
  credited: Amount;
}

interface Row {
  id: bigint;
  vendor: VendorName;
  number: string;
  kind: 'invoice' | 'credit-note';
  entity: string | null;
  date: string;
  due: string | null;
  period: string | null;
  currency: string;
  net_u: bigint;
  net_f: bigint;
  tax_u: bigint;
  tax_f: bigint;
  stated: InvoiceStatus;
  credits_id: bigint | null;
  note: string;
  source: string;
  figures: string;
  direction: Direction;
  type: InvoiceType;
  billed: string | null;
  issued: string | null;
  term_days: bigint | null;
  confirmed: string | null;
  confirmed_by_rule: bigint;
  disputed: string | null;
  window_from: string | null;
  window_days: bigint | null;
  reapplied: string | null;
  fx_currency: string | null;
  fx_rate: string | null;
  fx_date: string | null;
  seller_id: bigint | null;
  buyer_id: bigint | null;
  seller: string | null;
  buyer: string | null;
  quote_id: bigint | null;
  series_id: bigint | null;
  sequence: bigint | null;
  document: string;
  credits: string | null;
  paid_u: bigint;
  paid_f: bigint;
  held_u: bigint;
  held_f: bigint;
  cred_u: bigint;
  cred_f: bigint;
}

const sumOf = (column: string, from: string): string => `(SELECT COALESCE(SUM(${column}), 0) FROM ${from})`;
const paidFrom = 'payment_allocation a WHERE a.invoice_id = i.id';
const heldFrom = 'wht_allocation a WHERE a.invoice_id = i.id AND a.live = 1';
const creditedFrom = "invoice c WHERE c.credits_id = i.id AND c.stated <> 'void'";
const SELECT = `
  SELECT i.*, o.number AS credits,
    ${sumOf('a.amount_u', paidFrom)} AS paid_u, ${sumOf('a.amount_f', paidFrom)} AS paid_f,
    ${sumOf('a.pay_u', heldFrom)} AS held_u, ${sumOf('a.pay_f', heldFrom)} AS held_f,
    ${sumOf('c.net_u + c.tax_u', creditedFrom)} AS cred_u, ${sumOf('c.net_f + c.tax_f', creditedFrom)} AS cred_f
  FROM invoice i LEFT JOIN invoice o ON o.id = i.credits_id`;

const idOf = (value: bigint | null): number | null => (value === null ? null : Number(value));

function toRecord(row: Row, clock: InvoiceClock): InvoiceRecord {
  const [net, tax] = [fromPair(row.net_u, row.net_f), fromPair(row.tax_u, row.tax_f)];
  const total = add(net, tax);
  return {
    id: Number(row.id),
    vendor: row.vendor,
    number: row.number,
    kind: row.kind,
    entity: row.entity,
    date: row.date,
    due: row.due,
    period: row.period,
    currency: row.currency,
    net,
    tax,
    total,
    stated: row.stated,
    creditsId: idOf(row.credits_id),
    credits: row.credits,
    note: row.note,
    source: row.source,
    figures: JSON.parse(row.figures) as Record<string, string>,
    direction: row.direction,
    type: row.type,
    billed: row.billed,
    issued: row.issued,
    termDays: idOf(row.term_days),
    course: {
      confirmed: row.confirmed,
      confirmedByRule: row.confirmed_by_rule === 1n,
      disputed: row.disputed,
      window: row.window_from === null ? null : { from: row.window_from, days: Number(row.window_days) },
      reapplied: row.reapplied,
    },
    clock,
    fx: row.fx_currency === null ? null : { currency: row.fx_currency, rate: row.fx_rate!, date: row.fx_date },
    sellerId: idOf(row.seller_id),
    buyerId: idOf(row.buyer_id),
    seller: row.seller === null ? null : (JSON.parse(row.seller) as PartyDetails),
    buyer: row.buyer === null ? null : (JSON.parse(row.buyer) as PartyDetails),
    quoteId: idOf(row.quote_id),
    series: row.series_id === null ? null : { id: Number(row.series_id), sequence: Number(row.sequence) },
    document: JSON.parse(row.document) as DocumentDetails,
    paid: fromPair(row.paid_u, row.paid_f),
    withheld: fromPair(row.held_u, row.held_f),
    // A credit note is itself laid against the invoice that it reduces: nothing of it is open.
    credited: row.kind === 'credit-note' ? total : negate(fromPair(row.cred_u, row.cred_f)),
  };
}

function toRecords(read: ReadDb, rows: readonly Row[]): InvoiceRecord[] {
  const clockOf = clocks(read);
  return rows.map((row) => toRecord(row, clockOf(row)));
}

export interface InvoiceFilter {
  period?: string | null;
  vendor?: VendorName | null;
  search?: string;
  /** Those to be paid unless said otherwise. */
  direction?: Direction | 'both';
}

/** Newest first. `search` looks in number, note, entity and the credited number, without case. */
export function listInvoices(read: ReadDb, filter: InvoiceFilter = {}): InvoiceRecord[] {
  const rows = read.allBig<Row>(
    `${SELECT} WHERE (:period IS NULL OR i.period = :period) AND (:vendor IS NULL OR i.vendor = :vendor)
      AND (:direction = 'both' OR i.direction = :direction)
      AND (:search = '' OR instr(lower(i.number || char(10) || i.note || char(10) || COALESCE(i.entity, '') || char(10) || COALESCE(o.number, '')), lower(:search)) > 0)
      ORDER BY i.date DESC, i.id DESC`,
    {
      period: filter.period ?? null,
      vendor: filter.vendor ?? null,
      search: filter.search?.trim() ?? '',
      direction: filter.direction ?? 'received',
    },
  );
  return toRecords(read, rows);
}

export function invoicesByNumber(read: ReadDb, number: string): InvoiceRecord[] {
  return toRecords(read, read.allBig<Row>(`${SELECT} WHERE i.number = ? ORDER BY i.id`, [number]));
}

export function invoicesById(read: ReadDb, ids: readonly number[]): InvoiceRecord[] {
  return toRecords(read, read.allBig<Row>(`${SELECT} WHERE i.id IN (SELECT value FROM json_each(?)) ORDER BY i.id`, [JSON.stringify(ids)]));
}

/** Live credit notes against the invoice. */
export const creditNotesOf = (read: ReadDb, id: number): InvoiceRecord[] =>
  toRecords(read, read.allBig<Row>(`${SELECT} WHERE i.credits_id = ? AND i.stated <> 'void' ORDER BY i.id`, [id]));

const columns = (f: InvoiceFacts): Record<string, string | number | bigint | null> => {
  const [net, tax] = [toPair(f.net), toPair(f.tax)];
  return {
    vendor: f.vendor,
    number: f.number,
    kind: f.kind,
    entity: f.entity,
    date: f.date,
    due: f.due,
    period: f.period,
    currency: f.currency,
    net_u: net.units,
    net_f: net.fraction,
    tax_u: tax.units,
    tax_f: tax.fraction,
    stated: f.stated,
    credits_id: f.creditsId,
    note: f.note,
    source: f.source,
    figures: JSON.stringify(f.figures),
    direction: f.direction,
    type: f.type,
    billed: f.billed,
    issued: f.issued,
    term_days: f.termDays,
    confirmed: f.course.confirmed,
    confirmed_by_rule: f.course.confirmedByRule ? 1 : 0,
    disputed: f.course.disputed,
    window_from: f.course.window?.from ?? null,
    window_days: f.course.window?.days ?? null,
    reapplied: f.course.reapplied,
    fx_currency: f.fx?.currency ?? null,
    fx_rate: f.fx?.rate ?? null,
    fx_date: f.fx?.date ?? null,
    seller_id: f.sellerId,
    buyer_id: f.buyerId,
    seller: f.seller === null ? null : JSON.stringify(f.seller),
    buyer: f.buyer === null ? null : JSON.stringify(f.buyer),
    quote_id: f.quoteId,
    series_id: f.series?.id ?? null,
    sequence: f.series?.sequence ?? null,
    document: JSON.stringify(f.document),
  };
};

export function insertInvoice(write: WriteDb, facts: InvoiceFacts): number {
  const values = columns(facts);
  const names = Object.keys(values);
  return write.run(`INSERT INTO invoice (${names.join(', ')}) VALUES (${names.map((n) => `:${n}`).join(', ')})`, values).id;
}

/** Writes all facts anew; the caller keeps history and audit. */
export function updateInvoice(write: WriteDb, id: number, facts: InvoiceFacts): void {
  const values = columns(facts);
  write.run(
    `UPDATE invoice SET ${Object.keys(values)
      .map((n) => `${n} = :${n}`)
      .join(', ')} WHERE id = :id`,
    { ...values, id },
  );
}

/**
 * What the audit trail holds of an invoice: its stored facts, which only a command changes, and the hash of its lines; the
 * lines themselves stand in the entry that wrote them.
 */
export function invoiceSnapshot(record: InvoiceRecord, lines: readonly InvoiceLine[]): Record<string, unknown> {
  const { id: _id, paid: _paid, withheld: _withheld, credited: _credited, creditsId: _creditsId, clock: _clock, ...facts } = record;
  return { ...facts, linesHash: linesHash(lines) };
}

/** What entries lack that were made before documents had parties, kinds and lines. */
export const PLAIN_SNAPSHOT: Readonly<Record<string, unknown>> = { ...PLAIN_DOCUMENT, linesHash: null };

const linesHash = (lines: readonly InvoiceLine[]): string | null =>
  lines.length === 0 ? null : createHash('sha256').update(canonicalJson(lines)).digest('hex');

export const invoiceSubject = (i: Pick<InvoiceFacts, 'vendor' | 'number'>): string => `invoice:${i.vendor}:${i.number}`;
