import { normaliseHeader } from '../../formats/header.ts';
import type { Field } from './fields.ts';
import type { ImportProfile } from './profile.ts';
import { generic } from './profiles/generic.ts';
import type { TableRow } from './table.ts';

/** Rows of a file among which its header is looked for: portals print titles and addresses above it. */
const HEADER_ROWS = 30;
/** Fewer columns than these could be of anything. */
const LEAST_COLUMNS = 3;
/** Columns that no common word names: what makes a list one of an authority. */
const LEAST_OWN = 2;

/** A header without case, blanks, signs and width; letters of every script with their marks stay. */
export const foldHeader = (header: string): string =>
  header
    .slice(0, 200)
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** A column of the file, and the field that it is taken for. */
export interface BoundColumn {
  /** From 0. */
  readonly at: number;
  readonly header: string;
  readonly field: Field | null;
  /** ISO 4217, where the header ends in one: `Amount (USD)`. */
  readonly currency: string | null;
}

/** A profile laid over a row that may be the header. */
export interface Bound {
  readonly profile: ImportProfile;
  readonly headerRow: number;
  readonly columns: readonly BoundColumn[];
  /** Fields that it needs and the file has no column for. */
  readonly missing: readonly Field[];
  /** Columns that are known, of those that have a name. */
  readonly known: number;
  readonly named: number;
  readonly score: number;
}

const indexes = new WeakMap<ImportProfile, ReadonlyMap<string, { field: Field; weight: number }>>();
function indexOf(profile: ImportProfile): ReadonlyMap<string, { field: Field; weight: number }> {
  const made = indexes.get(profile);
  if (made) return made;
  const index = new Map<string, { field: Field; weight: number }>();
  for (const { field, headers, own = [] } of profile.columns) {
    for (const header of own) index.set(foldHeader(header), { field, weight: 2 });
    for (const header of headers) index.set(foldHeader(header), { field, weight: 3 });
  }
  indexes.set(profile, index);
  return index;
}

/** The columns of a header row under a profile; a field that two columns name is the first of them. */
export function bindHeader(profile: ImportProfile, { row, cells }: TableRow): Bound {
  const index = indexOf(profile);
  const common = indexOf(generic);
  const taken = new Set<Field>();
  let score = 0;
  let own = 0;
  const columns = cells.map((text, at): BoundColumn => {
    const { name, currency } = normaliseHeader(text);
    const found = index.get(foldHeader(text)) ?? index.get(foldHeader(name));
    if (!found || taken.has(found.field)) return { at, header: text.trim(), field: null, currency };
    taken.add(found.field);
    score += found.weight;
    if (!common.has(foldHeader(text))) own++;
    return { at, header: text.trim(), field: found.field, currency };
  });
  const named = columns.filter((c) => c.header !== '').length;
  const isOwn = profile.id.startsWith('own:');
  const unlike = profile.id !== generic.id && !isOwn && own < LEAST_OWN;
  return {
    profile,
    headerRow: row,
    columns,
    missing: profile.required.filter((field) => !taken.has(field)),
    known: taken.size,
    named,
    // A profile of the user's was made for these very columns.
    score: taken.size < LEAST_COLUMNS || unlike ? 0 : isOwn && taken.size === profile.columns.length ? score * 10 : score,
  };
}

export interface Recognised {
  /** The best, or null where no profile fits. */
  readonly best: Bound | null;
  /** Every profile that fits, best first. */
  readonly candidates: readonly Bound[];
}

/** Which profiles fit the first rows of a file, by the names of its columns alone; the order of the profiles does not matter. */
export function recognise(profiles: readonly ImportProfile[], rows: readonly TableRow[]): Recognised {
  const head = rows.slice(0, HEADER_ROWS);
  const candidates = profiles
    .map((profile) => bestRow(profile, head))
    .filter((bound): bound is Bound => bound !== null && bound.score > 0 && bound.missing.length === 0)
    .toSorted(
      (a, b) =>
        b.score - a.score || (a.profile.id === generic.id ? 1 : b.profile.id === generic.id ? -1 : a.profile.id < b.profile.id ? -1 : 1),
    );
  return { best: candidates[0] ?? null, candidates };
}

/** The row under which the profile knows the most columns; the upper of two alike. */
export function bestRow(profile: ImportProfile, rows: readonly TableRow[]): Bound | null {
  let best: Bound | null = null;
  for (const row of rows.slice(0, HEADER_ROWS)) {
    const bound = bindHeader(profile, row);
    if (bound.known > 0 && (best === null || bound.known - bound.missing.length > best.known - best.missing.length)) best = bound;
  }
  return best;
}

/** The row that could be a header where no profile knows one: the first that is nearly as wide as the widest and holds no figure. */
export function likelyHeader(rows: readonly TableRow[]): TableRow | null {
  const head = rows.slice(0, HEADER_ROWS);
  const filled = ({ cells }: TableRow): number => cells.filter((c) => c.trim() !== '').length;
  const width = Math.max(0, ...head.map(filled));
  const wide = head.filter((row) => filled(row) * 10 >= width * 8);
  return wide.find(({ cells }) => !cells.some((c) => /^[-+(]?[\p{Nd}.,]+\)?$/u.test(c.trim()))) ?? wide[0] ?? null;
}
