/** Codes written one after the other, as a set. */
export const codes = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Four-digit codes by their ranges, both ends inclusive: `0002-0091 0093`. */
export function ranges(text: string): ReadonlySet<string> {
  const all = new Set<string>();
  for (const range of text.trim().split(/\s+/)) {
    const [first = '', last = first] = range.split('-');
    for (let code = Number(first); code <= Number(last); code++) all.add(String(code).padStart(4, '0'));
  }
  return all;
}
