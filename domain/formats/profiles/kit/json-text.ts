/** A JSON value whose numbers keep the text they are printed with; objects keep every key, doubled ones too. */
export type JsonText =
  | { kind: 'string' | 'number' | 'literal'; text: string }
  | { kind: 'array'; items: JsonText[] }
  | { kind: 'object'; entries: [string, JsonText][] };

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const LITERAL = /true|false|null/y;
const DEPTH = 8;

/** Reads strict JSON of a cell (RFC 8259); null where it is none, or deeper than eight levels. */
export function readJson(text: string): JsonText | null {
  let p = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = p;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) p += found.length;
    return found;
  };
  const mark = (character: string): boolean => {
    take(SPACE);
    if (text[p] !== character) return false;
    p++;
    return true;
  };
  const value = (depth: number): JsonText | null => {
    if (depth > DEPTH) return null;
    take(SPACE);
    const string = take(STRING);
    if (string !== null) return { kind: 'string', text: JSON.parse(string) as string };
    const number = take(NUMBER);
    if (number !== null) return { kind: 'number', text: number };
    const literal = take(LITERAL);
    if (literal !== null) return { kind: 'literal', text: literal };
    if (mark('['))
      return list(
        ']',
        () => value(depth + 1),
        (items) => ({ kind: 'array', items }),
      );
    if (mark('{'))
      return list(
        '}',
        () => {
          take(SPACE);
          const key = take(STRING);
          if (key === null || !mark(':')) return null;
          const item = value(depth + 1);
          return item && ([JSON.parse(key) as string, item] as [string, JsonText]);
        },
        (entries) => ({ kind: 'object', entries }),
      );
    return null;
  };
  const list = <T>(close: string, item: () => T | null, make: (items: T[]) => JsonText): JsonText | null => {
    const items: T[] = [];
    if (mark(close)) return make(items);
    do {
      const next = item();
      if (next === null) return null;
      items.push(next);
    } while (mark(','));
    return mark(close) ? make(items) : null;
  };
  const result = value(0);
  take(SPACE);
  return p === text.length ? result : null;
}
