const DASHES_AND_SPACES = /[\s\p{Dash}_./\\]+/gu;

/**
 * A document's number as two people would both read it: full-width as plain, one case, without spaces, hyphens and separators,
 * and without leading zeros. `whole`: zeros after letters are taken off when the separators are gone (SG2024-040001 and
 * SG2024040001 are one). `parts`: those of each part, before that (INV-2024-0001 and INV-2024-1 are one). Two numbers are the
 * same where either agrees.
 */
export interface NumberForm {
  whole: string;
  parts: string;
}

const LEADING_ZEROS = /(?<!\d)0+(?=\d)/g;

export function numberForm(number: string): NumberForm {
  const plain = number.normalize('NFKC').toUpperCase().trim();
  const bare = (text: string): string => text.replace(DASHES_AND_SPACES, '');
  const form = { whole: bare(plain).replace(LEADING_ZEROS, ''), parts: bare(plain.replace(LEADING_ZEROS, '')) };
  return form.whole === '' ? { whole: plain, parts: plain } : form;
}

export const sameNumber = (a: NumberForm, b: NumberForm): boolean =>
  a.whole !== '' && b.whole !== '' && (a.whole === b.whole || a.parts === b.parts);

export type NumberNearness = 'same' | 'transposed' | 'longer' | 'changed';

/** Shorter numbers are near each other by chance. */
const SHORTEST = 5;

/**
 * How near two numbers in their whole form are: the same, two neighbouring characters swapped, one character more, one
 * other; null from two edits on (optimal string alignment distance; Damerau 1964).
 */
export function nearness(a: string, b: string): NumberNearness | null {
  if (a === b) return a === '' ? null : 'same';
  if (Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > 1) return null;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length + right.length === 1) return 'longer';
  if (left.length === 1 && right.length === 1) return 'changed';
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0] ? 'transposed' : null;
}

/** Keys of which two numbers within one edit share at least one: the number, and it without each of its characters. */
export function nearKeys(form: string): string[] {
  if (form.length < SHORTEST) return [];
  const keys = new Set([form]);
  for (let i = 0; i < form.length; i++) keys.add(form.slice(0, i) + form.slice(i + 1));
  return [...keys];
}
