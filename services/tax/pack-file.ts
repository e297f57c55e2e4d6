import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { refuse } from '../../domain/result.ts';
import type { OwnRule } from '../../domain/tax/own-rules.ts';
import { packName, type TaxPack } from '../../domain/tax/pack.ts';
import { say } from '../../domain/words/said.ts';
import { ownRuleInFile, taxPackSchema } from '../contract/tax-rule.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { problemOf } from '../runtime/input-problem.ts';

/** A pack as a file: one JSON document with sorted keys, so that the same rules are always the same bytes. */
const FORMAT = 'tallybook.tax-pack/1';
const LARGEST = 16 << 20;

const file = z.discriminatedUnion('kind', [
  z.strictObject({ format: z.literal(FORMAT), kind: z.literal('pack'), pack: taxPackSchema }),
  z.strictObject({
    format: z.literal(FORMAT),
    kind: z.literal('own'),
    /** The pack that the own rules were written for. */
    base: z.strictObject({ id: taxPackSchema.shape.id, version: taxPackSchema.shape.version }),
    rules: z.array(ownRuleInFile).max(5000),
  }),
]);
export type PackFile = { kind: 'pack'; pack: TaxPack } | { kind: 'own'; base: { id: string; version: number }; rules: OwnRule[] };

/** Sorted keys, two spaces, a line feed at the end. */
export const packText = (content: PackFile): string => `${JSON.stringify(sorted({ format: FORMAT, ...content }), null, 2)}\n`;

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.map(([k, v]) => [k, sorted(v)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** Writes the file whole or not at all; hands its SHA-256 back. */
export async function writePack(path: string, content: PackFile, signal: AbortSignal): Promise<string> {
  const text = packText(content);
  await writeAtomically(path, signal, async (sink) => sink.write(text));
  return createHash('sha256').update(text).digest('hex');
}

/** The name of what a file holds, as quotes name packs. */
export const nameOf = (content: PackFile): string =>
  content.kind === 'pack' ? packName(content.pack) : `${content.base.id}@${content.base.version}`;

/** Reads the file; refuses what is not such a file, naming the rule and the field that is wrong. */
export async function readPack(path: string, name: string): Promise<PackFile> {
  const text = await smallText(path, name);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    refuse('tax.pack-not-json', say`“${{ name }}” is not JSON: ${{ reason: error instanceof Error ? error.message : String(error) }}`, {
      file: name,
      remedy: 'Choose a file that “tax pack export” wrote.',
    });
  }
  const parsed = file.safeParse(value);
  if (parsed.success) return parsed.data as PackFile;
  // A misspelt field is told before the one that is missing for it.
  const issue = parsed.error.issues.find((i) => i.code === 'unrecognized_keys') ?? parsed.error.issues[0]!;
  const path_ = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].map(String);
  const rule = ruleAt(value, path_);
  const field = path_.slice(rule === null ? 0 : path_.indexOf('rules') + 2).join('.') || '(document)';
  return refuse(
    'tax.pack-shape',
    rule === null
      ? say`“${{ name }}”, field ${{ field }}: ${{ problem: problemOf(issue) }}.`
      : say`“${{ name }}”, rule ${{ rule }}, field ${{ field }}: ${{ problem: problemOf(issue) }}.`,
    {
      file: name,
      column: field,
      ...(rule !== null && { value: rule }),
      remedy: 'Correct the field, or choose a file that “tax pack export” wrote.',
    },
  );
}

/** The id of the rule that the path leads into, or its place; null outside of the rules. */
function ruleAt(value: unknown, path: readonly string[]): string | null {
  const place = path.indexOf('rules');
  const index = path[place + 1];
  if (place < 0 || index === undefined) return null;
  const rules = path.slice(0, place + 1).reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], value);
  const id = (rules as { id?: unknown }[])[Number(index)]?.id;
  return typeof id === 'string' ? id.slice(0, 40) : `#${Number(index) + 1}`;
}

async function smallText(path: string, name: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > LARGEST)
      refuse('tax.pack-too-large', say`“${{ name }}” is larger than 16 MB; a rule pack is not.`, {
        file: name,
        remedy: 'Choose a file that “tax pack export” wrote.',
      });
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
