import { equal, isZero, type Amount } from '../money/amount.ts';

/** What reconciliation says of a check now, as far as a difference needs it. */
export interface Seen {
  check: string;
  /** Empty: the whole difference; else which finding (partOf). */
  part: string;
  kind: string | null;
  amount: Amount | null;
  lines: readonly { file: string; row: number }[];
  lineCount: number;
}

/** A difference as it was last seen by a person. */
export interface Held extends Omit<Seen, 'amount'> {
  seen: Amount | null;
}

/** same: as it was seen last. changed: other amount or lines; ask again. gone: reconciliation finds it no more. */
export type Standing = 'same' | 'changed' | 'gone';

/**
 * Names a finding within its check: its kind and the lines behind it, which an import anew does not change (rows of files, not ids).
 * Findings without lines go by their kind alone.
 */
export function partOf(kind: string, lines: readonly { file: string; row: number }[]): string {
  const name = [kind, ...lines.map((l) => `${l.file}#${l.row}`).toSorted()].join('|');
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST / 2)}…${lines.length}…${name.slice(-LONGEST / 2)}`;
}
/** A longer name keeps both its ends and how many lines it has. */
const LONGEST = 380;

const sameAmount = (a: Amount | null, b: Amount | null): boolean => (a === null || b === null ? a === b : equal(a, b));
const linesOf = (s: Pick<Seen, 'lines' | 'lineCount'>): string =>
  `${s.lineCount}:${s.lines
    .map((l) => `${l.file}#${l.row}`)
    .toSorted()
    .join('|')}`;

/**
 * Which of the findings of its check the difference is now: the very same part, else the only one of its kind that no other difference
 * names. `taken`: parts that are named by other differences of the check.
 */
export function findSeen(held: Pick<Held, 'check' | 'part' | 'kind'>, now: readonly Seen[], taken: ReadonlySet<string>): Seen | null {
  const own = now.filter((s) => s.check === held.check);
  const exact = own.find((s) => s.part === held.part);
  if (exact || held.part === '') return exact ?? null;
  const alike = own.filter((s) => s.part !== '' && s.kind === held.kind && !taken.has(s.part));
  return alike.length === 1 ? alike[0]! : null;
}

/** How what was seen last stands to what is found now. */
export function standingOf(held: Held, now: Seen | null): Standing {
  if (now === null || (now.amount !== null && isZero(now.amount))) return 'gone';
  return sameAmount(held.seen, now.amount) && linesOf(held) === linesOf(now) && held.part === now.part ? 'same' : 'changed';
}
