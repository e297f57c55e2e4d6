import { z } from 'zod';
import { query } from './procedure.ts';
import { amountOrMissing, currency, MEASURES, measures, mendedFrom, nothing, period, totalsByCurrency, vendor } from './schema.ts';

export const filter = z.object({
  column: z.string().max(120),
  op: z.enum(['is', 'isNot', 'contains', 'in', 'atLeast', 'atMost', 'missing', 'present']).default('is'),
  value: z.union([z.string().max(500), z.array(z.string().max(500)).max(500)]).default(''),
});
export type Filter = z.infer<typeof filter>;
export const sort = z.object({ column: z.string().max(120), descending: z.boolean().default(false) });

/** Which bill lines. */
export const scope = z.object({
  period: period.nullable().default(null),
  /** First and last billing cycle, both inclusive; beside or instead of `period`. */
  from: period.nullish(),
  to: period.nullish(),
  where: z.array(filter).max(50).default([]),
  hideZero: z.boolean().default(false),
  /** Substring of a resource id or name, order or transaction number. */
  search: z.string().max(200).default(''),
  /** Bill details, or transaction statements; the two tell the same money twice and are never added. */
  kind: z.enum(['detail', 'statement']).default('detail'),
});

export const billLine = z
  .object({
    id: z.number().int(),
    batch: z.number().int(),
    file: z.string(),
    row: z.number().int(),
    vendor,
    period,
    date: z.string().nullable(),
    currency,
    account: z.string().nullable(),
    payingAccount: z.string().nullable(),
    enterpriseProject: z.string().nullable(),
    productType: z.string().nullable(),
    product: z.string().nullable(),
    spec: z.string().nullable(),
    billingMode: z.string().nullable(),
    billType: z.string().nullable(),
    resourceId: z.string().nullable(),
    resourceName: z.string().nullable(),
    region: z.string().nullable(),
    availabilityZone: z.string().nullable(),
    usageType: z.string().nullable(),
    usage: amountOrMissing,
    usageUnit: z.string().nullable(),
    unitPrice: amountOrMissing,
    orderId: z.string().nullable(),
    tags: z.string().nullable(),
    /** Who made the charge available, and the invoice that it stands on, where the source tells (FOCUS). */
    provider: z.string().nullable(),
    invoiceId: z.string().nullable(),
  })
  .extend(measures.shape);
export type BillLine = z.infer<typeof billLine>;

export const bills = {
  'bills/periods': query(
    nothing,
    z.array(
      z.object({ period, vendors: z.array(vendor), lines: z.number(), status: z.enum(['estimated', 'final']), totals: totalsByCurrency }),
    ),
  ),
  'bills/query': query(
    scope.extend({
      groupBy: z.array(z.string().max(120)).min(1).max(6),
      sort: z.array(sort).max(5).default([]),
      limit: z.number().int().min(1).max(100_000).default(1000),
    }),
    z.object({
      columns: z.array(z.string()),
      /** Group columns, then the measures, then `lines`; one row per currency. */
      rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
      totals: totalsByCurrency,
      truncated: z.boolean(),
    }),
  ),
  'bills/lines': query(
    scope.extend({
      sort: z.array(sort).max(5).default([]),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
      ids: z.array(z.number().int()).max(5000).nullable().default(null),
    }),
    z.object({ rows: z.array(billLine), count: z.number(), totals: totalsByCurrency }),
  ),
  /**
   * One measure of groups laid out over a further column: a billing cycle or a day a column. Amounts stand in the order of
   * `across`; missing where a group has no such line. One row a group and currency.
   */
  'bills/cross': query(
    scope.extend({
      groupBy: z.array(z.string().max(120)).max(6),
      across: z.string().max(120),
      measure: z.enum(MEASURES),
      /** By a group column, `lines`, or a measure's total over all columns. */
      sort: z.array(sort).max(5).default([]),
      limit: z.number().int().min(1).max(2000).default(500),
    }),
    z.object({
      /** The values laid out, in their order; null stands last. The first 400. */
      across: z.array(z.string().nullable()),
      rows: z.array(
        z.object({
          values: z.array(z.string().nullable()),
          currency,
          lines: z.number(),
          total: amountOrMissing,
          cells: z.array(amountOrMissing),
        }),
      ),
      /** Of everything in the filter, per currency. */
      totals: z.array(z.object({ currency, lines: z.number(), total: amountOrMissing, cells: z.array(amountOrMissing) })),
      /** More groups than the limit. */
      truncated: z.boolean(),
      /** More values across than are laid out; totals count them all the same. */
      acrossTruncated: z.boolean(),
    }),
  ),
  /** How the lines of a filter lie over a figure: counts by sign and by size, and the least and greatest. */
  'bills/spread': query(
    scope.extend({ column: z.string().max(120) }),
    z.object({
      missing: z.number(),
      least: amountOrMissing,
      greatest: amountOrMissing,
      /** Bounds both inclusive, as the filters atLeast and atMost take them; null: none. Empty ones are left out. */
      parts: z.array(z.object({ from: amountOrMissing, to: amountOrMissing, lines: z.number() })),
    }),
  ),
  /** The keys of the tags in the filter, the commonest first; each groups and filters as `tag:KEY`. */
  'bills/tag-keys': query(scope, z.array(z.object({ key: z.string(), lines: z.number() }))),
  /** Exact totals of hand-picked lines. */
  'bills/selection': query(
    z.object({ ids: z.array(z.number().int()).max(100_000) }),
    z.object({ count: z.number(), totals: totalsByCurrency }),
  ),
  /** One line with where it comes from: file, row, original text and every original column. */
  'bills/line': query(
    z.object({ id: z.number().int() }),
    z.object({
      line: billLine,
      source: z.object({
        file: z.string(),
        sha256: z.string(),
        format: z.string(),
        importedAt: z.string(),
        row: z.number(),
        original: z.string(),
        columns: z.array(z.object({ header: z.string(), value: z.string() })),
        mends: mendedFrom,
      }),
      identities: z.array(z.object({ id: z.string(), title: z.string(), arithmetic: z.string(), pass: z.boolean() })),
    }),
  ),
  'bills/facets': query(
    scope.extend({ column: z.string().max(120), limit: z.number().int().min(1).max(1000).default(200) }),
    z.array(z.object({ value: z.string().nullable(), lines: z.number() })),
  ),
};
