import { creditNotesOf, type InvoiceRecord } from '../../../db/queries/invoices.ts';
import { linesOf } from '../../../db/queries/invoice-lines.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { apportion } from '../../../domain/allocation/apportion.ts';
import { positiveAmount } from '../../../domain/invoices/document-amount.ts';
import type { DocumentDetails, InvoiceLine } from '../../../domain/invoices/document.ts';
import { absolute, amount, compare, equal, isZero, negate, subtract, sum, type Amount } from '../../../domain/money/amount.ts';
import { D } from '../../../domain/money/decimal.ts';
import { minorUnits } from '../../../domain/money/minor-units.ts';
import { POLICIES, round } from '../../../domain/money/rounding.ts';
import { refuse, unwrap } from '../../../domain/result.ts';
import { say, type Said } from '../../../domain/words/said.ts';
import { settingsOf } from '../../book/profile.ts';
import type { MakingWhat } from '../../contract/making.ts';
import { findInvoice } from '../find.ts';
import { billSource } from './bills.ts';
import { roundedLines } from './lines.ts';

type Credit = Extract<MakingWhat, { kind: 'credit' }>;
type Line = Omit<InvoiceLine, 'position'>;

/** What a credit note takes back; every figure negative. */
export interface Credited {
  invoice: InvoiceRecord;
  net: Amount;
  tax: Amount;
  lines: Line[];
  components: DocumentDetails['components'];
  rounding: DocumentDetails['rounding'];
  steps: Said[];
}

/**
 * A credit note against an invoice made here: the refunds among bill lines, a part, or all that is left. It takes the tax of
 * its invoice in proportion, rounded half-up; what finishes the invoice takes what is left of its tax, so that all its
 * credit notes together are its mirror image.
 */
export function creditOf(read: ReadDb, what: Credit): Credited {
  const invoice = creditedInvoice(read, what.invoice);
  const notes = creditNotesOf(read, invoice.id);
  const netLeft = sum([invoice.net, ...notes.map((note) => note.net)]);
  const taxLeft = sum([invoice.tax, ...notes.map((note) => note.tax)]);
  const taken = linesToCredit(read, what, invoice, netLeft, notes.length === 0);
  const net = negate(sum(taken.lines.map((line) => line.net)));
  if (compare(net, '0') <= 0 && !(isZero(net) && isZero(invoice.net)))
    refuse('making.credit-nothing', say`There is nothing to credit: the amount would be ${{ net }}.`, {
      column: 'net',
      value: net,
      remedy: 'Enter a net amount above zero, or choose bill lines that were refunded.',
    });
  if (compare(net, netLeft) > 0)
    refuse(
      'invoice.over-credit',
      say`Invoice ${{ number: invoice.number }} has ${{ left: netLeft }} ${{ currency: invoice.currency }} before tax that can be credited; ${{ net }} is more.`,
      { column: 'net', value: net, remedy: say`Credit at most ${{ left: netLeft }}.` },
    );
  const { tax, step } = taxOfPart(invoice, net, netLeft, taxLeft);
  return {
    invoice,
    net: negate(net),
    tax: negate(tax),
    lines: taken.lines,
    components: componentsOf(invoice, net, tax),
    rounding: taken.rounding,
    steps: [...taken.steps, step],
  };
}

function creditedInvoice(read: ReadDb, number: string): InvoiceRecord {
  const invoice = findInvoice(read, number, 'other');
  if (invoice.kind === 'credit-note')
    refuse('invoice.is-credit-note', say`${{ number: invoice.number }} is a credit note itself.`, {
      value: invoice.number,
      remedy: say`Credit invoice ${{ credits: invoice.credits ?? '' }}, or void the credit note.`,
    });
  if (invoice.direction === 'received')
    refuse('making.credit-received', say`Invoice ${{ number: invoice.number }} was received: its vendor issues the credit note.`, {
      value: invoice.number,
      remedy: "Record the vendor's credit note against it, with the number that it bears.",
    });
  return invoice;
}

