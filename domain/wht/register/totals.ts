import { sum, type Amount } from '../../money/amount.ts';
import type { IncomeCategory } from '../certificate.ts';
import type { Standing } from './row.ts';

/** What of a register's row is added up. Amounts in `currency`; `tax` is null on a row that repeats the tax of another. */
export interface Summed {
  /** Of the certificate, the same on all of its rows. */
  id: number;
  standing: Standing;
  currency: string;
  country: string | null;
  form: string | null;
  category: IncomeCategory | null;
  /** Of the certificate; on its first row only. */
  total: Amount | null;
  base: Amount | null;
  tax: Amount | null;
  /** Laid on an invoice, in the certificate's currency. */
  amount: Amount | null;
  invoiceCurrency: string | null;
  /** … and in the invoice's. */
  payAmount: Amount | null;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const certificates = (rows: readonly Summed[]): number => new Set(rows.map((r) => r.id)).size;

/** The base of rows is known where every row with a tax has one: missing is not zero. */
const baseOf = (rows: readonly Summed[]): Amount | null =>
  rows.some((r) => r.tax !== null && r.base === null) ? null : sum(rows.map((r) => r.base));

export interface CurrencyTotal {
  standing: Exclude<Standing, 'out'>;
  currency: string;
  certificates: number;
  total: Amount;
  base: Amount | null;
  tax: Amount;
  amount: Amount;
}

/** Per currency of the certificates: those that count, then drafts. Void and refused ones are in no sum. */
export function currencyTotals(rows: readonly Summed[]): CurrencyTotal[] {
  return (['counted', 'draft'] as const).flatMap((standing) =>
    [
      ...Map.groupBy(
        rows.filter((r) => r.standing === standing),
        (r) => r.currency,
      ),
    ]
      .toSorted(([a], [b]) => order(a, b))
      .map(([currency, own]) => ({
        standing,
        currency,
        certificates: certificates(own),
        total: sum(own.map((r) => r.total)),
        base: baseOf(own),
        tax: sum(own.map((r) => r.tax)),
        amount: sum(own.map((r) => r.amount)),
      })),
  );
}

export const BREAKDOWNS = ['country', 'form', 'category', 'all'] as const;
export interface BreakdownRow {
  by: (typeof BREAKDOWNS)[number];
  /** Null: not part of this sum, or not stated. */
  country: string | null;
  form: string | null;
  category: IncomeCategory | null;
  currency: string;
  certificates: number;
  base: Amount | null;
  tax: Amount;
}

/** What counts, by country, by form, by category and by all three, each per currency. Rows that repeat a tax are in none. */
export function breakdown(rows: readonly Summed[]): BreakdownRow[] {
  const own = rows.filter((r) => r.standing === 'counted' && r.tax !== null);
  return BREAKDOWNS.flatMap((by) => {
    const keysOf = (r: Summed): Pick<BreakdownRow, 'country' | 'form' | 'category'> => ({
      country: by === 'country' || by === 'all' ? r.country : null,
      form: by === 'form' || by === 'all' ? r.form : null,
      category: by === 'category' || by === 'all' ? r.category : null,
    });
    return [...Map.groupBy(own, (r) => [...Object.values(keysOf(r)).map((k) => k ?? ''), r.currency].join('\u0000'))]
      .toSorted(([a], [b]) => order(a, b))
      .map(([, group]) => ({
        by,
        ...keysOf(group[0]!),
        currency: group[0]!.currency,
        certificates: certificates(group),
        base: baseOf(group),
        tax: sum(group.map((r) => r.tax)),
      }));
  });
}

export interface InvoiceTotal {
  currency: string;
  payAmount: Amount;
}

/** Withheld tax of invoices by their own currency, as far as it counts. */
export const invoiceTotals = (rows: readonly Summed[]): InvoiceTotal[] =>
  [
    ...Map.groupBy(
      rows.filter((r) => r.standing === 'counted' && r.invoiceCurrency !== null),
      (r) => r.invoiceCurrency!,
    ),
  ]
    .toSorted(([a], [b]) => order(a, b))
    .map(([currency, own]) => ({ currency, payAmount: sum(own.map((r) => r.payAmount)) }));
