import { z } from 'zod';
import { query, readingJob } from './procedure.ts';
import { written } from './reports.ts';
import { documentNumber, fileToken, said, vendor } from './schema.ts';

const bilingual = z.object({ en: z.string(), zh: z.string() });
const profile = z.enum(['en16931', 'peppol']).default('en16931');
/** `vendor` is needed only where two vendors have given the same number. */
const byNumber = z.object({ number: documentNumber, vendor: vendor.nullable().default(null), profile });

/** A rule of EN 16931, of its syntax or of a specification that a document breaks, at one place. */
export const ruleFinding = z.object({
  /** As published, such as BR-CO-10; FILE-… and RECORD-… are our own. */
  rule: z.string(),
  severity: z.enum(['fatal', 'warning']),
  says: bilingual,
  /** Business terms that the rule speaks of, such as BT-106. */
  terms: z.array(z.string()),
  where: bilingual,
  detail: said.nullable(),
  /** Line and column in the file; null for a document of the register. */
  place: z.object({ line: z.number(), column: z.number() }).nullable(),
  /** What to do in the register; null for a file, which its sender has to mend. */
  remedy: bilingual.nullable(),
});
export type RuleFinding = z.infer<typeof ruleFinding>;

const verdict = z.object({
  /** False: at least one finding is fatal. */
  valid: z.boolean(),
  fatal: z.number().int(),
  warnings: z.number().int(),
  findings: z.array(ruleFinding),
});

export const einvoice = {
  /** A document of the register held against EN 16931, as its export would write it. */
  'einvoice/check': query(byNumber, verdict.extend({ number: documentNumber, lines: z.number().int() })),
  /** A file that may be an electronic invoice, read in the parser process and held against its rules. Needs no book. */
  'einvoice/check-file': query(
    /** `peppol` bears on UBL and CII alone. */
    z.object({ file: fileToken, profile }),
    verdict.extend({
      file: z.string(),
      sha256: z.string(),
      carrier: z.enum(['xml', 'pdf', 'ofd']),
      syntax: z.enum(['ubl', 'cii', 'zugferd-1', 'fapiao', 'fapiao-coded']),
      specification: z.string().nullable(),
      number: z.string().nullable(),
      seller: z.string().nullable(),
      total: z.string().nullable(),
      currency: z.string().nullable(),
    }),
  ),
  /** A document as UBL 2.1 Invoice or CreditNote in the terms of EN 16931. One that breaks a fatal rule is refused, rule by rule. */
  'export/einvoice': readingJob(
    byNumber.extend({ format: z.literal('ubl').default('ubl'), target: fileToken }),
    written.extend({ warnings: z.array(ruleFinding) }),
    ['reports'],
  ),
};
