import { z } from 'zod';
import { DIRECTIONS, INVOICE_TYPES } from '../../domain/invoices/document.ts';
import { MOVEMENTS } from '../../domain/invoices/statement.ts';
import { invoiceStatus } from './invoices.ts';
import { command, query, readingJob } from './procedure.ts';
import { written } from './reports.ts';
import {
  amount,
  amountOrMissing,
  country,
  currency,
  documentNumber,
  entityId,
  fileToken,
  instant,
  language,
  note,
  period,
  plainDate,
  said,
  vendor,
} from './schema.ts';

const id = z.number().int().min(1);
const direction = z.enum(DIRECTIONS);
const kind = z.enum(['invoice', 'credit-note']);
const page = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) };

/** A document as its pairs are shown side by side. */
const paper = z.object({
  id,
  vendor,
  number: documentNumber,
  direction,
  kind,
  type: z.enum(INVOICE_TYPES),
  status: invoiceStatus,
  /** The other side of it, as the document names it. */
  party: z.string().nullable(),
  entity: entityId.nullable(),
  date: plainDate,
  due: plainDate.nullable(),
  period: period.nullable(),
  currency,
  net: amount,
  tax: amount,
  total: amount,
  open: amount,
  credits: documentNumber.nullable(),
  source: z.string(),
  note,
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});
const reason = z.object({ reason: z.string(), points: z.number().int(), said });
export const PAIR_STATES = ['suspected', 'explained', 'dismissed'] as const;
const pair = z.object({
  a: paper,
  b: paper,
  score: z.number().int(),
  exact: z.boolean(),
  /** Explained: the numbers are the same, but credit notes take one of them back. */
  state: z.enum(PAIR_STATES),
  reasons: z.array(reason),
  dismissed: z.object({ at: instant, who: z.string(), note }).nullable(),
});
export type PaperPairShown = z.infer<typeof pair>;
export type ShownPaper = z.infer<typeof paper>;
const ids = z
  .array(z.object({ a: id, b: id }))
  .min(1)
  .max(500);

/** How an amount came into the other currency; `origin`: the same currency, on the invoice, entered by the user, or stated by the vendor's list. */
const rate = z.object({
  rate: z.string(),
  to: currency,
  origin: z.enum(['same', 'invoice', 'entered', 'stated']),
  period: period.nullable(),
  document: z.string().nullable(),
});
export type RateUsed = z.infer<typeof rate>;

export const AGE_KEYS = ['vendor', 'entity', 'party'] as const;
const ageSums = {
  currency,
  /** Not due, then a bucket up to each edge, then what is older. */
  buckets: z.array(amount),
  /** Without a due date; and what is owed back, below zero. */
  undated: amount,
  credit: amount,
  /** Withheld, certificate pending: in no bucket, and no overdue cash. */
  awaited: amount,
  total: amount,
  count: z.number().int(),
};
const ageRow = z.object({
  key: z.string().nullable(),
  label: z.string().nullable(),
  ...ageSums,
  rate: rate.nullable(),
  converted: amountOrMissing,
});
export type AgeingRow = z.infer<typeof ageRow>;
const ageItem = z.object({
  key: z.string().nullable(),
  vendor,
  number: documentNumber,
  party: z.string().nullable(),
  entity: entityId.nullable(),
  date: plainDate,
  due: plainDate.nullable(),
  days: z.number().int().nullable(),
  currency,
  total: amount,
  open: amount,
  awaited: amount,
  bucket: z.union([z.number().int(), z.literal('undated'), z.literal('credit'), z.literal('awaited')]),
});
export type AgeingItem = z.infer<typeof ageItem>;

const ageingInput = {
  /** Null: today. */
  asOf: plainDate.nullable().default(null),
  direction: direction.default('received'),
  by: z.enum(AGE_KEYS).default('vendor'),
  /** Last days past due of the buckets, such as “30,60,90”. */
  edges: z.string().max(60).nullable().default(null),
};

