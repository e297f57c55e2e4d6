import { z } from 'zod';
import { PAPER_LANGUAGES } from '../../domain/invoices/paper-language.ts';
import { query, readingJob } from './procedure.ts';
import { written } from './reports.ts';
import { amountOrMissing, currency, fileToken, period, plainDate, vendor } from './schema.ts';

const id = z.number().int().min(1);
const words = z.object({ en: z.string(), zh: z.string() });

/** What a letter is about: checks of a period by the id of their verdict, and differences that are followed up, of one vendor. */
const selection = {
  period,
  checks: z.array(z.string().min(1).max(400)).max(100).default([]),
  discrepancies: z.array(id).max(100).default([]),
  /** To whom: a vendor among the parties; null: the one that the vendor's invoices name, else the vendor by its name. */
  party: id.nullable().default(null),
  /** Day of the letter; null: today. By when an answer is asked for; null: 14 days later. */
  date: plainDate.nullable().default(null),
  deadline: plainDate.nullable().default(null),
  /** Ours; null: made from what the letter is about. */
  reference: z.string().trim().min(1).max(60).nullable().default(null),
  /** Own words of the writer, beside the request. */
  note: z.string().trim().max(2000).default(''),
  language: z.enum(PAPER_LANGUAGES).default('en'),
};

const side = z.object({ label: words, value: amountOrMissing });
const item = z.object({
  no: z.number().int(),
  check: z.string(),
  discrepancy: id.nullable(),
  title: words,
  finding: words,
  currency: currency.nullable(),
  /** Null: the letter is about a part of the difference alone. */
  theirs: side.nullable(),
  ours: side.nullable(),
  /** Theirs less ours; null where it is no money. */
  difference: amountOrMissing,
  lines: z.number().int(),
  lineCount: z.number().int(),
});

const file = { ...selection, target: fileToken };

export const letters = {
  /** What a letter would say and to whom it would go. `recipients`: contacts of the addressee who get disputes. */
  'discrepancies/letter': query(
    z.object(selection),
    z.object({
      reference: z.string(),
      vendor,
      to: z.object({ party: id.nullable(), name: words, address: z.array(z.string()) }),
      recipients: z.array(z.string()),
      parties: z.array(z.object({ id, name: z.string() })),
      date: plainDate,
      deadline: plainDate,
      items: z.array(item),
    }),
  ),
  /** The letter as PDF; `rows`: what it is about. It changes no state. */
  'export/disputeLetter': readingJob(
    z.object({ ...file, format: z.literal('pdf').default('pdf') }),
    written.extend({ reference: z.string(), pages: z.number(), hash: z.string(), unprintable: z.array(z.string()) }),
    ['reports'],
  ),
  /**
   * A message to whoever gets disputes at the vendor, with the letter and its lines as XLSX and CSV: a draft that a person sends. `to`
   * is empty where the book knows nobody; the person then writes the address.
   */
  'export/disputeMail': readingJob(
    z.object({ ...file, format: z.literal('eml').default('eml') }),
    written.extend({
      reference: z.string(),
      to: z.array(z.string()),
      files: z.array(z.object({ name: z.string(), bytes: z.number() })),
    }),
    ['reports'],
  ),
};
