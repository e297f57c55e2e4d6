import { createHash } from 'node:crypto';
import { verifyDb } from '../../../db/verify.ts';
import { Failure, type AppError } from '../../../domain/result.ts';
import { undoImport } from '../../../services/import/undo.ts';
import { ImportBench, type Imported, type Previewed } from '../../support/import-host.ts';
import { ParserPool } from '../../support/parser-pool.ts';

/** What became of a table of the file. */
export interface Counted {
  format: string;
  rows: number;
  imported: number;
  /** Rejected rows, where there are any. */
  rejected?: number;
  /** Other rows that brought no line: repeated, outdated, footers. */
  besides?: number;
  /** Payable by currency. */
  total: string;
}
export type Outcome = { refused: string } | Counted[];

/** Longest that any file of a few megabytes may take on a machine that has much else to do; unloaded, none takes a second. */
const PATIENCE_MS = 60_000;
const SOUND = JSON.stringify({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });

/**
 * Runs hostile files against one book, through real parser processes, and holds each to what must hold of any file: an
 * answer in time, in words, the same from preview and import; a book that verifies, unchanged after a refusal and the
 * same as before once the import is undone.
 */
export class Trial {
  readonly bench = new ImportBench();
  readonly pool = new ParserPool();
  /** What did not hold, of all files. */
  readonly broken: string[] = [];

  constructor() {
    this.bench.context.host.forkParser = this.pool.fork;
  }

  /** The outcome of the file. `look` sees the book while the file's lines are in it. */
  async of(content: string | Uint8Array, name = 'bill.csv', look?: (results: Imported[], cards: Previewed[]) => void): Promise<Outcome> {
    const { bench } = this;
    const started = performance.now();
    const before = this.digest();
    const written = this.#written();
    const token = bench.file(content, name);
    const must = (holds: boolean, what: string): void => void (holds || this.broken.push(`${name}: ${what}`));
    const cards = await bench.preview(token);
    must(this.digest() === before, 'the preview changed the book');
    must(cards.length > 0, 'the preview says nothing');
    for (const { error } of cards) if (error) this.#checkWords(name, error, null);
    let outcome: Outcome;
    try {
      const results = await bench.run(token);
      must(results.length > 0, 'the import says nothing');
      look?.(results, cards);
      must(JSON.stringify(verifyDb(bench.context.session.book().read)) === SOUND, 'the book does not verify');
      outcome = results.map(counted);
      for (const r of results)
        must(r.rows === r.imported + r.duplicates + r.superseded + r.ignored + r.rejected, 'the counts do not add up');
      const shown = cards.filter((c) => !c.error);
      must(same(shown, results), `preview ${JSON.stringify(shown.map(counted))}, import ${JSON.stringify(outcome)}`);
      for (const { batch } of results.toReversed()) if (batch !== null) undoImport(batch, bench.context);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { code, message, details } = error.error;
      this.#checkWords(name, { code, message, remedy: details?.remedy ?? null }, details);
      must(
        cards.some((c) => c.error?.code === code),
        `the import refuses with ${code}, the preview does not`,
      );
      must(this.#written() === written, 'the refused import left something behind');
      outcome = { refused: code };
    }
    must(this.digest() === before, 'the book is not what it was');
    must(performance.now() - started < PATIENCE_MS, `took ${Math.round(performance.now() - started)} ms`);
    return outcome;
  }

  /** Hash of the lines that count, of the documents and of the lists; not of the history of imports. */
  digest(): string {
    const { read } = this.bench.context.session.book();
    const hash = createHash('sha256').update(JSON.stringify(this.bench.lines()));
    hash.update(JSON.stringify(read.all("SELECT number, stated, net_u, net_f FROM invoice WHERE stated <> 'void' ORDER BY number")));
    hash.update(JSON.stringify(read.all('SELECT data FROM register_row WHERE superseded_by IS NULL ORDER BY data')));
    hash.update(JSON.stringify(read.all("SELECT file, rows, imported FROM batch WHERE state = 'active' ORDER BY id")));
    return hash.digest('hex');
  }

  /** How many rows each table has. */
  #written(): string {
    const { read } = this.bench.context.session.book();
    const tables = read.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    return tables.map(({ name }) => `${name} ${read.get<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`)!.n}`).join(', ');
  }

  /** An error is a code, a sentence that names the file, and a remedy; nothing of the machine or of the program shows. */
  #checkWords(name: string, error: { code: string; message: string; remedy: string | null }, details: AppError['details'] | null): void {
    const must = (holds: boolean, what: string): void => void (holds || this.broken.push(`${name}: ${what}: ${JSON.stringify(error)}`));
    const { code, message, remedy } = error;
    must(/^[a-z]+(\.[a-z0-9-]+)+$/.test(code), 'no code');
    must(message.length > 10 && message.length < 1200, 'no sentence');
    must(remedy !== null && remedy.length > 10, 'no remedy');
    if (details) must((details?.file ?? '').startsWith(name), `names “${details?.file}”`);
    for (const text of [message, remedy ?? '', details?.file ?? '', details?.value ?? '']) {
      must(!/\n\s+at |\.ts:\d|node:internal|TypeError|\bundefined\b(?! entity)|\[object/.test(text), 'shows the program');
      must(!text.includes(this.bench.folder), 'shows a path of the machine');
    }
    // These say that the parser met something that it had not expected.
    must(code !== 'import.stuck' && code !== 'import.unreadable' && code !== 'import.parser-died', 'was not expected');
  }

  [Symbol.dispose](): void {
    this.pool[Symbol.dispose]();
    this.bench[Symbol.dispose]();
  }
}

function counted({ format, rows, imported, rejected, totals }: Imported | Previewed): Counted {
  const besides = rows - imported - rejected;
  return {
    format: format ?? '',
    rows,
    imported,
    ...(rejected > 0 && { rejected }),
    ...(besides > 0 && { besides }),
    total: Object.entries(totals)
      .map(([currency, sums]) => `${sums['payable'] ?? '-'} ${currency}`)
      .sort()
      .join(', '),
  };
}

const same = (shown: readonly Previewed[], done: readonly Imported[]): boolean =>
  JSON.stringify(shown.map(counted)) === JSON.stringify(done.map(counted));
