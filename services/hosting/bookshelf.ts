import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

export const BOOK_ENDING = '.tallybook';
const RECENT_LIMIT = 20;

export interface ShelvedBook {
  path: string;
  name: string;
  openedAt: string | null;
}

/** Where books lie unless the user says otherwise: TALLYBOOK_HOME, else ~/Tallybook. */
export const booksFolder = (): string => resolve(process.env['TALLYBOOK_HOME'] || join(homedir(), 'Tallybook'));

/** The books folder, and the list of books opened lately wherever they lie. */
export class Bookshelf {
  readonly folder: string;
  /** Which folders books watch on this computer. */
  readonly watchFile: string;
  readonly #recentFile: string;

  constructor(folder: string = booksFolder()) {
    this.folder = folder;
    this.#recentFile = join(folder, '.recent.json');
    this.watchFile = join(folder, '.watches.json');
  }

  /** Path for a new book of that name. Refuses a name that is not a plain file name and one that is taken. */
  newBook(name: string): string {
    const stem = plainName(name.endsWith(BOOK_ENDING) ? name.slice(0, -BOOK_ENDING.length) : name);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, stem + BOOK_ENDING);
    if (existsSync(path))
      refuse('host.book-exists', say`There is already a book “${{ stem }}”.`, { value: stem, remedy: 'Open it, or choose another name.' });
    return path;
  }

  /** Books opened before (newest first), then those that merely lie in the folder. Missing files are left out. */
  list(): ShelvedBook[] {
    const opened = this.#recent().filter((book) => existsSync(book.path));
    const known = new Set(opened.map((book) => book.path));
    const lying = (existsSync(this.folder) ? readdirSync(this.folder) : [])
      .filter((name) => name.endsWith(BOOK_ENDING) && !known.has(join(this.folder, name)))
      .map((name) => ({ path: join(this.folder, name), changed: statSync(join(this.folder, name)).mtimeMs }))
      .sort((a, b) => b.changed - a.changed)
      .map(({ path }) => ({ path, openedAt: null }));
    return [...opened, ...lying].map((book) => ({ ...book, name: basename(book.path) }));
  }

  /** Notes that the book was opened now. */
  remember(path: string, now: Date): void {
    const recent = [{ path, openedAt: now.toISOString() }, ...this.#recent().filter((book) => book.path !== path)].slice(0, RECENT_LIMIT);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${this.#recentFile}.new`, JSON.stringify(recent), { mode: 0o600 });
    renameSync(`${this.#recentFile}.new`, this.#recentFile);
  }

  /** An unreadable list is an empty one: it is a convenience, not a record. */
  #recent(): { path: string; openedAt: string }[] {
    try {
      const read: unknown = JSON.parse(readFileSync(this.#recentFile, 'utf8'));
      if (!Array.isArray(read)) return [];
      return read.filter(
        (item): item is { path: string; openedAt: string } => typeof item?.path === 'string' && typeof item?.openedAt === 'string',
      );
    } catch {
      return [];
    }
  }
}

/** The name, if it is one file name on every system: no separator, no control or direction character, no device name. */
export function plainName(name: string): string {
  const text = name.normalize('NFC').trim();
  const bad =
    text === '' ||
    text.length > 120 ||
    /[/\\:*?"<>|\p{Cc}\p{Cf}]/u.test(text) ||
    /^\.|[. ]$/.test(text) ||
    /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(text);
  if (bad)
    refuse('host.bad-name', 'This cannot be the name of a file.', {
      value: name.slice(0, 200),
      remedy: 'Use letters, digits, spaces, hyphens and dots; no slash, colon or the like.',
    });
  return text;
}
