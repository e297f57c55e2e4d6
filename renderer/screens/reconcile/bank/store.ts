import { useSyncExternalStore } from 'react';
import type { Input } from '../../../../services/contract/index.ts';
import type { GrantedFile } from '../../../host/bridge.ts';

export type How = Omit<Input<'bank/preview'>, 'file'>;

interface Desk {
  file: GrantedFile | null;
  how: How;
  /** Columns are being mapped. */
  mapping: boolean;
}

const EMPTY: Desk = { file: null, how: {}, mapping: false };

// Outside the screen: a statement stays on the desk while the user looks at an invoice.
let desk: Desk = EMPTY;
let bookOf: string | null = null;
const listeners = new Set<() => void>();
const change = (part: Partial<Desk>): void => {
  desk = { ...desk, ...part };
  for (const listener of listeners) listener();
};

export const useDesk = (): Desk =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => desk,
  );

/** Told which book is open: another one has other accounts, and the desk is cleared. */
export function holdTo(book: string): void {
  if (bookOf !== null && bookOf !== book) change(EMPTY);
  bookOf = book;
}

export const openFile = (file: GrantedFile): void => change({ ...EMPTY, file });
export const clearDesk = (): void => change(EMPTY);
export const readAs = (how: Partial<How>): void => change({ how: { ...desk.how, ...how } });
export const setMapping = (mapping: boolean): void => change({ mapping });
