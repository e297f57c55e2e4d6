import { normaliseHeader } from '../../formats/header.ts';

/**
 * Headers under which bill files print the type of a discount (商务合同折扣, 伙伴授予折扣 …). Source: Huawei Cloud international billing
 * guide, sections 6.1.1 and 7.2.2.3; filled since 2020-11-15, for pay-per-use by day and cycle since 2022-08-01.
 */
const HEADERS: ReadonlySet<string> = new Set(['优惠类型', 'Discount Type'].map((header) => normaliseHeader(header).name));
const MISSING: ReadonlySet<string> = new Set(['', '-', '--']);

/** The place of the discount's type among the headers of a file; -1 where it prints none. */
export const discountTypeColumn = (headers: readonly string[]): number =>
  headers.findIndex((header) => HEADERS.has(normaliseHeader(header).name));

/** The printed type; null where the cell is a sign of “missing”. */
export function discountType(cell: string): string | null {
  const text = cell.trim();
  return MISSING.has(text) ? null : text;
}
