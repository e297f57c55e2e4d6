import { z } from 'zod';
import { SOURCE_DELIVERIES } from '../../domain/formats/adapter.ts';
import { PROFILE_DELIMITERS, PROFILE_ENCODINGS, PROFILE_FIELDS, type Profile } from '../../domain/formats/profile.ts';
import { INPUTS } from '../../domain/words/inputs.ts';
import { command, job, query } from './procedure.ts';
import { fileToken, instant, language, nothing, said, saidError, totalsByCurrency, vendor } from './schema.ts';

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
  /** What the reason was made of, where it has parameters and is known. */
  said: said.optional(),
  original: z.string(),
});

const notice = z.object({
  code: z.string(),
  /** `info`: how it was read. `warning`: asks for a look. Left out: a warning. */
  severity: z.enum(['info', 'warning']).optional(),
  message: z.string(),
  remedy: z.string().nullable(),
  said: saidError.optional(),
  row: z.number().nullable(),
  column: z.string().nullable().optional(),
  /** How many cells, rows or columns it is about. */
  count: z.number().nullable().optional(),
});

const decidedBy = z.enum(['chosen', 'remembered', 'file']);
const delivery = z.enum(SOURCE_DELIVERIES);

/** Who delivered a file of a format with many sources (FOCUS), and by which clock and in which way it is taken because of that. */
const fileSource = z.object({
  provider: z.string().nullable(),
  account: z.string().nullable(),
  /** By whom it was decided: this call, an earlier one, or nobody (then the file tells). */
  timeZone: z.string().nullable(),
  timeZoneBy: decidedBy,
  /** The zone that the file itself speaks for. */
  toldZone: z.string().nullable(),
  evidence: z.string(),
  evidenceSaid: said.nullable(),
  delivery,
  deliveryBy: decidedBy,
  /** Its rows name the source, so that a choice is remembered for its next files. */
  remembers: z.boolean(),
});
export type FileSource = z.infer<typeof fileSource>;

/** How the months of a file's source are cut (null lets the file tell), and whether its files replace the month. What is left out is as remembered. */
const sourceChoice = z.object({ timeZone: z.string().min(1).max(60).nullable().optional(), delivery: delivery.optional() });

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
  /** The same as a sentence with its parts; null where the file was not understood. */
  evidenceSaid: said.nullable(),
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
  source: fileSource.nullable(),
  /** The batch that already holds these very bytes. */
  alreadyImported: z.number().nullable(),
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      remedy: z.string().nullable(),
      row: z.number().nullable(),
      column: z.string().nullable(),
      said: saidError.optional(),
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
  source: fileSource.nullable(),
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
  /** How many of its rejected rows are in the book as mended, through other batches. */
  mended: z.number().int(),
  /** The batch whose rejected rows it holds as mended. */
  mends: z.number().int().nullable(),
});

/** A mapping profile (domain/formats/profile.ts). What is inside is checked by the handler, which refuses it by name: `profile.*`. */
const profile = z.custom<Profile>((value) => typeof value === 'object' && value !== null, INPUTS.profile.template);
const profileId = z.string().min(1).max(60);
const savedProfile = z.object({ profile, savedAt: instant });

/** `format` names a shipped format, or `profile:<id>` a profile of the book; `profile` is one that need not be saved. */
const input = z.object({
  files: z.array(fileToken).min(1).max(1000),
  format: z.string().max(80).nullable().default(null),
  profile: profile.nullable().default(null),
  /** By the token of the file: what its source leaves open. An import remembers it for the source's next files. */
  sources: z.record(fileToken, sourceChoice).default({}),
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

/** Rejected rows of a batch as mended: a cell for each column of the file's header. */
const mending = z.object({
  batch: z.number().int(),
  rows: z
    .array(z.object({ row: z.number().int().min(1), cells: z.array(z.string().max(100_000)).min(1).max(4096) }))
    .min(1)
    .max(1000)
    .refine((rows) => new Set(rows.map((r) => r.row)).size === rows.length, 'A row is given twice.'),
});

/** What would become of a mended row. */
const mendCheck = z.object({
  row: z.number().int(),
  /** A new line; wrong still; in the book already; of a month that a newer file tells; no bill line. */
  state: z.enum(['new', 'wrong', 'here', 'older', 'ignored']),
  /** Where it is wrong, and why. */
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string().nullable(),
  reason: z.string().nullable(),
  /** What the reason was made of, where it has parameters. */
  said: said.optional(),
  /** The batch that has it, or that is newer; and the row there. */
  batch: z.number().int().nullable(),
  inRow: z.number().int().nullable(),
  /** A new line as it is understood. */
  fields: z.record(z.string(), z.string().nullable()).nullable(),
});
export type MendCheck = z.infer<typeof mendCheck>;

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
    z.object({
      total: z.number(),
      /** How many of them are in the book as mended. */
      mended: z.number().int(),
      /** Why they cannot be mended cell by cell: JSON records have no cells, the batch was undone, its format is gone. */
      cannotMend: z.enum(['json', 'undone', 'no-format']).nullable(),
      /** `mendedBy`: the batch that holds the row as mended. */
      rows: z.array(reject.extend({ mendedBy: z.number().int().nullable() })),
    }),
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
  /** A rejected row cut into the columns of its file. Refused where it cannot be mended cell by cell: `mend.*`. */
  'import/rejectedRow': query(
    z.object({ batch: z.number().int(), row: z.number().int() }),
    z.object({
      headers: z.array(z.string()),
      /** As they stand in the file: more or fewer than headers where that is what is wrong. */
      cells: z.array(z.string()),
      /** Empty for a sheet. */
      delimiter: z.string(),
      /** Index of the column that was rejected. */
      column: z.number().int().nullable(),
      /** The batch that holds the row as mended, its number there, and its cells. */
      mended: z.object({ batch: z.number().int(), byRow: z.number().int(), cells: z.array(z.string()) }).nullable(),
    }),
  ),
  /** Reads mended rows by the parser and the rules of their file; nothing is written. */
  'import/checkMend': job(mending, z.object({ rows: z.array(mendCheck) }), []),
  /** Brings mended rows in as a batch of their own, all or none: refused with the first row that is not new. */
  'import/mend': job(mending, fileImport, ['imports', 'bills', 'invoices', 'reconcile', 'book']),
  'import/exportRejects': job(
    z.object({ batch: z.number().int(), target: fileToken, language: language.default('en') }),
    z.object({ file: z.string(), rows: z.number() }),
    [],
  ),
};
