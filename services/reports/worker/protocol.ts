import type { AppError } from '../../../domain/result.ts';
import type { Progress } from '../../contract/procedure.ts';
import type { Produced } from '../job.ts';

/** What a thread needs to write an export of a book that its owner has open. */
export interface Job {
  book: string;
  /** The procedure, and its input as the contract parsed it. */
  name: string;
  input: unknown;
  /** Path of the file. */
  target: string;
  who: string;
  /** Milliseconds since 1970. */
  now: number;
  /** One 32-bit cell, one of FATE: whoever changes it from `open` first decides. */
  fate: SharedArrayBuffer;
}

export const FATE = { open: 0, kept: 1, cancelled: 2 } as const;

export type ToWorker = { type: 'export'; job: Job } | { type: 'cancel' };

export type FromWorker =
  { type: 'progress'; progress: Progress } | { type: 'done'; produced: Produced } | { type: 'failed'; error: AppError };
