import { z } from 'zod';
import type { AppError } from '../../domain/result.ts';
import { fileImport } from './imports.ts';
import { command, job, query } from './procedure.ts';
import { fileToken, instant, nothing } from './schema.ts';

const problem = z.custom<AppError>((value) => typeof value === 'object' && value !== null, 'a problem');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * A file of the watched folder. `imported`: taken in from there; `known`: its bytes are in the book by another way;
 * `refused`: no bill, remembered by hash; `failed`: it could not be read or taken in now, and is tried again;
 * `waiting`: it may still be written to.
 */
const watchedFile = z.object({
  /** With the folders below the watched one, separated by `/`. */
  file: z.string(),
  size: z.number(),
  changed: instant,
  result: z.enum(['imported', 'known', 'refused', 'failed', 'waiting']),
  /** When that result came about; null while it waits. */
  at: instant.nullable(),
  sha256: sha256.nullable(),
  batches: z.array(z.number().int()),
  /** True where every one of those batches was undone. */
  undone: z.boolean(),
  imported: z.number().int(),
  rejected: z.number().int(),
  reason: problem.nullable(),
});
export type WatchedFile = z.infer<typeof watchedFile>;

const state = z.object({
  /** The folder that this book watches on this computer, by its name alone; null where none is chosen. */
  folder: z.string().nullable(),
  on: z.boolean(),
  looking: z.boolean(),
  lastLook: instant.nullable(),
  /** Why the folder could not be looked into at the last look; null when it could. */
  trouble: problem.nullable(),
  /** What was left out of a folder that could be looked into: folders without permission, more files than are followed. */
  notes: z.array(problem),
  counts: z.object({
    imported: z.number().int(),
    known: z.number().int(),
    refused: z.number().int(),
    failed: z.number().int(),
    waiting: z.number().int(),
  }),
  /** The latest first, those that wait before all; at most 200. */
  files: z.array(watchedFile),
});
export type WatchState = z.infer<typeof state>;

const taken = z.object({
  file: z.string(),
  sha256,
  result: z.enum(['imported', 'known', 'refused']),
  at: instant,
  batches: z.array(z.number().int()),
  imports: z.array(fileImport),
  reason: problem.nullable(),
});
export type Taken = z.infer<typeof taken>;

export const watch = {
  'watch/state': query(nothing, state),
  /** Watches the folder that the host gave out, in place of the one before, and switches it on. */
  'watch/choose': command(z.object({ folder: fileToken }), state, ['book', 'watch']),
  'watch/switch': command(z.object({ on: z.boolean() }), state, ['book', 'watch']),
  /** Forgets the folder. What was imported stays. */
  'watch/end': command(nothing, state, ['book', 'watch']),
  /** Looks now; each file that is ready is imported by `watch/take`, in its turn among the other commands. */
  'watch/look': job(nothing, state, []),
  /** Imports one file by the rules of a watched folder: bytes that were taken in or refused before are left alone. */
  'watch/take': job(z.object({ file: fileToken }), taken, ['imports', 'bills', 'invoices', 'reconcile', 'book', 'watch']),
  /** Forgets that these bytes were refused, so that the next look tries them again. */
  'watch/retry': command(z.object({ sha256 }), state, ['book', 'watch']),
};
