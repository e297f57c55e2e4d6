import { createHash, type Hash } from 'node:crypto';
import { MEASURE_NAMES, type MeasureName } from '../../domain/formats/fields.ts';
import { removeBlocks } from '../blocks/build.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';

export interface BatchRow {
  id: number;
  source_id: number;
  file: string;
  format: string;
  vendor: number;
  imported_at: string;
  state: 'active' | 'undone';
  rows: number;
  imported: number;
  duplicates: number;
  superseded: number;
  ignored: number;
  rejected: number;
  dialect: string;
  periods: string;
  totals: string;
  notices: string;
  digest: string;
  member: string;
  rows_source_id: number | null;
  view: number;
  as_of: string;
  part: number;
  logical_name: string;
  basis: string;
  estimate: 0 | 1;
  bill_source: string;
  sha256: string;
}

const SELECT = 'SELECT batch.*, source.sha256 FROM batch JOIN source ON source.id = batch.source_id';

export const listBatches = (read: ReadDb): BatchRow[] => read.all(`${SELECT} ORDER BY batch.id DESC`);
export const batchById = (read: ReadDb, id: number): BatchRow | undefined => read.get(`${SELECT} WHERE batch.id = ?`, [id]);
/** The active batch of these very bytes (and sheet). */
export const activeBatchOf = (read: ReadDb, sha256: string, member = ''): BatchRow | undefined =>
  read.get(`${SELECT} WHERE source.sha256 = ? AND member = ? AND batch.state = 'active'`, [sha256, member]);

export function insertBatch(write: WriteDb, batch: Omit<BatchRow, 'id' | 'sha256'>): number {
  const columns = Object.keys(batch);
  return write.run(`INSERT INTO batch (${columns.join(', ')}) VALUES (${columns.map((c) => `:${c}`).join(', ')})`, batch as never).id;
}

export function completeBatch(write: WriteDb, id: number, values: Partial<Omit<BatchRow, 'id' | 'sha256'>>): void {
  const columns = Object.keys(values);
  write.run(`UPDATE batch SET ${columns.map((c) => `${c} = :${c}`).join(', ')} WHERE id = :id`, { ...values, id } as never);
}

/** Stands for a missing figure in a digest; amounts never reach it. */
export const DIGEST_MISSING = Number.MIN_SAFE_INTEGER;
/** Measures that came to the book later: they are in the digest of the batches that have them, so that older digests hold. */
export const LATER_MEASURES = ['contractedCost', 'effectiveCost'] as const satisfies readonly MeasureName[];
const FIRST_MEASURES = MEASURE_NAMES.filter((m) => !(LATER_MEASURES as readonly MeasureName[]).includes(m));
const DIGEST_COLUMNS = ['usage', 'unit_price', ...FIRST_MEASURES.map((m) => MEASURE_COLUMNS[m])];
const LATER_COLUMNS = LATER_MEASURES.map((m) => MEASURE_COLUMNS[m]);
/** Numbers that stand for a line in the digest: row, part, period, then units and fraction of each money column. */
export const DIGEST_WIDTH = 3 + DIGEST_COLUMNS.length * 2;
export const DIGEST_FIELDS: readonly ('usage' | 'unitPrice' | MeasureName)[] = ['usage', 'unitPrice', ...FIRST_MEASURES];

/**
 * SHA-256 over every figure of a batch's lines in the order in which they were imported: one changed or moved figure
 * gives another digest. Fed by the importer while it writes, and from the stored lines by verify.
 */
export class BatchDigest {
  readonly #hash = createHash('sha256');
  readonly #buffer = new Float64Array(DIGEST_WIDTH * 256);
  #used = 0;
  #lines = 0;
  #later: Hash | null = null;

