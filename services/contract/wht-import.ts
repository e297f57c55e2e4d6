import { z } from 'zod';
import { DATE_ORDERS } from '../../domain/formats/mapping/printed-date.ts';
import { FIELD_NAMES } from '../../domain/wht/import/fields.ts';
import { WEIGHTS, type Signal } from '../../domain/wht/import/signals.ts';
import { command, job, query } from './procedure.ts';
import {
  amount,
  amountOrMissing,
  country,
  currency,
  documentNumber,
  fileToken,
  instant,
  language,
  nothing,
  plainDate,
  said,
  saidError,
  vendor,
} from './schema.ts';
import { allocationRate, incomeLine, whtSide, whtStatus } from './wht.ts';

const field = z.enum(FIELD_NAMES);
const dateOrder = z.enum(DATE_ORDERS as readonly ['ymd', 'dmy', 'mdy']);
const decimal = z.enum(['.', ',']);
const bilingual = z.object({ en: z.string(), zh: z.string() });

/** A mapping of one's own (domain/wht/import/own-profile.ts). */
const ownProfile = z.object({
  name: z.string().trim().min(1).max(80),
  columns: z
    .array(z.object({ header: z.string().trim().min(1).max(200), field }))
    .min(1)
    .max(60),
  side: whtSide.default('payer'),
  country: country.nullable().default(null),
  form: z.string().max(40).nullable().default(null),
  currency: currency.nullable().default(null),
  issuer: z.string().trim().max(200).nullable().default(null),
  dates: dateOrder.nullable().default(null),
  decimal: decimal.nullable().default(null),
  gather: z.boolean().default(false),
});

/** The file and how it is to be read; null lets the content decide. */
const how = z.object({
  file: fileToken,
  /** Id of a profile; `own:<name>` is one of the book. */
  profile: z.string().max(100).nullable().default(null),
  /** A mapping that is not kept, in place of a profile. */
  mapping: ownProfile.nullable().default(null),
  /** Name of a workbook's sheet. */
  sheet: z.string().max(255).nullable().default(null),
  /** Where the cells do not tell. */
  dates: dateOrder.nullable().default(null),
  decimal: decimal.nullable().default(null),
  side: whtSide.nullable().default(null),
  currency: currency.nullable().default(null),
});

const profileInfo = z.object({
  id: z.string(),
  title: bilingual,
  country: country.nullable(),
  certainty: z.enum(['explicit', 'secondary', 'memory']),
  source: bilingual,
  /** Header names by field, the first of each. */
  columns: z.array(z.object({ field, headers: z.array(z.string()) })),
});

const trouble = z.object({
  /** The file's own header. */
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  remedy: z.string().nullable(),
  said: saidError.optional(),
});
const party = z.object({ name: z.string().nullable(), taxId: z.string().nullable() });
const figures = z.record(z.string(), z.string());

const told = z.object({
  number: z.string().nullable(),
  issuer: z.string(),
  date: plainDate,
  currency,
  total: amount,
  base: amountOrMissing,
  side: whtSide,
  country: country.nullable(),
  form: z.string().nullable(),
  payer: party,
  payee: party,
  first: plainDate.nullable(),
  last: plainDate.nullable(),
  remittance: z.string(),
  remitted: plainDate.nullable(),
  income: z.array(incomeLine),
  reference: z.string().nullable(),
  pending: z.boolean(),
});

const proposal = z.object({
  lines: z.array(
    z.object({
      invoice: documentNumber,
      vendor,
      invoiceDate: plainDate,
      invoiceCurrency: currency,
      invoiceNet: amount,
      open: amount,
      /** In the certificate's currency. */
      amount,
      /** In the invoice's; null where no rate is known. */
      payAmount: amountOrMissing,
      fx: allocationRate.nullable(),
    }),
  ),
  score: z.number().int(),
  reasons: z.array(z.object({ signal: z.enum(Object.keys(WEIGHTS) as [Signal, ...Signal[]]), weight: z.number().int(), said })),
  /** Exact number and exact amount: what may be accepted by rule. */
  exact: z.boolean(),
  blocked: z.boolean(),
  residual: amount,
});

/**
 * matched: one proposal stands alone. several: a person chooses. none: nothing fits. known: the book has it. ignored: no certificate.
 * rejected: it cannot be read. The counts of all add up to the rows below the header.
 */
export const IMPORT_STATES = ['matched', 'several', 'none', 'known', 'ignored', 'rejected'] as const;
const importState = z.enum(IMPORT_STATES);

const importRow = z.object({
  /** Rows of the file; the first names it. */
  rows: z.array(z.number().int()).min(1),
  state: importState,
  certificate: told.nullable(),
  known: z
    .object({ id: z.number().int(), number: documentNumber, issuer: z.string(), status: whtStatus, differences: z.array(said) })
    .nullable(),
  proposals: z.array(proposal),
  /** May be accepted by rule: exact, and no other row of the file lays claim to the same invoice. */
  bulk: z.boolean(),
  /** Not every sum of invoices was tried. */
  gaveUp: z.boolean(),
  remarks: z.array(z.object({ code: z.string(), said })),
  troubles: z.array(trouble),
  /** Why it is ignored. */
  why: said.nullable(),
  figures,
});
export type ImportRow = z.infer<typeof importRow>;

