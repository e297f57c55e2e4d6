import { equal, subtract, sum, type Amount } from '../money/amount.ts';
import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import type { InvoiceLine } from './document.ts';
import { documentAmount } from './document-amount.ts';

/** A line as it is entered: its amounts still as typed, its place given by its order. */
export type LineEntry = Omit<InvoiceLine, 'position'>;

/** More lines than a document that a person reads has. */
export const MOST_LINES = 1000;

/**
 * Lines in canonical form and numbered from 1, held against the document: their net amounts add up to its net, exactly; where
 * lines state tax, all of them do and the taxes add up to its tax. A document without lines has nothing to be held against.
 * Price × quantity is not held against net: the vendor's own figure stands.
 */
export function checkLines(entries: readonly LineEntry[], document: { net: Amount; tax: Amount }): Result<InvoiceLine[]> {
  const lines: InvoiceLine[] = [];
  for (const [index, entry] of entries.entries()) {
    const line = canonicalLine(entry, index + 1);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  if (lines.length === 0) return ok(lines);
  const net = sum(lines.map((line) => line.net));
  if (!equal(net, document.net))
    return fail(
      'invoice.lines-net',
      say`The lines add up to ${{ sum: net }}, the net amount is ${{ net: document.net }}: ${{ difference: subtract(net, document.net) }} apart.`,
      {
        column: 'lines',
        value: net,
        remedy: 'Correct a line or the net amount; if the paper itself is wrong, enter the difference as a line of its own.',
      },
    );
  const stating = lines.filter((line) => line.tax !== null);
  if (stating.length === 0) return ok(lines);
  if (stating.length < lines.length)
    return fail('invoice.lines-tax-some', say`${{ count: stating.length }} of ${{ of: lines.length }} lines state their tax.`, {
      column: 'lines',
      remedy: 'Enter the tax of every line, 0 where there is none, or of no line.',
    });
  const tax = sum(stating.map((line) => line.tax));
  if (!equal(tax, document.tax))
    return fail(
      'invoice.lines-tax',
      say`The taxes of the lines add up to ${{ sum: tax }}, the tax is ${{ tax: document.tax }}: ${{ difference: subtract(tax, document.tax) }} apart.`,
      { column: 'lines', value: tax, remedy: 'Correct a line or the tax, or leave the taxes of the lines out.' },
    );
  return ok(lines);
}

function canonicalLine(entry: LineEntry, position: number): Result<InvoiceLine> {
  const figures: Partial<Record<'net' | 'tax' | 'quantity' | 'price', Amount>> = {};
  for (const field of ['net', 'tax', 'quantity', 'price'] as const) {
    const text = entry[field];
    if (text === null) continue;
    const read = documentAmount(text, field);
    if (!read.ok)
      return fail(read.error.code, say`Line ${{ position }}: ${{ problem: read.error.details?.said?.message ?? read.error.message }}`, {
        ...read.error.details,
        column: `lines.${position}.${field}`,
      });
    figures[field] = read.value;
  }
  if (entry.first !== null && entry.last !== null && entry.first > entry.last)
    return fail(
      'invoice.line-days',
      say`Line ${{ position }}: its last day ${{ last: entry.last }} is before its first, ${{ first: entry.first }}.`,
      {
        column: `lines.${position}.last`,
        value: entry.last,
        remedy: 'Exchange the two days.',
      },
    );
  return ok({
    ...entry,
    position,
    net: figures.net ?? '0',
    tax: figures.tax ?? null,
    quantity: figures.quantity ?? null,
    price: figures.price ?? null,
  });
}
