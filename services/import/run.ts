import { statSync } from 'node:fs';
import { makeCountsAnew } from '../../db/blocks/build.ts';
import { asFailure, type Book } from '../../db/book.ts';
import { activeBatchOf, insertRejects, type BatchRow } from '../../db/queries/batches.ts';
import { newRowsSource, putChunk, settleRowsSource, sourceId } from '../../db/queries/sources.ts';
import type { SourceChoice } from '../../domain/formats/adapter.ts';
import { Failure } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { FileImport } from '../contract/imports.ts';
import type { Context } from '../runtime/services.ts';
import { settingsOf } from '../book/profile.ts';
import { adjustByImports } from '../close/adjust.ts';
import { Intake } from './intake.ts';
import { OriginalKeeper } from './keep-original.ts';
import { Pace } from './pace.ts';
import { noticeOf } from './parser/notice.ts';
import type { MemberRef } from './parser/protocol.ts';
import { mendedByFile, recordFileMends } from './mend/from-file.ts';
import type { Mending } from './mend/mending.ts';
import { formatOfBatch } from './profiles/format-of.ts';
import type { Wanted } from './profiles/store.ts';
import { readFile } from './read-file.ts';
import { importInWorker } from './worker/in-worker.ts';
import { Deliveries } from './source-editions.ts';

/** Rejected rows kept for display and export; the count is always exact. */
const MOST_REJECTS = 100_000;
/** From here on lines are loaded in bulk; an archive of this size is one anyway. */
const LARGE_BYTES = 16 << 20;

export interface InputFile {
  path: string;
  name: string;
  /** Only this table of a container. */
  member?: MemberRef | null;
  /** What was chosen for its source with this call. */
  choice?: Partial<SourceChoice> | null;
}

/** Imports the files, large ones in a thread of their own where the host has one. */
export async function importFiles(files: readonly InputFile[], wanted: Wanted, context: Context): Promise<FileImport[]> {
  const { importWorker } = context.host;
  if (importWorker && areLarge(files)) return importInWorker(importWorker, files, wanted, context);
  return importInto(context.session.book(), files, wanted, context);
}

const areLarge = (files: readonly InputFile[]): boolean =>
  files.some(({ path }) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGE_BYTES);

/**
 * Imports the files in one transaction: when one of them cannot be used, none is. Yields to other work between two
 * frames, and cancels between them. `mayCommit` is asked before anything is kept.
 */
export async function importInto(
  book: Book,
  files: readonly InputFile[],
  wanted: Wanted,
  context: Context,
  mayCommit: () => Promise<void> = () => Promise.resolve(),
): Promise<FileImport[]> {
  const pace = new Pace(context, 'import');
  if (areLarge(files)) book.write.beginBulk();
  else book.write.begin();
  try {
    const results: FileImport[] = [];
    const deliveries = new Deliveries(files.map((file) => file.name));
    for (const file of files) results.push(...(await importFile(file, wanted, book, context, pace, deliveries)));
    makeCountsAnew(book.write);
    const { session, host } = context;
    adjustByImports({ write: book.write, at: session.now(), who: host.who, today: session.today() }, results);
    await mayCommit();
    book.write.commit();
    return results;
  } catch (error) {
    book.write.rollback();
    throw asFailure(error, book.path);
  }
}

/** A file, or every table of a container. A container of which nothing can be used fails with its first reason. */
async function importFile(
  file: InputFile,
  wanted: Wanted,
  book: Book,
  context: Context,
  pace: Pace,
  deliveries: Deliveries,
): Promise<FileImport[]> {
  const first = await importTable(file, file.member ?? null, wanted, book, context, pace, null, deliveries);
  if (!('members' in first)) return [first];
  const results: FileImport[] = [];
  let reason: Failure | null = null;
  for (const member of first.members) {
    try {
      const result = await importTable(file, member, wanted, book, context, pace, null, deliveries);
      if (!('members' in result)) results.push(result);
    } catch (error) {
      // A sheet that is no bill stands beside one that is; anything but “not recognised” stops the import.
      if (!(error instanceof Failure) || !SKIPPED.has(error.error.code) || member.sheet === null) throw error;
      reason ??= error;
    }
  }
  if (results.length === 0 && reason) throw reason;
  return results;
}

