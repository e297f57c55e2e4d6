import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Kept, KeptFor, WatchKeep } from '../watch/keep.ts';

type Line = Kept & KeptFor;

/** Keeps the watched folders in a file of this user beside the books. An unreadable file is an empty one: a folder is chosen again. */
export function keepInFile(file: string): WatchKeep {
  const same = (a: KeptFor, b: KeptFor): boolean => a.path === b.path && a.createdAt === b.createdAt;
  return {
    get: (book) => {
      const line = read(file).find((l) => same(l, book));
      return line ? { folder: line.folder, on: line.on } : null;
    },
    set: ({ path, createdAt }, kept) => {
      const others = read(file).filter((l) => l.path !== path);
      const lines: Line[] = kept ? [...others, { path, createdAt, ...kept }] : others;
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, JSON.stringify(lines), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}

function read(file: string): Line[] {
  try {
    const lines: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(lines) ? lines.filter(isLine) : [];
  } catch {
    return [];
  }
}

const isLine = (line: unknown): line is Line => {
  const l = line as Partial<Record<keyof Line, unknown>> | null;
  return typeof l?.path === 'string' && typeof l.createdAt === 'string' && typeof l.folder === 'string' && typeof l.on === 'boolean';
};
