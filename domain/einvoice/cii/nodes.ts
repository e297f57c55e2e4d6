import { daysInMonth } from '../../time/plain-date.ts';
import type { Identifier } from '../model-terms.ts';
import { attributeOf, collapse, trimXml, type XmlElement } from '../xml.ts';

/**
 * Names that ZUGFeRD 1.0 (CrossIndustryDocument, 2014) gave to what UN/CEFACT's CrossIndustryInvoice D16B calls otherwise. An element
 * is sought under its own name, then under these.
 */
const FORMER: Readonly<Record<string, readonly string[]>> = {
  ExchangedDocumentContext: ['SpecifiedExchangedDocumentContext'],
  ExchangedDocument: ['HeaderExchangedDocument'],
  SupplyChainTradeTransaction: ['SpecifiedSupplyChainTradeTransaction'],
  ApplicableHeaderTradeAgreement: ['ApplicableSupplyChainTradeAgreement'],
  ApplicableHeaderTradeDelivery: ['ApplicableSupplyChainTradeDelivery'],
  ApplicableHeaderTradeSettlement: ['ApplicableSupplyChainTradeSettlement'],
  SpecifiedLineTradeAgreement: ['SpecifiedSupplyChainTradeAgreement'],
  SpecifiedLineTradeDelivery: ['SpecifiedSupplyChainTradeDelivery'],
  SpecifiedLineTradeSettlement: ['SpecifiedSupplyChainTradeSettlement'],
  SpecifiedTradeSettlementHeaderMonetarySummation: ['SpecifiedTradeSettlementMonetarySummation'],
  SpecifiedTradeSettlementLineMonetarySummation: ['SpecifiedTradeSettlementMonetarySummation'],
  RateApplicablePercent: ['ApplicablePercent'],
};

type Node = XmlElement | undefined;

/** Children of that name, in their order. The namespaces differ between versions of the format, the names decide. */
export function all(node: Node, name: string): XmlElement[] {
  if (!node) return [];
  const found = node.children.filter((child) => child.name === name);
  return found.length > 0 ? found : node.children.filter((child) => FORMER[name]?.includes(child.name));
}

/** The first element at the end of the way, or undefined. */
export const at = (node: Node, ...way: string[]): Node => way.reduce<Node>((here, name) => all(here, name)[0], node);

/** Free text, its ends trimmed; undefined where there is none. */
export function text(node: Node, ...way: string[]): string | undefined {
  return trimXml(at(node, ...way)?.text ?? '') || undefined;
}

/** A code, number or identifier: its white space collapsed. */
export function code(node: Node, ...way: string[]): string | undefined {
  return collapse(at(node, ...way)?.text ?? '') || undefined;
}

/** An identifier with its scheme. */
export function identifier(node: Node): Identifier | undefined {
  return present({ id: node && (collapse(node.text) || undefined), scheme: node && (attributeOf(node, 'schemeID') || undefined) });
}

/**
 * A day under the element (DateTimeString or DateString). Format 102 of UN/EDIFACT 2379 is YYYYMMDD; eight digits that are a day of the
 * calendar are read as one whatever the format says, any other text stays as it is.
 */
export function day(node: Node, ...way: string[]): string | undefined {
  const holder = at(node, ...way);
  const raw = code(holder, 'DateTimeString') ?? code(holder, 'DateString') ?? code(holder, 'DateTime');
  const match = raw === undefined ? null : /^([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:T.*)?$/.exec(raw);
  if (!match) return raw;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const real = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return real ? `${match[1]}-${match[2]}-${match[3]}` : raw;
}

/** The object without the terms that are absent; undefined where none is left. */
export function present<T extends object>(terms: T): T | undefined {
  const kept = Object.entries(terms).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as T);
}

/** Those that are there, or undefined where none is. */
export function some<T>(list: readonly (T | undefined)[]): T[] | undefined {
  const kept = list.filter((item) => item !== undefined);
  return kept.length === 0 ? undefined : kept;
}
