import { Random, mix } from '../../../services/sample/random.ts';
import { consistentBook, type ConsistentBook } from './book.ts';
import { NAMES } from './bill-files.ts';
import type { Checks, Desk } from './desk.ts';
import type { Fault, Injection, Place } from './faults/fault.ts';
import type { BookSize } from './options.ts';
import { csvOf } from './table.ts';

/** The clean book: with its files alone, and with its papers as well; both closed. */
export interface CleanBook {
  book: ConsistentBook;
  bills: string;
  whole: string;
  batches: ReadonlyMap<string, number>;
  checks: Checks;
}

/** Makes the clean book in the desk's folder, or at `path`. */
export async function cleanBook(
  desk: Desk,
  size: BookSize,
  path: (name: string) => string = (name) => desk.path(name),
): Promise<CleanBook> {
  const book = consistentBook(size);
  const [bills, whole] = [path('bills.tallybook'), path('whole.tallybook')];
  await desk.create(bills);
  const batches = await desk.take(book.names.map((name) => ({ name, text: book.text(name) })));
  await desk.openCopy(bills);
  await desk.enter(book.papers);
  await desk.keepAs(whole);
  return { book, bills, whole, batches, checks: await checksOf(desk, whole) };
}

/** What reconciling a closed book says. */
export async function checksOf(desk: Desk, whole: string): Promise<Checks> {
  await desk.openCopy(whole);
  return desk.reconcile();
}

/** A later file that stands on an earlier one: it is taken back with it. */
const STANDS_ON: Readonly<Record<string, string>> = { [NAMES.resourceEarlier]: NAMES.resource };

/** What came of one fault. */
export interface Outcome {
  injection: string;
  kind: string;
  what: string;
  /** Some check turned that was right before. */
  found: boolean;
  /** One of the findings has the fault's name. */
  named: boolean;
  /** Every row that was made wrong is among the lines of the findings. */
  listed: boolean;
  /** Findings by a name that the fault does not account for. */
  falseAlarms: string[];
  /** Checks that turned and say nothing of why. */
  silent: string[];
  /** What was found, to read. */
  findings: string[];
  lines: readonly (readonly Place[])[];
  seconds: number;
  /** Its number in the bench. */
  run?: number;
}

const isWrong = (status: string): boolean => status === 'fail' || status === 'missing';

/** Puts the fault into a copy of the clean book, as an accountant would get it there, and reconciles. Null where it has no place in this book. */
export async function tryFault(desk: Desk, clean: CleanBook, injection: Injection, seed: number): Promise<Outcome | null> {
  const fault = injection.apply(clean.book, new Random(mix(seed, 101)));
  if (!fault) return null;
  const started = performance.now();
  await desk.openCopy(fault.papers ? clean.bills : clean.whole);
  await putIn(desk, clean, fault);
  const checks = await desk.reconcile();
  return judge(clean, injection, fault, checks, (performance.now() - started) / 1000);
}

async function putIn(desk: Desk, { book, batches }: CleanBook, fault: Fault): Promise<void> {
  const touched = new Set([...fault.files.keys()].flatMap((name) => [name, STANDS_ON[name] ?? name]));
  const names = book.names.filter((name) => touched.has(name));
  for (const name of [...names].reverse()) await desk.undo(batches.get(name)!);
  const again = names.flatMap((name) => {
    const table = fault.files.get(name);
    return table === null ? [] : [{ name, text: table === undefined ? book.text(name) : typeof table === 'string' ? table : csvOf(table) }];
  });
  if (again.length > 0) await desk.take(again);
  if (fault.papers) await desk.enter(fault.papers);
}

function judge(clean: CleanBook, injection: Injection, fault: Fault, checks: Checks, seconds: number): Outcome {
  const before = new Map(clean.checks.map((check) => [check.id, check]));
  const turned = checks.filter((check) => isWrong(check.status) && !isWrong(before.get(check.id)?.status ?? 'pass'));
  const findings = turned.flatMap((check) => check.findings.map((finding) => ({ check, finding })));
  const true_ = new Set<string>([injection.kind, ...injection.also]);
  const shown = new Set(findings.flatMap(({ finding }) => finding.lines.map((line) => `${line.file} ${line.row}`)));
  return {
    injection: injection.id,
    kind: injection.kind,
    what: fault.what,
    found: turned.length > 0,
    named: findings.some(({ finding }) => finding.kind === injection.kind),
    listed: fault.lines.every((group) => group.some(({ file, row }) => shown.has(`${file} ${row}`))),
    falseAlarms: findings
      .filter(({ finding }) => !true_.has(finding.kind))
      .map(({ check, finding }) => `${check.id}: ${finding.kind}: ${finding.text}`),
    silent: turned.filter((check) => check.findings.length === 0).map((check) => `${check.id} ${check.status}: ${check.explanation}`),
    findings: findings.map(
      ({ check, finding }) =>
        `${check.id}: ${finding.kind} ${finding.amount ?? '—'}: ${finding.text} [${finding.lineCount}: ${finding.lines
          .slice(0, 4)
          .map((l) => `${l.file} ${l.row}`)
          .join(', ')}]`,
    ),
    lines: fault.lines,
    seconds,
  };
}
