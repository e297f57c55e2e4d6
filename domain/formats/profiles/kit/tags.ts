import { readJson, type JsonText } from './json-text.ts';

export interface TagsRead {
  /** `key:value;key:value`, as other formats hand tags over; null where there are none. */
  text: string | null;
  /** What is wrong with the object; empty when nothing is. */
  problems: ('not-json' | 'nested' | 'doubled-key')[];
}

const NONE: TagsRead = { text: null, problems: [] };
let last = '';
let lastRead = NONE;

/**
 * Tags of a cell that holds one JSON object, also without its braces (Microsoft prints them so), or a list of
 * {key, value} (Google). Text that is neither stays as it is and is named.
 */
export function readTags(cell: string): TagsRead {
  // Neighbouring rows mostly carry the same tags.
  if (cell === last) return lastRead;
  last = cell;
  return (lastRead = read(cell));
}

function read(cell: string): TagsRead {
  const trimmed = cell.trim();
  const json = readJson(trimmed) ?? (trimmed.startsWith('"') ? readJson(`{${trimmed}}`) : null);
  const entries = json && pairs(json);
  if (!entries) return { text: cell, problems: ['not-json'] };
  const problems = new Set<TagsRead['problems'][number]>();
  const keys = new Set<string>();
  const parts: string[] = [];
  for (const [key, value] of entries) {
    if (keys.has(key)) problems.add('doubled-key');
    keys.add(key);
    if (value.kind === 'array' || value.kind === 'object') {
      problems.add('nested');
      continue;
    }
    // A tag without a value is written as true.
    parts.push(value.kind === 'literal' && value.text !== 'false' ? key : `${key}:${value.text}`);
  }
  return { text: parts.length > 0 ? parts.join(';') : null, problems: [...problems] };
}

function pairs(json: JsonText): [string, JsonText][] | null {
  if (json.kind === 'object') return json.entries;
  if (json.kind !== 'array') return null;
  const found: [string, JsonText][] = [];
  for (const item of json.items) {
    if (item.kind !== 'object') return null;
    const key = item.entries.find(([k]) => k === 'key')?.[1];
    const value = item.entries.find(([k]) => k === 'value')?.[1];
    if (key?.kind !== 'string') return null;
    found.push([key.text, value ?? { kind: 'literal', text: 'true' }]);
  }
  return found;
}