  /** Room for one line's numbers; fill every place. */
  next(): { into: Float64Array; at: number } {
    if (this.#used === this.#buffer.length) this.#flush();
    const at = this.#used;
    this.#used += DIGEST_WIDTH;
    this.#lines++;
    return { into: this.#buffer, at };
  }

  /** Units and fraction of each of LATER_MEASURES of the line just begun; only for lines that have one of them. */
  later(figures: readonly number[]): void {
    this.#later ??= createHash('sha256');
    this.#later.update(new Uint8Array(Float64Array.from([this.#lines, ...figures]).buffer));
  }

  #flush(): void {
    this.#hash.update(new Uint8Array(this.#buffer.buffer, 0, this.#used * 8));
    this.#used = 0;
  }

  digest(): string {
    this.#flush();
    if (this.#later) this.#hash.update(this.#later.digest());
    return this.#hash.digest('hex');
  }
}

/** The digest of the lines as they are stored now. */
export function batchDigest(read: ReadDb, batch: number): string {
  const digest = new BatchDigest();
  const columns = ['row', 'part', 'period', ...[...DIGEST_COLUMNS, ...LATER_COLUMNS].flatMap((c) => [`${c}_u`, `${c}_f`])];
  for (const line of read.iterateRaw<(number | null)[]>(`SELECT ${columns.join(', ')} FROM bill_line WHERE batch_id = ? ORDER BY id`, [
    batch,
  ])) {
    const { into, at } = digest.next();
    for (let i = 0; i < DIGEST_WIDTH; i++) into[at + i] = line[i] ?? DIGEST_MISSING;
    const later = line.slice(DIGEST_WIDTH);
    if (later.some((figure) => figure !== null)) digest.later(later.map((figure) => figure ?? DIGEST_MISSING));
  }
  return digest.digest();
}

/** `ok`, or the first batch whose figures are no longer those that were imported. */
export function verifyBatches(read: ReadDb): string {
  for (const batch of read.all<{ id: number; digest: string; imported: number; file: string }>(
    "SELECT id, digest, imported, file FROM batch WHERE state = 'active' ORDER BY id",
  )) {
    const recorded = read.get<{ body: string }>(
      "SELECT body FROM audit WHERE subject = ? AND action = 'import/run' ORDER BY seq DESC LIMIT 1",
      [`batch:${batch.id}`],
    );
    const digest = recorded ? (JSON.parse(recorded.body) as { after: { digest: string } }).after.digest : null;
    if (digest !== batch.digest) return `batch ${batch.id} (${batch.file}) is not the one that the audit trail records`;
    if (batchDigest(read, batch.id) !== batch.digest)
      return `the figures of batch ${batch.id} (${batch.file}) were changed after the import`;
  }
  return 'ok';
}

export interface RejectRow {
  row: number;
  column: string | null;
  value: string | null;
  code: string;
  reason: string;
  original: string;
}

export function insertRejects(write: WriteDb, batch: number, rejects: readonly RejectRow[], from: number): void {
  rejects.forEach((r, i) =>
    write.run('INSERT INTO reject (batch_id, row, ordinal, "column", value, code, reason, original) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
      batch,
      r.row,
      from + i,
      r.column,
      r.value,
      r.code,
      r.reason,
      r.original,
    ]),
  );
}

export const rejectsOf = (read: ReadDb, batch: number, offset: number, limit: number): RejectRow[] =>
  read.all('SELECT row, "column", value, code, reason, original FROM reject WHERE batch_id = ? ORDER BY row, ordinal LIMIT ? OFFSET ?', [
    batch,
    limit,
    offset,
  ]);

/** Takes the batch's lines out and brings back those that it had superseded. The batch and its bytes stay on record. */
export function undoBatch(write: WriteDb, batch: number): void {
  removeBlocks(write, batch);
  for (const table of ['bill_line', 'register_row']) {
    write.run(`DELETE FROM ${table} WHERE batch_id = ?`, [batch]);
    write.run(`UPDATE ${table} SET superseded_by = NULL WHERE superseded_by = ?`, [batch]);
  }
  write.run('DELETE FROM batch_scope WHERE batch_id = ?', [batch]);
  write.run('DELETE FROM batch_overlap WHERE batch_id = ?', [batch]);
  write.run("UPDATE batch SET state = 'undone' WHERE id = ?", [batch]);
}

/** A later active batch that superseded lines of this one, if any: it would be left without its predecessor. */
export const supersededBy = (read: ReadDb, batch: number): number | undefined =>
  read.get<{ id: number }>(
    `SELECT superseded_by AS id FROM bill_line WHERE batch_id = :batch AND superseded_by IS NOT NULL
     UNION ALL SELECT superseded_by FROM register_row WHERE batch_id = :batch AND superseded_by IS NOT NULL LIMIT 1`,
    { batch },
  )?.id;

/** A later active batch that found rows of its own here through this one, if any. */
export const overlappedBy = (read: ReadDb, batch: number): { id: number; rows: number } | undefined =>
  read.get('SELECT batch_id AS id, rows FROM batch_overlap WHERE on_batch = ? ORDER BY batch_id DESC LIMIT 1', [batch]);
