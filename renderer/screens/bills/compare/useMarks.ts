import { useState } from 'react';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useCompareWords } from './words.ts';

type Pairs = { a: number; b: number }[];
export interface Marks {
  dismiss: (pairs: Pairs, note: string) => Promise<void>;
  restore: (pairs: Pairs) => Promise<void>;
  undo: () => Promise<void>;
  undoable: boolean;
  busy: boolean;
}

/** Marking pairs and taking marks back; the last of either can be undone. */
export function useMarks(onDone: () => void): Marks {
  const { t } = useCompareWords();
  const dismissing = useCommand('analysis/dismiss');
  const restoring = useCommand('analysis/restore');
  const [last, setLast] = useState<{ pairs: Pairs; dismissed: boolean } | null>(null);
  const dismiss = async (pairs: Pairs, note: string, undo = false): Promise<void> => {
    const result = await dismissing.run({ pairs, note });
    if (!result.ok) return;
    setLast(undo ? null : { pairs, dismissed: true });
    notifyDone(t('marked', { count: pairs.length }));
    onDone();
  };
  const restore = async (pairs: Pairs, undo = false): Promise<void> => {
    const result = await restoring.run({ pairs });
    if (!result.ok) return;
    setLast(undo ? null : { pairs, dismissed: false });
    notifyDone(t('restored', { count: pairs.length }));
    onDone();
  };
  return {
    dismiss: (pairs, note) => dismiss(pairs, note),
    restore: (pairs) => restore(pairs),
    undo: async () => (last === null ? undefined : last.dismissed ? restore(last.pairs, true) : dismiss(last.pairs, '', true)),
    undoable: last !== null,
    busy: dismissing.busy || restoring.busy,
  };
}
