import { billFacets } from '../../db/queries/bills-facets.ts';
import { unwrap } from '../../domain/result.ts';
import { columnOf } from '../../domain/bill/columns.ts';
import type { Handler } from '../runtime/services.ts';
import { scopeOf } from './scope.ts';

/** Sets of tags that are looked at; beyond it only the rarest are missed. */
const SETS = 100_000;

/** The keys of the tags `key:value;key:value` in the filter with how many lines have each, the commonest first. */
export const tagKeys: Handler<'bills/tag-keys'> = (input, { session }) => {
  const lines = new Map<string, number>();
  for (const set of billFacets(session.book().read, scopeOf(input), unwrap(columnOf('tags')), SETS)) {
    const keys = (set.value ?? '').split(';').flatMap((tag) => (tag.includes(':') ? [tag.slice(0, tag.indexOf(':'))] : []));
    for (const key of new Set(keys)) if (key !== '') lines.set(key, (lines.get(key) ?? 0) + set.lines);
  }
  return [...lines]
    .map(([key, count]) => ({ key, lines: count }))
    .sort((a, b) => b.lines - a.lines || (a.key < b.key ? -1 : 1))
    .slice(0, 500);
};
