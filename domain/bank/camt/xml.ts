import { childOf, childrenOf, collapse, type XmlElement } from '../../einvoice/xml.ts';
import type { Amount } from '../../money/amount.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import { currencyIn, dayOf, truncated, unsigned, wrong } from '../strict.ts';

/** The child of the same namespace; null where it is not there. */
export const child = (of: XmlElement | null, name: string): XmlElement | null => (of === null ? null : (childOf(of, of.ns, name) ?? null));
export const children = (of: XmlElement | null, name: string): XmlElement[] => (of === null ? [] : childrenOf(of, of.ns, name));

/** The element at the end of the way, or null. */
export const at = (of: XmlElement | null, ...way: readonly string[]): XmlElement | null =>
  way.reduce<XmlElement | null>((element, name) => child(element, name), of);

/** Its text with blanks made one; '' where it is not there. */
export const textAt = (of: XmlElement | null, ...way: readonly string[]): string => {
  const found = at(of, ...way);
  return found === null ? '' : collapse(found.text);
};

/** The element; a file without it is not whole. */
export const need = (of: XmlElement, ...way: readonly string[]): XmlElement =>
  at(of, ...way) ?? truncated(of.line, `${of.name}/${way.join('/')}`);

const placeOf = (e: XmlElement): { row: number; field: string } => ({ row: e.line, field: e.name });

/** An amount with the currency of its attribute; without sign, as ISO 20022 prints it. */
export function money(element: XmlElement): { amount: Amount; currency: string } {
  const currency = element.attributes.find((a) => a.name === 'Ccy')?.value ?? '';
  return { amount: unsigned(collapse(element.text), '.', placeOf(element)), currency: currencyIn(currency, placeOf(element)) };
}

/** Credit or debit; what is neither is refused. */
export function isDebit(element: XmlElement): boolean {
  const text = collapse(element.text);
  if (text !== 'CRDT' && text !== 'DBIT')
    wrong('bank.camt-side', placeOf(element), text, say`“${{ value: text.slice(0, 20) }}” is neither CRDT nor DBIT`);
  return text === 'DBIT';
}

/** The day of a `Dt` or `DtTm` inside the element, as the bank's own clock tells it. */
export function dayIn(element: XmlElement): PlainDate {
  const found = child(element, 'Dt') ?? child(element, 'DtTm') ?? element;
  const text = collapse(found.text);
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:$|T[0-9]{2}:[0-9]{2}|Z|[+-][0-9]{2}:[0-9]{2}$)/.exec(text);
  return match
    ? dayOf(match[1]!, match[2]!, match[3]!, text, placeOf(found))
    : wrong('bank.date', placeOf(found), text, say`“${{ value: text.slice(0, 40) }}” is no day of the calendar`);
}
