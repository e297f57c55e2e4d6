import { COLUMNS, type FocusColumn } from '../formats/focus/columns.ts';
import { isNullWord } from '../formats/focus/cells.ts';
import { readExact } from '../formats/profiles/kit/exact.ts';
import { readInstant } from '../formats/profiles/kit/instant.ts';
import { readTags } from '../formats/profiles/kit/tags.ts';
import type { Charge, LineSource } from './charge.ts';
import type { BookLine } from './line.ts';
import { FILLED } from './own-columns.ts';
import { tagsJson } from './tags-json.ts';

/** Costs come from the line, so that the file says what the book says. */
const COSTS = { BilledCost: 'payable', ListCost: 'listPrice', ContractedCost: 'contractedCost', EffectiveCost: 'effectiveCost' } as const;

const BY_NAME = new Map(COLUMNS.map((c) => [c.name.toLowerCase(), c]));

/** The FOCUS column of a header; undefined for other headers. */
export const focusColumn = (header: string): FocusColumn | undefined => BY_NAME.get(header.trim().toLowerCase());

/** A cell of a FOCUS file in the form that FOCUS 1.2 wants; null where it is missing or cannot be brought into it. */
export function toldCell(column: FocusColumn, cell: string): string | null {
  const text = cell.trim();
  if (text === '' || isNullWord(text)) return null;
  if (column.type === 'number') return readExact(text)?.text ?? null;
  if (column.type === 'time') {
    const instant = readInstant(text);
    return instant && `${new Date(instant.minutes * 60_000 + instant.seconds * 1000).toISOString().slice(0, 19)}Z`;
  }
  // An object that is right stays as it is written; another form of tags is written as one.
  if (column.type === 'json') {
    const { text: tags, problems } = readTags(text);
    return problems.length === 0 && text.startsWith('{') ? text : column.name === 'Tags' ? tagsJson(tags) : null;
  }
  if (column.allowed) return column.allowed.find((a) => a.toLowerCase() === text.toLowerCase()) ?? text;
  return column.currency && /^[a-z]{3}$/.test(text) ? text.toUpperCase() : text;
}

/**
 * The FOCUS 1.2 row of a line that came from a FOCUS file: as that file told it, costs as the book keeps them. Names that 1.3
 * and 1.4 changed go back to their older columns; ends that a source prints as the last second become the next moment.
 */
export function toldCharge(line: BookLine, told: ReadonlyMap<string, string>, source: LineSource, filled: string[]): Charge {
  const charge: Charge = {};
  const before = told.get(FILLED);
  if (before !== undefined) filled.push(...before.split(' '));
  for (const [name, text] of told) {
    const column = BY_NAME.get(name.toLowerCase());
    if (column) charge[column.name] = toldCell(column, text);
  }
  // Our own file has them as they were exported: a credit has one cost only, a usage no other effective cost.
  if (!source.own) for (const [name, measure] of Object.entries(COSTS)) charge[name] = line[measure];
  charge['ProviderName'] ??= charge['ServiceProviderName'] ?? null;
  const provider = charge['ProviderName'];
  if (!told.has('PublisherName') && provider !== null) {
    charge['PublisherName'] = provider;
    filled.push('PublisherName');
  }
  // 1.0-preview named region, quantity and unit differently.
  if (!charge['RegionId'] && charge['Region']) {
    charge['RegionId'] = charge['RegionName'] = charge['Region'];
    filled.push('RegionName');
  }
  charge['ConsumedQuantity'] ??= charge['UsageQuantity'] ?? null;
  charge['ConsumedUnit'] ??= charge['UsageUnit'] ?? null;
  if (source.own) return charge;
  for (const part of ['BillingPeriod', 'ChargePeriod'] as const) {
    const end = charge[`${part}End`];
    if (end?.endsWith(':59Z')) charge[`${part}End`] = `${new Date(Date.parse(end) + 1000).toISOString().slice(0, 19)}Z`;
  }
  if (!charge['BillingPeriodStart'] || !charge['BillingPeriodEnd']) {
    const month = source.bounds.month(line.period);
    charge['BillingPeriodStart'] ??= month.start;
    charge['BillingPeriodEnd'] ??= month.end;
    filled.push('BillingPeriodStart', 'BillingPeriodEnd');
  }
  if (charge['ListCost'] === null && line.payable !== null) fillCost(charge, 'ListCost', filled);
  if (charge['ContractedCost'] === null && line.payable !== null) fillCost(charge, 'ContractedCost', filled);
  if (charge['EffectiveCost'] === null && line.payable !== null) fillCost(charge, 'EffectiveCost', filled);
  return charge;
}

function fillCost(charge: Charge, column: string, filled: string[]): void {
  charge[column] = charge['BilledCost'] ?? null;
  filled.push(column);
}
