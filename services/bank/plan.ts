import { createHash } from 'node:crypto';
import type { ReadDb } from '../../db/connection.ts';
import { bankAccountNumbered, type BankAccountFacts, type BankAccountRecord } from '../../db/queries/bank-accounts.ts';
import { entriesOfAccount, knownIdentities } from '../../db/queries/bank-lines.ts';
import { listBankStatements } from '../../db/queries/bank-statements.ts';
import { checkSum, identified, type SumCheck } from '../../domain/bank/check.ts';
import { continuityOf, type Continuity, type Link } from '../../domain/bank/continuity.ts';
import type { ReadLine, ReadStatement } from '../../domain/bank/statement.ts';
import { isZero } from '../../domain/money/amount.ts';
import { say, type Said } from '../../domain/words/said.ts';

/** One line of a planned statement: new, or the line of the book (or of an earlier statement of this file) that it is. */
export interface PlannedLine {
  line: ReadLine;
  identity: string;
  /** Id in the book; null where it is new. */
  known: number | null;
  /** An earlier statement of the same file has it. */
  repeated: boolean;
}

export interface PlannedStatement {
  read: ReadStatement;
  account: BankAccountFacts & { id: number | null };
  lines: PlannedLine[];
  sums: SumCheck;
  added: number;
  duplicates: number;
  continuity: Continuity;
}

export interface Obstacle {
  code: 'mapping' | 'account' | 'currency' | 'currencies' | 'difference' | 'nothing' | 'rejected';
  said: Said;
}

export interface Plan {
  statements: PlannedStatement[];
  obstacles: Obstacle[];
}

const UNNAMED = '?';
/** ISO 4217: no currency is involved. */
const NO_CURRENCY = 'XXX';

/** What import would do with the statements, on the book as it stands; the import does exactly this. */
export function planStatements(read: ReadDb, statements: readonly ReadStatement[], { oneCurrency }: { oneCurrency: boolean }): Plan {
  const obstacles: Obstacle[] = [];
  if (statements.some((s) => s.account.number === null))
    obstacles.push({ code: 'account', said: say`The file does not name its account.` });
  if (statements.some((s) => s.currency === null)) obstacles.push({ code: 'currency', said: say`The file does not name its currency.` });
  const currencies = [...new Set(statements.flatMap((s) => s.currency ?? []))];
  if (oneCurrency && currencies.length > 1)
    obstacles.push({
      code: 'currencies',
      said: say`The rows are in several currencies: ${{ currencies }}. A statement has one; map the column as the original currency, or divide the file.`,
    });
  if (statements.every((s) => s.lines.length + s.rejected.length === 0) && statements.every((s) => s.closing === null))
    obstacles.push({ code: 'nothing', said: say`The file has no lines.` });
  const taken = new Map<string, Set<string>>();
  // What the file leaves open is shown as open; the obstacle keeps it from being taken.
  const planned = statements.map((s) => planOne(read, s, s.account.number ?? UNNAMED, s.currency ?? NO_CURRENCY, taken));
  withContinuity(read, planned);
  for (const p of planned)
    if (p.sums.difference !== null && !isZero(p.sums.difference))
      obstacles.push({
        code: 'difference',
        said: say`Account ${{ account: p.account.number }}, ${{ first: p.read.first }} to ${{ last: p.read.last }}: the lines lead from ${{ opening: p.read.opening! }} to a balance that differs from the printed ${{ closing: p.read.closing! }} by ${{ difference: p.sums.difference }} ${{ currency: p.account.currency }}.`,
      });
  return { statements: planned, obstacles };
}

function planOne(read: ReadDb, s: ReadStatement, number: string, currency: string, taken: Map<string, Set<string>>): PlannedStatement {
  const found: BankAccountRecord | undefined = bankAccountNumbered(read, number, currency);
  const account = found ?? { id: null, number, bank: s.account.bank, name: s.account.name, kind: s.account.kind, currency };
  const hashed = identified(s.lines).map(({ line, identity }) => ({ line, identity: createHash('sha256').update(identity).digest('hex') }));
  const known = found
    ? knownIdentities(
        read,
        found.id,
        hashed.map((h) => h.identity),
      )
    : new Map<string, number>();
  const key = `${number}\u0000${currency}`;
  const here = taken.get(key) ?? new Set<string>();
  taken.set(key, here);
  const lines = hashed.map(({ line, identity }): PlannedLine => ({
    line,
    identity,
    known: known.get(identity) ?? null,
    repeated: here.has(identity),
  }));
  for (const { identity } of lines) here.add(identity);
  const added = lines.filter((l) => l.known === null && !l.repeated).length;
  return {
    read: s,
    account,
    lines,
    sums: checkSum(
      s.opening,
      s.closing,
      s.lines.map((l) => l.amount),
    ),
    added,
    duplicates: lines.length - added,
    continuity: { state: 'first' },
  };
}

/** Lays the planned statements beside those of the book; new lines get ids below zero here. */
function withContinuity(read: ReadDb, planned: readonly PlannedStatement[]): void {
  const accounts = Map.groupBy(planned, (p) => `${p.account.number}\u0000${p.account.currency}`);
  for (const group of accounts.values()) {
    const { id } = group[0]!.account;
    const ids = new Map<string, number>();
    const idOf = ({ known, identity }: PlannedLine): number => {
      if (known !== null) return known;
      const made = ids.get(identity) ?? -1 - ids.size;
      ids.set(identity, made);
      return made;
    };
    const links: Link[] = group.map((p, i) => ({
      // Later than all of the book, in the order of the file.
      id: Number.MAX_SAFE_INTEGER - group.length + i,
      first: p.read.first,
      last: p.read.last,
      opening: p.read.opening,
      closing: p.read.closing,
      lines: new Map(p.lines.map((l) => [idOf(l), l.line.amount])),
    }));
    const result = continuityOf([...(id === null ? [] : linksOf(read, id)), ...links]);
    group.forEach((p, i) => (p.continuity = result.get(links[i]!.id)!));
  }
}

/** The account's active statements as their neighbours see them. */
export function linksOf(read: ReadDb, account: number): Link[] {
  const entries = entriesOfAccount(read, account);
  return listBankStatements(read, account)
    .filter((s) => s.state === 'active')
    .map((s) => ({
      id: s.id,
      first: s.first,
      last: s.last,
      opening: s.opening,
      closing: s.closing,
      lines: entries.get(s.id) ?? new Map<number, string>(),
    }));
}
