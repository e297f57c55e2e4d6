import { useSyncExternalStore } from 'react';
import { notifyDone } from '../../../app/notify.tsx';
import { bridge, type GrantedFile } from '../../../host/bridge.ts';
import { word } from '../../../i18n/index.ts';
import { inOrder, isReady, newCard, type Choice, type ElectronicCard } from './state.ts';

interface Queue {
  cards: readonly ElectronicCard[];
  busy: boolean;
}

// Outside the screen: files stay where they are while the user looks at something else.
let queue: Queue = { cards: [], busy: false };
const listeners = new Set<() => void>();
const change = (part: Partial<Queue>): void => {
  queue = { ...queue, ...part };
  for (const listener of listeners) listener();
};
const put = (token: string, part: Partial<ElectronicCard>): void =>
  change({ cards: queue.cards.map((card) => (card.token === token ? { ...card, ...part } : card)) });

export const useElectronic = (): Queue =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => queue,
  );

export function addFiles(files: readonly GrantedFile[]): void {
  const known = new Set(queue.cards.map((card) => card.token));
  change({ cards: [...queue.cards.filter((card) => card.state !== 'imported'), ...files.filter((f) => !known.has(f.token)).map(newCard)] });
  void readAll();
}

export const removeFile = (token: string): void => change({ cards: queue.cards.filter((card) => card.token !== token) });
export const clearFiles = (): void => change({ cards: queue.cards.filter((card) => card.state === 'importing') });

/** Sets how a file is recorded, and holds it against the register anew where that bears on it. */
export function choose(token: string, choice: Partial<Choice>): void {
  const card = queue.cards.find((c) => c.token === token);
  if (!card) return;
  put(token, { choice: { ...card.choice, ...choice }, error: null });
  if ('vendor' in choice || 'period' in choice || 'as' in choice || 'credits' in choice) void readAll([token]);
}

let bookOf: string | null = null;
let heldOf: readonly unknown[] | null = null;

/** Told which book is open and what is in its register: files that wait are held against it anew when one of these changed. */
export function holdAgainst(book: string, ...held: readonly unknown[]): void {
  const other = bookOf !== null && bookOf !== book;
  const changed = other || (heldOf !== null && held.some((one, i) => one !== heldOf?.[i]));
  [bookOf, heldOf] = [book, held];
  if (other) change({ cards: queue.cards.filter((card) => card.state !== 'imported') });
  if (changed && !queue.busy) void readAll();
}

const asked = new Map<string, number>();
let asking = 0;

/** Files that are read at a time, each in a process of its own. */
const AT_ONCE = 3;

/** Reads files that wait; a later call makes an earlier one void for the files that it reads. */
async function readAll(only: readonly string[] | null = null): Promise<void> {
  const waiting = queue.cards.filter(
    (card) => (card.state === 'read' || card.state === 'reading') && (only === null || only.includes(card.token)),
  );
  asking += 1;
  const mine = asking;
  for (const { token } of waiting) asked.set(token, mine);
  const left = waiting.map((card) => card.token);
  const take = async (): Promise<void> => {
    for (let token = left.shift(); token !== undefined; token = left.shift()) await readOne(token, mine);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

async function readOne(token: string, mine: number): Promise<void> {
  const card = queue.cards.find((c) => c.token === token);
  if (!card || asked.get(token) !== mine) return;
  if (card.preview === null) put(token, { state: 'reading', error: null });
  const { vendor, period, as, credits } = card.choice;
  const result = await bridge().call('einvoice/preview', { file: token, vendor, period, as, credits });
  const state = queue.cards.find((c) => c.token === token)?.state;
  if (asked.get(token) !== mine || state === 'importing' || state === 'imported') return;
  if (!result.ok) return put(token, { state: 'read', preview: null, error: result.error });
  // A refused import whose reason the register does not show (a party that cannot be made) stays in sight until something is changed.
  const kept = card.preview !== null && result.value.state === 'new' ? card.error : null;
  put(token, { state: 'read', preview: result.value, error: kept });
}

/** Takes the file, or all that are ready, into the register; each in a transaction of its own. */
export async function importReady(only: string | null = null): Promise<void> {
  if (queue.busy) return;
  change({ busy: true });
  let done = 0;
  for (const { token } of inOrder(queue.cards.filter((card) => isReady(card) && (only === null || card.token === only)))) {
    const card = queue.cards.find((c) => c.token === token);
    if (!card) continue;
    put(token, { state: 'importing', error: null });
    const result = await bridge().call('einvoice/import', { file: token, ...card.choice });
    if (result.ok) done += 1;
    put(token, result.ok ? { state: 'imported', preview: result.value.preview } : { state: 'read', error: result.error });
  }
  change({ busy: false });
  if (done > 0) notifyDone(word('electronic', 'imported', { count: done }));
  // What waited for one of them may be ready now.
  void readAll();
}
