import { appendAudit } from '../../db/audit.ts';
import type { Book } from '../../db/book.ts';
import { addExport, beginExport, endExport, type Begun, type ExportState } from '../../db/queries/exports.ts';
import type { AppError } from '../../domain/result.ts';
import type { Written } from '../contract/reports.ts';
import type { Context } from '../runtime/services.ts';

/** Enters a written file in the list of exports and in the audit trail, together or not at all. */
export function recordExport(context: Context, action: `export/${string}`, what: string, format: string, written: Written): Written {
  const at = context.session.now();
  context.session.transaction(({ write }) => {
    const id = addExport(write, { at, what, format, file: written.file, rows: written.rows, bytes: written.bytes, sha256: written.sha256 });
    appendAudit(write, { at, who: context.host.who, action, subject: `export:${id}`, before: null, after: { what, format, ...written } });
  });
  return written;
}

/** So long an answer waits for its record while others write to the book: an import may keep it for minutes. */
const GRACE_MS = 200;

export type Outcome =
  | { state: Extract<ExportState, 'done'>; written: Written }
  | { state: Extract<ExportState, 'failed'>; error: AppError }
  | { state: Extract<ExportState, 'cancelled'> };

/**
 * The record of an export that goes on beside the commands: begun and ended in short transactions of their own, each in its
 * turn among the commands. A record that could not be ended, because the book was closed before, is told as interrupted when
 * the book is opened again.
 */
export class RunningRecord {
  readonly begun: Promise<number>;
  readonly #context: Context;
  readonly #book: Book;
  readonly #action: `export/${string}`;
  readonly #about: Omit<Begun, 'startedAt'>;

  constructor(context: Context, action: `export/${string}`, about: Omit<Begun, 'startedAt'>) {
    this.#context = context;
    this.#action = action;
    this.#about = about;
    this.#book = context.session.book();
    const startedAt = context.session.now();
    this.begun = this.#inTurn(() =>
      context.session.transaction(({ write }) => {
        const id = beginExport(write, { startedAt, ...about });
        this.#audit(write, startedAt, id, null, { state: 'running' });
        return id;
      }),
    );
    this.begun.catch(() => undefined);
  }

  /** Resolves once it is recorded, or after a moment: the record then follows when its turn comes. */
  async end(outcome: Outcome): Promise<void> {
    const { session } = this.#context;
    const written = outcome.state === 'done' ? outcome.written : null;
    const error = outcome.state === 'failed' ? outcome.error : null;
    const ended = this.begun.then((id) =>
      this.#inTurn(() => {
        // Another book may be open by now, with a record of the same number.
        if (!session.open || session.book() !== this.#book) return;
        session.transaction(({ write }) => {
          const at = session.now();
          const figures = { rows: written?.rows ?? null, bytes: written?.bytes ?? null, sha256: written?.sha256 ?? null };
          if (endExport(write, id, { state: outcome.state, endedAt: at, ...figures, error: error && JSON.stringify(error) }))
            this.#audit(write, at, id, { state: 'running' }, { state: outcome.state, ...written, ...(error && { error }) });
        });
      }),
    );
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, GRACE_MS)));
    await Promise.race([ended, patience]).finally(() => clearTimeout(timer));
    ended.catch(() => undefined);
  }

  #inTurn<T>(work: () => T): Promise<T> {
    return this.#context.inTurn ? this.#context.inTurn(work) : Promise.resolve().then(work);
  }

  #audit(write: Parameters<typeof appendAudit>[0], at: string, id: number, before: unknown, after: object): void {
    const { what, format } = this.#about;
    const entry = { what, format, ...after };
    appendAudit(write, { at, who: this.#context.host.who, action: this.#action, subject: `export:${id}`, before, after: entry });
  }
}
