import type { Adapt, Cells } from '../adapter.ts';
import { normaliseHeader } from '../header.ts';
import { minus, TenDecimals, type Exact } from '../profiles/kit/exact.ts';
import { counted, Findings } from '../profiles/kit/findings.ts';
import { dateTimeText, localOf, offsetText, periodText, type Instant, type Local } from '../profiles/kit/instant.ts';
import { SeenRows } from '../profiles/kit/seen.ts';
import { allowedText, currencyText, numberCell, presentText, tagsText, timeCell } from './cells.ts';
import { RuleChecks } from './checks.ts';
import { COLUMNS, inVersion, type FocusColumn } from './columns.ts';
import { GapCounts } from './gap-counts.ts';
import { decideZone, impliedOffset } from './zone.ts';
import { versionOf } from './version.ts';
import { say } from '../../words/said.ts';

/** Header of the computed cell: what a row's list cost is above its billed cost, where that is a discount. */
export const DISCOUNT = 'ListCost − BilledCost';

const MONEY = new Set(['BilledCost', 'ListCost', 'ContractedCost', 'EffectiveCost']);

/** Reads a FOCUS file row by row: months in the source's zone, one spelling of missing, exact figures, rules and gaps noticed. */
export const adaptFocus: Adapt = (headers, head, choice) => {
  const names = headers.map((h) => normaliseHeader(h).name);
  const { version, marker } = versionOf(new Set(names));
  const byName = new Map(COLUMNS.map((c) => [c.name.toLowerCase(), c]));
  const columns: (FocusColumn | null)[] = names.map((name) => byName.get(name) ?? null);
  const at = (name: string): number => columns.findIndex((c) => c?.name === name);
  const findings = new Findings();
  const ten = new TenDecimals();
  const seen = new SeenRows();
  const gaps = new GapCounts(columns);
  const place = new Map(columns.flatMap((c, i) => (c ? [[c.name, i] as const] : [])));
  const checks = new RuleChecks(version, (column) => place.has(column), findings);

  const startCell = at('BillingPeriodStart');
  const zone = decideZone(startCell < 0 ? [] : new Set(head.map((cells) => cells[startCell] ?? '')), choice.timeZone);
  noticeColumns(headers, columns, version, findings);

  const size = headers.length;
  const texts: (string | null)[] = Array.from({ length: size }, () => null);
  const numbers: (Exact | null)[] = Array.from({ length: size }, () => null);
  const times: (Instant | null)[] = Array.from({ length: size }, () => null);
  const out: (string | null)[] = Array.from({ length: size + 1 }, () => null);
  const index = (name: string): number => place.get(name) ?? -1;
  const values = {
    text: (name: string): string | null => texts[index(name)] ?? null,
    number: (name: string): Exact | null => numbers[index(name)] ?? null,
    time: (name: string): Instant | null => times[index(name)] ?? null,
  };

  const readCell = (column: FocusColumn, text: string, i: number, row: number): string | null => {
    if (column.type === 'number') {
      numbers[i] = numberCell(text, column.name, row, findings);
      return numbers[i] ? ten.fit(numbers[i].text, column.name, row, findings, MONEY.has(column.name)) : text;
    }
    if (column.type === 'time') {
      times[i] = timeCell(text, column.name, row, findings);
      return text;
    }
    if (column.type === 'json') return tagsText(text, column.name, row, findings);
    if (column.allowed) return (texts[i] = allowedText(text, column, row, findings));
    return column.currency ? (texts[i] = currencyText(text, column.name, row, findings)) : text;
  };

  /**
   * Offset of the row's month. A file may join sources, and its head shows only the first: a start that is no first of a
   * month at the file's offset, but is one elsewhere, speaks for itself. Not against a choice.
   */
  const offsetOf = (start: Instant | null, row: number): number => {
    const implied = start && impliedOffset(start.minutes);
    if (implied === null || implied === zone.offset) return zone.offset ?? 0;
    if (zone.offset !== null)
      findings.add(
        'info',
        'focus.zone-other',
        'BillingPeriodStart',
        row,
        (count) =>
          say`Months begin at ${{ zone: offsetText(implied) }} in ${{ count: counted(count, 'row') }}, unlike the beginning of the file; they are read by their own clock.`,
      );
    return implied;
  };

  const setPeriod = (row: number): void => {
    const start = values.time('BillingPeriodStart');
    const told = zone.chosen ? 0 : offsetOf(start, row);
    const onClock = ({ minutes }: Instant): Local => localOf(minutes, zone.chosen ? zone.chosen(minutes) : told);
    const from = values.time('ChargePeriodStart');
    if (from) out[index('ChargePeriodStart')] = dateTimeText(onClock(from));
    if (!start) return;
    const local = onClock(start);
    out[startCell] = periodText(local);
    if (local.day !== 1 || local.time !== 0)
      findings.add(
        'info',
        'focus.period-start',
        'BillingPeriodStart',
        row,
        (count) =>
          say`The billing period does not begin with a month in ${{ count: counted(count, 'row') }}; the lines stand in the month in which it begins.`,
      );
  };

  return {
    headers: [...headers, DISCOUNT],
    evidence: [
      say`FOCUS ${{ version }}, told by ${{ marker: marker ?? say`its columns; none of them is of a later version` }}`,
      zone.evidence,
    ],
    clock: { told: zone.told, evidence: zone.evidence },
    row(cells: Cells, row: number): Cells {
      if (seen.again(cells))
        findings.add(
          'info',
          'focus.twins',
          null,
          row,
          (count) => say`${{ count: counted(count, 'row') }} repeat an earlier row of the file in every cell; all are kept.`,
          'Ask the provider whether they are charged twice.',
        );
      for (let i = 0; i < size; i++) {
        const column = columns[i] ?? null;
        numbers[i] = times[i] = null;
        const text = column ? presentText(cells[i] ?? null, column.name, row, findings) : (cells[i] ?? null);
        texts[i] = text;
        out[i] = column && text !== null ? readCell(column, text, i, row) : text;
      }
      gaps.count(texts, values.text('ServiceProviderName') ?? values.text('ProviderName') ?? values.text('InvoiceIssuerName'), row);
      checks.check(values, row);
      setPeriod(row);
      // 1.3 has the seller under both its names; a row may fill the older one only.
      const seller = index('ServiceProviderName');
      if (seller >= 0 && out[seller] === null) out[seller] = values.text('ProviderName');
      const category = values.text('ChargeCategory');
      // “Correction - Tax” ends in the category, so that tax lines are still known as such.
      if (category !== null && values.text('ChargeClass') === 'Correction') out[index('ChargeCategory')] = `Correction - ${category}`;
      out[size] = discountOf(
        category,
        values.number('ListCost'),
        values.number('BilledCost'),
        values.number('EffectiveCost'),
        values.text('PricingCategory'),
        values.text('CommitmentDiscountStatus'),
      );
      if (out[size] !== null) out[size] = ten.fit(out[size], DISCOUNT, row, findings, true);
      return out;
    },
    end() {
      gaps.report(findings);
      return findings.list();
    },
  };
};

