import { z } from 'zod';
import { ROLES } from '../../domain/accounts/entry.ts';
import { command, query } from './procedure.ts';
import { amount, amountOrMissing, currency, MEASURES, nothing, period, vendor } from './schema.ts';

const accountId = z.string().min(1).max(200);
const text = z.string().trim().max(120).nullable();

/** Months under an operating entity other than the vendor, both inclusive; null: open at that end. */
const entityPeriod = z.object({ entity: z.string().trim().min(1).max(120), from: period.nullable(), to: period.nullable() });

const entry = z.object({
  /** As the bills write it. */
  id: accountId,
  name: text,
  company: text,
  role: z.enum(ROLES).nullable(),
  /** The account that it stands under. */
  master: z.string().trim().max(200).nullable(),
  entities: z.array(entityPeriod).max(60),
});
export type AccountEntry = z.infer<typeof entry>;

/** What the bills say of an account. Amounts are payable, per currency: `used` by it, `paid` by it for itself and others. */
const seen = z.object({
  vendors: z.array(vendor),
  first: period,
  last: period,
  /** Lines that it used or paid. */
  lines: z.number(),
  used: z.record(currency, amountOrMissing),
  paid: z.record(currency, amountOrMissing),
});

/** Read from the bills, never applied by itself. `others`: how many it pays for, or is paid for by. */
const suggestion = z.object({
  role: z.enum(['master', 'sub']),
  master: z.string().nullable(),
  lines: z.number(),
  others: z.number(),
  first: period,
  last: period,
});

const known = entry.extend({
  /** Null: no bill of the book names it. */
  seen: seen.nullable(),
  /** Who operates it today; null: the vendor itself. */
  entity: z.string().nullable(),
  suggestion: suggestion.nullable(),
});
export type KnownAccount = z.infer<typeof known>;

const section = z.object({
  vendor,
  currency,
  /** Null: the vendor itself. */
  entity: z.string().nullable(),
  /** Whether it operates these accounts today; history under an earlier entity is in no other section's total. */
  present: z.boolean(),
  first: period,
  last: period,
  /** Accounts that pay for others; the one without `payer` is of all that pay for themselves alone. */
  columns: z.array(
    z.object({ payer: z.string().nullable(), total: amountOrMissing, own: amountOrMissing, forOthers: amountOrMissing, lines: z.number() }),
  ),
  rows: z.array(z.object({ user: z.string().nullable(), cells: z.array(amountOrMissing), total: amountOrMissing, lines: z.number() })),
  total: amountOrMissing,
  lines: z.number(),
  /** Lines that name no paying account, counted as paid by the account that used them. */
  assumed: z.number(),
});
export type MatrixSection = z.infer<typeof section>;

const companies = z.array(z.object({ name: z.string(), accounts: z.array(z.string()) }));

export const accounts = {
  /** What was given a name or a company, without what the bills say: at once in a book of any size. */
  'accounts/names': query(
    nothing,
    z.object({
      accounts: z.array(entry.pick({ id: true, name: true, company: true })),
      companies,
    }),
  ),
  /** Every account that the bills name or that something was said of, with the companies and entities that there are. */
  'accounts/list': query(
    nothing,
    z.object({
      accounts: z.array(known),
      companies,
      entities: z.array(z.string()),
    }),
  ),
  /**
   * Keeps the entries in place of what was said of these accounts; one that says nothing is forgotten. All or none.
   * `before`, given again, takes it back.
   */
  'accounts/set': command(
    z.object({ accounts: z.array(entry).min(1).max(500) }),
    z.object({ before: z.array(entry), after: z.array(entry) }),
    ['accounts'],
  ),
  /** Using against paying accounts in a month or a range of months, both inclusive. */
  'accounts/matrix': query(
    z.object({
      from: period,
      to: period,
      /** Only lines that these accounts used. */
      accounts: z.array(accountId).max(500).nullable().default(null),
      measure: z.enum(MEASURES).default('payable'),
    }),
    z.object({
      sections: z.array(section),
      /** Columns against rows, and all sections against the bills themselves. */
      checks: z.array(
        z.object({
          id: z.enum(['cross-foot', 'bills']),
          currency,
          left: amount,
          right: amount,
          difference: amount,
          pass: z.boolean(),
        }),
      ),
    }),
  ),
};
