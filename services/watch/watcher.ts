import { basename } from 'node:path';
import type { Book } from '../../db/book.ts';
import { getSetting } from '../../db/settings.ts';
import { sumOfBatches } from '../../db/queries/watched.ts';
import { refuse, type AppError } from '../../domain/result.ts';
import type { WatchedFile, WatchState } from '../contract/watch.ts';
import { toAppError, type Context, type Services } from '../runtime/services.ts';
import type { Session } from '../runtime/session.ts';
import { fateOf, type Fate } from './fate.ts';
import { FolderLook } from './folder-look.ts';
import { hashOf } from './hash.ts';
import type { Kept, KeptFor, WatchKeep } from './keep.ts';
import type { FoundFile } from './scan.ts';

/** Files told in a state; the counts are of all. */
const MOST_TOLD = 200;

/** The watching of one open book: its folder, and what was seen there. */
interface Run {
  book: Book;
  kept: Kept | null;
  look: FolderLook | null;
  files: Map<string, WatchedFile>;
  lastLook: string | null;
  trouble: AppError | null;
  notes: AppError[];
}

/** Looks into the folder that the open book watches, and has what appears there imported. One look at a time. */
export class Watcher {
  readonly #keep: WatchKeep;
  #services: Pick<Services, 'call' | 'announce'> | null = null;
  #run: Run | null = null;
  #looking: Promise<void> | null = null;
  /** Files on their way to `watch/take`, and the book that they are for: another one may be opened before their turn. */
  readonly #meant = new Map<string, Book>();

  constructor(keep: WatchKeep) {
    this.#keep = keep;
  }

  /** The services through which it imports, so that its imports take turns with everyone else's. */
  attach(services: Pick<Services, 'call' | 'announce'>): void {
    this.#services = services;
  }

  state(session: Session): WatchState {
    const { book, kept, files, lastLook, trouble, notes } = this.#runOf(session);
    const counts = { imported: 0, known: 0, refused: 0, failed: 0, waiting: 0 };
    for (const { result } of files.values()) counts[result]++;
    const told = [...files.values()].sort(latestFirst).slice(0, MOST_TOLD);
    return {
      folder: kept ? labelOf(kept) : null,
      on: kept?.on ?? false,
      looking: this.#looking !== null,
      lastLook,
      trouble,
      notes,
      counts,
      files: told.map((file) => ({ ...file, ...sumOfBatches(book.read, file.batches) })),
    };
  }

  /** The folder of the open book, or null. */
  kept(session: Session): Kept | null {
    return this.#runOf(session).kept;
  }

  /** Keeps another choice for the open book; what was seen stays only where the folder does. */
  change(session: Session, kept: Kept | null): void {
    const run = this.#runOf(session);
    this.#keep.set(keyOf(run.book), kept);
    if (kept && run.kept?.folder === kept.folder) run.kept = kept;
    else this.#run = newRun(run.book, kept);
  }

  /** Hands a refused file out again at the next look. */
  retry(session: Session, sha256: string): void {
    const { files, look, kept } = this.#runOf(session);
    for (const file of files.values())
      if (file.sha256 === sha256 && kept) {
        files.set(file.file, { ...file, result: 'waiting', at: null, sha256: null, reason: null });
        look?.again(file.file);
      }
  }

