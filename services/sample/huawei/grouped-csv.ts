import { csvLine, headerOf, type SampleColumn } from '../csv.ts';
import type { SampleWriter } from '../generate.ts';
import type { SampleOptions } from '../options.ts';
import { moneyColumns, quantity } from './cells.ts';
import { detailColumns } from './detail-columns.ts';
import { grouped } from './grouping.ts';
import { huaweiLines, two, type HuaweiLine } from './lines.ts';

type Dimension = 'usage' | 'resource' | 'product' | 'type' | 'account';

const ACCOUNT = ['账期', '企业项目', '企业项目ID', '账号', '交易账号'];
const TYPE = [...ACCOUNT, '产品类型编码', '产品类型'];
const PRODUCT = [...TYPE, '产品编码', '产品'];
const RESOURCE = [...PRODUCT, '订单号/交易号', '资源ID', '资源名称', '资源标签', '规格', '区域', '可用区'];
const COLUMNS: Readonly<Record<Dimension, readonly string[]>> = {
  account: ACCOUNT,
  type: TYPE,
  product: PRODUCT,
  resource: RESOURCE,
  usage: [...RESOURCE, '使用量类型', '单价单位', '使用量单位'],
};
const TIMES = ['消费时间', '使用开始时间', '使用结束时间', '交易时间'];

/** Bill details by `dimension` with the span of the options: the lines of the same month, summed over what the file does not print. */
export const huaweiGroupedCsv = (dimension: Dimension): SampleWriter =>
  function* (options, tally) {
    const names = columnsOf(dimension, options);
    const usage: SampleColumn<HuaweiLine>[] = dimension === 'usage' ? [{ zh: '使用量', en: 'Usage', cell: (l) => quantity(l.usage) }] : [];
    yield csvLine(headerOf([...names, ...usage, ...moneyColumns(options)], options), options);
    const key = (line: HuaweiLine): string => names.map((column) => column.cell(line)).join('\u0000');
    const lines = options.span === 'line' ? huaweiLines(options) : grouped(huaweiLines(options), key);
    for (const line of lines) {
      tally.rows++;
      tally.line(options.currency, line.money);
      yield csvLine(
        [...names, ...usage, ...moneyColumns(options)].map((column) => column.cell(line)),
        options,
      );
    }
  };

function columnsOf(dimension: Dimension, options: SampleOptions): SampleColumn<HuaweiLine>[] {
  const all = detailColumns(options);
  const wanted = [...COLUMNS[dimension], '计费模式', '账单类型', ...(options.span === 'line' ? TIMES : [])];
  const day: SampleColumn<HuaweiLine> = { zh: '日期', en: 'Date', cell: (l) => `${options.period}-${two(l.day)}` };
  return [...all.filter((column) => wanted.includes(column.zh)), ...(options.span === 'day' ? [day] : [])];
}

const KINDS: readonly (readonly [string, string, string])[] = [
  ['消费', '消费', 'Expenditure'],
  ['退款', '退款', 'Refund'],
  ['调账', '调账', 'Adjustment'],
];
/** 消费, 退款 or 调账: all that a summary tells of the bill type. */
export const kindOf = (line: HuaweiLine, language: 'zh' | 'en'): string => {
  const [, zh, en] = KINDS.find(([start]) => line.billType.text.startsWith(start))!;
  return language === 'zh' ? zh : en;
};

/** 汇总账单: the fields of guide 13.2.1. */
export const huaweiSummaryCsv: SampleWriter = function* (options, tally) {
  const { language } = options;
  const named = detailColumns(options).filter(({ zh }) => ['账期', '账号', '产品类型', '产品'].includes(zh));
  const columns: SampleColumn<HuaweiLine>[] = [
    ...named,
    { zh: '计费模式', en: 'Billing Mode', cell: (l) => modeOf(l, language) },
    { zh: '账单类型', en: 'Bill Type', cell: (l) => kindOf(l, language) },
  ];
  const money = moneyColumns(options);
  yield csvLine(headerOf([...columns, ...money], options), options);
  for (const line of grouped(huaweiLines(options), (l) => columns.map((column) => column.cell(l)).join('\u0000'))) {
    tally.rows++;
    tally.line(options.currency, line.money);
    yield csvLine(
      [...columns, ...money].map((column) => column.cell(line)),
      options,
    );
  }
};

/** A summary has no mode for what was given back. */
const modeOf = (line: HuaweiLine, language: 'zh' | 'en'): string => {
  if (line.billType.text.startsWith('退款')) return '';
  return line.subscription ? (language === 'zh' ? '包年/包月' : 'Yearly/Monthly') : language === 'zh' ? '按需' : 'Pay-per-use';
};
