import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setSetting } from '../../db/settings.ts';
import type { Profile } from '../../domain/formats/profile.ts';
import { fromPair } from '../../domain/money/pair.ts';
import { forkParser } from '../../node/fork-parser.ts';
import type { Output } from '../../services/contract/index.ts';
import { importHandlers } from '../../services/import/index.ts';
import { FileRegistry } from '../../services/runtime/files.ts';
import type { Context } from '../../services/runtime/services.ts';
import { Session } from '../../services/runtime/session.ts';

export type Imported = Output<'import/run'>['files'][number];
export type Previewed = Output<'import/preview'>['files'][number];
/** What is chosen for the source of a file. */
export interface SourceChoices {
  timeZone?: string | null;
  delivery?: 'append-only' | 'replacement';
}

/** A fresh book in a folder of its own, with the import's handlers and nothing else. */
export class ImportBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'tallybook-test-'));
  readonly context: Context;
  #files = 0;

  #now: Date;

  constructor(profile: Record<string, unknown> = {}, today = '2024-06-01') {
    this.#now = new Date(`${today}T08:00:00Z`);
    const host = { files: new FileRegistry(), who: 'tester', now: () => this.#now, forkParser };
    const session = new Session(host);
    session.create(join(this.folder, 'book.tallybook'));
    session.transaction((book) =>
      setSetting(book.write, 'profile', {
        country: 'MY',
        entity: 'SPARKOO_SG',
        customerStatus: 'registered',
        region: null,
        currency: 'USD',
        settlement: 'monthly',
        language: 'en',
        company: '',
        ...profile,
      }),
    );
    this.context = { host, session, signal: new AbortController().signal, progress: () => {} };
  }

  /** Moves the clock to that day. */
  today(day: string): void {
    this.#now = new Date(`${day}T08:00:00Z`);
  }

  /** Payable amounts of the lines that count, ascending. */
  payables(): string[] {
    return this.context.session
      .book()
      .read.all<{ u: number; f: number }>(
        'SELECT payable_u AS u, payable_f AS f FROM bill_line WHERE superseded_by IS NULL AND kind = 0 ORDER BY u, f',
      )
      .map(({ u, f }) => fromPair(BigInt(u), BigInt(f)));
  }

  /** Writes the content to a new file and returns its token. */
  file(content: string | Uint8Array, name = 'bill.csv'): string {
    const path = join(this.folder, `${++this.#files}-${name}`);
    writeFileSync(path, content);
    return this.context.host.files.grant(path, 'read', name);
  }

  async run(...tokens: string[]): Promise<Imported[]> {
    return (await importHandlers['import/run']({ files: tokens, format: null, profile: null, sources: {}, dryRun: false }, this.context))
      .files;
  }

  async preview(...tokens: string[]): Promise<Previewed[]> {
    return (await importHandlers['import/preview']({ files: tokens, format: null, profile: null, sources: {} }, this.context)).files;
  }

  /** The same with a choice for the source of each of the files. */
  async runAs(choice: SourceChoices, ...tokens: string[]): Promise<Imported[]> {
    const sources = Object.fromEntries(tokens.map((token) => [token, choice]));
    return (await importHandlers['import/run']({ files: tokens, format: null, profile: null, sources, dryRun: false }, this.context)).files;
  }

  async previewAs(choice: SourceChoices, ...tokens: string[]): Promise<Previewed[]> {
    const sources = Object.fromEntries(tokens.map((token) => [token, choice]));
    return (await importHandlers['import/preview']({ files: tokens, format: null, profile: null, sources }, this.context)).files;
  }

  /** The same by a mapping profile: one that is given, or one of the book as `profile:<id>`. */
  async runBy(by: Profile | string, ...tokens: string[]): Promise<Imported[]> {
    return (await importHandlers['import/run']({ files: tokens, ...wanted(by), dryRun: false }, this.context)).files;
  }

  async previewBy(by: Profile | string, ...tokens: string[]): Promise<Previewed[]> {
    return (await importHandlers['import/preview']({ files: tokens, ...wanted(by) }, this.context)).files;
  }

  /** Every live line with its figures, in an order that no import history can change. */
  lines(): unknown[] {
    return this.context.session.book().read.all(`
      SELECT key_a, key_b, period, date, order_id, list_price_u, list_price_f, payable_u, payable_f, cash_u, cash_f, monthly_settled_u, monthly_settled_f
      FROM bill_line WHERE superseded_by IS NULL ORDER BY key_a, key_b`);
  }

  [Symbol.dispose](): void {
    this.context.session.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const wanted = (by: Profile | string): { format: string | null; profile: Profile | null; sources: Record<string, never> } =>
  typeof by === 'string' ? { format: by, profile: null, sources: {} } : { format: null, profile: by, sources: {} };
