import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBill } from './bill-file.ts';
import { newBook, tallybook } from './cli.ts';
import { print, timed, type Figure } from './measure.ts';

/** The thirty columns that are written. */
const TEXTS =
  'period,date,vendor,account,payingAccount,enterpriseProject,productType,product,spec,billingMode,billType,resourceId,resourceName,region,availabilityZone,usageType,usageUnit,orderId,currency,file'.split(
    ',',
  );
const FIGURES = 'usage,unitPrice,listPrice,discount,roundingOff,payable,cash,coupon,monthlySettled,row'.split(',');
const COLUMNS = [...TEXTS, ...FIGURES];

/** Writes rows of a CSV as XlsxWriter's constant-memory mode does: texts as texts, figures as numbers. */
const XLSXWRITER = `
import csv, sys, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[2], {'constant_memory': True})
number = book.add_format({'num_format': '#,##0.00######'})
sheet = book.add_worksheet('Lines')
texts = int(sys.argv[3])
for r, row in enumerate(csv.reader(open(sys.argv[1], encoding='utf-8'))):
    for c, value in enumerate(row):
        if value == '': continue
        if r == 0 or c < texts: sheet.write_string(r, c, value)
        else: sheet.write_number(r, c, float(value), number)
book.close()
`;

interface Bench {
  folder: string;
  book: string;
  /** Exports all lines with the thirty columns. */
  write(name: string): Omit<Figure, 'name'>;
}

function withBook(rows: number, run: (bench: Bench) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-bench-'));
  try {
    const bill = join(folder, 'detail.csv');
    writeBill(bill, rows);
    const book = newBook(join(folder, 'exports.tallybook'));
    tallybook('import', bill, '--book', book);
    rmSync(bill);
    run({
      folder,
      book,
      write: (name) =>
        tallybook('export', 'query', '--book', book, '--columns', COLUMNS.join(','), '--no-bom', '--out', join(folder, name)),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Promise.resolve();
}

/** The quickest round of each, taken in turns, so that both meet the same disturbances. */
function inTurns(rounds: number, runs: Record<string, () => Omit<Figure, 'name'>>): Figure[] {
  const found = new Map<string, Figure>();
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(runs)) {
      const figure = { name, ...run() };
      const before = found.get(name);
      if (!before || figure.seconds < before.seconds) found.set(name, figure);
    }
  return [...found.values()];
}

const megabytes = (path: string): string => `${(statSync(path).size / 1e6).toFixed(0)} MB`;

/** All lines of a book as CSV, beside `sqlite3 -csv` of a table that holds the very same cells as text. */
export function benchExportCsv(rows = 1_000_000): Promise<void> {
  return withBook(rows, ({ folder, write }) => {
    write('lines.csv');
    process.stderr.write(`${rows.toLocaleString('en')} rows × ${COLUMNS.length} columns, ${megabytes(join(folder, 'lines.csv'))}\n`);
    const ours = { 'tallybook export query, CSV': () => write('lines.csv') };
    if (spawnSync('sqlite3', ['--version']).status !== 0) {
      process.stderr.write('sqlite3 is not installed, so there is no peer to measure against: apt-get install sqlite3\n');
      return print(inTurns(3, ours));
    }
    const peer = join(folder, 'peer.db');
    timed('sqlite3', ['-cmd', '.mode csv', peer, `.import ${join(folder, 'lines.csv')} bill`]);
    const shell = 'exec sqlite3 -csv "$0" "SELECT * FROM bill" > "$1"';
    print(inTurns(3, { 'sqlite3 -csv (table of texts)': () => timed('sh', ['-c', shell, peer, join(folder, 'peer.csv')]), ...ours }));
  });
}

/** The same lines as a workbook, beside Python's XlsxWriter in its constant-memory mode. */
export async function benchExportXlsx(rows?: number): Promise<void> {
  // The peer takes two minutes for a million rows: one round tells enough.
  for (const size of rows === undefined ? [100_000, 1_000_000] : [rows])
    await withBook(size, ({ folder, write }) => {
      write('lines.csv');
      write('lines.xlsx');
      process.stderr.write(`${size.toLocaleString('en')} rows × ${COLUMNS.length} columns, ${megabytes(join(folder, 'lines.xlsx'))}\n`);
      const ours = { 'tallybook export query, XLSX': () => write('lines.xlsx') };
      const python = ['/usr/bin/python3', 'python3'].find((command) => spawnSync(command, ['-c', 'import xlsxwriter']).status === 0);
      const rounds = size > 200_000 ? 1 : 3;
      if (python === undefined) {
        process.stderr.write('XlsxWriter is not installed, so there is no peer to measure against: apt-get install python3-xlsxwriter\n');
        return print(inTurns(rounds, ours));
      }
      const peer = join(folder, 'peer.xlsx');
      const args = ['-c', XLSXWRITER, join(folder, 'lines.csv'), peer, String(TEXTS.length)];
      print(inTurns(rounds, { 'XlsxWriter, constant memory': () => timed(python, args), ...ours }));
      process.stdout.write(`${' '.repeat(4)}the peer’s file: ${megabytes(peer)}\n`);
    });
}
