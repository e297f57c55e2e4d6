/** Which folder a book watches on this computer. */
export interface Kept {
  folder: string;
  on: boolean;
}

/** A book as this computer knows it: where it lies, and when it was made, so that another one in its place is another one. */
export interface KeptFor {
  path: string;
  createdAt: string;
}

/**
 * Keeps the watched folders, outside the books: a book that comes from elsewhere must not make this computer read a folder
 * of its choosing.
 */
export interface WatchKeep {
  get(book: KeptFor): Kept | null;
  /** Null forgets. */
  set(book: KeptFor, kept: Kept | null): void;
}

/** Keeps them for as long as the process runs. */
export function keepInMemory(): WatchKeep {
  const kept = new Map<string, Kept>();
  const key = ({ path, createdAt }: KeptFor): string => JSON.stringify([path, createdAt]);
  return {
    get: (book) => kept.get(key(book)) ?? null,
    set: (book, value) => void (value ? kept.set(key(book), value) : kept.delete(key(book))),
  };
}
