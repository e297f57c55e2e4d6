import { z } from 'zod';
import { INCOME_CATEGORIES } from '../../domain/wht/certificate.ts';
import { BREAKDOWNS } from '../../domain/wht/register/totals.ts';
import { STANDINGS } from '../../domain/wht/register/row.ts';
import { LIST_IDS, PND_KINDS } from '../../domain/wht/returns/layout.ts';
import { CONDITIONS } from '../../domain/wht/returns/line.ts';
import { query, readingJob } from './procedure.ts';
import { written } from './reports.ts';
import {
  amount,
  amountOrMissing,
  country,
  currency,
  documentNumber,
  fileToken,
  language,
  note,
  period,
  plainDate,
  said,
} from './schema.ts';
import { allocationRate, whtSide, whtStatus } from './wht.ts';

/** Which day of a certificate lies in the range: its own date, or that of the tax's payment to the authority. */
export const WHT_REGISTER_BASES = ['date', 'remitted'] as const;

const chosen = {
  /** Days, both inclusive. */
  first: plainDate,
  last: plainDate,
  basis: z.enum(WHT_REGISTER_BASES).default('date'),
  side: whtSide.nullable().default(null),
  country: country.nullable().default(null),
  /** Id of the form (domain/wht/forms). */
  form: z.string().max(40).nullable().default(null),
};

const row = z.object({
  id: z.number().int(),
  /** Line of the certificate in the register, from 1. */
  line: z.number().int(),
  standing: z.enum(STANDINGS),
  number: documentNumber,
  issuer: z.string(),
  date: plainDate,
  first: plainDate.nullable(),
  last: plainDate.nullable(),
  paid: plainDate.nullable(),
  remittance: z.string(),
  remitted: plainDate.nullable(),
  submitted: plainDate.nullable(),
  decided: plainDate.nullable(),
  side: whtSide,
  country: country.nullable(),
  form: z.string().nullable(),
  payer: z.string().nullable(),
  payerTaxIds: z.array(z.string()),
  payee: z.string().nullable(),
  payeeTaxIds: z.array(z.string()),
  category: z.enum(INCOME_CATEGORIES).nullable(),
  code: z.string().nullable(),
  description: z.string(),
  /** In the certificate's currency, as printed; percent. */
  base: amountOrMissing,
  rate: z.string().nullable(),
  /** Null where the line names only an invoice of a certificate that prints its income. */
  tax: amountOrMissing,
  /** Base × rate, exact, and the tax less that. */
  byRate: amountOrMissing,
  difference: amountOrMissing,
  currency,
  /** Of the certificate; on its first line only. */
  total: amountOrMissing,
  fx: allocationRate.nullable(),
  invoice: documentNumber.nullable(),
  invoiceDate: plainDate.nullable(),
  invoiceCurrency: currency.nullable(),
  invoiceNet: amountOrMissing,
  invoiceTotal: amountOrMissing,
  /** Laid on the invoice: in the certificate's currency, and in the invoice's. */
  amount: amountOrMissing,
  payAmount: amountOrMissing,
  status: whtStatus,
  replaces: documentNumber.nullable(),
  replacedBy: documentNumber.nullable(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
  remarks: z.array(said),
  note,
});
export type WhtRegisterRow = z.infer<typeof row>;

const currencyTotal = z.object({
  standing: z.enum(['counted', 'draft']),
  currency,
  certificates: z.number().int(),
  total: amount,
  base: amountOrMissing,
  tax: amount,
  amount,
});
const breakdownRow = z.object({
  by: z.enum(BREAKDOWNS),
  country: country.nullable(),
  form: z.string().nullable(),
  category: z.enum(INCOME_CATEGORIES).nullable(),
  currency,
  certificates: z.number().int(),
  base: amountOrMissing,
  tax: amount,
});

const file = {
  format: z.enum(['xlsx', 'pdf', 'csv']).default('xlsx'),
  /** Null: the book's; a PDF without a language has its heads in both. */
  language: language.nullable().default(null),
  bilingual: z.boolean().default(false),
  target: fileToken,
  bom: z.boolean().default(true),
};

/** Why a line cannot stand in a file for an authority, in words. */
const lack = z.object({ number: documentNumber, issuer: z.string(), message: z.string(), said, remedy: z.string(), remedySaid: said });

/** Leaves out lines that lack something instead of refusing the list. */
const leaveOut = z.boolean().default(false);

const listed = z.object({
  rows: z.number().int(),
  certificates: z.number().int(),
  currency,
  base: amount,
  tax: amount,
  lacks: z.array(lack),
  /** Certificates of the month that are drafts, refused or void. */
  leftOut: z.number().int(),
});

export const whtRegisters = {
  /** Lines of the certificates of a range by day and number, drafts last, with the sums of all of them. */
  'wht/register': query(
    z.object({ ...chosen, offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }),
    z.object({
      rows: z.array(row),
      count: z.number().int(),
      totals: z.array(currencyTotal),
      breakdown: z.array(breakdownRow),
      invoices: z.array(z.object({ currency, payAmount: amount })),
      /** Certificates in it that are void or refused, and so in no sum. */
      out: z.number().int(),
      /** Of the range and the side, whatever country or form was chosen. */
      countries: z.array(country),
      forms: z.array(z.string()),
      /** By the day of remittance: certificates left out because nobody said when. */
      withoutDay: z.number().int(),
    }),
  ),
  /** The register as a file: lines, drafts, sums, payments to the authority. */
  'export/whtRegister': readingJob(z.object({ ...chosen, ...file }), written, ['reports']),
  /** What the authority's list of the month would hold, and what is lacking for it. */
  'wht/listed': query(z.object({ list: z.enum(LIST_IDS), period }), listed),
  /** Attachment of a Thai return (ภ.ง.ด.) for one month, to be read in by the authority's program. */
  'export/whtPnd': readingJob(
    z.object({
      kind: z.enum(PND_KINDS),
      period,
      /** `txt`: fields between bars; `csv`: between commas, with a head. */
      format: z.enum(['txt', 'csv']).default('txt'),
      encoding: z.enum(['utf-8', 'tis-620']).default('utf-8'),
      /** Of certificates whose figures do not say it. */
      condition: z.enum(CONDITIONS).default('1'),
      leaveOut,
      target: fileToken,
    }),
    written,
    ['reports'],
  ),
  /** Lines of a month in the columns of an authority's own list, as CSV. */
  'export/whtList': readingJob(
    z.object({ list: z.enum(LIST_IDS), period, format: z.literal('csv').default('csv'), leaveOut, target: fileToken }),
    written,
    ['reports'],
  ),
};
