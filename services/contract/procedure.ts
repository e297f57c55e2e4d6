import type { z } from 'zod';

/** What a screen may have to refetch after a command. */
export type Topic =
  | 'book'
  | 'imports'
  | 'bills'
  | 'invoices'
  | 'payments'
  | 'bank'
  | 'wht'
  | 'reconcile'
  | 'reports'
  | 'views'
  | 'watch'
  | 'accounts'
  | 'parties'
  | 'tax'
  | 'calendar';

/**
 * One entry of the contract. A query reads; a command writes and names the topics it changes; `progress` says that
 * the call reports progress and can be cancelled.
 */
export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'query' | 'command';
  input: I;
  output: O;
  changes: readonly Topic[];
  progress: boolean;
  /** It waits for no command, and none waits for it. */
  beside?: true;
}

export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Procedure<I, O> => ({
  kind: 'query',
  input,
  output,
  changes: [],
  progress: false,
});

export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, changes: readonly Topic[]): Procedure<I, O> => ({
  kind: 'command',
  input,
  output,
  changes,
  progress: false,
});

/** A command (or long query, with no topics) that reports progress and can be cancelled. */
export const job = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, changes: readonly Topic[]): Procedure<I, O> => ({
  kind: 'command',
  input,
  output,
  changes,
  progress: true,
});

/**
 * A job that only reads the book, as it was when it began, and writes a file: it goes on beside the commands. What it
 * records in the book takes its turn among them (`inTurn`).
 */
export const readingJob = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, changes: readonly Topic[]): Procedure<I, O> => ({
  ...job(input, output, changes),
  beside: true,
});

/** Progress of long work. `done`/`total` count `unit`; total is null while unknown. */
export interface Progress {
  stage: string;
  done: number;
  total: number | null;
  unit: 'rows' | 'bytes' | 'pages' | 'files';
  /** Units a second over the last seconds. */
  rate: number | null;
  /** Seconds left at that rate. */
  remaining: number | null;
}