const SKIPPED = new Set(['import.unknown-format', 'import.no-rows']);

/** One table into the book, inside a transaction that the caller has begun; `mending`: rejected rows of an earlier batch, as mended. */
export async function importTable(
  file: InputFile,
  member: MemberRef | null,
  wanted: Wanted,
  book: Book,
  context: Context,
  pace: Pace,
  mending: Mending | null = null,
  deliveries = new Deliveries(),
): Promise<FileImport | { members: MemberRef[] }> {
  const { write } = book;
  const settings = settingsOf(book.read);
  const label = member?.label ?? file.name;
  const sheet = member === null || member.sheet === null ? '' : String(member.sheet);
  let known: BatchRow | undefined;
  let source = { id: 0, fresh: false };
  let rowsSource = 0;
  let intake: Intake | undefined;
  let sha256 = '';
  let size = 0;
  let kept = 0;
  let byFile: ReturnType<typeof mendedByFile> = null;
  let keeper: OriginalKeeper | undefined;
  const outcome = await readFile(
    context.host,
    {
      path: file.path,
      name: file.name,
      ...wanted,
      choice: file.choice ?? wanted.choice ?? null,
      context: { settlement: settings.settlement, currency: settings.currency },
      sample: 0,
      keep: true,
      member,
      given: mending?.given ?? null,
    },
    {
      probed(message) {
        ({ sha256, size } = message);
        pace.begin(message.size);
        // Equal mends of two files are two things, as the rows that they mend are.
        known = mending ? undefined : activeBatchOf(write, sha256, sheet);
        if (known) return false;
        source = sourceId(write, sha256, message.size);
        return true;
      },
      started(message) {
        byFile = mending ? null : mendedByFile(write, message, label);
        const mends = mending?.of ?? byFile;
        if (message.dialect.source && !mends) deliveries.refusePartAlone(file.name, message.dialect.source, member !== null);
        intake = new Intake(write, label, { id: source.id, member: sheet, size }, message, context, mends, deliveries);
      },
      chunk(chunk) {
        if (chunk.of === 'rows') putChunk(write, (rowsSource ||= newRowsSource(write)), chunk);
        else if (source.fresh) putChunk(write, source.id, chunk);
      },
      cut(cut) {
        keeper ??= new OriginalKeeper(write, source.fresh ? source.id : null, file.path, file.name);
        keeper.take(cut);
      },
      rowsHash(hash) {
        intake!.rowsSource = settleRowsSource(write, rowsSource, hash);
      },
      async rows(rows) {
        intake!.take(rows);
        await pace.step(rows.bytes);
      },
      async register(rows) {
        intake!.takeRegister(rows);
        await pace.step(rows.bytes);
      },
      rejects({ rejects }) {
        const room = Math.max(0, MOST_REJECTS - kept);
        insertRejects(write, intake!.batch, rejects.slice(0, room), kept);
        kept += Math.min(rejects.length, room);
      },
    },
    context.signal,
  ).finally(() => keeper?.close());
  if (outcome.kind === 'ended') keeper?.expect(sha256);
  if (outcome.kind === 'members') return { members: outcome.members };
  if (outcome.kind !== 'ended') return repeated(label, known!);
  const result = intake!.finish(outcome.ended, sha256, file.choice ?? null);
  if (byFile) recordFileMends(write, byFile, intake!.batch, context);
  return result;
}

/** The very same bytes are in the book already: every row that was read then is a duplicate now. */
function repeated(file: string, known: BatchRow): FileImport {
  const format = formatOfBatch(known);
  return {
    file,
    sha256: known.sha256,
    format: known.format,
    vendor: format?.vendor ?? 'other',
    rows: known.rows,
    imported: 0,
    duplicates: known.imported + known.duplicates + known.superseded,
    superseded: 0,
    ignored: known.ignored,
    rejected: known.rejected,
    rejectsFile: null,
    periods: JSON.parse(known.periods) as string[],
    totals: {},
    batch: null,
    notices: [
      noticeOf(
        'info',
        'file.already-imported',
        say`These bytes were imported before, as batch ${{ id: known.id }} (${{ file: known.file }}).`,
        'Undo that batch first to import the file afresh.',
      ),
    ],
    source: null,
  };
}
