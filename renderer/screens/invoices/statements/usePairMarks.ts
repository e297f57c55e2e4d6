import { useState } from 'react';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useStatementWords } from './words.ts';

type Pairs = { a: number; b: number }[];
export interface PairMarks {
  mark: (pairs: Pairs, note: string) => Promise<void>;
  unmark: (pairs: Pairs) => Promise<void>;
  undo: () => Promise<void>;
  undoable: boolean;
  busy: boolean;
}

/** Saying of pairs that they are two documents, and taking that back; the last of either can be undone. */
export function usePairMarks(onDone: () => void): PairMarks {
  const { t } = useStatementWords();
  const marking = useCommand('invoices/markDistinct');
  const unmarking = useCommand('invoices/unmarkDistinct');
  const [last, setLast] = useState<{ pairs: Pairs; marked: boolean } | null>(null);
  const mark = async (pairs: Pairs, note: string, undo = false): Promise<void> => {
    const result = await marking.run({ pairs, note });
    if (!result.ok) return;
    setLast(undo ? null : { pairs, marked: true });
    notifyDone(t('duplicates.marked', { count: pairs.length }));
    onDone();
  };
  const unmark = async (pairs: Pairs, undo = false): Promise<void> => {
    const result = await unmarking.run({ pairs });
    if (!result.ok) return;
    setLast(undo ? null : { pairs, marked: false });
    notifyDone(t('duplicates.unmarked', { count: pairs.length }));
    onDone();
  };
  return {
    mark: (pairs, note) => mark(pairs, note),
    unmark: (pairs) => unmark(pairs),
    undo: async () => (last === null ? undefined : last.marked ? unmark(last.pairs, true) : mark(last.pairs, '', true)),
    undoable: last !== null,
    busy: marking.busy || unmarking.busy,
  };
}
