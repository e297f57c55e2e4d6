import { z } from 'zod';
import { PARTS } from '../../domain/allocation/parts.ts';
import { TERM_SOURCES } from '../../domain/allocation/resolve.ts';
import { filter } from './bills.ts';
import { command, job, query } from './procedure.ts';
import { written } from './reports.ts';
import {
  amount,
  amountOrMissing,
  currency,
  fileToken,
  instant,
  language,
  note,
  nothing,
  period,
  plainDate,
  said,
  vendor,
} from './schema.ts';

/** Which bill details: as on the screen of bill details, but over all months, for a term reaches beyond its bill. */
const scope = z.object({
  where: z.array(filter).max(50).default([]),
  search: z.string().max(200).default(''),
  /** Also what is wholly of its own month: pay-per-use, fees, adjustments. */
  usage: z.boolean().default(true),
});
const groupBy = z.array(z.string().max(120)).min(1).max(6).default(['productType']);

/** Payment parts that occur, each with its exact sum; together they are the figure beside them. */
const parts = z.partialRecord(z.enum(PARTS), amount);
const figure = z.object({ total: amount, parts });
/** How an allocation stands in a month: allocated before it, in it, still to come; the three are the whole. */
const standing = z.object({ opening: figure, month: figure, remaining: figure, total: figure });
export type AllocationStanding = z.infer<typeof standing>;

const row = z.object({
  /** Of the group columns, in their order; null where the lines have none. */
  values: z.array(z.string().nullable()),
  currency,
  lines: z.number(),
  standing,
  /** Amortised cost that the source itself tells for the month (FOCUS EffectiveCost); null where it tells none. */
  effective: amountOrMissing,
});
export type AllocationRow = z.infer<typeof row>;

const check = z.object({
  id: z.enum(['crossFoot', 'rows', 'bill']),
  currency,
  title: said,
  left: amount,
  right: amount,
  difference: amount,
  pass: z.boolean(),
});

const gap = z.enum(['no-term', 'no-original', 'no-day']);
const term = z.object({ first: plainDate, last: plainDate, days: z.number() });

export const allocationLine = z.object({
  id: z.number().int(),
  vendor,
  period,
  date: z.string().nullable(),
  currency,
  account: z.string().nullable(),
  productType: z.string().nullable(),
  product: z.string().nullable(),
  resourceId: z.string().nullable(),
  resourceName: z.string().nullable(),
  billingMode: z.string().nullable(),
  billType: z.string().nullable(),
  orderId: z.string().nullable(),
  /** The order that this one changes or gives back. */
  original: z.string().nullable(),
  amount,
  term: term.nullable(),
  /** What told the term; null where it is missing. */
  from: z.enum(TERM_SOURCES).nullable(),
  gap: gap.nullable(),
  /** Null where the term is missing. */
  standing: standing.nullable(),
});
export type AllocationLine = z.infer<typeof allocationLine>;

const policy = z.object({ id: z.string(), title: z.string(), titleZh: z.string(), source: z.string(), sourceZh: z.string() });
/** An order, so all its lines, or one line. */
const target = z.union([z.object({ order: z.string().trim().min(1).max(200), vendor }), z.object({ line: z.number().int() })]);

export const allocation = {
  /** Looks through the imports that were not looked through yet for lines paid ahead and their terms. */
  'allocation/read': job(nothing, z.object({ batches: z.number(), lines: z.number(), terms: z.number() }), ['bills']),
  'allocation/summary': query(
    scope.extend({ period, groupBy, limit: z.number().int().min(1).max(100_000).default(1000) }),
    z.object({
      period,
      /** Imports that `allocation/read` has yet to look through; their lines are not in the figures. */
      unread: z.number(),
      columns: z.array(z.string()),
      rows: z.array(row),
      truncated: z.boolean(),
      totals: z.record(currency, standing),
      effective: z.record(currency, amount),
      /** Lines of this month or earlier that are paid ahead and whose term is missing; they are in none of the figures. */
      missing: z.object({ lines: z.number(), totals: z.record(currency, amount) }),
      checks: z.array(check),
      policies: z.array(policy),
    }),
  ),
  /** Cost by the months into which it falls, for the months asked for, both included. */
  'allocation/months': query(
    scope.extend({ from: period, to: period, groupBy, limit: z.number().int().min(1).max(1000).default(20) }),
    z.object({
      unread: z.number(),
      columns: z.array(z.string()),
      months: z.array(period),
      /** The largest first; those beyond the limit are one row without values. Figures as `months`; null: nothing falls there. */
      rows: z.array(
        z.object({ values: z.array(z.string().nullable()).nullable(), currency, figures: z.array(amountOrMissing), total: amount }),
      ),
      totals: z.record(currency, z.array(amount)),
    }),
  ),
  /** Lines that are paid ahead, as they stand in a month. */
  'allocation/rows': query(
    scope.omit({ usage: true }).extend({
      period,
      /** `open`: something falls into the month or later; `missing`: the term is missing; `all`: both. */
      state: z.enum(['all', 'open', 'missing']).default('all'),
      sort: z.enum(['amount', 'month', 'remaining', 'first', 'last', 'order', 'id']).default('id'),
      descending: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({ unread: z.number(), count: z.number(), rows: z.array(allocationLine), totals: z.record(currency, standing) }),
  ),
  /** One line with its months, and the terms that a person gave it. */
  'allocation/line': query(
    z.object({ id: z.number().int(), period }),
    z.object({
      line: allocationLine,
      months: z.array(z.object({ period, days: z.number(), figure })),
      convention: policy,
      rounding: policy,
      given: z.object({ to: z.enum(['order', 'line']), first: plainDate, last: plainDate, note: z.string(), at: instant }).nullable(),
    }),
  ),
  /** Gives a term by hand, first and last day included. */
  'allocation/setTerm': command(
    z.object({ to: target, first: plainDate, last: plainDate, note: note.default('') }),
    z.object({ first: plainDate, last: plainDate, days: z.number() }),
    ['bills'],
  ),
  /** Takes back the term that was last given; the one given before it, if any, counts again. */
  'allocation/clearTerm': command(z.object({ to: target }), z.object({ left: z.boolean() }), ['bills']),
  'export/allocation': job(
    scope.extend({
      period,
      groupBy,
      /** The table of groups, or every line that is paid ahead. */
      rows: z.enum(['groups', 'lines']).default('groups'),
      format: z.enum(['csv', 'xlsx']).default('csv'),
      target: fileToken,
      language: language.nullable().default(null),
      bom: z.boolean().default(true),
    }),
    written,
    ['reports'],
  ),
};
