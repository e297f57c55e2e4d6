import { asFailure, createBook, openBook, type Book } from '../../db/book.ts';
import { Failure, refuse } from '../../domain/result.ts';
import { endInterrupted } from './interrupted.ts';
import type { Host } from './host.ts';

/** Which book is open. One at a time. */
export class Session {
  readonly host: Host;
  #book: Book | null = null;
  #occupied: Promise<void> = Promise.resolve();
  readonly #onClose = new Set<() => void>();

  constructor(host: Host) {
    this.host = host;
  }

  get open(): boolean {
    return this.#book !== null;
  }

  /** Work that goes on beside the calls: nothing is written before it has ended. */
  occupy(work: Promise<void>): void {
    const before = this.#occupied;
    this.#occupied = before.then(() => work);
  }

  /** Resolves once nothing else writes to the book. */
  free(): Promise<void> {
    return this.#occupied;
  }

  /** Calls the listener before the open book is closed, until the answer is called. */
  onClose(listener: () => void): () => void {
    this.#onClose.add(listener);
    return () => void this.#onClose.delete(listener);
  }

  /** Takes a book that was opened elsewhere. */
  adopt(book: Book): void {
    this.#book = book;
  }

  /** The open book, or a refusal. */
  book(): Book {
    if (!this.#book) refuse('book.none', 'No book is open.', { remedy: 'Open a book or make a new one.' });
    if (!this.#book.stillThere())
      refuse('book.gone', 'The file of this book was moved, deleted or replaced while it was open. Nothing more is written to it.', {
        remedy: 'Put the file back and open it again, or open the newest backup.',
      });
    return this.#book;
  }

  create(path: string): Book {
    this.close();
    return (this.#book = createBook(path));
  }

  openPath(path: string): Book {
    // The new book is opened before the old one is let go: a refusal leaves the user where they were.
    if (this.#book?.path === path) return this.#book;
    const next = openBook(path);
    this.close();
    endInterrupted(next, this.host.who, this.now());
    return (this.#book = next);
  }

  close(): void {
    for (const listener of this.#onClose) listener();
    this.#onClose.clear();
    this.#book?.close();
    this.#book = null;
  }

  /** Runs one transaction on the open book; SQLite's refusals come out in words. */
  transaction<T>(work: (book: Book) => T): T {
    const book = this.book();
    try {
      return book.write.transaction(() => work(book));
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw asFailure(error, book.path);
    }
  }

  /** UTC, ISO 8601, to the millisecond. */
  now(): string {
    return this.host.now().toISOString();
  }

  /** The calendar day where the user sits. */
  today(): string {
    const now = this.host.now();
    const pad = (n: number): string => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  }
}
