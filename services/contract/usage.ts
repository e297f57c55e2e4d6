import { z } from 'zod';
import { PEAK_METHOD_IDS } from '../../domain/usage/methods.ts';
import { MISSING_RULES } from '../../domain/usage/policy.ts';
import { UNIT_BASES } from '../../domain/usage/units.ts';
import { job, query } from './procedure.ts';
import { amount, amountOrMissing, currency, fileToken, period, plainDate, said, vendor } from './schema.ts';

const word = z.string().max(500).nullable().default(null);

/** Samples that are charged together: of one resource, or with `resource` null of all that share the rest. */
const series = z.object({ vendor, spec: word, region: word, resource: word });
export type UsageSeriesKey = z.infer<typeof series>;

const method = z.enum(PEAK_METHOD_IDS);
/** What the bandwidth of a month is charged by; null: not given, or as the method says. */
const terms = z.object({
  method,
  period: period.nullable().default(null),
  /** As printed; null: the larger direction of each time. */
  direction: z.string().max(80).nullable().default(null),
  /** Bandwidth that was bought, Mbit/s. */
  committed: amountOrMissing.default(null),
  minimumPercent: amountOrMissing.default(null),
  /** Of one Mbit/s a month, or a day for daily peaks. */
  price: amountOrMissing.default(null),
  days: amountOrMissing.default(null),
  missing: z.enum(MISSING_RULES).default('left-out'),
  base: z.enum(UNIT_BASES).default('1000'),
  /** The unit of figures that print none. */
  unit: z.string().max(20).default('Mbps'),
});

const sample = z.object({ time: z.string(), value: amount });
/** English text, and beside it what it was made of, so that the interface can tell it in its own language. */
const step = z.object({
  label: z.string(),
  formula: z.string(),
  value: z.string(),
  unit: z.string().nullable(),
  said: z.object({ label: said, formula: said }),
});
const day = z.object({
  day: plainDate,
  samples: z.number(),
  missing: z.number(),
  /** The day had traffic. */
  valid: z.boolean(),
  /** The sample that is the day's peak, and what it counts for. */
  time: z.string(),
  peak: amount,
  figure: amount,
  counts: z.boolean(),
});

const result = z.object({
  method,
  period,
  unit: z.string(),
  /** What is charged: the measured bandwidth, or the guaranteed minimum where that is more. */
  value: amount,
  measured: amount,
  minimum: amountOrMissing,
  charge: amountOrMissing,
  chargedDays: amountOrMissing,
  validDays: z.number(),
  monthDays: z.number(),
  samples: z.number(),
  /** Samples that days with some would have beyond them. */
  missing: z.number(),
  /** Of a ranked month: how many samples were ranked, and how many of the highest left out. */
  ranked: z.number().nullable(),
  dropped: z.number().nullable(),
  /** The samples that make the figure. */
  chosen: z.array(sample),
  days: z.array(day),
});

const policy = z.object({
  id: z.string(),
  method,
  title: z.string(),
  titleZh: z.string(),
  source: z.string(),
  sourceZh: z.string(),
  interval: z.number(),
  dropped: z.string(),
  rounding: z.string(),
  base: z.enum(UNIT_BASES),
  missing: z.enum(MISSING_RULES),
  doubled: z.literal('larger'),
  minimumPercent: amountOrMissing,
  charged: z.enum(['valid-days', 'present-days', 'each-day']),
});

const outcome = z.object({
  result,
  policy,
  steps: z.array(step),
  notices: z.array(z.object({ level: z.enum(['info', 'warning']), code: z.string(), message: z.string(), said })),
});
export type PeakResult = z.infer<typeof outcome>;

const billLine = z.object({
  id: z.number(),
  product: z.string().nullable(),
  spec: z.string().nullable(),
  usageType: z.string().nullable(),
  usage: amountOrMissing,
  unit: z.string().nullable(),
  unitPrice: amountOrMissing,
  listPrice: amountOrMissing,
  payable: amountOrMissing,
  currency,
});
/** What the bill says of the same resource and month beside what the samples give. */
const against = z.object({
  /** missing: no line charges the resource; other-unit: its lines are measured in something else than bandwidth. */
  status: z.enum(['pass', 'differs', 'missing', 'other-unit']),
  /** What the lines should say: the charged bandwidth, with Tencent Cloud already the charged part of the month. */
  computed: amount,
  /** Bandwidth of the lines, Mbit/s, and how much the computed one is above it. */
  usage: amountOrMissing,
  difference: amountOrMissing,
  lines: z.array(billLine),
});
export type UsageBill = z.infer<typeof against>;

const scope = z.object({
  vendor: vendor.nullable().default(null),
  /** The billing specification, which is the usage type of these lists. */
  spec: word,
  resource: word,
  /** Days of the vendor's clock, both included. */
  from: plainDate.nullable().default(null),
  to: plainDate.nullable().default(null),
});

export const usage = {
  /** The series of samples that the book holds, by month. */
  'usage/series': query(
    z.object({ period: period.nullable().default(null) }),
    z.object({
      /** Months with samples, the last first. */
      periods: z.array(z.object({ period, samples: z.number() })),
      series: z.array(
        series.extend({
          productType: z.string().nullable(),
          directions: z.array(z.string()),
          samples: z.number(),
          from: plainDate,
          to: plainDate,
        }),
      ),
    }),
  ),
  /** The bandwidth that a series is charged by in a month, with the samples around the cut and what the bill says. */
  'usage/peak': query(
    terms.extend({ period, series }),
    outcome.extend({
      /** Every point that counts, by time. */
      points: z.array(sample),
      bill: against,
    }),
  ),
  /** Samples counted by usage type and unit. Bandwidth is not added up: only the highest and the lowest mean something. */
  'usage/totals': query(
    scope,
    z.array(
      z.object({
        vendor,
        spec: z.string().nullable(),
        unit: z.string().nullable(),
        samples: z.number(),
        resources: z.number(),
        from: plainDate,
        to: plainDate,
        highest: amount,
        lowest: amount,
        /** Null for bandwidth. */
        total: amountOrMissing,
      }),
    ),
  ),
  /** The same from a file, without a book. */
  'calc/peak95': job(terms.extend({ file: fileToken, resource: word, together: z.boolean().default(false) }), outcome, []),
};