function linesToCredit(
  read: ReadDb,
  what: Credit,
  invoice: InvoiceRecord,
  netLeft: Amount,
  untouched: boolean,
): { lines: Line[]; steps: Said[]; rounding: DocumentDetails['rounding'] } {
  const own = linesOf(read, [invoice.id]).get(invoice.id) ?? [];
  if (what.scope !== null) {
    // Refunds only: what is payable is below zero by at least the smallest amount that the store can tell.
    const refunds = { column: 'payable', op: 'atMost' as const, value: '-0.0000000001' };
    const source = billSource(read, { scope: { ...what.scope, where: [...what.scope.where, refunds] }, groupBy: what.groupBy });
    if (source.currency !== invoice.currency)
      refuse(
        'making.credit-currency',
        say`The refunds are in ${{ currency: source.currency }}, invoice ${{ number: invoice.number }} in ${{ currency2: invoice.currency }}.`,
        {
          column: 'currency',
          value: source.currency,
          remedy: 'Choose bill lines in the currency of the invoice.',
        },
      );
    const rounded = roundedLines(source, taxAttributes(own));
    return { lines: rounded.lines, steps: [rounded.step], rounding: rounded.rounding };
  }
  if (what.net === null && untouched && own.length > 0)
    return {
      lines: own.map(({ position: _position, ...line }) => ({ ...line, net: negate(line.net), tax: line.tax && negate(line.tax) })),
      steps: [],
      rounding: undefined,
    };
  const net = what.net === null ? netLeft : unwrap(positiveAmount(what.net, 'net'));
  const words = settingsOf(read).language === 'zh-CN' ? '冲销发票' : 'Credit for invoice';
  const line: Line = { ...BLANK, ...taxAttributes(own), description: `${words} ${invoice.number}`, net: negate(net) };
  return { lines: [line], steps: [], rounding: undefined };
}

const BLANK = { quantity: null, unit: null, price: null, tax: null, first: null, last: null, scope: null } as const;

/** Category, code and rate of the credited lines where all of them have the same. */
function taxAttributes(lines: readonly InvoiceLine[]): Pick<InvoiceLine, 'taxCategory' | 'taxCode' | 'ratePct'> {
  const [first] = lines;
  const same =
    first && lines.every((l) => l.taxCategory === first.taxCategory && l.taxCode === first.taxCode && l.ratePct === first.ratePct);
  return same
    ? { taxCategory: first.taxCategory, taxCode: first.taxCode, ratePct: first.ratePct }
    : { taxCategory: null, taxCode: null, ratePct: null };
}

function taxOfPart(invoice: InvoiceRecord, net: Amount, netLeft: Amount, taxLeft: Amount): { tax: Amount; step: Said } {
  if (equal(net, netLeft))
    return { tax: taxLeft, step: say`Tax: what is left of the invoice's ${{ tax: invoice.tax }} = ${{ value: taxLeft }}` };
  const exact = amount(new D(invoice.tax).times(net).dividedBy(invoice.net).toDecimalPlaces(10));
  const share = round(exact, { mode: POLICIES.taxLine.mode, places: minorUnits(invoice.currency) });
  // Rounding up many small parts never takes more than the invoice's tax.
  const tax = compare(share, taxLeft) > 0 ? taxLeft : share;
  return {
    tax,
    step: say`Tax: ${{ tax: invoice.tax }} × ${{ net }} ÷ ${{ of: invoice.net }} = ${{ value: tax }} (${{ policy: POLICIES.taxLine.id }})`,
  };
}

/** The invoice's components in proportion, so that they add up to the credited tax. */
function componentsOf(invoice: InvoiceRecord, net: Amount, tax: Amount): DocumentDetails['components'] {
  const components = invoice.document.components;
  if (!components) return undefined;
  const places = Math.max(
    minorUnits(invoice.currency),
    (tax.split('.')[1] ?? '').length,
    ...components.map((c) => (c.amount?.split('.')[1] ?? '').length),
  );
  const units = (value: Amount): bigint => BigInt(new D(value).times(new D(10).pow(places)).toFixed(0));
  const weights = components.map((c) => units(absolute(c.amount ?? '0')));
  const shares = weights.every((w) => w === 0n) ? weights : apportion(units(tax), weights);
  return components.map((c, i) => ({
    ...c,
    base: negate(net),
    amount: c.amount === null ? null : subtract('0', amount(new D(shares[i]!.toString()).dividedBy(new D(10).pow(places)))),
  }));
}
