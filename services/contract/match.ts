import { z } from 'zod';
import { BULK_IDS } from '../../domain/match/bulk.ts';
import { MONEY_KINDS } from '../../domain/match/money.ts';
import { WEIGHTS, type Signal } from '../../domain/match/weights.ts';
import { direction } from './invoice-parts.ts';
import { command, query } from './procedure.ts';
import { amount, amountOrMissing, currency, documentNumber, instant, nothing, plainDate, said, vendor } from './schema.ts';

const signal = z.enum(Object.keys(WEIGHTS) as [Signal, ...Signal[]]);
/** `bank:12`, `payment:3`. */
const moneyKey = z.string().regex(/^(bank|payment):[1-9]\d{0,14}$/);
const percent = z.string();
const bilingual = z.object({ en: z.string(), zh: z.string() });

const money = z.object({
  key: moneyKey,
  kind: z.enum(MONEY_KINDS),
  date: plainDate,
  /** received: money out, for invoices received; issued: money in. Null while nobody said so. */
  direction: direction.nullable(),
  currency,
  amount,
  left: amount,
  reference: z.string(),
  text: z.string(),
  counterparty: z.string(),
  account: z.string(),
  /** What the bank says that it kept. */
  charges: amountOrMissing,
  original: z.object({ currency, amount, rate: z.string().nullable() }).nullable(),
});
export type MoneyShown = z.infer<typeof money>;

const withheld = z.object({ ratePct: percent, amount });
const reasonShown = z.object({ signal, weight: z.number().int(), said });

const proposal = z.object({
  key: z.string(),
  hypothesis: signal,
  lines: z.array(
    z.object({
      invoice: documentNumber,
      vendor,
      party: z.string(),
      date: plainDate,
      due: plainDate.nullable(),
      currency,
      open: amount,
      /** Laid on it, in its currency; below zero where a credit is used up. */
      amount,
      wht: withheld.nullable(),
    }),
  ),
  /** A payment of the book that the line is. */
  payment: z.object({ id: z.number().int(), reference: z.string(), date: plainDate, amount }).nullable(),
  fee: amountOrMissing,
  fx: z.object({ currency, rate: z.string(), paid: amount }).nullable(),
  steps: z.array(said),
  residual: amount,
  score: z.number().int(),
  reasons: z.array(reasonShown),
  exact: z.boolean(),
  rule: z.number().int().nullable(),
});
export type ProposalShown = z.infer<typeof proposal>;

const outcome = z.enum(['one', 'several', 'none']);

const openInvoice = z.object({
  invoice: documentNumber,
  vendor,
  direction,
  party: z.string(),
  date: plainDate,
  due: plainDate.nullable(),
  period: z.string().nullable(),
  currency,
  total: amount,
  open: amount,
  /** What is to be paid, and what certificates are to cover. */
  openCash: amount,
  openCertificates: amount,
  ratePct: percent.nullable(),
  /** Paid too much after its credit notes: can be laid against others. */
  credit: amount,
});
export type OpenInvoiceShown = z.infer<typeof openInvoice>;

const line = z.object({ invoice: documentNumber, vendor: vendor.nullable().default(null), amount });

const acceptance = z.object({
  id: z.number().int(),
  at: instant,
  who: z.string(),
  kind: z.enum(MONEY_KINDS),
  /** What the money was. */
  date: plainDate,
  direction: direction.nullable(),
  currency,
  amount,
  reference: z.string(),
  text: z.string(),
  counterparty: z.string(),
  payment: z.object({ id: z.number().int(), reference: z.string(), amount, currency, /** Made by this acceptance. */ made: z.boolean() }),
  lines: z.array(z.object({ invoice: documentNumber, vendor, currency, amount })),
  fee: amountOrMissing,
  fx: z.object({ currency, rate: z.string(), paid: amount }).nullable(),
  /** Certificates that are to come. */
  wht: z.array(z.object({ invoice: documentNumber, currency, ratePct: percent, amount })),
  hypothesis: signal.nullable(),
  score: z.number().int().nullable(),
  steps: z.array(said),
  reasons: z.array(reasonShown),
  rule: z.number().int().nullable(),
  bulk: z.number().int().nullable(),
  condition: z.string().nullable(),
  undone: z.object({ at: instant, who: z.string(), reason: z.string() }).nullable(),
});
export type AcceptanceShown = z.infer<typeof acceptance>;

const rule = z.object({
  id: z.number().int(),
  /** The text and the account by which money is known again. */
  text: z.string(),
  account: z.string(),
  direction,
  vendor,
  party: z.string(),
  whtPct: percent.nullable(),
  fee: z.object({ currency, amount }).nullable(),
  on: z.boolean(),
  /** Standing acceptances that it spoke for. */
  uses: z.number().int(),
  /** The acceptance that it was learned from. */
  from: z.object({ id: z.number().int(), at: instant, who: z.string(), reference: z.string(), undone: z.boolean() }),
});
export type RuleShown = z.infer<typeof rule>;