const preview = z.object({
  file: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  /** Null for a workbook. */
  text: z.object({ encoding: z.string(), delimiter: z.string() }).nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  /** Null: no profile knows its columns; they want to be mapped. */
  profile: profileInfo.nullable(),
  candidates: z.array(z.object({ id: z.string(), title: bilingual, known: z.number().int(), named: z.number().int() })),
  headerRow: z.number().int().nullable(),
  columns: z.array(z.object({ header: z.string(), field: field.nullable(), samples: z.array(z.string()) })),
  missing: z.array(field),
  reading: z.object({ dates: dateOrder.nullable(), decimal: decimal.nullable(), datesTold: z.boolean(), decimalTold: z.boolean() }),
  /** When this very file was taken before, newest first. */
  before: z.array(z.object({ id: z.number().int(), at: instant, who: z.string() })),
  counts: z.object({
    rows: z.number().int(),
    matched: z.number().int(),
    several: z.number().int(),
    none: z.number().int(),
    known: z.number().int(),
    ignored: z.number().int(),
    rejected: z.number().int(),
  }),
  sums: z.array(z.object({ state: importState, currency, count: z.number().int(), total: amount })),
  notices: z.array(z.object({ code: z.string(), said })),
  rows: z.array(importRow),
});
export type ImportPreview = z.infer<typeof preview>;

const outcome = z.object({
  rows: z.array(z.number().int()),
  /** left: it could have been taken and was not chosen. refused: it was chosen, and a rule spoke against it. */
  outcome: z.enum(['taken', 'known', 'ignored', 'rejected', 'left', 'refused']),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  currency: currency.nullable(),
  total: amountOrMissing,
  /** Status with which it was taken. */
  status: z.enum(['draft', 'submitted']).nullable(),
  /** Invoices that it was laid against. */
  invoices: z.array(z.string()),
  troubles: z.array(trouble),
  figures,
});
const imported = z.object({
  id: z.number().int(),
  at: instant,
  who: z.string(),
  file: z.string(),
  sha256: z.string(),
  profile: z.string(),
  title: bilingual,
  rows: z.number().int(),
  counts: z.object({
    taken: z.number().int(),
    known: z.number().int(),
    ignored: z.number().int(),
    rejected: z.number().int(),
    left: z.number().int(),
    refused: z.number().int(),
  }),
  /** Of what was taken. */
  sums: z.array(z.object({ currency, count: z.number().int(), total: amount })),
});
export type ImportedFile = z.infer<typeof imported>;
const whole = imported.extend({ outcomes: z.array(outcome) });
export type ImportResult = z.infer<typeof whole>;

export const whtImport = {
  /** Reads the file in the parser process and says of every row what it is, and which invoices it may be for. Changes nothing. */
  'wht/importPreview': job(how, preview, []),
  /**
   * Records the chosen rows as drafts or as submitted certificates, in one transaction; a row that a rule speaks against is reported and
   * leaves nothing behind. The file is kept by content, with what became of every row.
   */
  'wht/importTake': job(
    how.extend({
      /** First row of each certificate, with the invoices that it is laid against. */
      rows: z
        .array(
          z.object({
            row: z.number().int().min(1),
            allocate: z
              .array(
                z.object({
                  invoice: documentNumber,
                  vendor: vendor.nullable().default(null),
                  amount,
                  payAmount: amountOrMissing,
                  fx: allocationRate.nullable().default(null),
                }),
              )
              .max(50),
          }),
        )
        .min(1)
        .max(20_000),
      as: z.enum(['draft', 'submitted']).default('draft'),
    }),
    whole,
    ['wht', 'invoices', 'reconcile'],
  ),
  /** Files that were taken, newest first. */
  'wht/imports': query(nothing, z.array(imported)),
  'wht/importShow': query(z.object({ id: z.number().int() }), whole),
  /** Rejected and refused rows as CSV, with row, column, value, reason and remedy beside the cells as they stood: of a file, or of one that was taken. */
  'wht/importRejects': job(
    z.object({ from: z.union([how, z.object({ import: z.number().int() })]), target: fileToken, language: language.default('en') }),
    z.object({ file: z.string(), rows: z.number().int(), bytes: z.number().int() }),
    [],
  ),
  /** Shipped profiles, and those of the book. */
  'wht/importProfiles': query(nothing, z.object({ shipped: z.array(profileInfo), own: z.array(ownProfile) })),
  /** Keeps a mapping under its name, in place of one of the same name. */
  'wht/saveImportProfile': command(z.object({ profile: ownProfile }), ownProfile, ['wht']),
  'wht/removeImportProfile': command(z.object({ name: z.string().trim().min(1).max(80) }), nothing, ['wht']),
};
