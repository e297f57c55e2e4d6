import { z } from 'zod';
import { EFFECTS } from '../../domain/analysis/effects.ts';
import { DUPLICATE_POINTS, type DuplicateReason } from '../../domain/analysis/duplicates.ts';
import { billLine, filter } from './bills.ts';
import { command, query } from './procedure.ts';
import { amount, amountOrMissing, instant, MEASURES, note, period, said, vendor, type Measure } from './schema.ts';

const measure = z.enum(MEASURES as readonly [Measure, ...Measure[]]).default('payable');
const column = z.string().trim().min(1).max(120);
/** Months from `from` to `to`, both inclusive. */
const range = z.object({ from: period, to: period });
/** ISO 4217, or XXX for lines whose source names no currency. */
const code = z.string().regex(/^[A-Z]{3}$/);
/** Rounded half-up to one decimal, for reading only; null where there is nothing to take it of. */
const percent = amountOrMissing;
const rounding = z.object({ id: z.string(), title: z.string(), titleZh: z.string() });

const lines = z.object({
  where: z.array(filter).max(50).default([]),
  hideZero: z.boolean().default(false),
  search: z.string().max(200).default(''),
});
/** The side that is compared with: the range before of the same length, the same months of the year before, or any other. */
const against = z.union([z.enum(['before', 'year-before']), range]).default('before');
const page = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(2000).default(200) };

const compared = { before: amountOrMissing, now: amountOrMissing, difference: amountOrMissing, percent };
const standing = z.enum(['both', 'new', 'gone']);
const standings = z.object({ both: z.number().int(), new: z.number().int(), gone: z.number().int() });

const compareRow = z.object({
  /** The group's value; null: lines without one. */
  value: z.string().nullable(),
  currency: code,
  standing,
  ...compared,
  /** Of the side's total. */
  shareBefore: percent,
  shareNow: percent,
  linesBefore: z.number().int(),
  linesNow: z.number().int(),
});
export type CompareRow = z.infer<typeof compareRow>;

const thresholds = z.object({
  /** Smallest change in the currency's units; null: the policy's own for each currency. */
  amount: amount.nullable().default(null),
  /** Smallest change in per cent of what was. */
  percent: amount.nullable().default(null),
});

const effect = z.enum(EFFECTS);
const item = z.object({
  product: z.string().nullable(),
  spec: z.string().nullable(),
  usageType: z.string().nullable(),
  unit: z.string().nullable(),
  billingMode: z.string().nullable(),
  /** Charges without refunds; null where the item is not charged on that side. */
  before: z.object({ amount, listPrice: amountOrMissing, usage: amountOrMissing, unitPrice: amountOrMissing }).nullable(),
  now: z.object({ amount, listPrice: amountOrMissing, usage: amountOrMissing, unitPrice: amountOrMissing }).nullable(),
});
const anomaly = z.object({
  currency: code,
  vendor: z.string(),
  account: z.string().nullable(),
  productType: z.string().nullable(),
  resourceId: z.string().nullable(),
  resourceName: z.string().nullable(),
  before: amount,
  now: amount,
  difference: amount,
  percent,
  /** What the change is made of; amounts that are told add up to the difference exactly, null is not told. */
  parts: z.array(z.object({ effect, amount: amountOrMissing, partly: z.boolean() })),
  leading: effect.nullable(),
  reason: said,
  /** The usual figure by the former months; null where there are too few. */
  usual: z.object({ median: amount, deviation: amount, months: z.number().int(), percent }).nullable(),
  /** Figures of the former months, the earliest first. */
  former: z.array(z.object({ period, amount })),
  items: z.array(item),
  /** The filter that shows exactly its lines, on either side. */
  filter: z.array(filter),
});
export type Anomaly = z.infer<typeof anomaly>;

const duplicateReason = z.enum(Object.keys(DUPLICATE_POINTS) as [DuplicateReason, ...DuplicateReason[]]);
const pairOfLines = z.object({ a: z.number().int(), b: z.number().int() });
const duplicate = z.object({
  a: billLine,
  b: billLine,
  score: z.number().int(),
  state: z.enum(['suspected', 'explained', 'dismissed']),
  reasons: z.array(z.object({ reason: duplicateReason, points: z.number().int(), said })),
  dismissed: z.object({ at: instant, who: z.string(), note: z.string() }).nullable(),
});
export type Duplicate = z.infer<typeof duplicate>;

const series = z.array(amountOrMissing);

