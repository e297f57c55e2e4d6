import type { Sink } from '../files/sink.ts';
import type { ParsedInput, ProcedureName } from '../contract/index.ts';
import type { ExportSelection, Written } from '../contract/reports.ts';
import type { Context } from '../runtime/services.ts';
import type { Language } from './data.ts';

/** Procedures that write a file: they take a token of it, and answer what was written. */
export type ExportName = Extract<ProcedureName, `export/${string}`>;

/** What a job answers beside the number of rows; plain values, for it may come from another thread. */
export interface Detailed {
  rows: number;
  details: unknown;
}

/**
 * One kind of export, apart from where it runs. `write` gets a context whose book is a view that only reads and does not
 * change under it; it answers the number of rows. It must not touch anything but its sink.
 */
export interface ExportJob<N extends ExportName> {
  /** What the list of exports calls it, in plain English; the screen tells it in its language. */
  what(input: ParsedInput<N>): string;
  selection(input: ParsedInput<N>): ExportSelection | null;
  write(sink: Sink, input: ParsedInput<N>, context: Context): Promise<number | Detailed>;
}

/** Input of a job, as far as the runner looks at it. */
export interface JobInput {
  target: string;
  format: string;
  /** `both`: a document in two languages. */
  language?: Language | 'both' | null;
}

/** What the thread, or this one, makes of a job. */
export type Produced = Omit<Written, 'file'> & { details?: unknown };
