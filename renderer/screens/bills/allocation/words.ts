import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/allocation.json';
import { useBillWords, type BillWords } from '../words.ts';

/** The words of the allocation, beside those of bills. */
export function useAllocationWords(): { t: ReturnType<typeof useWords<typeof words>>; bill: BillWords } {
  return { t: useWords<typeof words>('allocation'), bill: useBillWords() };
}
