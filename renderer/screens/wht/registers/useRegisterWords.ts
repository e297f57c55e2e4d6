import { formById } from '../../../../domain/wht/forms/index.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtRegisters.json';

/** Words of WHT registers: `t` with checked keys, `of` for those that data names; forms and countries by name. */
export function useRegisterWords() {
  const t = useWords<typeof words>('whtRegisters');
  const of = useWordOf('whtRegisters');
  const language = useLanguage();
  return {
    t,
    of,
    language,
    form: (id: string): string => formById(id)?.short ?? id,
    country: (code: string): string => new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code,
  };
}
export type RegisterWords = ReturnType<typeof useRegisterWords>;
