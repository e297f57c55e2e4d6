import { fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checksOf, cleanBook, type Outcome } from '../support/consistent/trial.ts';
import { Desk } from '../support/consistent/desk.ts';
import { ParserPool } from '../support/parser-pool.ts';
import { chosenInjections, type FaultsTask } from './faults-worker.ts';

const WORKER = join(import.meta.dirname, 'faults-worker.ts');
const WORKERS = 2;
/** A table of what is known so far after so many. */
const PROGRESS = 200;

/**
 * How many of so many random faults in a clean month are found, called by their name and shown with their lines, and how many
 * findings there are that no fault accounts for. `--runs 1000 --lines 100000 --seed 1 --only KIND`; `--folder PATH` keeps the clean
 * book there, or takes the one that is there (it must be of the same lines and seed).
 */
export async function benchFaults(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '1000' },
      lines: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      folder: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const [runs, lines, seed] = [Number(values.runs), Number(values.lines), Number(values.seed)];
  const only = values.only ?? null;
  if (chosenInjections(only).length === 0) throw new Error(`No fault is called “${only}”.`);
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'tallybook-bench-'));
  try {
    const started = performance.now();
    const task = await makeClean({ runs, seed, size: { lines, seed }, only }, folder);
    process.stdout.write(`made in ${seconds(started)} s; ${runs} faults in ${WORKERS} processes\n`);
    const from = performance.now();
    const outcomes: Outcome[] = [];
    await Promise.all(
      Array.from({ length: Math.min(WORKERS, runs) }, (_, own) =>
        work(task, own, (outcome) => {
          outcomes.push(outcome);
          if (values.verbose || !isRight(outcome)) show(outcome);
          if (outcomes.length % PROGRESS === 0 && outcomes.length < runs) print(outcomes);
        }),
      ),
    );
    print(outcomes);
    process.stdout.write(`${seconds(from)} s\n`);
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);
const isRight = (o: Outcome): boolean => o.found && o.named && o.listed && o.falseAlarms.length === 0;

/** The clean book on disk, and what a worker has to know of it. */
async function makeClean(task: Pick<FaultsTask, 'runs' | 'seed' | 'size' | 'only'>, folder: string): Promise<string> {
  using pool = new ParserPool();
  await using desk = new Desk(pool.fork);
  const path = join(folder, 'task.json');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const { bills, whole, batches } = await cleanBook(desk, task.size, (name) => join(folder, name));
    writeFileSync(path, JSON.stringify({ bills, whole, batches: [...batches] }));
  }
  const made = JSON.parse(readFileSync(path, 'utf8')) as Pick<FaultsTask, 'bills' | 'whole' | 'batches'>;
  const checks = await checksOf(desk, made.whole);
  const wrong = checks.filter((c) => c.status === 'fail' || c.status === 'missing' || c.findings.length > 0);
  for (const c of wrong)
    process.stdout.write(`    ${c.status} ${c.id}: ${c.explanation} ${c.findings.map((f) => `${f.kind}: ${f.text}`).join('; ')}\n`);
  process.stdout.write(`clean book of ${task.size.lines} lines: ${checks.length} checks, ${wrong.length} false alarms\n`);
  writeFileSync(path, JSON.stringify({ ...made, ...task, workers: WORKERS, checks } satisfies FaultsTask));
  return path;
}

/** Every outcome of a worker, as it comes. */
function work(task: string, own: number, take: (outcome: Outcome) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(WORKER, [task, String(own)]);
    child.on('message', (message) => take(message as Outcome));
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A worker ended with ${code}.`))));
  });
}

function show(o: Outcome): void {
  const yes = (is: boolean): string => (is ? 'yes' : 'NO');
  const places = o.lines.map((group) =>
    group
      .slice(0, 3)
      .map((p) => `${p.file} ${p.row}`)
      .join(' or '),
  );
  process.stdout.write(
    `${o.injection} #${o.run} (${o.kind}: ${o.what}): found ${yes(o.found)}, named ${yes(o.named)}, listed ${yes(o.listed)}, false ${o.falseAlarms.length}, silent ${o.silent.length}, ${o.seconds.toFixed(2)} s\n    wanted ${places.join('; ') || '—'}\n`,
  );
  for (const text of o.findings) process.stdout.write(`    ${text}\n`);
  for (const text of o.falseAlarms) process.stdout.write(`    FALSE ${text}\n`);
  for (const text of o.silent) process.stdout.write(`    silent: ${text}\n`);
}

function print(outcomes: readonly Outcome[]): void {
  const row = (name: string, of: readonly Outcome[]): string => {
    const count = (is: (o: Outcome) => boolean): string => String(of.filter(is).length).padStart(8);
    const falseAlarms = of.reduce((n, o) => n + o.falseAlarms.length, 0);
    return `${name.padEnd(24)}${String(of.length).padStart(8)}${count((o) => o.found)}${count((o) => o.named)}${count((o) => o.listed)}${String(falseAlarms).padStart(8)}\n`;
  };
  process.stdout.write(`\n${'kind'.padEnd(24)}${['runs', 'found', 'named', 'listed', 'false'].map((w) => w.padStart(8)).join('')}\n`);
  for (const [kind, of] of [...Map.groupBy(outcomes, (o) => o.kind)].sort(([a], [b]) => (a < b ? -1 : 1)))
    process.stdout.write(row(kind, of));
  process.stdout.write(row('all', outcomes));
}

if (import.meta.main) await benchFaults(process.argv.slice(2));