  /** Looks once; where a look is under way already, waits for that one. What goes wrong on the way is told by the state; throws only where no book is open. */
  async look(context: Context): Promise<void> {
    this.#looking ??= this.#lookOnce(context).finally(() => {
      this.#looking = null;
      this.#services?.announce(['watch']);
    });
    await this.#looking;
  }

  /** Refuses a file that was meant for a book that is no longer the open one. */
  checkMeant(token: string, session: Session): void {
    const book = this.#meant.get(token);
    if (book && book !== session.book())
      refuse('watch.other-book', 'Another book was opened before this file had its turn.', { remedy: 'Nothing needs to be done.' });
  }

  async #lookOnce(context: Context): Promise<void> {
    const run = this.#runOf(context.session);
    if (!run.kept?.on || !run.look) return;
    run.lastLook = context.session.now();
    const left = new Set<FoundFile>();
    try {
      const { files, notes, ready, waiting } = await run.look.next(context.host.now().getTime());
      run.trouble = null;
      run.notes = notes;
      const there = new Set(files.map((f) => f.name));
      for (const name of run.files.keys()) if (!there.has(name)) run.files.delete(name);
      for (const file of [...waiting, ...ready]) run.files.set(file.name, waitingFile(file));
      for (const file of ready) left.add(file);
      if (ready.length > 0) this.#services?.announce(['watch']);
      for (const file of ready) if (await this.#takeOne(run, file, context)) left.delete(file);
    } catch (error) {
      run.trouble = toAppError(error);
    } finally {
      for (const file of left) run.look.again(file.name);
    }
  }

  /** False where the file was not dealt with and is to be handed out again. */
  async #takeOne(run: Run, file: FoundFile, context: Context): Promise<boolean> {
    const { host, session, signal } = context;
    if (signal.aborted || this.#run !== run || !run.kept?.on || run.trouble || !session.open || session.book() !== run.book) return false;
    const tell = (sha256: string | null, fate: Omit<Fate, 'result'> & Pick<WatchedFile, 'result'>): void =>
      void run.files.set(file.name, { ...waitingFile(file), ...fate, sha256 });
    const failed = (reason: AppError): false => {
      if (reason.code === 'watch.file-gone') run.files.delete(file.name);
      else if (reason.code.startsWith('book.')) run.trouble = reason;
      else if (!PASSING.has(reason.code)) tell(null, { result: 'failed', at: session.now(), batches: [], reason });
      return false;
    };
    const token = host.files.grant(file.path, 'read');
    try {
      const sha256 = await hashOf(file.path, file.name, signal);
      const fate = fateOf(run.book.read, sha256);
      if (fate) {
        tell(sha256, fate);
        return true;
      }
      this.#meant.set(token, run.book);
      const taken = await this.#services!.call('watch/take', { file: token }, { signal, onProgress: (p) => context.progress(p) });
      if (!taken.ok) return failed(taken.error);
      tell(taken.value.sha256, {
        result: taken.value.result,
        at: taken.value.at,
        batches: taken.value.batches,
        reason: taken.value.reason,
      });
      return true;
    } catch (error) {
      return failed(toAppError(error));
    } finally {
      this.#meant.delete(token);
      host.files.revoke(token);
    }
  }

  #runOf(session: Session): Run {
    const book = session.book();
    if (this.#run?.book !== book) this.#run = newRun(book, this.#keep.get(keyOf(book)));
    return this.#run;
  }
}

/** What says nothing about the file: it just waits for the next look. */
const PASSING: ReadonlySet<string> = new Set(['call.cancelled', 'watch.still-written', 'watch.other-book']);

const newRun = (book: Book, kept: Kept | null): Run => ({
  book,
  kept,
  look: kept && new FolderLook(kept.folder),
  files: new Map(),
  lastLook: null,
  trouble: null,
  notes: [],
});

/** The folder's own name: what is shown and told in the journal, never its path. */
export const labelOf = ({ folder }: Kept): string => basename(folder) || folder;

const keyOf = (book: Book): KeptFor => ({ path: book.path, createdAt: getSetting<string>(book.read, 'createdAt') ?? '' });

const waitingFile = ({ name, size, changed }: FoundFile): WatchedFile => ({
  file: name,
  size,
  changed: new Date(changed).toISOString(),
  result: 'waiting',
  at: null,
  sha256: null,
  batches: [],
  undone: false,
  imported: 0,
  rejected: 0,
  reason: null,
});

/** Those that wait first, then by the time of their result, the latest first. */
const latestFirst = (a: WatchedFile, b: WatchedFile): number =>
  a.at === b.at ? a.file.localeCompare(b.file, 'en', { numeric: true }) : a.at === null ? -1 : b.at === null ? 1 : a.at > b.at ? -1 : 1;
