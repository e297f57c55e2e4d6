/** Languages of a document; `both`: English with the Chinese beside or below it. */
export const PAPER_LANGUAGES = ['en', 'zh-CN', 'both'] as const;
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number];
