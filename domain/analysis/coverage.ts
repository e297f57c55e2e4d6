/**
 * Keys of tags as bills write them, `key:value;key:value`; a key without a value counts as well. A key stands once, however
 * often the text has it.
 */
export function tagKeys(text: string | null): string[] {
  if (text === null) return [];
  const keys = new Set<string>();
  for (const part of text.split(';')) {
    const key = part.slice(0, part.includes(':') ? part.indexOf(':') : undefined).trim();
    if (key) keys.add(key);
  }
  return [...keys];
}
