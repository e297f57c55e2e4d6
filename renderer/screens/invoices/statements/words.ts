import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/statements.json';

/** Words of duplicates, ageing, statement and registers: `t` with checked keys, `of` for those that data names, and vendors. */
export function useStatementWords() {
  const t = useWords<typeof words>('statements');
  const of = useWordOf('statements');
  const common = useWordOf('common');
  return { t, of, vendor: (vendor: string): string => common(`vendor.${vendor}`) };
}
export type StatementWords = ReturnType<typeof useStatementWords>;
