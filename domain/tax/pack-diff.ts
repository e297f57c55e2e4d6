import type { TaxPack, TaxRule } from './pack.ts';

/** One field that differs: its path in the rule, and both values as JSON text; null: not there. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}
export type Part = 'pack' | 'country' | 'entity' | 'rule';
export interface PackDiff {
  added: { part: Part; id: string }[];
  removed: { part: Part; id: string }[];
  changed: { part: Part; id: string; fields: FieldChange[] }[];
}

/** What stands in `after` and not in `before`, the reverse, and what differs field by field; in the order of the packs. */
export function packDiff(before: TaxPack, after: TaxPack): PackDiff {
  const diff: PackDiff = { added: [], removed: [], changed: [] };
  const compare = (part: Part, from: ReadonlyMap<string, object>, to: ReadonlyMap<string, object>): void => {
    for (const [id, item] of to) {
      const old = from.get(id);
      if (!old) diff.added.push({ part, id });
      else {
        const fields = fieldChanges(old, item);
        if (fields.length > 0) diff.changed.push({ part, id, fields });
      }
    }
    for (const id of from.keys()) if (!to.has(id)) diff.removed.push({ part, id });
  };
  const head = ({ id: _, rules: _r, countries: _c, entities: _e, ...rest }: TaxPack): object => rest;
  compare('pack', new Map([[before.id, head(before)]]), new Map([[after.id, head(after)]]));
  compare('country', byId(before.countries, 'iso'), byId(after.countries, 'iso'));
  compare('entity', byId(before.entities, 'id'), byId(after.entities, 'id'));
  compare('rule', rulesById(before.rules), rulesById(after.rules));
  return diff;
}

const byId = <K extends string, T extends Record<K, string>>(items: readonly T[], key: K): Map<string, T> =>
  new Map(items.map((item) => [item[key], item]));

/** A rule that an override cut in two stands twice: its later part is named by its first day. */
function rulesById(rules: readonly TaxRule[]): Map<string, TaxRule> {
  const map = new Map<string, TaxRule>();
  for (const rule of rules) map.set(map.has(rule.id) ? `${rule.id} (${rule.from ?? ''})` : rule.id, rule);
  return map;
}

/** Leaves of both that differ, by path such as `tax.components.0.ratePct`. */
export function fieldChanges(before: object, after: object): FieldChange[] {
  const [from, to] = [leaves(before), leaves(after)];
  const paths = new Set([...from.keys(), ...to.keys()]);
  return [...paths]
    .toSorted()
    .map((field) => ({ field, before: from.get(field) ?? null, after: to.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

function leaves(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (value === undefined) return into;
  const entries = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  if (entries.length === 0) into.set(path, JSON.stringify(value));
  for (const [key, inner] of entries) leaves(inner, path === '' ? key : `${path}.${key}`, into);
  return into;
}
