import { z } from 'zod';
import { PROFILE_DELIMITERS, PROFILE_ENCODINGS, PROFILE_FIELDS, type Profile } from '../../domain/formats/profile.ts';
import { command, job, query } from './procedure.ts';
import { fileToken, instant, nothing, totalsByCurrency, vendor } from './schema.ts';

export const formatInfo = z.object({
  id: z.string(),
  vendor,
  title: z.string(),
  titleZh: z.string(),
  /** What the file is: bill detail, statement, API JSON … */
  kind: z.enum(['detail', 'statement', 'invoices', 'register']),
});

/** rows = imported + duplicates + superseded + ignored + rejected, always. */
const counts = z.object({
  rows: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  superseded: z.number().int(),
  ignored: z.number().int(),
  rejected: z.number().int(),
});

const identity = z.object({
  id: z.string(),
  title: z.string(),
  passed: z.number(),
  failed: z.number(),
  firstFailedRows: z.array(z.number()),
});

const reject = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  reason: z.string(),
  original: z.string(),
});

const notice = z.object({ code: z.string(), message: z.string(), remedy: z.string().nullable(), row: z.number().nullable() });

export const filePreview = counts.extend({
  token: fileToken,
  /** The token that was given; `token` is one of its own for each table of an archive or workbook. */
  origin: fileToken,
  file: z.string(),
  size: z.number(),
  sha256: z.string(),
  /** Null when the file cannot be imported; then `error` says why. */
  format: z.string().nullable(),
  formatTitle: z.string().nullable(),
  vendor: vendor.nullable(),
  /** 0–100, and the reason in one sentence: “Read as UTF-8, comma, header in row 1 …”. */
  score: z.number(),
  evidence: z.string(),
  candidates: z.array(z.object({ id: z.string(), title: z.string(), score: z.number() })),
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  missingColumns: z.array(z.string()),
  periods: z.array(z.string()),
  totals: totalsByCurrency,
  identities: z.array(identity),
  notices: z.array(notice),
  /** First rows: the source text beside what was understood. */
  sample: z.array(z.object({ row: z.number(), source: z.string(), fields: z.record(z.string(), z.string().nullable()) })),
  rejects: z.array(reject),
  /** The batch that already holds these very bytes. */
  alreadyImported: z.number().nullable(),
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      remedy: z.string().nullable(),
      row: z.number().nullable(),
      column: z.string().nullable(),
    })
    .nullable(),
});
export type FilePreview = z.infer<typeof filePreview>;

export const fileImport = counts.extend({
  file: z.string(),
  sha256: z.string(),
  format: z.string(),
  vendor,
  /** Where rejected rows were written, for the command line; null otherwise or when there are none. */
  rejectsFile: z.string().nullable(),
  periods: z.array(z.string()),
  totals: totalsByCurrency,
  /** Null for a dry run and for a file whose bytes were already imported. */
  batch: z.number().nullable(),
  notices: z.array(notice),
});
export type FileImport = z.infer<typeof fileImport>;

export const batch = counts.extend({
  batch: z.number(),
  file: z.string(),
  sha256: z.string(),
  format: z.string(),
  formatTitle: z.string(),
  vendor,
  importedAt: instant,
  state: z.enum(['active', 'undone']),
  periods: z.array(z.string()),
  totals: totalsByCurrency,
});

/** A mapping profile (domain/formats/profile.ts). What is inside is checked by the handler, which refuses it by name: `profile.*`. */
const profile = z.custom<Profile>((value) => typeof value === 'object' && value !== null, 'a mapping profile');
const profileId = z.string().min(1).max(60);
const savedProfile = z.object({ profile, savedAt: instant });

/** `format` names a shipped format, or `profile:<id>` a profile of the book; `profile` is one that need not be saved. */
const input = z.object({
  files: z.array(fileToken).min(1).max(1000),
  format: z.string().max(80).nullable().default(null),
  profile: profile.nullable().default(null),
});

const choice = <T extends string>(values: readonly [T, ...T[]]) =>
  z.object({
    choice: z.enum([...values, 'ambiguous', 'mixed', 'none']),
    possible: z.array(z.enum(values)),
    differs: z.boolean(),
    readable: z.number().int(),
    unreadable: z.number().int(),
    unreadableRows: z.array(z.number().int()),
    /** Cells that rule a reading out, or that read differently: what each is under every reading. */
    evidence: z.array(z.object({ row: z.number().int(), value: z.string(), readings: z.record(z.string(), z.string().nullable()) })),
  });

/** The first rows of a table as cells, and what the whole of each column says about its dates and figures. */
const head = z.object({
  file: z.string(),
  shape: z.enum(['table', 'cells']),
  encoding: z.enum(PROFILE_ENCODINGS),
  /** Empty for a sheet. */
  delimiter: z.string(),
  headerRow: z.number().int(),
  rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
  /** Rows below the header. */
  total: z.number().int(),
  columns: z.array(
    z.object({
      header: z.string(),
      /** The field that the header and the cells suggest. */
      suggested: z.enum(PROFILE_FIELDS as [string, ...string[]]).nullable(),
      filled: z.number().int(),
      dates: choice(['ymd', 'dmy', 'mdy']),
      decimal: choice(['.', ',']),
      thousands: z.object({ '.': z.enum(['', ',', '.', ' ', "'"]), ',': z.enum(['', ',', '.', ' ', "'"]) }),
    }),
  ),
});
export type FileHead = z.infer<typeof head>;

export const imports = {
  'formats/list': query(nothing, z.array(formatInfo)),
  'import/preview': job(input, z.object({ files: z.array(filePreview) }), []),
  /** One transaction for the whole call: when one file cannot be used, nothing of any file is written. */
  'import/run': job(input.extend({ dryRun: z.boolean().default(false) }), z.object({ files: z.array(fileImport) }), [
    'imports',
    'bills',
    'invoices',
    'reconcile',
    'book',
  ]),
  'import/batches': query(nothing, z.array(batch)),
  'import/undo': command(z.object({ batch: z.number().int() }), batch, ['imports', 'bills', 'invoices', 'reconcile', 'book']),
  'import/rejects': query(
    z.object({
      batch: z.number().int(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({ total: z.number(), rows: z.array(reject) }),
  ),
  /** Only looks at a file: nothing is written. */
  'import/head': job(
    z.object({
      file: fileToken,
      encoding: z.enum(PROFILE_ENCODINGS).nullable().default(null),
      delimiter: z.enum(PROFILE_DELIMITERS).nullable().default(null),
      headerRow: z.number().int().min(1).max(20).nullable().default(null),
    }),
    head,
    [],
  ),
  'profiles/list': query(nothing, z.array(savedProfile)),
  'profiles/save': command(z.object({ profile }), savedProfile, ['imports']),
  'profiles/delete': command(z.object({ id: profileId }), nothing, ['imports']),
  /** Writes a profile of the book, or one that is not saved, as a JSON file. */
  'profiles/export': command(z.object({ profile: z.union([profileId, profile]), target: fileToken }), z.object({ file: z.string() }), []),
  /** Reads a JSON file; `keep` also saves it in the book. */
  'profiles/import': command(z.object({ file: fileToken, keep: z.boolean().default(true) }), profile, ['imports']),
  'import/exportRejects': job(
    z.object({ batch: z.number().int(), target: fileToken }),
    z.object({ file: z.string(), rows: z.number() }),
    [],
  ),
};
