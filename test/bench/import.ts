import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBill, writeLonger } from './bill-file.ts';
import { newBook, tallybook } from './cli.ts';
import { best, print, timed, type Figure } from './measure.ts';

/** Columns of the bill that hold amounts. */
export const AMOUNTS = [
  '官网价',
  '优惠金额',
  '抹零金额',
  '应付金额',
  '现金支付',
  '信用额度支付',
  '代金券抵扣',
  '现金券抵扣',
  '储值卡抵扣',
  '月度结算',
  '已核销金额',
];

/**
 * Imports a generated Huawei Cloud detail bill into a fresh book, beside `sqlite3 .import` of the same file as plain text and
 * DuckDB's read_csv with exact decimals into a file; then the same file again, and a file that overlaps it by half.
 */
export function benchImport(rows = 1_000_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-bench-'));
  const rounds = rows > 2_000_000 ? 1 : 3;
  try {
    const csv = join(folder, 'detail.csv');
    const size = writeBill(csv, rows);
    process.stderr.write(`${rows.toLocaleString('en')} rows, ${(size / 1e6).toFixed(0)} MB, best of ${rounds}\n`);
    const figures: Figure[] = [...peers(folder, csv, rounds)];
    const book = (round: number): string => join(folder, `book-${round}.tallybook`);
    figures.push(
      best('tallybook import, everything kept', rounds, (round) => {
        if (round > 0) rmSync(book(round - 1), { force: true });
        return tallybook('import', csv, '--book', newBook(book(round)));
      }),
    );
    const last = book(rounds - 1);
    figures.push({ name: 'tallybook import of the same file again', ...tallybook('import', csv, '--book', last) });
    const overlapping = join(folder, 'overlapping.csv');
    writeLonger(csv, overlapping, Math.round(rows / 100));
    figures.push({ name: 'tallybook import of an overlapping file (99 % known)', ...tallybook('import', overlapping, '--book', last) });
    print(figures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Promise.resolve();
}

function* peers(folder: string, csv: string, rounds: number): Generator<Figure> {
  const target = join(folder, 'peer');
  if (spawnSync('sqlite3', ['--version']).status === 0)
    yield best('sqlite3 .import (as text, no index)', rounds, () => {
      rmSync(target, { force: true });
      return timed('sqlite3', ['-cmd', '.mode csv', target, `.import ${csv} bill`]);
    });
  else process.stderr.write('sqlite3 is not installed, so there is no peer to measure against: apt-get install sqlite3\n');
  const peer = join(import.meta.dirname, 'duckdb-peer.ts');
  try {
    yield best('DuckDB read_csv, DECIMAL(28,10) and text, to a file', rounds, () => {
      rmSync(target, { force: true });
      return timed(process.execPath, [peer, csv, target, ...AMOUNTS]);
    });
  } catch (error) {
    process.stderr.write(`DuckDB is not measured (npm install --no-save @duckdb/node-api): ${String(error).split('\n')[0]}\n`);
  }
  rmSync(target, { force: true });
}

/** The same import at two sizes: time per row of the larger one to the smaller one. */
export function benchScale(rows = 10_000_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-bench-'));
  try {
    const perRow: number[] = [];
    for (const size of [Math.round(rows / 10), rows]) {
      const csv = join(folder, 'detail.csv');
      writeBill(csv, size);
      const { seconds, peakMb } = tallybook('import', csv, '--book', newBook(join(folder, `book-${size}.tallybook`)));
      perRow.push(seconds / size);
      process.stdout.write(
        `${size.toLocaleString('en').padStart(12)} rows ${seconds.toFixed(2).padStart(8)} s  ${((seconds / size) * 1e6).toFixed(2).padStart(6)} µs a row  ${peakMb?.toFixed(0) ?? 'n/a'} MB\n`,
      );
      rmSync(csv);
    }
    process.stdout.write(`time per row, larger to smaller: ${(perRow[1]! / perRow[0]!).toFixed(2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Promise.resolve();
}
