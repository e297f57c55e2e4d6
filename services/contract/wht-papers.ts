import { z } from 'zod';
import { PAPER_LANGUAGES } from '../../domain/invoices/paper-language.ts';
import { BORNE, PAPER_LACKS, TAWI_RETURNS } from '../../domain/wht/paper-options.ts';
import { query, readingJob } from './procedure.ts';
import { written } from './reports.ts';
import { documentNumber, fileToken, plainDate, said } from './schema.ts';

/** `issuer` only where two have given the same number, `id` where a refused or void one shares it with another. */
const named = z.object({
  number: documentNumber,
  issuer: z.string().nullable().default(null),
  id: z.number().int().nullable().default(null),
});
const language = z.enum(PAPER_LANGUAGES).default('en');

/** Certificates by name, else all that were handed out with a date between the days (both inclusive), of one party where it is given. */
const selection = z.object({
  certificates: z.array(named).max(500).default([]),
  first: plainDate.nullable().default(null),
  last: plainDate.nullable().default(null),
  party: z.number().int().nullable().default(null),
  /** Day of the letter; null: today. */
  date: plainDate.nullable().default(null),
  language,
  target: fileToken,
});

const lack = z.object({ field: z.enum(PAPER_LACKS), message: z.string(), said });

export const whtPapers = {
  /** What the paper of a certificate that we issue will be, and what it lacks. `thai`: the form of section 50 bis. */
  'wht/paper': query(
    named,
    z.object({
      title: z.object({ en: z.string(), zh: z.string() }),
      thai: z.boolean(),
      /** Box of the return that follows from the payee (Thai form); null: none does. */
      return: z.enum(TAWI_RETURNS).nullable(),
      lacks: z.array(lack),
    }),
  ),
  /**
   * A certificate that we issue as PDF: the Thai form of section 50 bis in two copies, with second lines in the language, else the
   * general one. `lacks`: what it should say and the book does not know; `hash`: SHA-256 of all that it says; `rows`: pages.
   */
  'export/whtCertificate': readingJob(
    named.extend({
      language,
      format: z.literal('pdf').default('pdf'),
      /** What only the Thai form asks for. */
      thai: z
        .object({
          book: z.string().trim().max(20).default(''),
          sequence: z.string().trim().max(20).default(''),
          return: z.enum(TAWI_RETURNS).nullable().default(null),
          borne: z.enum(BORNE).default('withheld'),
          borneNote: z.string().trim().max(60).default(''),
        })
        .prefault({}),
      target: fileToken,
    }),
    written.extend({
      pages: z.number(),
      hash: z.string(),
      lacks: z.array(lack),
      unprintable: z.array(z.string()),
    }),
    ['reports'],
  ),
  /** The letter that certificates of one payee go with; `rows`: certificates. */
  'export/whtLetter': readingJob(
    selection.extend({ format: z.literal('pdf').default('pdf') }),
    written.extend({ pages: z.number(), hash: z.string(), certificates: z.array(documentNumber), unprintable: z.array(z.string()) }),
    ['reports'],
  ),
  /** A message to whoever gets certificates at the payee, with their files and the letter, as a draft to be sent by a person. */
  'export/whtMail': readingJob(
    selection.extend({ format: z.literal('eml').default('eml') }),
    written.extend({
      to: z.array(z.string()),
      certificates: z.array(documentNumber),
      files: z.array(z.object({ name: z.string(), bytes: z.number() })),
    }),
    ['reports'],
  ),
};