/** Whose statement: a vendor, or a party on record; days inclusive. */
const statementInput = {
  vendor: vendor.nullable().default(null),
  party: id.nullable().default(null),
  direction: direction.default('received'),
  from: plainDate,
  to: plainDate,
};
const statementLine = z.object({
  date: plainDate,
  kind: z.enum(MOVEMENTS),
  reference: z.string(),
  /** Invoices that it lowers; none for an invoice. */
  invoices: z.array(documentNumber),
  vendor,
  due: plainDate.nullable(),
  currency,
  amount,
  balance: amount,
});
export type StatementLine = z.infer<typeof statementLine>;

export const REGISTER_BASES = ['date', 'period'] as const;
const registerInput = {
  direction: direction.default('received'),
  from: plainDate,
  to: plainDate,
  /** By the date on the document, or by the billing months that the range touches. */
  basis: z.enum(REGISTER_BASES).default('date'),
  country: country.nullable().default(null),
};
const local = z.object({ currency, rate: z.string(), origin: rate.shape.origin, net: amount, tax: amount, total: amount });
const onDocument = {
  number: documentNumber,
  vendor,
  kind,
  direction,
  status: invoiceStatus,
  date: plainDate,
  period: period.nullable(),
  country,
  currency,
};
const registerRow = z.object({
  ...onDocument,
  type: z.enum(INVOICE_TYPES),
  entity: entityId.nullable(),
  issued: plainDate.nullable(),
  due: plainDate.nullable(),
  credits: documentNumber.nullable(),
  seller: z.string().nullable(),
  sellerTaxIds: z.array(z.string()),
  buyer: z.string().nullable(),
  buyerTaxIds: z.array(z.string()),
  net: amount,
  tax: amount,
  total: amount,
  /** Code and rate of each tax. */
  taxes: z.array(z.object({ code: z.string(), ratePct: z.string().nullable() })),
  treatment: z.string().nullable(),
  byRule: amountOrMissing,
  difference: amountOrMissing,
  rule: z.string().nullable(),
  pack: z.string().nullable(),
  basis: z.enum(['quote', 'rule', 'document', 'none']),
  local: local.nullable(),
  files: z.array(z.string()),
});
export type RegisterRow = z.infer<typeof registerRow>;
const taxRow = z.object({
  ...onDocument,
  code: z.string(),
  name: z.string(),
  ratePct: z.string().nullable(),
  treatment: z.string().nullable(),
  base: amount,
  stated: amountOrMissing,
  exact: amountOrMissing,
  byRule: amountOrMissing,
  difference: amountOrMissing,
  policy: z.string(),
  rule: z.string().nullable(),
  pack: z.string().nullable(),
  partBasis: registerRow.shape.basis,
  localCurrency: currency.nullable(),
  localStated: amountOrMissing,
});
export type TaxRegisterRow = z.infer<typeof taxRow>;
const registerTotal = z.object({
  kind,
  currency,
  count: z.number().int(),
  voids: z.number().int(),
  net: amount,
  tax: amount,
  total: amount,
});
const localTotal = z.object({ currency, net: amount, tax: amount, total: amount, missing: z.number().int() });
const taxTotal = z.object({
  country,
  code: z.string(),
  ratePct: z.string().nullable(),
  treatment: z.string().nullable(),
  currency,
  count: z.number().int(),
  base: amount,
  stated: amountOrMissing,
  byRule: amountOrMissing,
  difference: amountOrMissing,
});

const file = {
  format: z.enum(['xlsx', 'pdf', 'csv']),
  language: language.nullable().default(null),
  /** Both languages beside each other. */
  bilingual: z.boolean().default(false),
  target: fileToken,
  bom: z.boolean().default(true),
};

