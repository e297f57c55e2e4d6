import { normaliseHeader } from '../../../domain/formats/header.ts';
import { formatById, formats, refusedTables, registers } from '../../../domain/formats/index.ts';
import type { Format, FormatContext, RegisterFormat, TableFormat } from '../../../domain/formats/format.ts';
import { formatIdOf, type Profile } from '../../../domain/formats/profile.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { titleOf } from '../../../domain/words/titles.ts';
import { decideSource, type SourceDecision, type SourceMemory } from './bill-source.ts';
import { bind, type Binding } from './binding.ts';
import { parseRows } from './csv-row.ts';
import { hinted, preferOwn, profileFormats, refuseOtherCurrency, type OwnProfiles } from './own-profiles.ts';
import type { Candidate } from './protocol.ts';
import { bindRegister, type RegisterBinding } from './register-builder.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
const HEADER_ROWS = 20;
/** Below this share of known columns the file is not recognised by itself, even where every required column is there. */
const SURE = 25;
/** Two formats closer than this: the user decides. */
const MARGIN = 3;

export type AnyBinding = { kind: 'lines'; lines: Binding } | { kind: 'register'; register: RegisterBinding };
const bindingOf = (b: AnyBinding): Binding | RegisterBinding => (b.kind === 'lines' ? b.lines : b.register);

export interface Detected {
  binding: AnyBinding;
  delimiter: string;
  headerRow: number;
  headers: string[];
  candidates: Candidate[];
  /** The mapping profile that the format was made of. */
  profile?: Profile;
  /** The first rows below the header. */
  head: readonly (readonly string[])[];
  /** Who delivers the file, where its format has many sources. */
  source?: SourceDecision;
}

/** The first rows of a table as they read under one delimiter. */
export interface Reading {
  delimiter: string;
  rows: { row: number; cells: string[] }[];
}

/** The head of a text file read under each delimiter. */
export const readings = (head: Buffer, whole: boolean): Reading[] =>
  DELIMITERS.map((delimiter) => ({
    delimiter,
    rows: parseRows(head, delimiter, HEADER_ROWS, whole).map((cells, i) => ({ row: i + 1, cells })),
  }));

/**
 * Finds format, delimiter and header row by content: every table format is tried on each of the first rows under each
 * delimiter, and the one that knows the largest share of the columns wins.
 */
