import { csvLine, headerOf, type SampleColumn } from '../csv.ts';
import type { SampleOptions } from '../options.ts';
import type { Money, Tally } from '../tally.ts';
import { timesHalfUp, type Units } from '../units.ts';
import { MISSING, money } from './cells.ts';
import { huaweiLines, type HuaweiLine } from './lines.ts';

export type Column = SampleColumn<HuaweiLine>;
/** The bucket's files print tax in a column of its own instead of in lines of its own. */
const TAX_LINES: ReadonlySet<string> = new Set(['15', '100', '101', '102']);
export const untaxed = (options: SampleOptions): HuaweiLine[] =>
  [...huaweiLines(options)].filter((line) => !TAX_LINES.has(line.billType.code));
export const taxOf = (line: HuaweiLine, { taxPercent }: SampleOptions): Units =>
  timesHalfUp(line.money.payable as Units, BigInt(taxPercent) * 1_000_000n);
export const none = (zh: string, en = zh): Column => ({ zh, en, cell: () => MISSING });

export const resource = ({ language }: SampleOptions): Column[] => [
  { zh: '资源ID', en: 'Resource ID', cell: (l) => l.resource.id },
  { zh: '资源名称', en: 'Resource Name', cell: (l) => l.resource.name },
  { zh: '资源标签', en: 'Resource Tag', cell: (l) => l.resource.tags ?? MISSING },
  { zh: '供应商', en: 'BE', cell: () => (language === 'zh' ? '华为云' : 'HUAWEI CLOUD') },
];
export const product = ({ language }: SampleOptions): Column[] => [
  { zh: '产品类型', en: 'Product Type', cell: (l) => l.resource.item.type[language] },
  { zh: '资源类型', en: 'Resource Type', cell: (l) => l.resource.item.productCode },
  { zh: '产品', en: 'Product', cell: (l) => l.resource.item.product[language] },
];
export const project = ({ language }: SampleOptions): Column[] => [
  { zh: '企业项目ID', en: 'Enterprise Project ID', cell: (l) => l.resource.project.id || MISSING },
  { zh: '企业项目名称', en: 'Enterprise Project Name', cell: (l) => l.resource.project[language] },
];
export const regionColumn = ({ language }: SampleOptions, zh = '区域'): Column => ({
  zh,
  en: 'Region',
  cell: (l) => l.resource.region[language],
});
export const modeColumn = ({ language }: SampleOptions): Column => ({
  zh: '计费模式',
  en: 'Billing Mode',
  cell: (l) => (l.subscription ? (language === 'zh' ? '包月' : 'Monthly') : language === 'zh' ? '按需' : 'Pay-per-use'),
});
export const listColumn: Column = { zh: '官网价总金额', en: 'Total List Price', money: true, cell: (l) => money(l.money.listPrice) };
export const discountColumn: Column = { zh: '折扣优惠', en: 'Discounts', money: true, cell: (l) => money(l.money.discount) };
export const payableColumn: Column = { zh: '消费金额', en: 'Expenditure', money: true, cell: (l) => money(l.money.payable) };
export const taxColumn = (options: SampleOptions): Column => ({
  zh: '税金',
  en: 'Tax',
  money: true,
  cell: (l) => money(taxOf(l, options)),
});
export const SUB = [none('子资源名称'), none('子资源ID'), none('子资源产品类型'), none('子资源产品')];
export const orderType = (line: HuaweiLine): string =>
  ({ '1': '新购', '2': '续费', '8': '续费', '3': '变更', '20': '变更', '4': '退订' })[line.billType.code] ?? MISSING;

/** Writes the lines and adds up what an import must find: rounding-off follows from the list price, payments are not printed. */
export function* write(
  options: SampleOptions,
  tally: Tally,
  columns: readonly Column[],
  lines: Iterable<HuaweiLine>,
  moneyOf: (line: HuaweiLine) => Money,
): Iterable<string> {
  yield csvLine(headerOf(columns, options), options);
  for (const line of lines) {
    tally.rows++;
    tally.line(options.currency, moneyOf(line));
    yield csvLine(
      columns.map((column) => column.cell(line)),
      options,
    );
  }
}
