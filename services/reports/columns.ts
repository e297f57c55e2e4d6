import { MEASURES } from '../contract/schema.ts';
import type { Line } from './data.ts';
import type { Words } from './words.ts';

export type ColumnKind = 'text' | 'amount' | 'count' | 'date';

/** One column of the line files, the same in CSV and XLSX. `width` is in characters. */
export interface LineColumn {
  id: string;
  label: string;
  kind: ColumnKind;
  width: number;
  of(line: Line): string | number | null;
}

type TextField = Exclude<keyof Words['line'], 'vendor' | 'usage' | 'unitPrice' | 'row' | 'id' | 'date'>;

/** Columns of the bill lines: where and what, then every measure, then where the line comes from. */
export function lineColumns(words: Words): LineColumn[] {
  const text = (id: TextField, width: number): LineColumn => ({ id, label: words.line[id], kind: 'text', width, of: (line) => line[id] });
  return [
    text('period', 10),
    { id: 'date', label: words.line.date, kind: 'date', width: 12, of: (line) => line.date },
    { id: 'vendor', label: words.line.vendor, kind: 'text', width: 14, of: (line) => words.vendors[line.vendor] },
    text('account', 18),
    text('payingAccount', 18),
    text('enterpriseProject', 18),
    text('productType', 24),
    text('product', 24),
    text('spec', 28),
    text('billingMode', 16),
    text('billType', 20),
    text('resourceId', 26),
    text('resourceName', 24),
    text('region', 16),
    text('availabilityZone', 16),
    text('usageType', 18),
    { id: 'usage', label: words.line.usage, kind: 'amount', width: 18, of: (line) => line.usage },
    text('usageUnit', 12),
    { id: 'unitPrice', label: words.line.unitPrice, kind: 'amount', width: 18, of: (line) => line.unitPrice },
    text('orderId', 26),
    text('currency', 9),
    ...MEASURES.map((m): LineColumn => ({ id: m, label: words.measures[m], kind: 'amount', width: 18, of: (line) => line[m] })),
    text('tags', 24),
    text('provider', 20),
    text('invoiceId', 22),
    text('file', 30),
    { id: 'row', label: words.line.row, kind: 'count', width: 11, of: (line) => line.row },
    { id: 'id', label: words.line.id, kind: 'count', width: 11, of: (line) => line.id },
  ];
}
