import type { PaperLanguage } from '../../domain/invoices/paper-language.ts';
import type { Bilingual } from '../../domain/words/said.ts';
import type { Sentence, Term, Value } from './paper.ts';
import { PAPER_WORDS } from './words.ts';

/** A text in the languages of the paper: one, or English and Chinese where they differ. */
export type Told = readonly [text: string, second?: string];

const pairOf = (term: Term): Bilingual => (typeof term === 'string' ? PAPER_WORDS[term] : term);

function inLanguages(language: PaperLanguage, make: (of: 'en' | 'zh') => string): Told {
  if (language !== 'both') return [make(language === 'en' ? 'en' : 'zh')];
  const [en, zh] = [make('en'), make('zh')];
  return en === zh ? [en] : [en, zh];
}

export const tellTerm = (term: Term, language: PaperLanguage): Told => inLanguages(language, (of) => pairOf(term)[of]);

/** The sentence with its holes filled, names in the same language. */
export const tellSentence = ({ text, values = {} }: Sentence, language: PaperLanguage): Told =>
  inLanguages(language, (of) =>
    pairOf(text)[of].replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? hole : typeof value === 'string' ? value : value[of];
    }),
  );

export function tellValue(value: Value, language: PaperLanguage): Told {
  if (typeof value === 'string') return [value];
  return 'text' in value ? tellSentence(value, language) : tellTerm(value, language);
}

/** Both languages in one line. */
export const oneLine = (told: Told): string => told.filter(Boolean).join(' ');

/** A country by its name, or by its code where it has none. */
export const tellCountry = (code: string, language: PaperLanguage): Told =>
  inLanguages(
    language,
    (of) => new Intl.DisplayNames([of === 'en' ? 'en' : 'zh-CN'], { type: 'region', fallback: 'none' }).of(code) ?? code,
  );
