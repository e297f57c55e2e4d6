import { complete } from '../../../services/sample/options.ts';
import type { SampleColumn } from '../../../services/sample/csv.ts';
import { leadingColumns, moneyColumns } from '../../../services/sample/huawei/cells.ts';
import { detailColumns } from '../../../services/sample/huawei/detail-columns.ts';
import { grouped } from '../../../services/sample/huawei/grouping.ts';
import { two, type HuaweiLine } from '../../../services/sample/huawei/lines.ts';
import { OWN_FILE, type BookLine } from './lines.ts';
import { PART_LINES, PERIOD } from './options.ts';
import type { Table } from './table.ts';

type Columns = readonly SampleColumn<HuaweiLine>[];

const OPTIONS = complete('huawei.detail', { period: PERIOD, currency: 'USD' });
const CURRENCY: SampleColumn<HuaweiLine> = { zh: '币种', en: 'Currency', cell: () => 'USD' };
const ALL = detailColumns(OPTIONS);
const DAY: SampleColumn<HuaweiLine> = { zh: '日期', en: 'Date', cell: (l) => `${PERIOD}-${two(l.day)}` };
const named = (...names: string[]): Columns => ALL.filter((column) => names.includes(column.zh));
const MONEY = [...moneyColumns(OPTIONS), CURRENCY];

const ACCOUNT = ['账期', '企业项目', '企业项目ID', '账号', '交易账号'];
const TYPE = [...ACCOUNT, '产品类型编码', '产品类型'];
const PRODUCT = [...TYPE, '产品编码', '产品'];
const RESOURCE = [...PRODUCT, '资源ID', '资源名称', '资源标签', '规格', '区域', '可用区'];
const MODE = ['计费模式', '账单类型'];
/** The days that a detail bill covers, and the day on which it was drawn up. */
const SPAN = `${PERIOD.replace('-', '')}01-20240603`;
/** A console export: when it was made, then what it tells. */
const exported = (stamp: string, what: string): string => `${stamp}_${what}_bill.csv`;
export const FINAL = '20240604090000';
/** The month-to-date export was made on this day, with the charges of the days before. */
export const EARLIER_DAY = 17;
const EARLIER = `${PERIOD.replace('-', '')}${EARLIER_DAY}090000`;

const table = (name: string, columns: Columns, lines: Iterable<BookLine>): Table => ({
  name,
  header: columns.map((column) => column.zh),
  rows: [...lines].map((line) => columns.map((column) => column.cell(line))),
});

function summed(name: string, columns: Columns, lines: readonly BookLine[]): Table {
  return table(
    name,
    [...columns, ...MONEY],
    grouped(lines, (line) => columns.map((column) => column.cell(line)).join('\u0000')),
  );
}

export const detailName = (part: number): string => `demo-finance_PriceFactorBillDetail_${SPAN}_${part}.csv`;
export const OWN_NAME = `${OWN_FILE}_PriceFactorBillDetail_${SPAN}.csv`;
export const STATEMENT_NAME = `demo-finance_SettleBillDetail_${SPAN}.csv`;
export const NAMES = {
  resource: exported(FINAL, 'resource'),
  resourceEarlier: exported(EARLIER, 'resource'),
  product: exported(FINAL, 'product'),
  type: exported(FINAL, 'type'),
  account: exported(FINAL, 'account'),
} as const;
export const dayName = (day: number): string => exported(`${FINAL.slice(0, 12)}${two(day)}`, 'daily');

/** Every file of the bill: lazily, for the detail of a large book is many parts. In the order of import. */
export function billFiles(lines: readonly BookLine[]): Map<string, () => Table> {
  const files = new Map<string, () => Table>();
  const DETAIL = [...ALL, CURRENCY];
  partsOf(lines.filter((l) => l.resource.account !== OWN_FILE)).forEach((part, i) =>
    files.set(detailName(i + 1), () => table(detailName(i + 1), DETAIL, part)),
  );
  files.set(OWN_NAME, () =>
    table(
      OWN_NAME,
      DETAIL,
      lines.filter((l) => l.resource.account === OWN_FILE),
    ),
  );
  files.set(STATEMENT_NAME, () => {
    const columns: Columns = [...leadingColumns(OPTIONS), ...named('区域')];
    const trades = grouped(lines, (l) => `${l.tradeId} ${l.billType.code}`);
    return table(STATEMENT_NAME, [...columns, ...MONEY], trades);
  });
  const view = (name: string, columns: Columns, of: readonly BookLine[]): void => void files.set(name, () => summed(name, columns, of));
  const byResource = [...named(...RESOURCE, ...MODE)];
  view(
    NAMES.resourceEarlier,
    byResource,
    lines.filter((l) => l.day < EARLIER_DAY),
  );
  view(NAMES.resource, byResource, lines);
  view(NAMES.product, named(...PRODUCT, ...MODE), lines);
  view(NAMES.type, named(...TYPE, ...MODE), lines);
  view(NAMES.account, named(...ACCOUNT, ...MODE), lines);
  const days = Map.groupBy(lines, (l) => l.day);
  for (const day of [...days.keys()].sort((a, b) => a - b)) view(dayName(day), [...named(...TYPE, ...MODE), DAY], days.get(day)!);
  return files;
}

/** Names of all files that tell of the line: of the detail bill the part that it is in. */
export function filesWith(lines: readonly BookLine[], line: BookLine): string[] {
  const part = partsOf(lines.filter((l) => l.resource.account !== OWN_FILE)).findIndex((of) => of.includes(line));
  return [
    part < 0 ? OWN_NAME : detailName(part + 1),
    STATEMENT_NAME,
    ...(line.day < EARLIER_DAY ? [NAMES.resourceEarlier] : []),
    NAMES.resource,
    NAMES.product,
    NAMES.type,
    NAMES.account,
    dayName(line.day),
  ];
}

/** Parts of about PART_LINES lines; at least three, and the lines of an order or deduction stay together. */
function partsOf(lines: readonly BookLine[]): BookLine[][] {
  const size = Math.min(PART_LINES, Math.ceil(lines.length / 3));
  const parts: BookLine[][] = [[]];
  for (const [i, line] of lines.entries()) {
    if (parts.at(-1)!.length >= size && lines[i - 1]!.tradeId !== line.tradeId) parts.push([]);
    parts.at(-1)!.push(line);
  }
  return parts;
}
