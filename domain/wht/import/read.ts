import { isFooter } from '../../formats/mapping/footer.ts';
import { add, equal, subtract, sum } from '../../money/amount.ts';
import { appError } from '../../result.ts';
import { say, type Said } from '../../words/said.ts';
import { RowCells } from './cells.ts';
import type { ImportedCertificate, IgnoredRow, ReadList, RejectedRow } from './certificate.ts';
import { foldHeader, type Bound } from './headers.ts';
import { foldNumber } from './reference.ts';
import type { Reading } from './reading.ts';
import { readRow, type RowContext } from './row.ts';
import type { Table, TableRow } from './table.ts';

/** Words with which lists begin their lines of totals, beside those of bills. */
const TOTALS = new Set([
  'total',
  'totals',
  'grandtotal',
  'subtotal',
  'sum',
  'jumlah',
  'jumlahtotal',
  'รวม',
  'รวมทั้งสิ้น',
  '合计',
  '总计',
  '小计',
]);

/** Reads every row below the header: each ends as a certificate (or a line of one), as ignored, or as rejected. */
export function readList(table: Table, bound: Bound, reading: Reading, context: Omit<RowContext, 'profile'>): ReadList {
  const list: ReadList = { certificates: [], rejected: [], ignored: [], notices: [] };
  const header = JSON.stringify(bound.columns.map((c) => foldHeader(c.header)));
  const seen = new Map<string, number>();
  const read: ImportedCertificate[] = [];
  const totals: TableRow[] = [];
  for (const row of table.rows) {
    if (row.row <= bound.headerRow) continue;
    const cells = new RowCells(bound, reading, row);
    const ignore = (why: Said, cancelled: ImportedCertificate | null = null): unknown =>
      list.ignored.push({ row: row.row, why, cancelled });
    if (JSON.stringify(bound.columns.map((c) => foldHeader(row.cells[c.at] ?? ''))) === header) {
      ignore(say`The header again.`);
      continue;
    }
    if (isTotal(row, cells)) {
      totals.push(row);
      ignore(say`A line of totals.`);
      continue;
    }
    const figures = cells.figures();
    const text = JSON.stringify(Object.entries(figures));
    const before = seen.get(text);
    if (before !== undefined) {
      cells.wrong(
        null,
        appError('wht-import.row-twice', say`The row says the same as row ${{ row: before }}.`, {
          remedy: 'Take one of them out, or make them differ if they are two certificates.',
        }),
      );
      list.rejected.push({ row: row.row, figures, troubles: cells.troubles });
      continue;
    }
    seen.set(text, row.row);
    const outcome = readRow(cells, { ...context, profile: bound.profile });
    if (outcome.kind === 'rejected') list.rejected.push({ row: row.row, figures, troubles: cells.troubles });
    else if (outcome.kind === 'nothing') ignore(say`Nothing was withheld.`);
    else if (outcome.kind === 'cancelled') ignore(say`The list says that it was cancelled.`, outcome.certificate);
    else read.push(outcome.certificate);
  }
  gather(read, bound, list);
  checkTotals(totals, bound, reading, list);
  list.rejected.sort((a, b) => a.row - b.row);
  return list;
}

function isTotal(row: TableRow, cells: RowCells): boolean {
  const first = row.cells.find((c) => c.trim() !== '') ?? '';
  const said = first.length <= 60 && (isFooter(first) || TOTALS.has(foldHeader(first)));
  return said && (cells.text('number') === null || cells.text('number') === first.trim());
}

const keyOf = (c: ImportedCertificate): string =>
  JSON.stringify([foldNumber(c.number ?? ''), c.issuer, c.payer.taxId ?? c.payer.name, c.payee.taxId ?? c.payee.name]);

/** Rows of one number: lines of one certificate where the profile says so, else none of them can be told to be the right one. */
function gather(read: readonly ImportedCertificate[], { profile }: Bound, list: ReadList): void {
  const groups = new Map<string, ImportedCertificate[]>();
  for (const one of read) {
    if (one.number === null) {
      list.certificates.push(one);
      continue;
    }
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const first = group[0]!;
    if (group.length === 1) list.certificates.push(first);
    else if (profile.lines === 'many' && group.every((c) => c.date === first.date && c.currency === first.currency))
      list.certificates.push(joined(group));
    else for (const one of group) list.rejected.push(contradicted(one, group));
  }
  list.certificates.sort((a, b) => a.rows[0]! - b.rows[0]!);
}

function contradicted(one: ImportedCertificate, group: readonly ImportedCertificate[]): RejectedRow {
  const others = group.filter((c) => c !== one).map((c) => c.rows[0]!);
  const error = appError(
    'wht-import.number-twice',
    say`Certificate ${{ number: one.number! }} also stands in row ${{ rows: others }}, with other figures.`,
    {
      remedy: 'Leave the row that is right, or read the file with a profile that gathers the lines of one certificate.',
    },
  );
  return { row: one.rows[0]!, figures: one.figures, troubles: [{ field: 'number', column: null, value: one.number, error }] };
}

/** One certificate of the lines of several rows. */
function joined(group: readonly ImportedCertificate[]): ImportedCertificate {
  const first = group[0]!;
  const bases = group.map((c) => c.base);
  const earliest = (days: (string | null)[]): string | null => days.filter((d) => d !== null).toSorted()[0] ?? null;
  const unique = (texts: string[]): string[] => [...new Set(texts)];
  return {
    ...first,
    rows: group.flatMap((c) => c.rows),
    total: sum(group.map((c) => c.total)),
    base: bases.every((b) => b !== null) ? bases.reduce((a, b) => add(a, b)) : null,
    first: earliest(group.map((c) => c.first)),
    last:
      group
        .map((c) => c.last)
        .filter((d) => d !== null)
        .toSorted()
        .at(-1) ?? null,
    income: group.flatMap((c) => c.income),
    reference: unique(group.flatMap((c) => c.reference ?? [])).join(', ') || null,
    invoices: unique(group.flatMap((c) => c.invoices)),
    pending: group.some((c) => c.pending),
    remarks: [...new Map(group.flatMap((c) => c.remarks).map((r) => [JSON.stringify(r.said), r])).values()],
    figures: Object.fromEntries(group.flatMap((c) => Object.entries(c.figures).map(([header, text]) => [`${c.rows[0]!} ${header}`, text]))),
  };
}

/** A total that the file prints is held against its rows, where all of them could be read. */
function checkTotals(totals: readonly TableRow[], bound: Bound, reading: Reading, list: ReadList): void {
  const [row] = totals;
  if (!row || totals.length > 1 || list.rejected.length > 0) return;
  const printed = new RowCells(bound, reading, row).amount('tax', null);
  if (printed === null) return;
  const cancelled = list.ignored.flatMap((i: IgnoredRow) => (i.cancelled ? [i.cancelled.total] : []));
  const added = sum(list.certificates.map((c) => c.total));
  if (equal(printed, added) || equal(printed, add(added, sum(cancelled)))) return;
  list.notices.push({
    code: 'wht-import.total-differs',
    said: say`Row ${{ row: row.row }} says ${{ printed }} in total; its rows add up to ${{ added }}, a difference of ${{ difference: subtract(printed, added) }}.`,
  });
}
