/** Every report that a book gives as a file; `period` is the whole of a period with its bill lines. Names never change. */
export const REPORT_IDS = [
  'period',
  'reconciliation',
  'differences',
  'open-items',
  'three-way',
  'invoice-register',
  'tax-register',
  'wht-register',
  'audit',
  'close-certificate',
] as const;
export type ReportId = (typeof REPORT_IDS)[number];

export const REPORT_FORMATS = ['xlsx', 'pdf', 'csv'] as const;
/** What a report can be asked for beside its period, format and language. */
export const REPORT_PARAMETERS = ['vendor', 'days', 'asOf'] as const;
/** `both`: English and Chinese in one document. */
export const REPORT_LANGUAGES = ['en', 'zh-CN', 'both'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];
