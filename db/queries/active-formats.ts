import type { ReadDb } from '../connection.ts';

/** Ids of the formats of every import that was not undone. */
export const activeFormats = (read: ReadDb): string[] =>
  read.all<{ format: string }>("SELECT DISTINCT format FROM batch WHERE state = 'active' ORDER BY format").map(({ format }) => format);
