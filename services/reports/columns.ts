import { columnOf } from '../../domain/bill/columns.ts';
import { unwrap } from '../../domain/result.ts';
import { MEASURES } from '../contract/schema.ts';
import type { Words } from './words.ts';

export type ColumnKind = 'text' | 'amount' | 'count' | 'date';

/** One column of the line files, the same in CSV and XLSX. `width` is in characters. */
export interface LineColumn {
  id: string;
  label: string;
  kind: ColumnKind;
  width: number;
}

/** Columns of the bill lines: where and what, then every measure, then where the line comes from. */
export function lineColumns(words: Words): LineColumn[] {
  const column = (id: keyof Words['line'], width: number, kind: ColumnKind = 'text'): LineColumn => ({
    id,
    label: words.line[id],
    kind,
    width,
  });
  return [
    column('period', 10),
    column('date', 12, 'date'),
    column('vendor', 14),
    column('account', 18),
    column('payingAccount', 18),
    column('enterpriseProject', 18),
    column('productType', 24),
    column('product', 24),
    column('spec', 28),
    column('billingMode', 16),
    column('billType', 20),
    column('resourceId', 26),
    column('resourceName', 24),
    column('region', 16),
    column('availabilityZone', 16),
    column('usageType', 18),
    column('usage', 18, 'amount'),
    column('usageUnit', 12),
    column('unitPrice', 18, 'amount'),
    column('orderId', 26),
    column('currency', 9),
    ...MEASURES.map((m): LineColumn => ({ id: m, label: words.measures[m], kind: 'amount', width: 18 })),
    column('tags', 24),
    column('provider', 20),
    column('invoiceId', 22),
    column('file', 30),
    column('row', 11, 'count'),
    column('id', 11, 'count'),
  ];
}

/** Columns beside those of every file: they are written where they are asked for by name. */
const furtherColumns = (words: Words): LineColumn[] => [
  { id: 'kind', label: words.kind, kind: 'text', width: 14 },
  { id: 'batch', label: words.line.batch, kind: 'count', width: 9 },
];

/**
 * The columns of those names in their order, each once: Tallybook's own, FOCUS's, or `tag:KEY`. Refuses
 * `bills.unknown-column`, naming the nearest right names.
 */
export function chosenColumns(words: Words, names: readonly string[]): LineColumn[] {
  const known = new Map([...lineColumns(words), ...furtherColumns(words)].map((column) => [column.id, column]));
  const chosen = new Map<string, LineColumn>();
  for (const name of names) {
    const own = known.get(name.trim());
    const column = own ?? unwrap(columnOf(name));
    const id = 'id' in column ? column.id : column.name;
    chosen.set(id, known.get(id) ?? { id, label: id.replace(/^tag:/, `${words.line.tags}: `), kind: 'text', width: 18 });
  }
  return [...chosen.values()];
}
