import type { ReadDb } from '../../db/connection.ts';
import type { ReadStatement, RejectedRow, StatementFormat } from '../../domain/bank/statement.ts';
import { bestRow, bindHeader, recognise, type Bound } from '../../domain/bank/table/bind.ts';
import { checkOwnProfile, profileOf } from '../../domain/bank/table/own-profile.ts';
import type { BankProfile } from '../../domain/bank/table/profile.ts';
import { card, cardSpent } from '../../domain/bank/table/profiles/card.ts';
import { generic } from '../../domain/bank/table/profiles/generic.ts';
import { readTable } from '../../domain/bank/table/read.ts';
import { readingOf, type Reading } from '../../domain/bank/table/reading.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { likelyHeader } from '../../domain/wht/import/headers.ts';
import { say, type Said } from '../../domain/words/said.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { ReadSheet, TableRead } from '../import/parser/table/message.ts';
import { profileNamed, profilesOf } from './profiles.ts';
import type { GrantedStatement } from './read-file.ts';

export type How = ParsedInput<'bank/preview'>;

/** How a table was understood; for the preview, and the profile to be kept with the statement. */
export interface UnderstoodTable {
  sheet: string | null;
  sheets: string[];
  /** Null: no profile knows its columns. */
  bound: Bound | null;
  candidates: readonly Bound[];
  /** Where no profile does: the row that may be the header, with what common words say of its columns. */
  guessed: Bound | null;
  reading: Reading;
  rows: ReadSheet['rows'];
}

export interface Understood {
  format: StatementFormat;
  encoding: string | null;
  evidence: Said;
  statements: ReadStatement[];
  table: UnderstoodTable | null;
  /** Rows that could not be read, where none could. */
  unread: RejectedRow[];
}

const UNREAD: Reading = { dates: null, decimal: null, thousands: { '.': '', ',': '' }, told: { dates: false, decimal: false } };

/** The statements of a file: as it says by itself, or as a profile reads its columns. What the user says fills what the file leaves open. */
export function understand(read: ReadDb, { name, read: { content } }: GrantedStatement, how: How): Understood {
  if (content.kind === 'statements') {
    const { format, encoding, evidence } = content;
    return { format, encoding, evidence, statements: content.statements.map((s) => filled(s, how)), table: null, unread: [] };
  }
  const table = tableOf(read, name, content.table, how);
  const { text } = content.table;
  const body = table.bound ? table.rows.filter((r) => r.row > table.bound!.headerRow) : [];
  const told = table.bound ? readTable(table.bound, table.reading, body) : { statements: [], unread: [] };
  return {
    format: 'table',
    encoding: text?.encoding ?? null,
    evidence: evidenceOf(table, text),
    statements: told.statements.map((s) => filled(s, how)),
    table,
    unread: told.unread,
  };
}

const filled = (s: ReadStatement, how: How): ReadStatement => ({
  ...s,
  account: { ...s.account, number: s.account.number ?? (how.account === null ? null : how.account.replace(/\s+/g, '')) },
  currency: s.currency ?? how.currency,
});

function evidenceOf({ bound, sheet }: UnderstoodTable, text: TableRead['text']): Said {
  if (!bound) return say`A table whose columns no profile knows.`;
  const { profile, known, named, headerRow } = bound;
  return text
    ? say`Read as ${{ profile: profile.title }}: header in row ${{ row: headerRow }}, ${{ known }} of ${{ named }} columns, ${{ encoding: text.encoding }}, separated by ${{ delimiter: text.delimiter === '\t' ? say`tabs` : `“${text.delimiter}”` }}.`
    : say`Read as ${{ profile: profile.title }}: sheet “${{ sheet: sheet ?? '' }}”, header in row ${{ row: headerRow }}, ${{ known }} of ${{ named }} columns.`;
}

function tableOf(read: ReadDb, name: string, file: TableRead, how: How): UnderstoodTable {
  const sheets = file.tables.flatMap((t) => t.sheet ?? []);
  const tables = how.sheet === null ? file.tables : file.tables.filter((t) => t.sheet === how.sheet);
  if (tables.length === 0)
    refuse('bank.no-sheet', say`“${{ name }}” has no sheet “${{ sheet: how.sheet ?? '' }}”.`, {
      file: name,
      remedy: say`Choose one of: ${{ choices: sheets }}.`,
    });
  const wanted = how.mapping
    ? profileOf(unwrap(checkOwnProfile(how.mapping)))
    : how.profile === null
      ? null
      : profileNamed(read, how.profile);
  const found = tables.map((t) => (wanted ? [bestRow(wanted, t.rows)].filter((b) => b !== null) : recognise(profilesOf(read), t.rows)));
  const score = (i: number): number => (found[i]![0]?.whole ? 1000 : 0) + (found[i]![0]?.known ?? 0) + tables[i]!.rows.length / 1e6;
  const at = found.reduce((best, _, i) => (score(i) > score(best) ? i : best), 0);
  const table = tables[at]!;
  const bound = found[at]![0] ? bySign(found[at]!, table.rows, wanted !== null) : null;
  if (wanted && !bound?.whole) refuseColumns(name, wanted, bound);
  const header = bound ? null : likelyHeader(table.rows);
  return {
    sheet: table.sheet,
    sheets,
    bound,
    candidates: found[at]!,
    guessed: header && bindHeader(generic, header),
    reading: bound
      ? readingOf(
          bound,
          table.rows.filter((r) => r.row > bound.headerRow),
          how,
        )
      : UNREAD,
    rows: table.rows,
  };
}

/** Of two profiles that differ in what a minus means, the one under which more of the card's rows are purchases. */
function bySign(found: readonly Bound[], rows: ReadSheet['rows'], chosen: boolean): Bound {
  const [first] = found;
  const other = found.find((b) => b.profile.id === cardSpent.id);
  if (chosen || first!.profile.id !== card.id || !other) return first!;
  const at = first!.columns.find((c) => c.field === 'amount')?.at ?? -1;
  const figures = rows.filter((r) => r.row > first!.headerRow).map((r) => (r.cells[at] ?? '').trim());
  const minus = figures.filter((f) => /^[-−(]|-$/.test(f)).length;
  return minus * 2 < figures.filter((f) => f !== '').length ? other : first!;
}

const refuseColumns = (name: string, profile: BankProfile, bound: Bound | null): never =>
  refuse('bank.missing-column', say`“${{ name }}” has no columns with a date and an amount as ${{ profile: profile.title }} calls them.`, {
    file: name,
    ...(bound && { row: bound.headerRow }),
    remedy: 'Choose another profile, or map the columns of this file.',
  });
