import { formats, registers } from '../../domain/formats/index.ts';
import type { NameHint } from '../../domain/formats/format.ts';
import { periodBounds } from '../../domain/time/plain-date.ts';
import type { FoundFile } from './scan.ts';

interface Key {
  /** The day as of which the file tells the bill, by its name; empty where the name tells none. */
  day: string;
  bill: string;
  part: number;
  name: string;
}

/**
 * Files in the order in which their bills were drawn up, by the vendors' naming rules: earlier days first, then the parts of
 * one bill, then the names. A later edition so supersedes an earlier one, in whatever order the files arrived.
 */
export const inOrder = (files: readonly FoundFile[]): FoundFile[] =>
  files
    .map((file) => ({ file, key: keyOf(file.name) }))
    .sort(({ key: a }, { key: b }) => text(a.day, b.day) || text(a.bill, b.bill) || a.part - b.part || natural(a.name, b.name))
    .map(({ file }) => file);

function keyOf(name: string): Key {
  const hint = hintOf(name.split('/').at(-1) ?? name);
  return {
    day: hint?.asOf ?? (hint?.period ? periodBounds(hint.period).last : ''),
    bill: (hint?.logicalName ?? '').toLowerCase(),
    part: hint?.part ?? 0,
    name,
  };
}

/** What the name tells by the first rule that finds a day or a month in it. */
function hintOf(name: string): NameHint | null {
  for (const { nameHint } of [...formats, ...registers]) {
    const hint = nameHint?.(name);
    if (hint?.asOf || hint?.period) return hint;
  }
  return null;
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const natural = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
