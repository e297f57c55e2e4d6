/**
 * Tags of a line (`key:value;key`) as the JSON object that FOCUS wants: values as text, `true` for a key without a value. A key
 * that is there twice keeps its last value. Null where there are none.
 */
export function tagsJson(tags: string | null): string | null {
  if (tags === null || tags === '') return null;
  if (tags === last.tags) return last.json;
  const found = new Map<string, string | true>();
  for (const part of tags.split(';')) {
    const colon = part.indexOf(':');
    const key = (colon < 0 ? part : part.slice(0, colon)).trim();
    if (key !== '') found.set(key, colon < 0 ? true : part.slice(colon + 1));
  }
  const json =
    found.size === 0 ? null : `{${[...found].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
  last = { tags, json };
  return json;
}

/** Neighbouring lines mostly carry the same tags. */
let last: { tags: string; json: string | null } = { tags: '', json: null };
