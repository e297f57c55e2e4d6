import type { AppError } from '../../domain/result.ts';
import type { Progress } from '../../services/contract/procedure.ts';
import { describe } from './human.ts';

/** Where a run of the command line reads its circumstances and writes its words. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
  /** Whether standard error is a screen, where a line of progress can be rewritten. */
  screen: boolean;
  env: Record<string, string | undefined>;
  cwd: string;
}

/** Output of one command: a document on standard output, everything else on standard error. */
export class Terminal {
  readonly #streams: Streams;
  json = false;
  quiet = false;
  #progressShown = false;

  constructor(streams: Streams) {
    this.#streams = streams;
  }

  /** The command's answer: JSON as it is, or `human` (else a general rendering) for a reader. */
  answer(value: unknown, human?: () => string): void {
    this.#clear();
    if (this.json) this.#streams.out(`${JSON.stringify(value, null, 2)}\n`);
    else if (!this.quiet) this.#streams.out(`${(human ?? (() => describe(value)))()}\n`);
  }

  /** Text that is the answer in every mode, such as CSV. */
  raw(text: string): void {
    this.#clear();
    this.#streams.out(text);
  }

  note(line: string): void {
    this.#clear();
    if (!this.quiet) this.#streams.err(`${line}\n`);
  }

  progress(progress: Progress): void {
    if (this.quiet || !this.#streams.screen) return;
    const of = progress.total === null ? '' : ` of ${progress.total}`;
    const rate = progress.rate === null ? '' : `, ${Math.round(progress.rate)} ${progress.unit}/s`;
    const left = progress.remaining === null ? '' : `, ${Math.ceil(progress.remaining)} s left`;
    this.#streams.err(`\r\u001b[K${progress.stage}: ${progress.done}${of} ${progress.unit}${rate}${left}`);
    this.#progressShown = true;
  }

  /** A refusal in words on standard error, and with --json as a document too. */
  failure(error: AppError): void {
    this.#clear();
    if (this.json) this.#streams.out(`${JSON.stringify({ error }, null, 2)}\n`);
    const { file, row, column, value, remedy } = error.details ?? {};
    const place = [
      file && `file ${file}`,
      row !== undefined && `row ${row}`,
      column && `column ${column}`,
      value !== undefined && `value “${value}”`,
    ]
      .filter(Boolean)
      .join(', ');
    this.#streams.err(`tallybook: ${error.message}\n`);
    if (place) this.#streams.err(`  where: ${place}\n`);
    if (remedy) this.#streams.err(`  remedy: ${remedy}\n`);
  }

  #clear(): void {
    if (this.#progressShown) this.#streams.err('\r\u001b[K');
    this.#progressShown = false;
  }
}
