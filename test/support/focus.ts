import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { query } from '../../services/bills/query.ts';
import type { Output } from '../../services/contract/index.ts';
import { focusHandlers } from '../../services/focus/index.ts';
import { ImportBench } from './import-host.ts';

export type FocusFormat = 'csv' | 'parquet';
export type FocusWritten = Output<'export/focus'>;

/** A folder for exported files; gone when the test is through. */
export class ExportFolder {
  readonly #path = mkdtempSync(join(tmpdir(), 'tallybook-focus-'));
  #files = 0;

  async export(bench: ImportBench, format: FocusFormat, more: object = {}): Promise<FocusWritten & { path: string }> {
    const path = join(this.#path, `${++this.#files}.${format}`);
    const target = bench.context.host.files.grant(path, 'write');
    const input = { dataset: 'cost-and-usage', version: null, period: null, from: null, to: null, hideZero: false, search: '' } as const;
    return { ...(await focusHandlers['export/focus']({ ...input, where: [], format, target, ...more }, bench.context)), path };
  }

  [Symbol.dispose](): void {
    rmSync(this.#path, { recursive: true, force: true });
  }
}

/** Everything that `bills query` says of the book by these columns, to the last digit. */
export function asked(bench: ImportBench, ...groupBy: string[]): Pick<Output<'bills/query'>, 'rows' | 'totals'> {
  const scope = { period: null, from: null, to: null, hideZero: false, search: '', kind: 'detail', limit: 10_000 } as const;
  const { rows, totals } = query({ ...scope, where: [], sort: [], groupBy }, bench.context) as Output<'bills/query'>;
  return { rows: [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)), totals };
}

const BY = [
  ['vendor', 'period', 'currency'],
  ['date', 'account', 'payingAccount', 'enterpriseProject'],
  ['productType', 'product', 'spec', 'usageType', 'usageUnit'],
  ['billingMode', 'billType', 'orderId'],
  ['resourceId', 'resourceName', 'region', 'availabilityZone', 'tags'],
  ['provider', 'invoiceId'],
];

/** The book by all its dimensions, and usage and unit price line by line, which are never added up. */
const told = (bench: ImportBench): unknown => [
  ...BY.map((columns) => asked(bench, ...columns)),
  bench.context.session
    .book()
    .read.all(
      'SELECT key_a, key_b, usage_u, usage_f, unit_price_u, unit_price_f FROM bill_line WHERE kind = 0 AND superseded_by IS NULL ORDER BY key_a, key_b',
    ),
];

/** Imports the file of an export into a fresh book, which then says the same; `again`: every line is known in the old book too. */
export async function comesBack(
  bench: ImportBench,
  folder: ExportFolder,
  format: FocusFormat,
  again = false,
): Promise<FocusWritten & { path: string }> {
  const file = await folder.export(bench, format);
  const before = told(bench);
  using fresh = new ImportBench();
  const [back] = await fresh.run(fresh.file(readFileSync(file.path), `focus.${format}`));
  expect(back).toMatchObject({ format: 'tallybook.focus', rows: file.rows, imported: file.rows, rejected: 0, duplicates: 0 });
  expect(told(fresh)).toEqual(before);
  // An export of the fresh book is the same file.
  expect(await folder.export(fresh, format)).toMatchObject({ sha256: file.sha256, valid: file.valid, gaps: file.gaps });
  if (!again) return file;
  const [repeated] = await bench.run(bench.file(readFileSync(file.path), `again.${format}`));
  expect(repeated).toMatchObject({ imported: 0, duplicates: file.rows });
  expect(told(bench)).toEqual(before);
  return file;
}
