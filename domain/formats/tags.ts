import { normaliseHeader } from './header.ts';

/** The customer's key of a tag column (`标签键:env` → `env`), in the customer's own spelling; null for other columns. */
export function tagKey(header: string, prefixes: readonly string[]): string | null {
  const text = header.trim().normalize('NFKC');
  for (const prefix of prefixes) {
    const wanted = normaliseHeader(prefix).name;
    const end = text.indexOf(wanted.at(-1) ?? '');
    if (end < 0 || normaliseHeader(text.slice(0, end + 1)).name !== wanted) continue;
    return text.slice(end + 1).trim() || null;
  }
  return null;
}

const MISSING: ReadonlySet<string> = new Set(['', '-', '--']);

/** Text of `tags`: `key:value;key:value`. Pairs whose value is missing are left out; null without any. */
export function tagText(pairs: Iterable<readonly [key: string, value: string | null | undefined]>): string | null {
  const present: string[] = [];
  for (const [key, value] of pairs) {
    const text = value?.trim() ?? '';
    if (!MISSING.has(text)) present.push(`${key}:${text}`);
  }
  return present.length > 0 ? present.join(';') : null;
}
