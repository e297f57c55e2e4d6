import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../../services/sample/generate.ts';

const ROUNDS = 3;

interface Figure {
  name: string;
  seconds: number;
  peakMb: number | null;
}

/**
 * Imports a generated Huawei Cloud detail bill into a fresh book, and the same file with `sqlite3 .import` as plain
 * text, in one run on one machine. Prints seconds, peak memory and the ratio; the ratio is what counts.
 */
export async function benchImport(rows = 100_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-bench-'));
  try {
    const csv = join(folder, 'detail.csv');
    const file = openSync(csv, 'w');
    for (const chunk of generate('huawei.detail', { rows, seed: 42 }).bytes()) writeSync(file, chunk);
    closeSync(file);
    process.stderr.write(`${rows.toLocaleString('en')} rows, ${(statSync(csv).size / 1e6).toFixed(0)} MB, best of ${ROUNDS}\n`);
    const figures: Figure[] = [];
    if (spawnSync('sqlite3', ['--version']).status === 0)
      figures.push(
        best('sqlite3 .import (as text, no index)', (round) =>
          timed('sqlite3', ['-cmd', '.mode csv', join(folder, `peer-${round}.db`), `.import ${csv} bill`]),
        ),
      );
    else process.stderr.write('sqlite3 is not installed, so there is no peer to measure against: apt-get install sqlite3\n');
    figures.push(
      best('tallybook import (everything kept)', (round) => {
        const book = join(folder, `book-${round}.tallybook`);
        cli([
          'init',
          '--book',
          book,
          '--country',
          'MY',
          '--entity',
          'SPARKOO_SG',
          '--customer-status',
          'registered',
          '--currency',
          'USD',
          '--settlement',
          'monthly',
          '--quiet',
        ]);
        return timed(process.execPath, [join(import.meta.dirname, '../../node/cli/main.ts'), 'import', csv, '--book', book, '--quiet']);
      }),
    );
    const peer = figures.length === 2 ? figures[0]!.seconds : null;
    for (const { name, seconds, peakMb } of figures)
      process.stdout.write(
        `${name.padEnd(38)} ${seconds.toFixed(2).padStart(7)} s  ${peakMb === null ? '   n/a' : `${peakMb.toFixed(0).padStart(5)} MB`}  ${peer ? (seconds / peer).toFixed(2) : '–'}\n`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function best(name: string, run: (round: number) => Omit<Figure, 'name'>): Figure {
  const runs = Array.from({ length: ROUNDS }, (_, round) => run(round));
  return { name, ...runs.reduce((a, b) => (b.seconds < a.seconds ? b : a)) };
}

function cli(args: string[]): void {
  const result = spawnSync(process.execPath, [join(import.meta.dirname, '../../node/cli/main.ts'), ...args], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(result.stderr);
}

/** Wall seconds and peak resident memory of the command and its children, by GNU time where it is there. */
function timed(command: string, args: string[]): Omit<Figure, 'name'> {
  const gnuTime = spawnSync('/usr/bin/time', ['--version']).status === 0;
  const started = performance.now();
  const result = gnuTime
    ? spawnSync('/usr/bin/time', ['-f', 'PEAK %M', command, ...args], { encoding: 'utf8' })
    : spawnSync(command, args, { encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  if (result.status !== 0) throw new Error(`${command} failed: ${result.stderr}`);
  const peak = /PEAK (\d+)/.exec(result.stderr);
  return { seconds, peakMb: peak ? Number(peak[1]) / 1024 : null };
}
