import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

export type Language = 'en' | 'zh-CN';
export type Words = { [key: string]: string | Words };

const files = import.meta.glob<Words>(['./en/*.json', './zh-CN/*.json'], { eager: true, import: 'default' });

/** Words by language and namespace, from the files that are there. */
export function bundles(): Record<string, Record<string, Words>> {
  const found: Record<string, Record<string, Words>> = {};
  for (const [path, words] of Object.entries(files)) {
    const [, language, namespace] = /^\.\/([^/]+)\/(.+)\.json$/.exec(path) ?? [];
    if (language && namespace) (found[language] ??= {})[namespace] = words;
  }
  return found;
}

const KEY = 'tallybook-language';

/** The language chosen last, else the system's, else English. */
export function initialLanguage(): Language {
  const saved = window.localStorage.getItem(KEY);
  if (saved === 'en' || saved === 'zh-CN') return saved;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Starts i18next with all words in memory; synchronous. */
export function startI18n(language: Language = initialLanguage()): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: bundles(),
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

/** Changes the language at once, everywhere, and remembers it. */
export function setLanguage(language: Language): void {
  window.localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

export const currentLanguage = (): Language => (i18next.language === 'zh-CN' ? 'zh-CN' : 'en');

type Plural<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base | K : K;
/** Dotted keys of a words file; plural forms also without their ending. */
export type KeyOf<W> = { [K in keyof W & string]: W[K] extends string ? Plural<K> : `${K}.${KeyOf<W[K]>}` }[keyof W & string];
export type Translate<W> = (key: KeyOf<W>, values?: Record<string, string | number>) => string;

/**
 * The words of one namespace, keys checked: `const t = useWords<typeof words>('bills')` with
 * `import type words from '../../i18n/en/bills.json'`.
 */
export function useWords<W>(namespace: string): Translate<W> {
  const { t } = useTranslation(namespace);
  const plain = t as unknown as (key: string, values: object) => string;
  return (key, values) => plain(key, values ?? {});
}

/** For keys made of data (a status, a measure): the word, or the fallback where no file has one. */
export function useWordOf(namespace: string): (key: string, fallback?: string) => string {
  const { t } = useTranslation(namespace);
  return (key, fallback) => t(key, { defaultValue: fallback ?? key });
}

/** The language in use; re-renders when it changes. */
export const useLanguage = (): Language => (useTranslation().i18n.language === 'zh-CN' ? 'zh-CN' : 'en');

/** Outside React: a word of a namespace. */
export const word = (namespace: string, key: string, values: Record<string, string | number> = {}): string =>
  i18next.t(key, { ns: namespace, ...values });
