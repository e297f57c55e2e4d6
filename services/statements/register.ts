import type { ReadDb } from '../../db/connection.ts';
import { linesOf } from '../../db/queries/invoice-lines.ts';
import { listInvoices, type InvoiceRecord } from '../../db/queries/invoices.ts';
import { partsOfLines, taxParts, type StatedPart, type TaxPart } from '../../domain/invoices/tax-parts.ts';
import { equal, subtract } from '../../domain/money/amount.ts';
import type { PartyDetails, TaxId } from '../../domain/parties/party.ts';
import { settingsOf, type Profile } from '../book/profile.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { RegisterRow } from '../contract/statements.ts';
import { toInvoices } from '../invoices/view.ts';
import { answersOf } from './answers.ts';
import { converted, rateBook, rateOf, sumOrNull, type RateBook } from './rates.ts';
import { refuseTurned } from './statement.ts';

export type RegisterInput = Pick<ParsedInput<'invoices/register'>, 'direction' | 'from' | 'to' | 'basis' | 'country'>;

/** A document with its taxes; void ones have every amount at zero. */
export interface RegisterEntry {
  row: RegisterRow;
  parts: TaxPart[];
}
export interface RegisterData {
  entries: RegisterEntry[];
  withoutPeriod: number;
  /** Of all documents in the range, whichever country was chosen. */
  countries: string[];
}

/**
 * Documents of the range by date, then number: invoices and credit notes (negative), void ones with zero. Bills whose invoice
 * is not issued are in it with their status. The status is that of the range's last day.
 */
export function registerData(read: ReadDb, input: RegisterInput): RegisterData {
  const { direction, from, to, basis, country } = input;
  refuseTurned(from, to);
  const all = listInvoices(read, { direction });
  const inRange = (r: InvoiceRecord): boolean =>
    basis === 'date' ? r.date >= from && r.date <= to : r.period !== null && r.period >= from.slice(0, 7) && r.period <= to.slice(0, 7);
  const chosen = all
    .filter(inRange)
    .toSorted((a, b) => (a.date === b.date ? order(a.number, b.number) || a.id - b.id : order(a.date, b.date)));
  const profile = settingsOf(read);
  const answers = answersOf(read, chosen, profile);
  const views = toInvoices(read, chosen, to);
  const lines = linesOf(
    read,
    chosen.map((r) => r.id),
  );
  const rates = rateBook(read);
  const entries = chosen.map((record, i): RegisterEntry => {
    const { answer, basis: answered, country: taxed } = answers.get(record.id)!;
    const isVoid = record.stated === 'void';
    const parts = taxParts(
      { currency: record.currency, net: record.net, tax: record.tax, isVoid, stated: statedParts(record, lines.get(record.id) ?? []) },
      answer,
      answered,
    );
    const { status, attachments } = views[i]!;
    const files = attachments.map((file) => file.sha256);
    return { row: rowOf(record, { parts, status, files, country: taxed, isVoid, profile, rates }), parts };
  });
  return {
    entries: entries.filter(({ row }) => country === null || row.country === country),
    withoutPeriod: basis === 'period' ? all.filter((r) => r.period === null).length : 0,
    countries: [...new Set(entries.map(({ row }) => row.country))].toSorted(),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The document's own components: those it names, where they come to its tax; else what its lines tell. */
function statedParts(record: InvoiceRecord, lines: Parameters<typeof partsOfLines>[0]): StatedPart[] {
  const named = record.document.components ?? [];
  const whole = sumOrNull(named.map((c) => c.amount));
  return named.length > 0 && whole !== null && equal(whole, record.tax) ? named : partsOfLines(lines, record);
}

interface Beside {
  parts: readonly TaxPart[];
  status: RegisterRow['status'];
  files: string[];
  country: string;
  isVoid: boolean;
  profile: Profile;
  rates: RateBook;
}

function rowOf(r: InvoiceRecord, { parts, status, files, country, isVoid, profile, rates }: Beside): RegisterRow {
  const [net, tax, total] = isVoid ? ['0', '0', '0'] : [r.net, r.tax, r.total];
  const byRule = sumOrNull(parts.map((p) => p.byRule));
  const head = parts[0];
  return {
    number: r.number,
    vendor: r.vendor,
    kind: r.kind,
    direction: r.direction,
    status,
    date: r.date,
    period: r.period,
    country,
    currency: r.currency,
    type: r.type,
    entity: r.entity,
    issued: r.issued,
    due: r.due,
    credits: r.credits,
    ...sides(r, profile),
    net,
    tax,
    total,
    taxes: parts.filter((p) => p.code !== '').map(({ code, ratePct }) => ({ code, ratePct })),
    treatment: head?.treatment ?? null,
    byRule,
    difference: byRule === null ? null : subtract(tax, byRule),
    rule: head?.rule ?? null,
    pack: head?.pack ?? null,
    basis: head?.basis ?? 'none',
    local: localOf(r, { net, tax, total }, profile.currency, rates),
    files,
  };
}

const idText = ({ scheme, value }: TaxId): string => (scheme === '' ? value : `${scheme} ${value}`);
const taxIds = (party: PartyDetails | null): string[] => (party?.taxIds ?? []).map(idText);

/** Seller and buyer as the document names them; the book's own company where it names no side of ours. */
function sides(r: InvoiceRecord, { company }: Profile): Pick<RegisterRow, 'seller' | 'sellerTaxIds' | 'buyer' | 'buyerTaxIds'> {
  const own = company === '' ? null : company;
  return {
    seller: r.seller?.name ?? (r.direction === 'issued' ? own : null),
    sellerTaxIds: taxIds(r.seller),
    buyer: r.buyer?.name ?? (r.direction === 'received' ? own : null),
    buyerTaxIds: taxIds(r.buyer),
  };
}

/** In the currency that the document names beside its own, else in the book's by the rate of the document's month. */
function localOf(
  r: InvoiceRecord,
  amounts: { net: string; tax: string; total: string },
  book: string,
  rates: RateBook,
): RegisterRow['local'] {
  const to = r.fx?.currency ?? book;
  const rate = r.fx
    ? { rate: r.fx.rate, origin: 'invoice' as const }
    : to === r.currency
      ? { rate: '1', origin: 'same' as const }
      : rateOf(rates, r.currency, to, r.date.slice(0, 7));
  if (rate === null) return null;
  const of = (value: string): string => converted(value, r.currency, to, rate)!;
  return { currency: to, rate: rate.rate, origin: rate.origin, net: of(amounts.net), tax: of(amounts.tax), total: of(amounts.total) };
}
