import { add, sum, type Amount } from '../../domain/money/amount.ts';
import { taxPolicy } from '../../domain/invoices/tax-parts.ts';
import type { Output } from '../contract/index.ts';
import type { TaxRegisterRow } from '../contract/statements.ts';
import type { RegisterEntry } from './register.ts';
import { converted, sumOrNull } from './rates.ts';

type Totals = Output<'invoices/register'>['totals'];
type LocalTotals = Output<'invoices/register'>['local'];
type TaxTotals = Output<'invoices/taxRegister'>['totals'];

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Per currency, invoices and credit notes apart. Void documents are counted, and add nothing. */
export function registerTotals(entries: readonly RegisterEntry[]): Totals {
  return [...Map.groupBy(entries, ({ row }) => `${row.currency} ${row.kind === 'invoice' ? 0 : 1}`)]
    .toSorted(([a], [b]) => order(a, b))
    .map(([, own]) => ({
      kind: own[0]!.row.kind,
      currency: own[0]!.row.currency,
      count: own.length,
      voids: own.filter(({ row }) => row.status === 'void').length,
      net: sum(own.map(({ row }) => row.net)),
      tax: sum(own.map(({ row }) => row.tax)),
      total: sum(own.map(({ row }) => row.total)),
    }));
}

/** What the documents come to in local currency; `missing`: documents without a rate, which are not in it. */
export function localTotals(entries: readonly RegisterEntry[]): LocalTotals {
  const missing = entries.filter(({ row }) => row.local === null).length;
  const known = entries.flatMap(({ row }) => row.local ?? []);
  return [...Map.groupBy(known, (l) => l.currency)]
    .toSorted(([a], [b]) => order(a, b))
    .map(([currency, own]) => ({
      currency,
      net: sum(own.map((l) => l.net)),
      tax: sum(own.map((l) => l.tax)),
      total: sum(own.map((l) => l.total)),
      missing,
    }));
}

/** One row for each tax of each document. */
export const taxRows = (entries: readonly RegisterEntry[]): TaxRegisterRow[] =>
  entries.flatMap(({ row, parts }) =>
    parts.map((part): TaxRegisterRow => ({
      number: row.number,
      vendor: row.vendor,
      kind: row.kind,
      direction: row.direction,
      status: row.status,
      date: row.date,
      period: row.period,
      country: row.country,
      currency: row.currency,
      code: part.code,
      name: part.name,
      ratePct: part.ratePct,
      treatment: part.treatment,
      base: part.base,
      stated: part.stated,
      exact: part.exact,
      byRule: part.byRule,
      difference: part.difference,
      policy: taxPolicy(row.currency),
      rule: part.rule,
      pack: part.pack,
      partBasis: part.basis,
      localCurrency: row.local?.currency ?? null,
      localStated:
        row.local === null || part.stated === null
          ? null
          : converted(part.stated, row.currency, row.local.currency, { rate: row.local.rate }),
    })),
  );

/** Per country, tax, rate, treatment and currency. A sum is not known where a part of it is not. */
export function taxTotals(rows: readonly TaxRegisterRow[]): TaxTotals {
  const key = (r: TaxRegisterRow): string => [r.country, r.code, r.ratePct ?? '', r.treatment ?? '', r.currency].join('\u0000');
  return [...Map.groupBy(rows, key)]
    .toSorted(([a], [b]) => order(a, b))
    .map(([, own]) => {
      const { country, code, ratePct, treatment, currency } = own[0]!;
      const all = (pick: (r: TaxRegisterRow) => Amount | null): Amount | null => sumOrNull(own.map(pick));
      return {
        country,
        code,
        ratePct,
        treatment,
        currency,
        count: own.length,
        base: own.reduce((base, r) => add(base, r.base), '0'),
        stated: all((r) => r.stated),
        byRule: all((r) => r.byRule),
        difference: all((r) => r.difference),
      };
    });
}