/**
 * List less billed on usage and purchases that name both. Not on usage that another charge has paid for (a commitment or
 * prepaid tokens: billed 0, yet it costs something): that difference is what the purchase billed, no discount.
 */
export function discountOf(
  category: string | null,
  list: Exact | null,
  billed: Exact | null,
  effective: Exact | null,
  pricing: string | null,
  commitment: string | null,
): string | null {
  if (!list || !billed || (category !== 'Usage' && category !== 'Purchase')) return null;
  const covered =
    category === 'Usage' &&
    billed.text === '0' &&
    ((effective !== null && effective.text !== '0') || pricing === 'Committed' || commitment === 'Used');
  return covered ? null : minus(list.text, billed.text);
}

/** Columns that should be there and are not, and columns that the specification does not know. */
function noticeColumns(
  headers: readonly string[],
  columns: readonly (FocusColumn | null)[],
  version: Parameters<typeof inVersion>[1],
  findings: Findings,
): void {
  const lacking = COLUMNS.filter((c) => c.mandatory && inVersion(c, version) && !columns.includes(c)).map((c) => c.name);
  for (const name of lacking)
    findings.add(
      'gap',
      'focus.column-missing',
      name,
      null,
      say`The file has no column ${{ name }}, which FOCUS ${{ version }} demands. Nothing is put in its place.`,
    );
  if (version >= '1.2' && !columns.some((c) => c?.name === 'InvoiceId'))
    findings.add(
      'info',
      'focus.no-invoice',
      'InvoiceId',
      null,
      'The file names no invoices: its charges can be held against an invoice by month only.',
    );
  headers.forEach((header, i) => {
    const name = header.trim();
    const column = columns[i];
    if (!column && name !== '' && !/^x_/i.test(name))
      findings.add(
        'broken',
        'focus.column-unknown',
        name,
        null,
        say`The column ${{ name: name.slice(0, 60) }} is not one of FOCUS ${{ version }} and lacks the prefix x_. It stays in the original.`,
      );
    else if (column && column.name !== name)
      findings.add('broken', 'focus.column-case', name, null, say`The column ${{ name }} should be spelled ${{ right: column.name }}.`);
    else if (column && !inVersion(column, version))
      findings.add('broken', 'focus.column-version', name, null, say`The column ${{ name }} is not part of FOCUS ${{ version }}.`);
  });
}
