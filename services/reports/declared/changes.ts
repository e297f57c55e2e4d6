/** Longest text of a value in the list of changes; the entry itself is kept whole beside it. */
const MOST = 400;

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

const textOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > MOST ? `${text.slice(0, MOST).toWellFormed()}…` : text;
};

/**
 * What an entry changed, as two texts of the same lines: only the fields that differ, each with its name. A record that was made has
 * nothing before; one that was taken away has nothing after.
 */
export function changesOf(before: unknown, after: unknown): { before: string; after: string } {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .toSorted()
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
    const told = (of: Record<string, unknown>): string =>
      keys.map((key) => (of[key] === undefined ? `${key}: –` : `${key}: ${textOf(of[key])}`)).join('\n');
    return { before: told(before), after: told(after) };
  }
  return { before: whole(before), after: whole(after) };
}

const whole = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (!isRecord(value)) return textOf(value);
  return Object.keys(value)
    .toSorted()
    .filter((key) => value[key] !== null && value[key] !== '' && !(Array.isArray(value[key]) && value[key].length === 0))
    .map((key) => `${key}: ${textOf(value[key])}`)
    .join('\n');
};
