import type { AppError } from '../../../domain/result.ts';
import type { FileImport } from '../../contract/imports.ts';
import type { Progress } from '../../contract/procedure.ts';
import type { Wanted } from '../profiles/store.ts';
import type { InputFile } from '../run.ts';

/** What a thread needs to import files into a book that its owner has open. */
export interface Job {
  book: string;
  files: readonly InputFile[];
  wanted: Wanted;
  who: string;
  /** Milliseconds since 1970: the moment that is recorded. */
  now: number;
  via: 'watch' | null;
}

export type ToWorker =
  | { type: 'import'; job: Job }
  | { type: 'cancel' }
  /** Answer to `ready`: everything is to be kept. */
  | { type: 'commit' }
  | { type: 'parser-message'; id: number; message: unknown }
  | { type: 'parser-exit'; id: number; reason: string };

export type FromWorker =
  | { type: 'progress'; progress: Progress }
  /** Every row is in; the owner says whether it is kept. */
  | { type: 'ready' }
  | { type: 'done'; files: FileImport[] }
  | { type: 'failed'; error: AppError }
  /** For hosts whose parsers only the owner can start. */
  | { type: 'parser-fork'; id: number }
  | { type: 'parser-post'; id: number; message: unknown }
  | { type: 'parser-kill'; id: number };