export const analysis = {
  /** Two ranges of months side by side by any column: amounts, change, share, new and gone; the largest movers first. */
  'analysis/compare': query(
    lines.extend({
      period: range,
      against,
      by: column,
      measure,
      /** One currency; null: all, each by itself. */
      currency: code.nullable().default(null),
      only: z.enum(['all', 'both', 'new', 'gone', 'up', 'down']).default('all'),
      sort: z.enum(['change', 'difference', 'percent', 'before', 'now', 'value']).default('change'),
      descending: z.boolean().default(true),
      ...page,
    }),
    z.object({
      now: range,
      before: range,
      by: z.string(),
      measure: z.string(),
      rounding,
      currencies: z.array(
        z.object({
          currency: code,
          ...compared,
          linesBefore: z.number().int(),
          linesNow: z.number().int(),
          groups: standings,
          /** Sums of what rose and of what fell. */
          up: amount,
          down: amount,
          /** Sum of the changes of all groups, held against the change of the totals, which are added up by themselves. */
          sumOfChanges: amount,
          foots: z.boolean(),
        }),
      ),
      rows: z.array(compareRow),
      /** Rows of the whole answer, of which this is a page. */
      count: z.number().int(),
    }),
  ),
  /** Months side by side: totals and the largest groups of a column, with one row for the rest. */
  'analysis/trend': query(
    lines.extend({
      to: period,
      months: z.number().int().min(2).max(60).default(12),
      by: column.nullable().default(null),
      top: z.number().int().min(1).max(20).default(5),
      measure,
      currency: code.nullable().default(null),
    }),
    z.object({
      periods: z.array(period),
      by: z.string().nullable(),
      measure: z.string(),
      currencies: z.array(
        z.object({
          currency: code,
          /** One figure for each period; null where no line has one. */
          totals: series,
          total: amountOrMissing,
          series: z.array(z.object({ value: z.string().nullable(), amounts: series, total: amountOrMissing })),
          /** What is left of the totals; null where every group is shown. */
          rest: z.object({ groups: z.number().int(), amounts: series, total: amountOrMissing }).nullable(),
        }),
      ),
    }),
  ),
  /** How much of the cost carries tags or an enterprise project, and which. */
  'analysis/coverage': query(
    lines.extend({ period: range, measure }),
    z.object({
      period: range,
      measure: z.string(),
      rounding,
      currencies: z.array(
        z.object({
          currency: code,
          total: amountOrMissing,
          lines: z.number().int(),
          /** Lines with at least one tag, and without any. */
          tagged: z.object({ amount, percent, lines: z.number().int() }),
          untagged: z.object({ amount, percent, lines: z.number().int() }),
          /** A line with several keys stands under each of them: these do not add up to the total. */
          keys: z.array(z.object({ key: z.string(), amount, percent, lines: z.number().int() })),
          keyCount: z.number().int(),
          projects: z.array(z.object({ value: z.string().nullable(), amount: amountOrMissing, percent, lines: z.number().int() })),
          withoutProject: z.object({ amount, percent, lines: z.number().int() }),
        }),
      ),
    }),
  ),
  /** Resources whose cost changed unusually against the month before, each with its change divided into effects. */
  'analysis/anomalies': query(
    lines.extend({
      period,
      /** The month compared with; null: the month before. */
      against: period.nullable().default(null),
      thresholds: thresholds.default({ amount: null, percent: null }),
      currency: code.nullable().default(null),
      ...page,
      limit: z.number().int().min(1).max(500).default(50),
    }),
    z.object({
      period,
      against: period,
      /** Former months that the usual figure is made from. */
      former: z.array(period),
      policy: z.object({
        id: z.string(),
        percent: amount,
        months: z.number(),
        least: z.number(),
        deviations: amount,
        amounts: z.record(code, amount),
        otherwise: amount,
      }),
      rounding,
      /** Resources with lines, those whose change is large, and those that are unusual. */
      examined: z.number().int(),
      large: z.number().int(),
      count: z.number().int(),
      /** Per currency: what the unusual changes come to. */
      totals: z.record(code, z.object({ count: z.number().int(), up: amount, down: amount })),
      rows: z.array(anomaly),
      /** Vendors whose bill is in the book for one of the two months only: nothing of theirs is compared. */
      leftOut: z.array(vendor),
      /** More changed by a large amount than are looked at one by one. */
      truncated: z.boolean(),
    }),
  ),
  /** Pairs of lines that look like one charge told twice, with the reasons for and against. Nothing is deleted. */
  'analysis/duplicates': query(
    z.object({
      /** Null: the whole book, orders over the months included. */
      period: period.nullable().default(null),
      where: z.array(filter).max(50).default([]),
      state: z.enum(['suspected', 'explained', 'dismissed', 'all']).default('suspected'),
      ...page,
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.object({
      counts: z.object({ suspected: z.number().int(), explained: z.number().int(), dismissed: z.number().int() }),
      /** What the suspected pairs would come to if each second line were one too many. */
      atStake: z.record(code, amount),
      suspectedFrom: z.number().int(),
      rows: z.array(duplicate),
      count: z.number().int(),
      truncated: z.boolean(),
    }),
  ),
  /** Says of pairs that they are no duplicates. Kept by the lines' identities, so that it survives an import anew. */
  'analysis/dismiss': command(
    z.object({ pairs: z.array(pairOfLines).min(1).max(500), note: note.default('') }),
    z.object({ marked: z.number().int() }),
    ['bills'],
  ),
  /** Takes that back. */
  'analysis/restore': command(z.object({ pairs: z.array(pairOfLines).min(1).max(500) }), z.object({ restored: z.number().int() }), [
    'bills',
  ]),
};
