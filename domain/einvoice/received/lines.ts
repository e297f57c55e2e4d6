import type { InvoiceLine } from '../../invoices/document.ts';
import { absolute, compare, equal, isZero, negate, subtract, sum, type Amount } from '../../money/amount.ts';
import { parseDate, type PlainDate } from '../../time/plain-date.ts';
import type { FapiaoItem } from '../fapiao/fapiao.ts';
import type { AllowanceCharge, Line, NamedTax } from '../model-lines.ts';
import type { EInvoice } from '../model.ts';
import { plainDecimal, stated } from './amounts.ts';

type Turn = (value: Amount) => Amount;
type Unnumbered = Omit<InvoiceLine, 'position'>;
/** The document's totals as they are recorded. */
interface Sums {
  net: Amount;
  tax: Amount;
}

const NET = { en: 'Net amount of a line', zh: '行净额' };
const CHARGE = { en: 'Allowance or charge', zh: '折让或附加费' };

/**
 * The register's lines: those of the document, then its allowances (negative) and charges. A line whose amount cannot be read is left
 * out. None where they do not make the net: the rules have said so, and the file keeps them. `items` are those of an e-fapiao, which
 * states tax by line.
 */
export function linesOf(invoice: EInvoice, turn: Turn, items: readonly FapiaoItem[], { net, tax }: Sums): InvoiceLine[] {
  const lines = (invoice.lines ?? []).flatMap((line, index) => lineOf(line, turn, items[index]) ?? []);
  const allowances = (invoice.allowances ?? []).flatMap((a) => extraOf(a, (value) => turn(negate(value)), 'Allowance') ?? []);
  const charges = (invoice.charges ?? []).flatMap((c) => extraOf(c, turn, 'Charge') ?? []);
  const all = [...lines, ...allowances, ...charges];
  const difference = subtract(net, sum(all.map((line) => line.net)));
  if (all.length === 0 || compare(absolute(difference), CENT) >= 0) return [];
  // Lines with more decimals than the total: what the rounding of the sum made of them is a line, so that they make the net.
  if (!isZero(difference)) all.push(extra(ROUNDING, difference, null, null));
  const stating = all.every((line) => line.tax !== null) && equal(sum(all.map((line) => line.tax)), tax);
  return all.map((line, index) => ({ position: index + 1, ...line, tax: stating ? line.tax : null }));
}

/** Below a cent a sum of lines and their total differ by rounding only. */
const CENT: Amount = '0.01';
const ROUNDING = 'Rounding';

function lineOf(line: Line, turn: Turn, item: FapiaoItem | undefined): Unnumbered | null {
  const net = stated(line.net, NET);
  if (!net.ok || net.value === null) return null;
  // A price for more than one unit is no unit price: the description carries it.
  const per = plainDecimal(line.price?.per);
  const single = per === null || per === '1';
  const quantity = plainDecimal(line.quantity);
  const turned = turn('1') === '-1';
  return {
    description: describe(line, single ? null : per),
    quantity: quantity !== null && turned ? negate(quantity) : quantity,
    unit: unitOf(line.unit),
    price: single ? plainDecimal(line.price?.net) : null,
    net: turn(net.value),
    tax: item?.tax ?? null,
    taxCategory: categoryOf(line.tax),
    // What is written as a word (免税, 不征税) stays as it is written.
    taxCode: line.tax?.rate === undefined ? (item?.rate?.slice(0, 40) ?? null) : null,
    ratePct: rateOf(line.tax),
    ...daysOf(line.period?.first, line.period?.last),
    scope: null,
  };
}

function describe(line: Line, per: string | null): string {
  const parts = [line.item?.name, line.item?.description === line.item?.name ? undefined : line.item?.description];
  if (per !== null && line.price?.net !== undefined) parts.push(`${line.price.net} / ${per}`);
  if (line.unit !== undefined && unitOf(line.unit) === null) parts.push(line.unit);
  const text = parts.filter((p) => p !== undefined).join(' – ');
  return (text || line.id || '–').slice(0, 1000);
}

/** A code as the register takes it (UN/ECE Recommendation 20); any other text stands in the description. */
const unitOf = (unit: string | undefined): string | null => (unit !== undefined && /^[A-Z0-9]{2,3}$/.test(unit) ? unit : null);
const categoryOf = (tax: NamedTax | undefined): string | null => (/^[A-Z]{1,2}$/.test(tax?.category ?? '') ? tax!.category! : null);
export function rateOf(tax: NamedTax | undefined): string | null {
  const rate = plainDecimal(tax?.rate);
  return rate !== null && /^[0-9]{1,3}(?:\.[0-9]{1,6})?$/.test(rate) ? rate : null;
}

function extraOf(part: AllowanceCharge, turn: Turn, fallback: string): Unnumbered | null {
  const net = stated(part.amount, CHARGE);
  if (!net.ok || net.value === null) return null;
  return extra((part.reason ?? part.reasonCode ?? fallback).slice(0, 1000), turn(net.value), categoryOf(part.tax), rateOf(part.tax));
}

const extra = (description: string, net: Amount, taxCategory: string | null, ratePct: string | null): Unnumbered => ({
  description,
  quantity: null,
  unit: null,
  price: null,
  net,
  tax: null,
  taxCategory,
  taxCode: null,
  ratePct,
  first: null,
  last: null,
  scope: null,
});

/** Days that can be read, in order; both null where the end is before the beginning. */
export function daysOf(first: string | undefined, last: string | undefined): { first: PlainDate | null; last: PlainDate | null } {
  const [a, b] = [first, last].map((text) => {
    const parsed = text === undefined ? null : parseDate(text);
    return parsed?.ok ? parsed.value : null;
  }) as [PlainDate | null, PlainDate | null];
  return a !== null && b !== null && b < a ? { first: null, last: null } : { first: a, last: b };
}
