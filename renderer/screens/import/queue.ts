import { useSyncExternalStore } from 'react';
import type { Profile } from '../../../domain/formats/profile.ts';
import { bridge } from '../../host/bridge.ts';
import type { Progress } from '../../../services/contract/procedure.ts';
import { startJob } from '../../app/tasks.ts';
import { word } from '../../i18n/index.ts';
import { grouped } from '../../app/duration.ts';
import { batches, isGood, newCard, withPreviews, withResults, withSource, type Chosen, type FileCard, type SourceChoice } from './state.ts';

export interface Queue {
  cards: readonly FileCard[];
  progress: Progress | null;
  cancel: (() => void) | null;
  busy: boolean;
}

// Outside the screen: files stay where they are while the user looks at something else.
let queue: Queue = { cards: [], progress: null, cancel: null, busy: false };
const listeners = new Set<() => void>();
const change = (part: Partial<Queue>): void => {
  queue = { ...queue, ...part };
  for (const listener of listeners) listener();
};
const setCards = (cards: readonly FileCard[]): void => change({ cards });

export const useQueue = (): Queue =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => queue,
  );

/** Takes files in and reads everything that waits; together, so that the counts are those of the import. */
export function addFiles(files: readonly Chosen[]): void {
  const known = new Set(queue.cards.map((card) => card.token));
  setCards([...queue.cards.filter((card) => card.state !== 'imported'), ...files.filter((f) => !known.has(f.token)).map(newCard)]);
  void readAll();
}

/** Reads the file as another format than the detected one; null: detect. */
export function chooseFormat(token: string, format: string | null): void {
  setCards(queue.cards.map((card) => (card.token === token ? { ...card, format, profile: null, source: null } : card)));
  void readAll();
}

/** Reads the files of the card's source by another clock, or as another delivery. */
export function chooseSource(card: FileCard, choice: SourceChoice): void {
  setCards(withSource(queue.cards, card, choice));
  void readAll();
}

/** Reads the file by a mapping of its own. */
export function mapFile(token: string, profile: Profile): void {
  setCards(queue.cards.map((card) => (card.token === token ? { ...card, format: null, profile, source: null } : card)));
  void readAll();
}

export function removeFile(token: string): void {
  const rest = queue.cards.filter((card) => card.token !== token);
  setCards(rest);
  if (rest.some((card) => card.state === 'read' || card.state === 'reading')) void readAll();
}

/** Takes everything off that is not being imported. */
export function clearQueue(): void {
  queue.cancel?.();
  setCards(queue.cards.filter((card) => card.state === 'importing'));
}

/** The profile is no more: files that were to be read by it are detected again. */
export function forgetProfile(id: string): void {
  setCards(queue.cards.map((card) => (card.format === `profile:${id}` ? { ...card, format: null } : card)));
}

let bookOf: string | null = null;
let heldOf: readonly unknown[] | null = null;

/**
 * Told which book is open and what it holds, imports and profiles: what would happen with a waiting file depends on all of
 * them, so it is read again when one changed. What was imported into another book is taken off.
 */
export function holdAgainst(book: string, ...held: readonly unknown[]): void {
  const other = bookOf !== null && bookOf !== book;
  const changed = other || (heldOf !== null && held.some((one, i) => one !== heldOf?.[i]));
  [bookOf, heldOf] = [book, held];
  if (other) setCards(queue.cards.filter((card) => card.state !== 'imported'));
  if (changed && !queue.busy && queue.cards.some((card) => card.state === 'read')) void readAll();
}

let reading = 0;
/** Reads all waiting files. A later call makes an earlier one void. */
export async function readAll(): Promise<void> {
  reading += 1;
  const mine = reading;
  queue.cancel?.();
  const waiting = queue.cards.filter((card) => card.state === 'read' || card.state === 'reading');
  setCards(queue.cards.map((card) => (waiting.includes(card) ? { ...card, state: 'reading', error: null } : card)));
  const abort = new AbortController();
  change({ cancel: () => abort.abort(), progress: null });
  for (const input of batches(waiting)) {
    const result = await bridge().call('import/preview', input, {
      signal: abort.signal,
      onProgress: (progress) => {
        if (mine === reading) change({ progress });
      },
    });
    if (mine !== reading) return;
    setCards(withPreviews(queue.cards, input.files, result.ok ? result.value.files : [], result.ok ? null : result.error));
  }
  change({ cancel: null, progress: null });
}

/** Imports the good files, one job for each format choice, in the task tray. */
export async function importGood(): Promise<void> {
  const good = queue.cards.filter(isGood);
  if (good.length === 0 || queue.busy) return;
  const tokens = new Set(good.map((card) => card.token));
  change({ busy: true, cards: queue.cards.map((card) => (tokens.has(card.token) ? { ...card, state: 'importing' } : card)) });
  for (const input of batches(good)) {
    const names = good.filter((card) => input.files.includes(card.token)).map((card) => card.name);
    const title =
      names.length === 1 ? word('import', 'jobOne', { file: names[0] ?? '' }) : word('import', 'jobMany', { count: names.length });
    const result = await startJob('import/run', input, {
      title,
      describe: ({ files }) => {
        const rows = files.reduce((n, f) => n + f.imported, 0);
        return word('import', 'jobDone', { count: rows, n: grouped(rows) });
      },
    });
    if (result.ok) setCards(withResults(queue.cards, input.files, result.value.files));
    else
      setCards(
        queue.cards.map((card) =>
          input.files.includes(card.token)
            ? { ...card, state: 'read', error: result.error.code === 'call.cancelled' ? null : result.error }
            : card,
        ),
      );
  }
  change({ busy: false });
}
