import { z } from 'zod';
import { WHT_STATUSES } from '../../domain/wht/states.ts';
import { SIDES } from '../../domain/wht/certificate.ts';
import { query, readingJob } from './procedure.ts';
import { written } from './reports.ts';
import { country, fileToken, language, plainDate, said } from './schema.ts';

/** What is known of a file by looking at its bytes. Nothing in it was run, and of an archive only the directory was read. */
const judged = z.object({
  name: z.string(),
  kind: z.enum(['pdf', 'jpeg', 'png', 'gif', 'zip']),
  size: z.number().int(),
  sha256: z.string(),
  /** What a reader elsewhere might do with it. */
  warnings: z.array(said),
  /** Documents of this book that the same bytes hang on. */
  kept: z.array(z.object({ kind: z.enum(['certificate', 'invoice', 'residence']), number: z.string().nullable() })),
});
export type JudgedFile = z.infer<typeof judged>;

/** Sizes in bytes, as the archive's directory states them. */
const entry = z.object({ name: z.string(), size: z.number(), packed: z.number() });
const preview = judged.extend({
  /** Files of an archive; null for every other kind. */
  entries: z.array(entry).nullable(),
  /** Base64; null for an archive. At most 10 MB, as every attachment. */
  data: z.string().nullable(),
});
export type FilePreview = z.infer<typeof preview>;

/** Which certificates go into a bundle. Days are of the certificates' dates, both inclusive; null is no bound. */
const bundleSelection = z.object({
  first: plainDate.nullable().default(null),
  last: plainDate.nullable().default(null),
  side: z.enum(SIDES).nullable().default(null),
  country: country.nullable().default(null),
  form: z.string().max(40).nullable().default(null),
  statuses: z.array(z.enum(WHT_STATUSES)).min(1).default(['submitted', 'accepted']),
  /** These alone, whatever the rest says. */
  certificates: z.array(z.number().int()).min(1).max(500).nullable().default(null),
});

export const attachments = {
  /** Judges a file that was chosen or dropped, before it is attached; refuses what cannot be. */
  'attachments/judge': query(z.object({ file: fileToken, owner: z.enum(['certificate', 'invoice']) }), judged),
  /** The bytes of one file for showing them: of one that is kept, or of one that was just chosen. */
  'attachments/preview': query(z.union([z.object({ attachment: z.number().int() }), z.object({ file: fileToken })]), preview),
  /** The papers of certificates as one archive with an index. `rows` counts certificates. */
  'export/wht-bundle': readingJob(
    bundleSelection.extend({
      target: fileToken,
      format: z.literal('zip').default('zip'),
      language: language.nullable().default(null),
    }),
    written.extend({
      files: z.number().int(),
      /** Certificates in the index to which no file is attached. */
      bare: z.array(z.string()),
    }),
    ['reports'],
  ),
};
