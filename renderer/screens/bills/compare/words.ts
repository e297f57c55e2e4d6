import { useMemo } from 'react';
import type { Amount } from '../../../../domain/money/amount.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/compare.json';
import { useBillWords, type BillWords } from '../words.ts';

export interface CompareWords extends Pick<BillWords, 'column' | 'value' | 'condition'> {
  t: ReturnType<typeof useWords<typeof words>>;
  effect: (effect: string) => string;
}

/** The words of the comparing screen, with those of columns and values. */
export function useCompareWords(): CompareWords {
  const t = useWords<typeof words>('compare');
  const own = useWordOf('compare');
  const { column, value, condition } = useBillWords();
  return useMemo(
    () => ({ t, column, value, condition, effect: (effect: string) => own(`effect.${effect}`) }),
    [t, own, column, value, condition],
  );
}

/** `12.4 %` with a true minus; empty where there is none. `signed`: with a plus, for changes. */
export function percentText(percent: Amount | null, signed = false): string {
  if (percent === null) return '';
  const [whole = '0', tenth = '0'] = percent.replace('-', '').split('.');
  const text = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${tenth}`;
  return `${percent.startsWith('-') ? '\u2212' : signed && text !== '0.0' ? '+' : ''}${text} %`;
}
