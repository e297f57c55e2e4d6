import type { DeclaredCheck } from '../../../../services/contract/reconcile.ts';
import type { Language } from '../../../i18n/index.ts';

/** True where one of the check's texts, in either language, contains the search. */
export const says = ({ id, title, left, right, explanation, source }: DeclaredCheck, search: string): boolean =>
  [id, ...[title, left, right, explanation, source].flatMap((words) => [words.en, words.zh])].some((text) =>
    text.toLowerCase().includes(search.trim().toLowerCase()),
  );

/** The policies that may explain a difference; `exact` where none does. */
export const toleranceText = ({ tolerance }: DeclaredCheck, language: Language, exact: string): string =>
  tolerance.length === 0 ? exact : tolerance.map((policy) => (language === 'zh-CN' ? policy.zh : policy.en)).join('; ');

/** A side as the list shows it: beginning with a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
