import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbook } from '../../services/import/parser/sheet/open-workbook.ts';
import { chineseText, chineseWorkbook } from '../support/chinese-workbook.ts';

const COLUMNS = 30;
const ROUNDS = 3;
/** openpyxl in its fast mode, which reads row by row. */
const PEER = `
import re, sys, openpyxl
characters = 0
for row in openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True):
    for value in row:
        if value is not None: characters += len(value.encode('utf-16-le')) // 2
print(characters, int(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1]) / 1024)
`;

interface Figure {
  seconds: number;
  peakMb: number;
  characters: number;
}

/**
 * Reads a workbook of `rows` × 30 Chinese cells under the parser's limits (512 MB heap, no right to write), and the same
 * with openpyxl read-only, in one run on one machine. Then compares every cell with what was written.
 */
export async function benchXlsxRead(rows = 100_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-bench-'));
  try {
    for (const kind of ['inline', 'shared'] as const) {
      const path = join(folder, `${kind}.xlsx`);
      writeFileSync(path, chineseWorkbook(rows, COLUMNS, kind));
      const cells = rows * COLUMNS;
      process.stdout.write(
        `${cells.toLocaleString('en')} Chinese cells, ${kind === 'inline' ? 'texts in the sheet' : 'shared texts'}, ${(statSync(path).size / 1e6).toFixed(1)} MB\n`,
      );
      const own = best(() =>
        child(process.execPath, ['--permission', '--allow-fs-read=*', '--max-old-space-size=512', import.meta.filename, 'read', path]),
      );
      const peer = openpyxlThere() ? child('/usr/bin/python3', ['-c', PEER, path]) : null;
      print('tallybook', own, peer);
      if (peer) print('openpyxl read-only', peer, peer);
      else process.stderr.write('openpyxl is not installed, so there is no peer to measure against: apt-get install python3-openpyxl\n');
      if (peer && peer.characters !== own.characters)
        throw new Error(`openpyxl read ${peer.characters} characters, tallybook ${own.characters}`);
      const wrong = await countWrong(path, rows);
      process.stdout.write(`  wrong cells: ${wrong.toLocaleString('en')} of ${cells.toLocaleString('en')}\n`);
      if (wrong > 0) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Cells of the workbook that are not what `chineseText` says, missing and additional ones included. */
async function countWrong(path: string, rows: number): Promise<number> {
  const { sheets } = await openWorkbook(path, 'bench.xlsx');
  let wrong = 0;
  let expected = 1;
  for await (const { row, cells } of sheets[0]!.rows()) {
    if (row !== expected++) wrong += COLUMNS;
    for (let column = 0; column < Math.max(COLUMNS, cells.length); column++) if (cells[column] !== chineseText(row, column)) wrong++;
  }
  return wrong + Math.abs(rows - (expected - 1)) * COLUMNS;
}

async function read(path: string): Promise<void> {
  const { sheets } = await openWorkbook(path, 'bench.xlsx');
  let characters = 0;
  for await (const { cells } of sheets[0]!.rows()) for (const cell of cells) characters += cell?.length ?? 0;
  process.stdout.write(`${characters} ${peakMb()}\n`);
}

/** Peak resident memory of this program alone; resource usage would count the process that started it. */
function peakMb(): number {
  const kilobytes = existsSync('/proc/self/status') ? /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024;
}

function child(command: string, args: string[]): Figure {
  const started = performance.now();
  const result = spawnSync(command, args, { encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  if (result.status !== 0) throw new Error(`${command} failed: ${result.stderr}`);
  const [characters, peakMb] = result.stdout.trim().split(' ').map(Number);
  return { seconds, peakMb: peakMb ?? 0, characters: characters ?? 0 };
}

const best = (run: () => Figure): Figure => Array.from({ length: ROUNDS }, run).reduce((a, b) => (b.seconds < a.seconds ? b : a));
const openpyxlThere = (): boolean => spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0;

function print(name: string, figure: Figure, peer: Figure | null): void {
  process.stdout.write(
    `  ${name.padEnd(20)} ${figure.seconds.toFixed(2).padStart(7)} s  ${figure.peakMb.toFixed(0).padStart(5)} MB  ${peer ? (figure.seconds / peer.seconds).toFixed(3) : '–'}\n`,
  );
}

if (process.argv[1] === import.meta.filename && process.argv[2] === 'read') await read(process.argv[3] ?? '');