export function detectTable(
  given: readonly Reading[],
  name: string,
  chosen: string | null,
  context: FormatContext,
  own: OwnProfiles & SourceMemory = {},
): Detected {
  const profiles = profileFormats(own);
  const wanted = own.profile ? formatIdOf(own.profile) : chosen;
  const tables = (own.profile ? [...profiles.keys()] : wanted === null ? [...formats, ...profiles.keys()] : [known(wanted)]).filter(
    (f): f is TableFormat => f.kind !== 'register' && f.shape === 'table',
  );
  const lists = (own.profile ? [] : wanted === null ? registers : [known(wanted)]).filter(
    (f): f is RegisterFormat => f.kind === 'register' && !f.records,
  );
  if (tables.length + lists.length === 0)
    refuse('import.wrong-shape', say`“${{ name }}” is a table, but ${{ wanted: wanted ?? '' }} is a JSON format.`, {
      file: name,
      remedy: 'Leave the format out, or choose a CSV format.',
    });
  const every: Detected[] = [];
  for (const { delimiter, rows } of hinted(given, own.profile))
    for (const { row, cells: headers } of rows) {
      for (const format of tables) {
        const lines = bind(format, headers, context);
        if (lines.bound.length >= (wanted === null ? 3 : 1))
          every.push({
            binding: { kind: 'lines', lines },
            delimiter,
            headerRow: row,
            headers,
            candidates: [],
            head: rows.filter((r) => r.row > row).map((r) => r.cells),
          });
      }
      for (const format of lists) {
        const register = bindRegister(format, headers);
        if (register.bound.length >= (wanted === null ? 3 : 1))
          every.push({
            binding: { kind: 'register', register },
            delimiter,
            headerRow: row,
            headers,
            candidates: [],
            head: rows.filter((r) => r.row > row).map((r) => r.cells),
          });
      }
    }
  const found = own.profile ? every : preferOwn(every, profiles);
  const score = (d: Detected): number => bindingOf(d.binding).score;
  found.sort(
    (a, b) => score(b) - score(a) || bindingOf(b.binding).bound.length - bindingOf(a.binding).bound.length || a.headerRow - b.headerRow,
  );
  const best = found[0];
  if (!best && own.profile) refuseOther(given, name, own.profile);
  if (!best || (wanted === null && score(best) < SURE)) unknown(given, name);
  const binding = bindingOf(best.binding);
  const place = { file: name, row: best.headerRow };
  const perFormat = new Map<string, Detected>();
  for (const d of found) if (!perFormat.has(bindingOf(d.binding).format.id)) perFormat.set(bindingOf(d.binding).format.id, d);
  const ranked = [...perFormat.values()];
  if (binding.missing.length > 0)
    refuse(
      'import.missing-column',
      say`“${{ name }}” looks like ${{ format: titleOf(binding.format) }}, but its header (row ${{ row: best.headerRow }}) lacks ${{ columns: binding.missing.map((m) => `“${m}”`) }}.`,
      { ...place, column: binding.missing[0], remedy: 'Export the bill again with all columns.' },
    );
  const rival = ranked.find((d) => bindingOf(d.binding).format.id !== binding.format.id && bindingOf(d.binding).missing.length === 0);
  if (wanted === null && rival && binding.score - score(rival) < MARGIN) {
    const other = bindingOf(rival.binding).format;
    refuse('import.ambiguous-format', say`“${{ name }}” could be ${{ format: titleOf(binding.format) }} or ${{ other: titleOf(other) }}.`, {
      ...place,
      remedy: say`Name the format: --format ${{ id: binding.format.id }} or --format ${{ other: other.id }}.`,
    });
  }
  if (binding.doubled.length > 0)
    refuse(
      'import.doubled-column',
      say`“${{ name }}” has the column “${{ column: binding.doubled[0] ?? '' }}” twice in row ${{ row: best.headerRow }}.`,
      {
        ...place,
        column: binding.doubled[0],
        remedy: 'Remove one of the two columns.',
      },
    );
  if (binding.currencies.length > 1)
    refuse('import.mixed-currency', say`The headers of “${{ name }}” name several currencies: ${{ currencies: binding.currencies }}.`, {
      ...place,
      remedy: 'Export one file per currency.',
    });
  const profile = best.binding.kind === 'lines' ? profiles.get(best.binding.lines.format as TableFormat) : undefined;
  if (profile && best.binding.kind === 'lines') refuseOtherCurrency(best.binding.lines, profile, name, best.headerRow);
  const candidates = ranked.slice(0, 5).map((d) => {
    const { format, score: points } = bindingOf(d.binding);
    return { id: format.id, title: format.title, score: points };
  });
  const source = decideSource(binding.format, best.headers, best.head, own, name);
  return { ...best, candidates, ...(profile && { profile }), ...(source && { source }) };
}

function refuseOther(given: readonly Reading[], name: string, profile: Profile): never {
  const headers = profile.columns.filter((c) => c.field !== null).map((c) => `“${c.header}”`);
  refuse(
    'profile.no-column',
    say`None of the columns of the profile “${{ profile: profile.title }}” is in “${{ name }}”: ${{ columns: headers.slice(0, 6) }}.`,
    {
      file: name,
      row: profile.headerRow ?? given[0]?.rows[0]?.row ?? 1,
      column: profile.columns.find((c) => c.field !== null)!.header,
      remedy: 'Choose another profile, or map the columns of this file.',
    },
  );
}

function unknown(given: readonly Reading[], name: string): never {
  for (const { row, cells } of given.flatMap((reading) => reading.rows)) {
    const names = new Set(cells.map((cell) => normaliseHeader(cell).name));
    const table = refusedTables.find((t) => t.is(names));
    if (table)
      refuse('import.not-a-bill', say`“${{ name }}” is ${{ title: table.title }}. ${{ message: table.message }}`, {
        file: name,
        row,
        remedy: table.remedy,
      });
  }
  const first = given.map((r) => r.rows[0]?.cells ?? []).reduce((a, b) => (b.length > a.length ? b : a), []);
  refuse(
    'import.unknown-format',
    say`“${{ name }}” is not a bill that Tallybook knows: its first row reads “${{ first: first.slice(0, 6).join(', ').slice(0, 120) }}”.`,
    {
      file: name,
      row: 1,
      remedy: say`Export it again from the billing centre, map its columns with a profile (--profile FILE), or name the format with --format: ${{ choices: [...formats, ...registers].map((f) => f.id) }}.`,
    },
  );
}

export function known(id: string): Format | RegisterFormat {
  const format = formatById(id);
  if (!format)
    refuse('import.no-such-format', say`There is no format “${{ id }}”.`, {
      remedy: say`Choose one of: ${{ choices: [...formats, ...registers].map((f) => f.id) }}.`,
    });
  return format;
}
