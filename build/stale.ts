import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** A hash over names and contents of the given files and folders (relative to the project); tests do not count. */
export function hashInputs(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const path = join(root, input);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [path];
    for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name)).sort())
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Runs `make` unless `product` (a path that must exist) was made from exactly these inputs; true when it ran.
 * The hash lies beside the product as NAME.inputs, written last, so that a build cut short is repeated.
 */
export async function unlessFresh(product: string, inputs: readonly string[], make: () => Promise<void>): Promise<boolean> {
  const note = join(root, `${product}.inputs`);
  const hash = hashInputs(inputs);
  if (existsSync(join(root, product)) && existsSync(note) && readFileSync(note, 'utf8') === hash) return false;
  await make();
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, hash);
  return true;
}
