import { say } from '../../words/said.ts';
import { codesOf } from '../coded-model.ts';
import type { CodedValue } from '../coded.ts';
import { decimalOf } from '../decimal.ts';
import type { Finding } from '../finding.ts';
import type { ReadInvoice } from '../read.ts';
import { findingOf } from '../rules/check.ts';
import { OWN } from '../rules/own.ts';
import type { XmlElement, XmlPlace } from '../xml.ts';
import { ciiModel } from './model.ts';
import { all, at } from './nodes.ts';

/** Terms of the model that are numbers, and those that are days, wherever they stand. */
const NUMBERS = new Set(['net', 'tax', 'gross', 'amount', 'base', 'percent', 'rate', 'quantity', 'prepaid', 'rounding', 'payable', 'per', 'discount', 'taxInTaxCurrency', 'lines', 'allowances', 'charges']); // prettier-ignore
const DAYS = new Set(['issued', 'due', 'taxPoint', 'date', 'first', 'last']);

/** A Cross Industry Invoice as it was read: its model, its codes, where its parts stand, and texts that are no numbers or days. */
export function readCii(root: XmlElement): ReadInvoice {
  const invoice = ciiModel(root);
  const places = placesOf(root);
  return { syntax: 'cii', invoice, codes: [...codesOf(invoice), ...currenciesOf(root)], findings: unreadable(invoice, '', places), places };
}

function placesOf(root: XmlElement): Record<string, XmlPlace> {
  const places: Record<string, XmlPlace> = {};
  const put = (path: string, node: XmlElement | undefined): void => {
    if (node) places[path] = { line: node.line, column: node.column };
  };
  const transaction = at(root, 'SupplyChainTradeTransaction');
  const [agreement, settlement] = [at(transaction, 'ApplicableHeaderTradeAgreement'), at(transaction, 'ApplicableHeaderTradeSettlement')];
  put('', root);
  put('seller', at(agreement, 'SellerTradeParty'));
  put('buyer', at(agreement, 'BuyerTradeParty'));
  put('delivery', at(transaction, 'ApplicableHeaderTradeDelivery'));
  put('totals', at(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation'));
  for (const [index, tax] of all(settlement, 'ApplicableTradeTax').entries()) put(`taxes[${index}]`, tax);
  for (const [index, line] of all(transaction, 'IncludedSupplyChainTradeLineItem').entries()) put(`lines[${index}]`, line);
  return places;
}

/** Currencies that stand beside amounts (BR-CL-03). */
function currenciesOf(root: XmlElement): CodedValue[] {
  const found: CodedValue[] = [];
  const visit = (node: XmlElement): void => {
    for (const attribute of node.attributes)
      if (attribute.name === 'currencyID')
        found.push({ rule: 'BR-CL-03', code: attribute.value, path: 'totals', place: { line: node.line, column: node.column } });
    node.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** FILE-NUMBER and FILE-DATE for each text of the model that is none. */
function unreadable(value: unknown, path: string, places: Record<string, XmlPlace>): Finding[] {
  if (typeof value === 'string') {
    const name = /(\w+)$/.exec(path)?.[1] ?? '';
    const rule =
      NUMBERS.has(name) && decimalOf(value) === null ? OWN.number : DAYS.has(name) && !/^\d{4}-\d{2}-\d{2}$/.test(value) ? OWN.date : null;
    return rule ? [findingOf(rule, { path, detail: say`The file says “${{ value: value.slice(0, 40) }}”.` }, places)] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => unreadable(item, `${path}[${index}]`, places));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => unreadable(part, path === '' ? name : `${path}.${name}`, places));
}
