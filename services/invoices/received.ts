import type { ReadDb } from '../../db/connection.ts';
import type { InvoiceFacts, InvoiceRecord } from '../../db/queries/invoices.ts';
import { checkLines } from '../../domain/invoices/check-lines.ts';
import type { DocumentDetails, InvoiceLine } from '../../domain/invoices/document.ts';
import { documentAmount } from '../../domain/invoices/document-amount.ts';
import { add, compare, isNegative, parseAmount, type Amount } from '../../domain/money/amount.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { ParsedInput } from '../contract/index.ts';
import { snapshots } from './parties.ts';

type Entered = Omit<ParsedInput<'invoices/add'>, 'vendor' | 'file'>;
type Facts = Pick<
  InvoiceFacts,
  | 'number'
  | 'entity'
  | 'date'
  | 'due'
  | 'period'
  | 'currency'
  | 'net'
  | 'tax'
  | 'note'
  | 'type'
  | 'billed'
  | 'issued'
  | 'termDays'
  | 'fx'
  | 'sellerId'
  | 'buyerId'
  | 'seller'
  | 'buyer'
  | 'document'
>;

/** Figures of a received paper, held against each other; refused by the rule that they break. Asks no book. */
export function checkFigures(input: Entered): { net: Amount; tax: Amount; total: Amount; lines: InvoiceLine[]; fx: InvoiceFacts['fx'] } {
  const net = unwrap(documentAmount(input.net, 'net'));
  const tax = unwrap(documentAmount(input.tax, 'tax'));
  const total = unwrap(documentAmount(add(net, tax), 'total'));
  if (isNegative(total))
    refuse('invoice.negative', say`Invoice ${{ number: input.number }} would have a negative total, ${{ total }}.`, {
      column: 'net',
      value: total,
      remedy: 'Record a credit note against the invoice that it reduces.',
    });
  if (input.due !== null && input.due < input.date)
    refuse('invoice.due-before-date', say`The due date ${{ due: input.due }} is before the invoice date ${{ date: input.date }}.`, {
      column: 'due',
      value: input.due,
      remedy: 'Correct one of the two dates.',
    });
  return { net, tax, total, lines: unwrap(checkLines(input.lines ?? [], { net, tax })), fx: checkedFx(input.fx, input.currency) };
}

/** The rate in canonical form; refuses 0 and a rate into the document's own currency. */
export function checkedFx(fx: Entered['fx'], currency: string): InvoiceFacts['fx'] {
  if (!fx) return null;
  const rate = unwrap(parseAmount(fx.rate)) ?? '0';
  if (compare(rate, '0') <= 0)
    refuse('invoice.fx-rate', 'An exchange rate must be more than zero.', {
      column: 'fx.rate',
      value: fx.rate,
      remedy: 'Enter how much one unit of the invoice currency is in the other currency.',
    });
  if (fx.currency === currency)
    refuse('invoice.fx-currency', say`The document is in ${{ currency }} itself; a rate leads to another currency.`, {
      column: 'fx.currency',
      value: fx.currency,
      remedy: 'Choose the other currency, or leave the rate out.',
    });
  return { currency: fx.currency, rate, date: fx.date };
}

/** What is stored of an entered paper, its parties as they are called today (or were on it before). */
export function enteredFacts(
  read: ReadDb,
  input: Entered,
  checked: ReturnType<typeof checkFigures>,
  before: InvoiceRecord | null = null,
): Facts {
  return {
    number: input.number,
    entity: input.entity,
    date: input.date,
    due: input.due,
    period: input.period,
    currency: input.currency,
    net: checked.net,
    tax: checked.tax,
    note: input.note,
    type: input.type ?? 'other',
    billed: input.billed ?? null,
    issued: input.issued ?? null,
    termDays: input.termDays ?? null,
    fx: checked.fx,
    ...snapshots(read, { sellerId: input.sellerId ?? null, buyerId: input.buyerId ?? null }, before),
    document: withoutGaps({ ...before?.document, ...input.document }),
  };
}

/** Without parts that say nothing, so that a document without any is `{}`. */
export const withoutGaps = (document: { [K in keyof DocumentDetails]: DocumentDetails[K] | undefined }): DocumentDetails =>
  Object.fromEntries(
    Object.entries(document).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  ) as DocumentDetails;