export const statements = {
  /** Pairs of documents that look like one, with the reasons for and against. Void ones are left out; nothing is deleted. */
  'invoices/duplicates': query(
    z.object({ state: z.enum([...PAIR_STATES, 'all']).default('suspected'), search: z.string().max(200).default(''), ...page }),
    z.object({
      rows: z.array(pair),
      count: z.number().int(),
      counts: z.object({ suspected: z.number().int(), explained: z.number().int(), dismissed: z.number().int() }),
      /** What the suspected pairs would come to if the second document of each were one too many. */
      atStake: z.record(currency, amount),
      /** So much is alike that not every likely pair was looked at. */
      truncated: z.boolean(),
    }),
  ),
  /** Documents that look like the one that is being entered; parts may be missing. */
  'invoices/similar': query(
    z.object({
      vendor,
      direction: direction.default('received'),
      kind: kind.default('invoice'),
      number: z.string().max(100).default(''),
      date: plainDate.nullable().default(null),
      period: period.nullable().default(null),
      currency,
      net: amountOrMissing.default(null),
      tax: amountOrMissing.default(null),
      sellerId: id.nullable().default(null),
      buyerId: id.nullable().default(null),
    }),
    z.object({ found: z.array(z.object({ paper, score: z.number().int(), exact: z.boolean(), reasons: z.array(reason) })) }),
  ),
  /** Says of pairs that they are two documents. */
  'invoices/markDistinct': command(z.object({ pairs: ids, note: note.default('') }), z.object({ marked: z.number().int() }), ['invoices']),
  /** Takes that back. */
  'invoices/unmarkDistinct': command(z.object({ pairs: ids }), z.object({ unmarked: z.number().int() }), ['invoices']),
  /** What was open on a day, by how long it was past due, by the dates on the papers. */
  'invoices/ageing': query(
    z.object({
      ...ageingInput,
      /** Lists the documents too: all, or those of one row. */
      items: z.boolean().default(false),
      of: z.object({ key: z.string().nullable(), currency }).nullable().default(null),
    }),
    z.object({
      asOf: plainDate,
      edges: z.array(z.number().int()),
      into: currency,
      rows: z.array(ageRow),
      totals: z.array(z.object(ageSums)),
      /** All rows in the book's currency; null where a rate is missing. */
      converted: amountOrMissing,
      items: z.array(ageItem),
      /** Not in the rows: bills whose invoice is not issued, and what the vendor calls paid without a payment in the book. */
      notIssued: z.number().int(),
      calledPaid: z.array(z.object({ currency, count: z.number().int(), amount })),
      /** Paid until that day, and laid against no invoice. */
      unallocated: z.array(z.object({ currency, amount })),
    }),
  ),
  'invoices/statement': query(
    z.object(statementInput),
    z.object({
      from: plainDate,
      to: plainDate,
      name: z.string().nullable(),
      statements: z.array(
        z.object({
          currency,
          opening: amount,
          closing: amount,
          lines: z.array(statementLine),
          sums: z.object({ invoice: amount, 'credit-note': amount, certificate: amount, payment: amount, 'called-paid': amount }),
          /** Of `closing`: withheld from payments, certificate pending. */
          awaited: amount,
          /** Differences of currencies of the certificates of the range; they change no balance. `currency` is the difference's own. */
          fx: z.array(
            z.object({
              kind: z.enum(['own-rate', 'payment-rate']),
              certificate: z.string(),
              invoice: documentNumber,
              date: plainDate,
              currency,
              given: amount,
              converted: amount,
              difference: amount,
              step: said,
            }),
          ),
        }),
      ),
      calledPaid: z.array(z.object({ currency, count: z.number().int(), amount })),
      /** Who has documents of the direction in the book. */
      vendors: z.array(z.object({ vendor, count: z.number().int() })),
      parties: z.array(z.object({ id, name: z.string(), count: z.number().int() })),
    }),
  ),
  'invoices/register': query(
    z.object({ ...registerInput, offset: page.offset, limit: page.limit }),
    z.object({
      rows: z.array(registerRow),
      count: z.number().int(),
      totals: z.array(registerTotal),
      local: z.array(localTotal),
      /** Left out because they belong to no billing period. */
      withoutPeriod: z.number().int(),
      countries: z.array(country),
    }),
  ),
  'invoices/taxRegister': query(
    z.object({ ...registerInput, offset: page.offset, limit: page.limit }),
    z.object({
      rows: z.array(taxRow),
      count: z.number().int(),
      totals: z.array(taxTotal),
      withoutPeriod: z.number().int(),
      countries: z.array(country),
    }),
  ),
  'export/invoice-register': readingJob(z.object({ ...registerInput, ...file }), written, ['reports']),
  'export/tax-register': readingJob(z.object({ ...registerInput, ...file }), written, ['reports']),
  'export/statement': readingJob(z.object({ ...statementInput, ...file }), written, ['reports']),
  'export/ageing': readingJob(z.object({ ...ageingInput, ...file }), written, ['reports']),
};
