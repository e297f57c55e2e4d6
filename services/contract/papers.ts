import { z } from 'zod';
import { PAPER_LANGUAGES } from '../../domain/invoices/paper-language.ts';
import { PAPER_FIELDS } from '../../domain/invoices/paper-rules.ts';
import { query, readingJob } from './procedure.ts';
import { written } from './reports.ts';
import { country, documentNumber, fileToken, said, vendor } from './schema.ts';

/** `vendor` is needed only where two vendors have given the same number. */
const byNumber = z.object({ number: documentNumber, vendor: vendor.nullable().default(null) });

/** Something that a country's rules ask for on the paper and the document does not have. */
const lack = z.object({ field: z.enum(PAPER_FIELDS), message: z.string(), said, source: z.string() });

export const papers = {
  /** What the paper of a document will be: its title, the country whose rules it follows, and what it lacks under them. */
  'invoices/paper': query(
    byNumber,
    z.object({
      title: z.object({ en: z.string(), zh: z.string() }),
      country: country.nullable(),
      /** False where the general paper is drawn because no rules of that country are known. */
      ruled: z.boolean(),
      lines: z.number(),
      /** SHA-256 of all that the paper says, in any language; printed at its foot. */
      hash: z.string(),
      lacks: z.array(lack),
    }),
  ),
  /**
   * An invoice or credit note as PDF in English, Chinese or both: one issued here as the document itself, a received one as a
   * marked transcript; `more` follow it in the same file. `unprintable`: characters that the font lacks, drawn as boxes and named
   * in a note; `rows`: pages.
   */
  'export/invoice-pdf': readingJob(
    byNumber.extend({
      more: z.array(byNumber).max(999).default([]),
      language: z.enum(PAPER_LANGUAGES).default('en'),
      format: z.literal('pdf').default('pdf'),
      target: fileToken,
    }),
    written.extend({
      pages: z.number(),
      papers: z.array(z.object({ number: documentNumber, pages: z.number(), hash: z.string(), lacks: z.array(lack) })),
      unprintable: z.array(z.string()),
      leftOut: z.boolean(),
    }),
    ['reports'],
  ),
};
