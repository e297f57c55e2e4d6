import { parseAmount, type Amount } from '../../money/amount.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import { dayOf, truncated, wrong } from '../strict.ts';
import { childAt, type OfxElement } from './tree.ts';

const AMOUNT = /^[+-]?(?:[0-9]{1,17}(?:[.,][0-9]{0,17})?|[.,][0-9]{1,17})$/;
// YYYYMMDD, HHMM[SS[.XXX]], [offset of GMT:name of the zone] (OFX, section 3.2.8.2).
const DATE =
  /^([0-9]{4})([0-9]{2})([0-9]{2})(?:([0-9]{2})([0-9]{2})(?:([0-9]{2})(?:\.[0-9]{1,3})?)?)?\s*(?:\[([+-]?[0-9]{1,2}(?:\.[0-9]{1,2})?)(?::[^\]]{0,30})?\])?$/;

const placeOf = (e: OfxElement): { row: number; field: string } => ({ row: e.row, field: `<${e.name}>` });

/** The element; a file without it is not whole. */
export const need = (element: OfxElement, ...way: readonly string[]): OfxElement =>
  childAt(element, ...way) ?? truncated(element.row, `<${element.name}> … <${way.join('><')}>`);

/** A signed amount; point or comma before the decimals, no groups (OFX, section 3.2.9.2). */
export function amountIn(element: OfxElement): Amount {
  const text = element.value;
  if (!AMOUNT.test(text))
    wrong('bank.amount', placeOf(element), text, say`“${{ value: text.slice(0, 40) }}” is not an amount as this format writes it`);
  const read = parseAmount(
    text
      .replace(',', '.')
      .replace(/\.$/, '')
      .replace(/^([+-]?)\./, '$10.'),
  );
  if (!read.ok) return wrong('bank.amount', placeOf(element), text, say`“${{ value: text.slice(0, 40) }}” has more digits than are kept`);
  return read.value!;
}

/** The day as the bank's own clock tells it: the day that is printed, whatever zone stands behind it. */
export function dayIn(element: OfxElement): PlainDate {
  const match = DATE.exec(element.value);
  const [hour, minute, second] = [Number(match?.[4] ?? 0), Number(match?.[5] ?? 0), Number(match?.[6] ?? 0)];
  if (!match || hour > 23 || minute > 59 || second > 60 || Math.abs(Number(match[7] ?? 0)) > 14)
    return wrong('bank.date', placeOf(element), element.value, say`“${{ value: element.value.slice(0, 40) }}” is no day of the calendar`);
  return dayOf(match[1]!, match[2]!, match[3]!, element.value, placeOf(element));
}
