import { parseAmount, type Amount } from '../../money/amount.ts';
import { parseDate, type PlainDate } from '../../time/plain-date.ts';
import { trimXml, type XmlElement } from '../xml.ts';
import type { Fapiao } from './fapiao.ts';

/** What a reader of one file remembers: texts that it could not read. */
export type Unread = Fapiao['unread'];

/** The first descendant of that way; names without regard to namespace, which vendors write as they like. */
export const at = (node: XmlElement | undefined, ...way: string[]): XmlElement | undefined =>
  way.reduce<XmlElement | undefined>((here, name) => here?.children.find((child) => child.name === name), node);

/** Trimmed text at the end of the way, or null. */
export const textAt = (node: XmlElement | undefined, ...way: string[]): string | null => trimXml(at(node, ...way)?.text ?? '') || null;

export function amountAt(unread: Unread, node: XmlElement | undefined, ...way: string[]): Amount | null {
  const text = textAt(node, ...way);
  return text === null ? null : readAmount(unread, way.at(-1) ?? '', text);
}

/** ¥ and separators are left out; a text that is no amount is remembered. */
export function readAmount(unread: Unread, name: string, text: string): Amount | null {
  const parsed = parseAmount(text.replace(/^[¥￥]\s?/u, ''));
  if (parsed.ok) return parsed.value;
  unread.push({ name, text: text.slice(0, 80) });
  return null;
}

/** 2026-09-15, 2026-09-15 10:20:30, 20260915 or 2026年09月15日. */
export function readDate(unread: Unread, name: string, text: string | null): PlainDate | null {
  if (text === null) return null;
  const digits = /^([0-9]{4})(?:年|[-/.])?([0-9]{1,2})(?:月|[-/.])?([0-9]{1,2})日?(?:[ T].{0,30})?$/u.exec(text);
  const parsed = digits ? parseDate(`${digits[1]}-${digits[2]}-${digits[3]}`) : null;
  if (parsed?.ok) return parsed.value;
  unread.push({ name, text: text.slice(0, 80) });
  return null;
}
