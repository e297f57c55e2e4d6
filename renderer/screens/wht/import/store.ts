import { useSyncExternalStore } from 'react';
import type { Input } from '../../../../services/contract/index.ts';
import type { ImportResult } from '../../../../services/contract/wht-import.ts';
import type { GrantedFile } from '../../../host/bridge.ts';
import type { As, Choice, Choices } from './choice.ts';

export type How = Omit<Input<'wht/importPreview'>, 'file'>;

interface Desk {
  file: GrantedFile | null;
  how: How;
  choices: Choices;
  as: As;
  /** Columns are being mapped. */
  mapping: boolean;
  result: ImportResult | null;
}

const EMPTY: Desk = { file: null, how: {}, choices: {}, as: 'draft', mapping: false, result: null };

// Outside the screen: a list stays on the desk while the user looks at an invoice.
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

/** Told which book is open: another one has other invoices, and the desk is cleared. */
export function holdTo(book: string): void {
  if (bookOf !== null && bookOf !== book) change(EMPTY);
  bookOf = book;
}

export const openFile = (file: GrantedFile): void => change({ ...EMPTY, file });
export const clearDesk = (): void => change(EMPTY);
/** Another reading makes other rows: what was chosen of the former ones is void. */
export const readAs = (how: Partial<How>): void => change({ how: { ...desk.how, ...how }, choices: {} });
export const setAs = (as: As): void => change({ as });
export const setMapping = (mapping: boolean): void => change({ mapping });
export const finish = (result: ImportResult): void => change({ result, choices: {} });
export const setChoices = (choices: Choices): void => change({ choices });
/** The choice of one row; null takes it off the list. */
export function choose(row: number, choice: Choice | null): void {
  const { [row]: _, ...rest } = desk.choices;
  change({ choices: choice === null ? rest : { ...rest, [row]: choice } });
}
