import type { PlainDate } from '../time/plain-date.ts';
import type { TaxPack, TaxRule } from './pack.ts';
import { forParties } from './resolve.ts';

/** Whether the printed price holds the withholding tax, and from when on. */
export interface WhtClause {
  rule: string;
  price: 'excludes' | 'includes';
  /** Both days inclusive, null: unprinted; `usage`: by the time of consumption in `zone`, else by the invoice. */
  from: PlainDate | null;
  to: PlainDate | null;
  basis: 'usage' | 'invoice';
  zone: string | null;
  source: string;
}

/** The clauses on withholding in the price for a country and seller, the oldest first; empty where none is printed. */
export const whtClauses = (pack: TaxPack, at: { country: string; entity: string }): WhtClause[] =>
  pack.rules
    .filter(
      (r) => r.kind === 'wht' && forParties(r, at) && (r.treatment === 'price_excludes_wht' || r.treatment === 'withheld_from_payment'),
    )
    .toSorted(byFirstDay)
    .map((r) => ({
      rule: r.id,
      price: r.treatment === 'price_excludes_wht' ? 'excludes' : 'includes',
      from: r.from,
      to: r.to,
      basis: r.basis ?? 'invoice',
      zone: r.zone ?? null,
      source: r.source,
    }));

const byFirstDay = (a: TaxRule, b: TaxRule): number => ((a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0);
