import { arrayAt, asObject, textAt, type JsonObject } from '../json.ts';

/** `Tags: [{TagKey, TagValue}]` as `key:value;key:value`; null without any. */
export function tagsOf(item: JsonObject): string | null {
  const pairs = (arrayAt(item, 'Tags') ?? []).map(asObject).filter((tag) => tag !== null);
  return pairs.length > 0 ? pairs.map((tag) => `${textAt(tag, 'TagKey') ?? ''}:${textAt(tag, 'TagValue') ?? ''}`).join(';') : null;
}
