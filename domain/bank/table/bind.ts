import { normaliseHeader } from '../../formats/header.ts';
import { foldHeader } from '../../wht/import/headers.ts';
import type { TableRow } from '../../wht/import/table.ts';
import { isMany, type Field } from './fields.ts';
import type { BankProfile } from './profile.ts';

/** Rows of a file among which its header is looked for: banks print account and period above it. */
export const HEADER_ROWS = 40;

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
  readonly profile: BankProfile;
  readonly headerRow: number;
  readonly columns: readonly BoundColumn[];
  readonly known: number;
  readonly named: number;
  /** It has a day and an amount. */
  readonly whole: boolean;
}

/** The columns of a header row under a profile; of two columns for one field the first holds, unless it takes several. */
export function bindHeader(profile: BankProfile, { row, cells }: TableRow): Bound {
  const index = new Map(profile.columns.flatMap((c) => c.headers.map((h) => [foldHeader(h), c.field] as const)));
  const taken = new Set<Field>();
  const columns = cells.map((text, at): BoundColumn => {
    const { name, currency } = normaliseHeader(text);
    const field = index.get(foldHeader(text)) ?? index.get(foldHeader(name)) ?? null;
    if (field === null || (taken.has(field) && !isMany(field))) return { at, header: text.trim(), field: null, currency };
    taken.add(field);
    return { at, header: text.trim(), field, currency };
  });
  return {
    profile,
    headerRow: row,
    columns,
    known: columns.filter((c) => c.field !== null).length,
    named: columns.filter((c) => c.header !== '').length,
    whole: (taken.has('booked') || taken.has('valued')) && (taken.has('amount') || taken.has('out') || taken.has('in')),
  };
}

/** The row under which the profile knows the most columns; the upper of two alike. */
export function bestRow(profile: BankProfile, rows: readonly TableRow[]): Bound | null {
  let best: Bound | null = null;
  for (const row of rows.slice(0, HEADER_ROWS)) {
    const bound = bindHeader(profile, row);
    if (bound.known > 0 && (best === null || (bound.whole && !best.whole) || (bound.whole === best.whole && bound.known > best.known)))
      best = bound;
  }
  return best;
}

const isOwn = (p: BankProfile): boolean => p.id.startsWith('own:');

/**
 * Profiles that fit the first rows, best first: mappings of the user's whose every column is there, then a bank's own layout whose every
 * column is there, then the general ones by how many columns they know.
 */
export function recognise(profiles: readonly BankProfile[], rows: readonly TableRow[]): Bound[] {
  const rank = (b: Bound): number => {
    const fields = b.profile.columns.length;
    if (isOwn(b.profile)) return b.known >= fields ? 2000 + b.known : -1;
    if (b.profile.currencies === 'many') return b.known >= Math.min(8, fields) ? 1000 + b.known : -1;
    return b.known;
  };
  return profiles
    .map((p) => bestRow(p, rows))
    .filter((b): b is Bound => b !== null && b.whole && rank(b) >= 0)
    .toSorted((a, b) => rank(b) - rank(a));
}
