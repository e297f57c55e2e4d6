import type { Bilingual } from '../../../../domain/words/said.ts';
import { FIELDS, type Field } from '../../../../domain/wht/import/fields.ts';
import { useLanguage } from '../../../i18n/index.ts';

/** Names that the rules carry in both languages. */
export function useNames(): { title: (name: Bilingual) => string; field: (field: Field) => string } {
  const zh = useLanguage() === 'zh-CN';
  const title = (name: Bilingual): string => (zh ? name.zh : name.en);
  return { title, field: (field) => title(FIELDS[field].title) };
}
