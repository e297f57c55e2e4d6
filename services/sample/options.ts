import type { Period } from '../../domain/time/plain-date.ts';

/** Files that can be made; each is read by the import format of the same id (`zilliz.invoice` by `zilliz.invoices`). */
export const SAMPLE_FORMATS = [
  'huawei.detail',
  'huawei.detail.by-product',
  'huawei.detail.by-type',
  'huawei.detail.by-account',
  'huawei.statement',
  'huawei.summary',
  'huawei.expenditures',
  'huawei.spending',
  'huawei.transactions',
  'huawei.item-overview',
  'huawei.api.fee-records',
  'huawei.api.resource-records',
  'huawei.api.monthly-sum',
  'huawei.api.statement',
  'tencent.detail',
  'tencent.resources',
  'tencent.summary',
  'tencent.api.detail',
  'tencent.api.resources',
  'tencent.api.summary',
  'qingcloud.api.charges',
  'qingcloud.api.sums',
  'qingcloud.consumption',
  'zilliz.invoices',
  'zilliz.invoice',
  'zilliz.usage',
  'zilliz.usage.csv',
] as const;
export type SampleFormat = (typeof SAMPLE_FORMATS)[number];
export const isSampleFormat = (text: string): text is SampleFormat => (SAMPLE_FORMATS as readonly string[]).includes(text);

export interface SampleOptions {
  /** Bill lines; for the statement the lines of the detail that it sums up; for Zilliz invoices. */
  rows: number;
  seed: number;
  /** For Zilliz the first of consecutive months. */
  period: Period;
  /** Default: USD for Huawei Cloud and for English Tencent Cloud files, CNY otherwise. */
  currency: string;
  settlement: 'monthly' | 'non-monthly';
  /** Language of headers and words. */
  language: 'zh' | 'en';
  /** How money headers name the currency: not at all, 官网价(USD), 官网价(¥) or 官网价(元); Tencent always prints (元) in Chinese. */
  currencySuffix: 'none' | 'code' | 'sign' | 'word';
  /** Percent of tax on subscriptions, whole number; 0 leaves tax lines out. */
  taxPercent: number;
  /** Huawei Cloud bill details: by usage or by resource. */
  dimension: 'usage' | 'resource';
  /** Huawei Cloud bill details: each line, by day, or by billing cycle. */
  span: 'line' | 'day' | 'cycle';
  /** `second`: the older table of the expenditures; the pay-per-use part of the statement by transaction. */
  layout: 'first' | 'second';
  /** What a summary of Tencent Cloud or of QingCloud is grouped by; `total`: by nothing. */
  by: 'product' | 'project' | 'region' | 'mode' | 'tag' | 'total';
  bom: boolean;
  delimiter: ',' | ';' | '\t';
  newline: '\n' | '\r\n';
  encoding: 'utf-8' | 'utf-16le' | 'gb18030';
}

/** Options with everything that was left open filled in. */
export function complete(format: SampleFormat, options: Partial<SampleOptions>): SampleOptions {
  const language = options.language ?? 'zh';
  const international = language === 'en' && ['tencent.detail', 'tencent.resources', 'tencent.summary'].includes(format);
  const inChina = (format.startsWith('tencent') && !international) || format.startsWith('qingcloud');
  // QingCloud's interface knows the yuan alone, and its sheets name no currency.
  const currency = format.startsWith('qingcloud') ? 'CNY' : (options.currency ?? (inChina ? 'CNY' : 'USD'));
  return {
    rows: format === 'zilliz.invoice' ? 1 : (options.rows ?? 100),
    seed: options.seed ?? 1,
    period: options.period ?? '2023-09',
    currency,
    settlement: options.settlement ?? 'monthly',
    language,
    currencySuffix: options.currencySuffix ?? 'none',
    taxPercent: options.taxPercent ?? (currency === 'CNY' ? 0 : 9),
    dimension: options.dimension ?? 'usage',
    span: options.span ?? 'line',
    layout: options.layout ?? 'first',
    by: options.by ?? 'product',
    bom: options.bom ?? false,
    delimiter: options.delimiter ?? ',',
    newline: options.newline ?? '\n',
    encoding: options.encoding ?? 'utf-8',
  };
}
