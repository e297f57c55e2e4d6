import { MEASURES, type Measure } from '../../../services/contract/schema.ts';
import { lineColumns } from '../../../services/reports/columns.ts';
import type { CodeTexts, Language, Line, LineSource, Measures, RawLine, Totals } from '../../../services/reports/data.ts';
import { wordsOf } from '../../../services/reports/words.ts';

/** Figures of a hand-made month; BigInt arithmetic of its own, so that nothing here repeats the code under test. */
export const noMeasures = (): Measures => Object.fromEntries(MEASURES.map((m) => [m, null])) as Measures;

const SCALE = 10n ** 10n;
const scaled = (text: string): bigint => {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * SCALE + BigInt(fraction.padEnd(10, '0'));
  return negative ? -value : value;
};
const plain = (value: bigint): string => {
  const absolute = value < 0n ? -value : value;
  const fraction = (absolute % SCALE).toString().padStart(10, '0').replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${absolute / SCALE}${fraction ? `.${fraction}` : ''}`;
};

export function addUp(lines: readonly Line[]): Totals {
  const totals: Totals = {};
  for (const line of lines) {
    const measures = (totals[line.currency] ??= noMeasures());
    for (const m of MEASURES) if (line[m] !== null) measures[m] = plain(scaled(measures[m] ?? '0') + scaled(line[m]));
  }
  return totals;
}

const PRODUCTS = [
  ['Elastic Cloud Server', '弹性云服务器'],
  ['Elastic Volume Service', '云硬盘'],
  ['Virtual Private Cloud', '虚拟私有云'],
  ['Object Storage Service', '对象存储服务'],
  ['Relational Database Service', '云数据库 RDS'],
] as const;
const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  '@SUM(1)',
  '＝1+1',
  "'=quoted",
  'line one\nline two',
  'bell\u0007 and \ufffe',
  '_x0041_ literal',
  '龘 𠮷 㐀',
  'a"b,c;d',
  ' padded ',
  '<b>&amp;</b>',
];

/** A line whose every figure follows from its number; every eleventh is a refund, every seventh a Zilliz line with ten decimals. */
export function lineOf(i: number): Line {
  const [en, zh] = PRODUCTS[i % PRODUCTS.length] ?? PRODUCTS[0];
  const zilliz = i % 7 === 6;
  const cents = BigInt((i * 7919) % 1_000_003) * 100n + BigInt(i % 97);
  const sign = i % 11 === 10 ? -1n : 1n;
  const payable = plain((sign * (cents * SCALE)) / 10_000n + (zilliz ? BigInt(i % 100) : BigInt(i % 1000) * 100n));
  const list = plain(scaled(payable) + SCALE / 8n);
  const figures: Partial<Record<Measure, string | null>> = zilliz
    ? { payable, credit: '0' }
    : {
        listPrice: list,
        discount: '0.125',
        roundingOff: '0',
        payable,
        cash: i % 3 === 0 ? payable : '0',
        coupon: i % 13 === 12 ? '0.00000001' : '0',
        monthlySettled: i % 3 === 0 ? '0' : payable,
      };
  return {
    ...noMeasures(),
    ...figures,
    id: i + 1,
    batch: 1,
    file: zilliz ? 'usage-2026-09.csv' : '账单明细_2026-09.csv',
    row: i + 2,
    vendor: zilliz ? 'zilliz' : 'huawei',
    period: '2026-09',
    date: i % 29 === 28 ? null : `2026-09-${String((i % 30) + 1).padStart(2, '0')}`,
    currency: i % 5 === 4 && !zilliz ? 'THB' : 'USD',
    account: `hwc-team-${i % 4}`,
    payingAccount: i % 2 === 0 ? 'hwc-master' : null,
    enterpriseProject: i % 3 === 0 ? 'default' : '生产环境',
    productType: i % 2 === 0 ? en : zh,
    product: zh,
    spec: `s6.large.${i % 4}`,
    billingMode: i % 3 === 0 ? '包年/包月' : '按需',
    billType: sign < 0n ? '退款-退订' : '消费-使用',
    resourceId: `res-${String(i).padStart(8, '0')}`,
    resourceName: HOSTILE[i % HOSTILE.length] ?? '',
    region: 'ap-southeast-2',
    availabilityZone: null,
    usageType: 'Duration',
    usage: String(i % 720),
    usageUnit: 'hour',
    unitPrice: i % 17 === 16 ? '123456.7890123456' : '0.0312',
    orderId: i % 3 === 0 ? `CS26090${i}` : null,
    tags: i % 10 === 9 ? 'env:prod;team:财务' : null,
    provider: null,
    invoiceId: null,
  };
}

export const sampleLines = (count: number): Line[] => Array.from({ length: count }, (_, i) => lineOf(i));

/** Whole units and 10^-10 fractions, as the store keeps an amount. */
const pair = (text: string | null): (number | null)[] =>
  text === null ? [null, null] : [Number(scaled(text) / SCALE), Number(scaled(text) % SCALE)];

/** What a line shows in a column: its own field, the vendor by name. */
export const shownIn = (line: Line, column: string, words = wordsOf('en')): string | number | null =>
  column === 'vendor' ? words.vendors[line.vendor] : line[column as Exclude<keyof Line, 'vendor'>];

/** The lines as the store would hand them over: texts as codes of a dictionary, amounts as pairs. */
export function sourceOf(lines: readonly Line[], options: { language?: Language; pageSize?: number } = {}): LineSource {
  const { language = 'en', pageSize = 1000 } = options;
  const words = wordsOf(language);
  const texts: string[] = [];
  const codes = new Map<string, number>();
  const code = (text: string | null): number | null => {
    if (text === null) return null;
    if (!codes.has(text)) codes.set(text, texts.push(text) - 1);
    return codes.get(text)!;
  };
  const of: CodeTexts = { texts: (wanted) => wanted.map((id) => ({ id, text: texts[id]! })) };
  let next = 1;
  const columns = lineColumns(words).map((column) => {
    const place = next;
    next += column.kind === 'amount' ? 2 : 1;
    if (column.kind === 'amount' || column.kind === 'count') return { ...column, field: { type: column.kind, place } };
    return { ...column, field: column.id === 'orderId' ? { type: 'text' as const, place } : { type: 'code' as const, place, of } };
  });
  const raw = (line: Line): RawLine => [
    line.id,
    ...columns.flatMap(({ id, field }) => {
      const value = shownIn(line, id, words);
      if (field.type === 'amount') return pair(value as string | null);
      return [field.type === 'code' ? code(value as string | null) : value];
    }),
  ];
  return {
    columns,
    count: lines.length,
    totals: addUp(lines),
    currency: { place: columns.find((c) => c.id === 'currency')!.field.place, of },
    measures: MEASURES.map((measure) => ({ measure, place: columns.find((c) => c.id === measure)!.field.place })),
    *pages() {
      for (let i = 0; i < lines.length; i += pageSize) yield lines.slice(i, i + pageSize).map(raw);
    },
  };
}
