import { Failure } from '../../domain/result.ts';
import { verifyDb } from '../../db/verify.ts';
import type { ParserPool } from './parser-pool.ts';
import { canonical } from './canonical.ts';
import { ImportBench } from './import-host.ts';
import { generate } from '../../services/sample/generate.ts';
import type { SampleFormat } from '../../services/sample/options.ts';
import { undoImport } from '../../services/import/undo.ts';

/** Times that a property is tried: few in every run of the tests, many with TALLYBOOK_RUNS=1000. */
export const runs = (short: number): { numRuns: number } => ({ numRuns: Number(process.env['TALLYBOOK_RUNS'] ?? short) });

/** A book that takes files of one format whole, and gives them back. */
export class Reader {
  readonly bench = new ImportBench();
  readonly #format: SampleFormat;

  constructor(format: SampleFormat, pool: ParserPool) {
    this.bench.context.host.forkParser = pool.fork;
    this.#format = format;
  }

  /** The batch of the file; null where its very bytes are here already. */
  async take(bytes: Uint8Array | string, name: string): Promise<number | null> {
    const token = this.bench.file(bytes, name);
    // Columns that a vendor documents nowhere are only read as told.
    const [result] = this.#format === 'qingcloud.consumption' ? await this.bench.runBy(this.#format, token) : await this.bench.run(token);
    if (!result || result.rejected > 0) throw new Error(`${name}: ${result?.rejected} rows were rejected.`);
    return result.batch;
  }

  /** False where the import refuses it, because a later batch stands on this one. */
  undo(batch: number): boolean {
    try {
      undoImport(batch, this.bench.context);
      return true;
    } catch (error) {
      if (error instanceof Failure && /^import\.batch-(?:overlapped|superseded)$/.test(error.error.code)) return false;
      throw error;
    }
  }

  book(): string[] {
    const { read } = this.bench.context.session.book();
    const { totals } = verifyDb(read);
    if (totals !== 'ok') throw new Error(`The book does not verify: ${totals}`);
    return canonical(read);
  }

  [Symbol.dispose](): void {
    this.bench[Symbol.dispose]();
  }
}

/** The sample of the format as text, and its vendor's name for it. */
export function sampleText(format: SampleFormat, rows: number): { text: string; name: string } {
  const sample = generate(format, { rows, seed: 11 });
  return { text: [...sample.text()].join(''), name: sample.fileName };
}
