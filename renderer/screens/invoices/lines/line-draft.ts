import { amount, compare, equal, multiply, subtract, sum, type Amount } from '../../../../domain/money/amount.ts';
import { minorUnits } from '../../../../domain/money/minor-units.ts';
import { round } from '../../../../domain/money/rounding.ts';
import type { Input } from '../../../../services/contract/index.ts';
import type { InvoiceLine } from '../../../../domain/invoices/document.ts';

/** A line of a document as it is being typed. `key` stays with the row while others come and go. */
export interface LineDraft {
  key: number;
  description: string;
  quantity: Amount | null;
  unit: string;
  price: Amount | null;
  net: Amount | null;
  tax: Amount | null;
  ratePct: string;
  /** What is not typed: category, days and bill lines of a line that came from elsewhere. */
  kept: Pick<InvoiceLine, 'taxCategory' | 'taxCode' | 'first' | 'last' | 'scope'>;
}

const NOTHING: LineDraft['kept'] = { taxCategory: null, taxCode: null, first: null, last: null, scope: null };

export const emptyLine = (key: number): LineDraft => ({
  key,
  description: '',
  quantity: null,
  unit: '',
  price: null,
  net: null,
  tax: null,
  ratePct: '',
  kept: NOTHING,
});

export const draftOf = (line: InvoiceLine): LineDraft => ({
  key: line.position,
  description: line.description,
  quantity: line.quantity,
  unit: line.unit ?? '',
  price: line.price,
  net: line.net,
  tax: line.tax,
  ratePct: line.ratePct ?? '',
  kept: { taxCategory: line.taxCategory, taxCode: line.taxCode, first: line.first, last: line.last, scope: line.scope },
});

const isEmpty = (line: LineDraft): boolean =>
  line.description.trim() === '' &&
  line.unit === '' &&
  line.ratePct === '' &&
  [line.quantity, line.price, line.net, line.tax].every((f) => f === null);

/** Rows in which anything is typed. */
export const typedLines = (lines: readonly LineDraft[]): LineDraft[] => lines.filter((line) => !isEmpty(line));

export interface LineSums {
  net: Amount;
  /** Sum of the lines less the amount of the document; null while that is not typed. */
  netOff: Amount | null;
  /** Null where no line states tax. */
  taxOff: Amount | null;
}

export function sumsOf(lines: readonly LineDraft[], document: { net: Amount | null; tax: Amount | null }): LineSums {
  const net = sum(lines.map((line) => line.net));
  const stating = lines.some((line) => line.tax !== null);
  return {
    net,
    netOff: document.net === null ? null : subtract(net, document.net),
    taxOff: document.tax === null || !stating ? null : subtract(sum(lines.map((line) => line.tax)), document.tax),
  };
}

export type LineFault = 'description' | 'net' | 'taxes' | 'unit' | 'rate' | 'netOff' | 'taxOff';

/** The first thing that keeps the lines from being saved, or null. No line at all is fine. */
export function faultOf(lines: readonly LineDraft[], document: { net: Amount | null; tax: Amount | null }): LineFault | null {
  const typed = typedLines(lines);
  if (typed.length === 0) return null;
  if (typed.some((line) => line.description.trim() === '')) return 'description';
  if (typed.some((line) => line.net === null)) return 'net';
  if (typed.some((line) => line.unit !== '' && !/^[A-Z0-9]{2,3}$/.test(line.unit))) return 'unit';
  if (typed.some((line) => line.ratePct !== '' && !/^\d{1,3}(\.\d{1,6})?$/.test(line.ratePct))) return 'rate';
  const stating = typed.filter((line) => line.tax !== null).length;
  if (stating > 0 && stating < typed.length) return 'taxes';
  const { netOff, taxOff } = sumsOf(typed, document);
  if (netOff !== null && netOff !== '0') return 'netOff';
  return taxOff !== null && taxOff !== '0' ? 'taxOff' : null;
}

/** Price × quantity where both are typed and their product, rounded to the currency's places, is not the net amount; else null. */
export function productApart(line: Pick<LineDraft, 'quantity' | 'price' | 'net'>, currency: string): Amount | null {
  if (line.quantity === null || line.price === null || line.net === null) return null;
  const product = multiply(line.quantity, line.price);
  const rounded = round(product, { mode: 'half-up', places: minorUnits(currency) });
  return equal(product, line.net) || equal(rounded, line.net) ? null : amount(compare(product, rounded) === 0 ? product : rounded);
}

/** What is sent. */
export const linesInput = (lines: readonly LineDraft[]): NonNullable<Input<'invoices/add'>['lines']> =>
  typedLines(lines).map((line) => ({
    description: line.description.trim(),
    quantity: line.quantity,
    unit: line.unit === '' ? null : line.unit,
    price: line.price,
    net: line.net ?? '0',
    tax: line.tax,
    ratePct: line.ratePct === '' ? null : line.ratePct,
    ...line.kept,
  }));
