import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../../services/sample/generate.ts';
import type { SampleFormat, SampleOptions } from '../../services/sample/options.ts';
import { newBook, tallybook } from './cli.ts';
import { AMOUNTS } from './import.ts';
import { timed } from './measure.ts';
import type { Reconciled } from './reconcile-once.ts';

const PERIOD = '2023-09';
/** Of the book's country (Malaysia) in that month. */
const TAX = 6;
/** The month three times: its details, its statement (an order or a transaction a row), and by resource. */
const TELLINGS: readonly { name: string; format: SampleFormat; options?: Partial<SampleOptions> }[] = [
  { name: 'detail', format: 'huawei.detail' },
  { name: 'statement', format: 'huawei.statement' },
  { name: 'resource', format: 'huawei.detail', options: { dimension: 'resource', span: 'cycle' } },
];

/**
 * Reconciles a month of so many lines in a process of its own, right after its start and again, for 100,000 and 1,000,000 lines;
 * beside DuckDB, which answers what the checks ask of the lines over the same files: sums by bill type, the identities of every
 * line, and the keys by which statement and resources differ from the details.
 */
export async function benchReconcile(...sizes: number[]): Promise<void> {
  process.stdout.write(`${''.padEnd(34)}     cold    again  peak beyond idle   DuckDB    ratio\n`);
  for (const rows of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'tallybook-bench-'));
    try {
      const files = TELLINGS.map(({ name, format, options }) => ({
        name,
        path: write(folder, format, { rows, seed: 42, taxPercent: TAX, ...options }),
      }));
      const book = newBook(join(folder, 'month.tallybook'));
      for (const { path } of files) tallybook('import', path, '--book', book);
      const { cold, again, idleMb, peakMb, checks } = reconciled(book);
      const peer = await duckDb(folder, files);
      const figures = [cold, again].map((seconds) => `${seconds.toFixed(2)} s`.padStart(8)).join(' ');
      const beside = peer === null ? '' : `${peer.toFixed(2).padStart(7)} s ${(cold / peer).toFixed(2).padStart(8)}`;
      process.stdout.write(
        `${`${rows.toLocaleString('en')} lines, ${TELLINGS.length} tellings`.padEnd(34)} ${figures}  ${`${(peakMb - idleMb).toFixed(0)} MB`.padStart(16)} ${beside}\n`,
      );
      process.stdout.write(
        `  ${Object.entries(counted(Object.values(checks)))
          .map(([status, n]) => `${n} ${status}`)
          .join(', ')}\n`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function write(folder: string, format: SampleFormat, options: Partial<SampleOptions>): string {
  const sample = generate(format, options);
  const path = join(folder, sample.fileName);
  const file = openSync(path, 'w');
  for (const chunk of sample.bytes()) writeSync(file, chunk);
  closeSync(file);
  return path;
}

function reconciled(book: string): Reconciled {
  const result = spawnSync(process.execPath, [join(import.meta.dirname, 'reconcile-once.ts'), book, PERIOD], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as Reconciled;
}

function counted(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}

const PAID = AMOUNTS.slice(4).map((name) => `coalesce("${name}", 0)`);
const sums = (names: readonly string[]): string => names.map((name) => `sum("${name}") AS "${name}"`).join(', ');
const KEYS = {
  statement: ['订单号/交易号', '账号', '产品类型', '产品', '计费模式', '账单类型'],
  resource: ['资源ID', '账号', '产品类型', '产品', '规格', '计费模式', '账单类型'],
};

/** What the checks ask of the lines, in SQL; the tables are the files. */
const QUESTIONS: readonly string[] = [
  ...['detail', 'statement'].map((table) => `SELECT "账单类型", count(*), ${sums(AMOUNTS)} FROM ${table} GROUP BY ALL`),
  ...['detail', 'statement', 'resource'].map(
    (table) =>
      `SELECT count(*) FILTER ("官网价" <> "优惠金额" + "抹零金额" + "应付金额"), count(*) FILTER ("应付金额" <> ${PAID.join(' + ')}) FROM ${table}`,
  ),
  ...(['statement', 'resource'] as const).map((table) => {
    const keys = KEYS[table].map((key) => `"${key}"`).join(', ');
    const side = (from: string): string => `SELECT ${keys}, ${sums(AMOUNTS)} FROM ${from} GROUP BY ${keys}`;
    const differs = AMOUNTS.map((name) => `d."${name}" IS DISTINCT FROM t."${name}"`).join(' OR ');
    return `SELECT count(*) FROM (${side('detail')}) d FULL JOIN (${side(table)}) t USING (${keys}) WHERE ${differs}`;
  }),
];

interface DuckDb {
  DuckDBInstance: {
    create(
      path: string,
    ): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown>; runAndReadAll(sql: string): Promise<unknown> }> }>;
  };
}

/** Seconds of DuckDB for all of it, the files read already; null where DuckDB is not there. */
async function duckDb(folder: string, files: readonly { name: string; path: string }[]): Promise<number | null> {
  try {
    for (const { name, path } of files)
      timed(process.execPath, [join(import.meta.dirname, 'duckdb-peer.ts'), path, join(folder, `${name}.duckdb`), ...AMOUNTS]);
    const { DuckDBInstance } = (await import(['@duckdb', 'node-api'].join('/'))) as DuckDb;
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (const { name } of files) {
      await connection.run(`ATTACH '${join(folder, `${name}.duckdb`)}' AS "${name}_file" (READ_ONLY)`);
      await connection.run(`CREATE VIEW ${name} AS SELECT * FROM "${name}_file".bill`);
    }
    const started = performance.now();
    for (const sql of QUESTIONS) await connection.runAndReadAll(sql);
    return (performance.now() - started) / 1000;
  } catch (error) {
    process.stderr.write(`DuckDB is not measured (npm install --no-save @duckdb/node-api): ${String(error).split('\n')[0]}\n`);
    return null;
  }
}
