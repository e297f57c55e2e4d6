import type { BillLine } from '../../../../services/contract/bills.ts';
import { MEASURE_NAMES } from '../../../../domain/formats/fields.ts';
import { amountText, type DataColumn } from '../../../ui/index.ts';
import type { BillWords } from '../words.ts';

/** Dimensions in the order of the chooser; the ones marked stand in a new book's table. */
const TEXTS = [
  ['vendor', 112, false],
  ['account', 140, false],
  ['payingAccount', 140, false],
  ['enterpriseProject', 140, false],
  ['productType', 150, true],
  ['product', 160, false],
  ['spec', 150, false],
  ['resourceName', 140, true],
  ['region', 124, false],
  ['availabilityZone', 130, false],
  ['billingMode', 104, true],
  ['billType', 108, true],
  ['usageType', 120, false],
  ['tags', 160, false],
  ['provider', 130, false],
] as const;
const SHOWN_MEASURES = new Set<string>(['listPrice', 'discount', 'payable']);

type Sums = Readonly<Record<string, string | null | undefined>> | undefined;

/** Room for the column's total with eight decimals, so that no figure is ever cut; pixels of the 12 px tabular type, bold. */
export function amountWidth(total: string | null | undefined, least = 112): number {
  const [integer = ''] = amountText(total ?? null, 2).split('.');
  return Math.max(least, Math.ceil((integer.length + 9) * 7.4) + 18);
}

/** The sums that the columns make room for: of the one currency, or for each measure the longest of all. */
export function sumsForWidth(totals: Readonly<Record<string, Sums>> | undefined, currency: string | null): Sums {
  if (currency !== null) return totals?.[currency];
  const all = Object.values(totals ?? {});
  const length = (amount: string | null | undefined): number => amountWidth(amount, 0);
  return Object.fromEntries(MEASURE_NAMES.map((m) => [m, all.map((sums) => sums?.[m]).sort((a, b) => length(b) - length(a))[0]]));
}

/** Columns of the lines table. Measures name their currency in the header; where several are shown, a column names it. */
export function lineColumns(
  { column, value }: Pick<BillWords, 'column' | 'value'>,
  currency: string | null,
  allPeriods: boolean,
  sums: Sums,
): DataColumn<BillLine>[] {
  return [
    ...(allPeriods
      ? [{ id: 'period', header: column('period'), kind: 'date', width: 104, value: (l: BillLine) => l.period } as const]
      : []),
    { id: 'date', header: column('date'), kind: 'date', width: 92, value: (l) => l.date },
    ...TEXTS.map(([id, width, shown]): DataColumn<BillLine> => ({
      id,
      header: column(id),
      width,
      hidden: !shown,
      ...(id === 'productType' ? { grow: true } : {}),
      value: (l) => (id === 'vendor' ? value('vendor', l.vendor) : l[id]),
    })),
    { id: 'resourceId', header: column('resourceId'), kind: 'ident', hidden: true, value: (l) => l.resourceId },
    { id: 'orderId', header: column('orderId'), kind: 'ident', hidden: true, value: (l) => l.orderId },
    { id: 'invoiceId', header: column('invoiceId'), kind: 'ident', hidden: true, value: (l) => l.invoiceId },
    { id: 'usage', header: column('usage'), kind: 'amount', width: 110, hidden: true, value: (l) => l.usage },
    { id: 'usageUnit', header: column('usageUnit'), width: 90, hidden: true, value: (l) => l.usageUnit },
    { id: 'unitPrice', header: column('unitPrice'), kind: 'amount', width: 116, hidden: true, value: (l) => l.unitPrice },
    ...(currency === null ? [{ id: 'currency', header: column('currency'), width: 84, value: (l: BillLine) => l.currency }] : []),
    ...MEASURE_NAMES.map((m): DataColumn<BillLine> => ({
      id: m,
      header: column(m),
      kind: 'amount',
      width: amountWidth(sums?.[m]),
      hidden: !SHOWN_MEASURES.has(m),
      currency,
      value: (l) => l[m],
    })),
    { id: 'file', header: column('file'), width: 180, hidden: true, sortable: false, value: (l) => l.file },
    { id: 'row', header: column('row'), kind: 'count', hidden: true, sortable: false, value: (l) => l.row },
  ];
}
