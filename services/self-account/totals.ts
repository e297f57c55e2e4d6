import { partialSum } from '../../domain/tax/self-account.ts';
import type { SelfAccountRow, SelfAccountTotal } from '../contract/self-account.ts';

/** Totals by country and tax: first in the local currency, then in each of the documents'. Currencies are never added together. */
export function totalsOf(rows: readonly SelfAccountRow[]): SelfAccountTotal[] {
  const taxes = Map.groupBy(rows, (r) => `${r.country} ${r.code}`);
  return [...taxes.keys()].toSorted().flatMap((key) => {
    const own = taxes.get(key)!;
    const byCurrency = Map.groupBy(own, (r) => r.currency);
    return [
      ...[...Map.groupBy(own, (r) => r.local.currency)].map(([currency, part]) =>
        totalOf(
          part,
          currency,
          true,
          (r) => r.local.base,
          (r) => r.local.tax,
        ),
      ),
      ...[...byCurrency.keys()].toSorted().map((currency) =>
        totalOf(
          byCurrency.get(currency)!,
          currency,
          false,
          (r) => r.base,
          (r) => r.tax,
        ),
      ),
    ];
  });
}

function totalOf(
  rows: readonly SelfAccountRow[],
  currency: string,
  local: boolean,
  base: (row: SelfAccountRow) => string | null,
  tax: (row: SelfAccountRow) => string | null,
): SelfAccountTotal {
  const { country, code } = rows[0]!;
  return { country, code, currency, local, count: rows.length, base: partialSum(rows.map(base)), tax: partialSum(rows.map(tax)) };
}
