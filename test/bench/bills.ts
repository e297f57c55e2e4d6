import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, ReadDb } from '../../db/connection.ts';
import { billGroups } from '../../db/queries/bills-groups.ts';
import { billPage } from '../../db/queries/bills-lines.ts';
import { EVERYTHING, type BillScope } from '../../db/queries/bills-filter.ts';
import { periodTotals } from '../../db/queries/bills-periods.ts';
import { billTotals } from '../../db/queries/bills-sums.ts';
import { columnOf, type Column } from '../../domain/bill/columns.ts';
import { conditionOf } from '../../domain/bill/filter.ts';
import { unwrap } from '../../domain/result.ts';
import { timed } from './measure.ts';
import { writeBill } from './bill-file.ts';
import { newBook, tallybook } from './cli.ts';
import { AMOUNTS } from './import.ts';

const ROUNDS = 7;
const column = (name: string): Column => unwrap(columnOf(name));
const columns = (...names: string[]): Column[] => [...names, 'currency'].map(column);
const where = (name: string, op: 'is' | 'contains' | 'atLeast', value: string): BillScope => ({
  ...EVERYTHING,
  where: [unwrap(conditionOf({ column: name, op, value }))],
});

interface Question {
  name: string;
  ask: (read: ReadDb) => unknown;
  /** The same of DuckDB, over the columns of the file. */
  peer?: string;
}

const SUMS = AMOUNTS.slice(0, 10)
  .map((name) => `SUM("${name}")`)
  .join(', ');
const grouped = (...names: string[]): string => {
  const list = names.map((name) => `"${name}"`).join(', ');
  return `SELECT ${list}, COUNT(*), ${SUMS} FROM bill GROUP BY ${list}`;
};
const MOST = 1000;

/** Every measure is added up, also those that DuckDB is not asked for. */
const QUESTIONS: readonly Question[] = [
  {
    name: 'product type × month, 10 measures',
    ask: (read) => billGroups(read, EVERYTHING, columns('productType', 'period'), [], MOST),
    peer: grouped('产品类型', '账期'),
  },
  {
    name: 'region × usage type × specification, 10 measures',
    ask: (read) => billGroups(read, EVERYTHING, columns('region', 'usageType', 'spec'), [], MOST),
    peer: grouped('区域', '使用量类型', '规格'),
  },
  {
    name: 'resource (all of them), 10 measures, the largest first',
    ask: (read) => billGroups(read, EVERYTHING, columns('resourceId'), [{ by: 'payable', descending: true }], MOST),
    peer: `${grouped('资源ID')} ORDER BY SUM("应付金额") DESC LIMIT ${MOST}`,
  },
  { name: 'totals of a filter', ask: (read) => billTotals(read, where('payable', 'atLeast', '10')) },
  { name: 'first page', ask: (read) => billPage(read, EVERYTHING, [], 0, 100) },
  { name: 'first page by payable', ask: (read) => billPage(read, EVERYTHING, [{ column: column('payable'), descending: true }], 0, 100) },
  { name: 'first page by product', ask: (read) => billPage(read, EVERYTHING, [{ column: column('product'), descending: false }], 0, 100) },
  {
    name: 'first page of a filter, by resource name',
    ask: (read) => billPage(read, where('productType', 'contains', '云'), [{ column: column('resourceName'), descending: false }], 0, 100),
  },
  { name: 'page from line 500,000 on', ask: (read) => billPage(read, EVERYTHING, [], 500_000, 100) },
  {
    name: 'page from line 500,000 on, by payable',
    ask: (read) => billPage(read, EVERYTHING, [{ column: column('payable'), descending: true }], 500_000, 100),
  },
  { name: 'search “ecs-”', ask: (read) => billPage(read, { ...EVERYTHING, search: 'ecs-' }, [], 0, 100) },
  {
    name: 'search of two Chinese characters that are nowhere',
    ask: (read) => billPage(read, { ...EVERYTHING, search: '盘古' }, [], 0, 100),
  },
];

/** What a person asks a book of a million lines, first in a new process, then again; beside DuckDB over the same file. */
export async function benchBills(rows = 1_000_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-bench-'));
  try {
    const csv = join(folder, 'detail.csv');
    writeBill(csv, rows);
    const book = newBook(join(folder, 'bills.tallybook'));
    tallybook('import', csv, '--book', book);
    const peer = await duckDb(csv, join(folder, 'peer.duckdb'));
    const opened = tallybook('bills', 'summary', '--period', '2023-09', '--book', book);
    process.stdout.write(`the summary of the month in a new process, start included: ${(opened.seconds * 1000).toFixed(0)} ms\n`);
    process.stdout.write(`${''.padEnd(56)}    first     again    DuckDB   ratio\n`);
    const open = (): ReadDb => new ReadDb(connect(book, 'read'));
    const warm = open();
    for (const { name, ask, peer: sql } of [{ name: 'months with their totals', ask: periodTotals } as Question, ...QUESTIONS]) {
      const cold = open();
      const first = took(() => ask(cold));
      cold.close();
      ask(warm);
      const again = median(Array.from({ length: ROUNDS }, () => took(() => ask(warm))));
      const other = sql && peer ? median(await times(ROUNDS, () => peer(sql))) : null;
      const figures = [first, again, other].map((ms) => (ms === null ? '' : ms.toFixed(2)).padStart(10)).join('');
      process.stdout.write(`${name.padEnd(52)}${figures}${(other === null ? '' : (again / other).toFixed(4)).padStart(8)}\n`);
    }
    warm.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function took(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

async function times(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const started = performance.now();
    await work();
    all.push(performance.now() - started);
  }
  return all;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

interface DuckDb {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<{ runAndReadAll(sql: string): Promise<unknown> }> }> };
}

/** The file in DuckDB with exact decimals; null where DuckDB is not there. */
async function duckDb(csv: string, target: string): Promise<((sql: string) => Promise<unknown>) | null> {
  try {
    timed(process.execPath, [join(import.meta.dirname, 'duckdb-peer.ts'), csv, target, ...AMOUNTS]);
    const { DuckDBInstance } = (await import(['@duckdb', 'node-api'].join('/'))) as DuckDb;
    const connection = await (await DuckDBInstance.create(target)).connect();
    return (sql) => connection.runAndReadAll(sql);
  } catch (error) {
    process.stderr.write(`DuckDB is not measured (npm install --no-save @duckdb/node-api): ${String(error).split('\n')[0]}\n`);
    return null;
  }
}