const settings = z.object({
  /** What a bank keeps at most; of a currency that is not named nothing is presumed. */
  fees: z.array(z.object({ currency, amount })).max(60),
  /** Percent that an amount may be away from one converted by a rate on record. */
  tolerancePct: z.string().regex(/^\d{1,2}(\.\d{1,4})?$/),
  learn: z.boolean(),
});

const bulkId = z.enum(BULK_IDS);
const bulkItem = z.object({ money, proposal });
const reasonText = z.string().trim().min(1).max(1000);
const topics = ['payments', 'invoices', 'reconcile', 'wht', 'bank'] as const;

export const match = {
  /** Money that is not matched yet, the latest first, with what it may be for at a glance: sums that nothing names are not tried. */
  'match/list': query(
    z.object({
      kind: z.enum(['all', ...MONEY_KINDS]).default('all'),
      search: z.string().max(200).default(''),
      limit: z.number().int().min(1).max(2000).default(500),
    }),
    z.object({
      rows: z.array(
        money.extend({
          outcome,
          /** Invoices of the best proposal, or the payment that it is; its score. */
          best: z
            .object({ invoices: z.array(documentNumber), payment: z.string().nullable(), score: z.number().int(), exact: z.boolean() })
            .nullable(),
        }),
      ),
      /** Also those that are not among the rows. */
      counts: z.object({ bank: z.number().int(), payment: z.number().int(), shown: z.number().int() }),
      sums: z.array(
        z.object({ kind: z.enum(MONEY_KINDS), direction: direction.nullable(), currency, count: z.number().int(), left: amount }),
      ),
    }),
  ),
  /** One amount of money with what it may be for, ranked, each with its reasons and the way to the amount. */
  'match/show': query(z.object({ money: moneyKey }), z.object({ money, outcome, proposals: z.array(proposal), gaveUp: z.boolean() })),
  /** All invoices that it could be laid on, earliest due first. */
  'match/open': query(z.object({ money: moneyKey, search: z.string().max(200).default('') }), z.array(openInvoice)),
  /**
   * Lays the money on the invoices: a line of a statement becomes a payment, or is one of the book; of a payment further shares. Amounts
   * in the invoices' currency, below zero for a credit. `proposal` names the one that was taken, for the record.
   */
  'match/accept': command(
    z.object({
      money: moneyKey,
      lines: z.array(line).max(100).default([]),
      payment: z.number().int().nullable().default(null),
      fee: amountOrMissing.default(null),
      proposal: z.string().max(4000).nullable().default(null),
      /** Null: as the book is set. */
      learn: z.boolean().nullable().default(null),
    }),
    acceptance,
    topics,
  ),
  'match/accepted': query(nothing, z.array(acceptance)),
  'match/undo': command(z.object({ id: z.number().int(), reason: reasonText }), acceptance, topics),
  'match/conditions': query(nothing, z.array(z.object({ id: bulkId, title: bilingual }))),
  /** What a condition would take: each money that has exactly one such proposal, whose invoices no other money claims. */
  'match/bulk': query(z.object({ condition: bulkId, rule: z.number().int().nullable().default(null) }), z.array(bulkItem)),
  /** Accepts what was shown; refuses where it would be something else by now. All of it or nothing. */
  'match/acceptBulk': command(
    z.object({
      condition: bulkId,
      rule: z.number().int().nullable().default(null),
      items: z
        .array(z.object({ money: moneyKey, proposal: z.string().max(4000) }))
        .min(1)
        .max(2000),
    }),
    z.object({ bulk: z.number().int(), accepted: z.array(acceptance) }),
    topics,
  ),
  'match/undoBulk': command(z.object({ bulk: z.number().int(), reason: reasonText }), z.array(acceptance), topics),
  'match/rules': query(nothing, z.array(rule)),
  'match/setRule': command(
    z.object({
      id: z.number().int(),
      on: z.boolean().optional(),
      whtPct: percent
        .regex(/^\d{1,2}(\.\d{1,6})?$/)
        .nullable()
        .optional(),
      fee: z.object({ currency, amount }).nullable().optional(),
    }),
    rule,
    ['reconcile'],
  ),
  /** Forgets one rule, or all of them. What was accepted by them stays. */
  'match/forget': command(z.object({ id: z.number().int().nullable() }), z.object({ forgotten: z.number().int() }), ['reconcile']),
  'match/settings': query(nothing, settings),
  'match/saveSettings': command(settings, settings, ['reconcile']),
};
