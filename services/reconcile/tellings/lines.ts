import type { ReadDb } from '../../../db/connection.ts';
import { billLinesById, type BillLineRow } from '../../../db/queries/bills-lines.ts';
import { MEASURE_NAMES } from '../../../domain/formats/fields.ts';
import type { Amount } from '../../../domain/money/amount.ts';
import { FRACTION_SCALE, toPair } from '../../../domain/money/pair.ts';
import type { WhyLine } from '../../../domain/reconcile/why/index.ts';

const scaled = (value: Amount | null): bigint | null => {
  if (value === null) return null;
  const { units, fraction } = toPair(value);
  return units * FRACTION_SCALE + fraction;
};

/** What a person knows a line by. */
const nameOf = (line: BillLineRow): string =>
  [line.product ?? line.productType, line.resourceName ?? line.resourceId, line.orderId].filter(Boolean).join(' · ');

/** Lines as the search for a difference looks at them, in the order of their ids. */
export const whyLines = (read: ReadDb, ids: readonly number[]): WhyLine[] =>
  billLinesById(read, ids).map((line) => ({
    id: line.id,
    file: line.file,
    row: line.row,
    name: nameOf(line),
    attributes: {
      period: line.period,
      currency: line.currency,
      order: line.orderId,
      account: line.account,
      resource: line.resourceId,
      project: line.enterpriseProject,
      productType: line.productType,
      product: line.product,
      region: line.region,
      mode: line.billingMode,
      billType: line.billType,
      date: line.date,
      spec: line.spec,
      usageType: line.usageType,
    },
    amounts: {
      ...Object.fromEntries(MEASURE_NAMES.map((m) => [m, scaled(line[m])])),
      usage: scaled(line.usage),
      unitPrice: scaled(line.unitPrice),
    },
  }));
