import type { ReadDb, WriteDb } from '../connection.ts';

/** A quote on record as it is stored: what was asked, of which pack, and what was answered. */
export interface QuoteRecord {
  id: number;
  at: string;
  who: string;
  /** Name of the pack for a person; `packDigest` names its exact content. */
  pack: string;
  packDigest: string | null;
  rule: string | null;
  input: unknown;
  result: unknown;
}

interface Row {
  id: number;
  at: string;
  who: string;
  pack: string;
  pack_digest: string | null;
  rule: string | null;
  input: string;
  result: string;
}

const COLUMNS = 'id, at, who, pack, pack_digest, rule, input, result';
const recordOf = ({ pack_digest, input, result, ...row }: Row): QuoteRecord => ({
  ...row,
  packDigest: pack_digest,
  input: JSON.parse(input) as unknown,
  result: JSON.parse(result) as unknown,
});

export const insertQuote = (write: WriteDb, quote: Omit<QuoteRecord, 'id'>): number =>
  write.run('INSERT INTO tax_quote (at, who, pack, pack_digest, rule, input, result) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    quote.at,
    quote.who,
    quote.pack,
    quote.packDigest,
    quote.rule,
    JSON.stringify(quote.input),
    JSON.stringify(quote.result),
  ]).id;

export function quoteById(read: ReadDb, id: number): QuoteRecord | undefined {
  const row = read.get<Row>(`SELECT ${COLUMNS} FROM tax_quote WHERE id = ?`, [id]);
  return row && recordOf(row);
}

/** Newest first; with `rule`, those whose indirect-tax or withholding rule it is. */
export function listQuotes(read: ReadDb, { rule = null, limit = 1000 }: { rule?: string | null; limit?: number } = {}): QuoteRecord[] {
  return read
    .all<Row>(
      `SELECT ${COLUMNS} FROM tax_quote WHERE $rule IS NULL OR rule = $rule OR json_extract(result, '$.whtRule.id') = $rule ORDER BY id DESC LIMIT $limit`,
      { rule, limit },
    )
    .map(recordOf);
}

/** Numbers of the invoices that were made with each of the quotes. */
export function invoicesOfQuotes(read: ReadDb, ids: readonly number[]): Map<number, { id: number; number: string }[]> {
  const rows = read.all<{ quote: number; id: number; number: string }>(
    'SELECT quote_id AS quote, id, number FROM invoice WHERE quote_id IN (SELECT value FROM json_each(?)) ORDER BY id',
    [JSON.stringify(ids)],
  );
  return new Map([...Map.groupBy(rows, (r) => r.quote)].map(([quote, of]) => [quote, of.map(({ id, number }) => ({ id, number }))]));
}

export const quoteSubject = (id: number): string => `tax-quote:${id}`;
/** What the audit trail holds of a quote. */
export const quoteSnapshot = ({ pack, packDigest, rule, input, result }: QuoteRecord): Record<string, unknown> => ({
  pack,
  packDigest,
  rule,
  input,
  result,
});
