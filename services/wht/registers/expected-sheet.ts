import type { ReadDb } from '../../../db/connection.ts';
import { sum } from '../../../domain/money/amount.ts';
import { amounts, date, text, type Cell } from '../../reports/tables/model.ts';
import type { Sheet } from '../../statements/export/sheet.ts';
import { sumOrNull } from '../../statements/rates.ts';
import { expectedIn } from '../expected/derive.ts';
import type { WhtRegisterInput } from './data.ts';
import type { WhtWords } from './words.ts';

/**
 * What was to be withheld from the invoices dated in the range, by the end of its last day, and what certificates tell of it. In
 * the invoices' currencies. Empty where a form was chosen or the range is one of remittances: invoices have neither.
 */
export function expectedSheet(read: ReadDb, input: WhtRegisterInput, { wht, common, own }: WhtWords): Sheet {
  const all = input.form === null && input.basis === 'date' ? expectedIn(read, input.last) : [];
  const found = all.filter(
    (r) =>
      r.date >= input.first &&
      r.date <= input.last &&
      (input.side === null || r.side === input.side) &&
      (input.country === null || r.country === input.country),
  );
  const vendors: Readonly<Record<string, string>> = common.vendors;
  const totals = [...Map.groupBy(found, (r) => r.currency)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    id: 'expected',
    title: wht.expected,
    columns: [
      text('number', common.invoice, 22),
      date('date', common.date),
      text('side', wht.side, 16),
      text('party', wht.party, 26),
      text('country', own.country, 9),
      text('currency', common.currency, 9),
      amounts('base', wht.base),
      amounts('rate', wht.rate, 9),
      amounts('tax', wht.byRate),
      amounts('withheld', wht.withheld),
      amounts('certified', wht.certified),
      amounts('drafted', wht.drafts),
      amounts('missing', wht.missing),
      amounts('difference', common.difference),
      date('due', wht.evidence),
      text('invoices', wht.papers, 30),
    ],
    rows: found.map((r): Cell[] => [
      r.invoice,
      r.date,
      wht.sides[r.side],
      r.counterparty || (vendors[r.vendor] ?? r.vendor),
      r.country,
      r.currency,
      r.base,
      r.ratePct,
      r.tax,
      r.withheld,
      r.certified,
      r.drafted,
      r.missing,
      r.difference,
      r.evidence?.date ?? null,
      r.certificates.map((c) => `${c.number} (${common.certificateStatus[c.status]})`).join(', ') || null,
    ]),
    totals: totals.map(([currency, rows]): Cell[] => [
      common.totalOf,
      null,
      null,
      null,
      null,
      currency,
      sum(rows.map((r) => r.base)),
      null,
      sumOrNull(rows.map((r) => r.tax)),
      sum(rows.map((r) => r.withheld)),
      sum(rows.map((r) => r.certified)),
      sum(rows.map((r) => r.drafted)),
      sum(rows.map((r) => r.missing)),
      null,
      null,
      null,
    ]),
    by: ['currency'],
  };
}
