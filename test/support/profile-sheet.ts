import { Buffer } from 'node:buffer';
import type { Profile } from '../../domain/formats/profile.ts';

/** CSV text of rows; cells are quoted where they have to be. */
export const utf8 = (rows: readonly string[][], delimiter = ','): string =>
  rows
    .map((r) => r.map((c) => (c.includes(delimiter) || c.includes('"') ? `"${c.replaceAll('"', '""')}"` : c)).join(delimiter))
    .join('\n') + '\n';

/** A consumption sheet as QingCloud customers keep it: Chinese headers, a title above, a total below, yuan with separators. */
export const SHEET: string[][] = [
  ['青云 2023 年 9 月消费明细'],
  ['计费日期', '资源ID', '资源类型', '区域', '计费方式', '数量', '单价（元）', '原价（元）', '优惠（元）', '实付（元）', '备注'],
  ['2023年9月1日', 'i-1a2b', '云服务器', 'pek3', '按需', '720', '0.0350000000', '1,234.56', '-34.56', '1,200.00', ''],
  ['2023年9月1日', 'vol-77', '硬盘', 'pek3', '按需', '100', '0.0001234567', '0.01', '--', '0.0123456789', '大客户'],
  ['2023年9月2日', 'eip-9', '公网IP', 'sh1', '包月', '1', '30', '30', '0', '(5.50)', '退款'],
  ['合计', '', '', '', '', '', '', '1,264.57', '-34.56', '1,194.5123456789', ''],
];
/** How it is mapped. */
export const QING: Profile = {
  tallybook: 'profile',
  version: 1,
  id: 'qingcloud-sheet',
  revision: 1,
  title: '青云 消费明细（自制表）',
  vendor: 'qingcloud',
  kind: 'detail',
  columns: [
    { header: '计费日期', field: 'date' },
    { header: '资源ID', field: 'resourceId' },
    { header: '资源类型', field: 'productType' },
    { header: '区域', field: 'region' },
    { header: '计费方式', field: 'billingMode' },
    { header: '数量', field: 'usage' },
    { header: '单价（元）', field: 'unitPrice' },
    { header: '原价（元）', field: 'listPrice' },
    { header: '优惠（元）', field: 'discount', negate: true },
    { header: '实付（元）', field: 'payable' },
    { header: '备注', field: null },
  ],
  dateOrder: 'ymd',
  decimal: '.',
  thousands: ',',
  sign: 'charges-positive',
  currency: 'CNY',
  encoding: null,
  delimiter: null,
  headerRow: null,
  utcOffset: 8,
};

/** Encodes by a table built from the decoder, since Node encodes UTF only. */
export function toGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const map = new Map<string, Buffer>();
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) map.set(decoder.decode(Buffer.from([a, b])), Buffer.from([a, b]));
  return Buffer.concat([...text].map((c) => (c.codePointAt(0)! < 128 ? Buffer.from(c) : map.get(c)!)));
}
