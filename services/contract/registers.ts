import { z } from 'zod';
import { REGISTERS } from '../../domain/formats/format.ts';
import { job, query } from './procedure.ts';
import { written } from './reports.ts';
import { amount, fileToken, instant, language, mendedFrom, nothing, plainDate, vendor } from './schema.ts';

export const registerKind = z.enum(REGISTERS);

/** A column of a list, with its name in both languages (domain/registers). */
const column = z.object({
  name: z.string(),
  title: z.string(),
  titleZh: z.string(),
  type: z.enum(['text', 'ident', 'money', 'quantity', 'number', 'time', 'day', 'month', 'count']),
  /** Its figures add up to something, so `totals` has it. */
  adds: z.boolean(),
  /** Shown before a person has chosen columns. */
  shown: z.boolean(),
});
export type RegisterColumn = z.infer<typeof column>;

const counted = z.array(z.object({ value: z.string(), rows: z.number() }));

const list = z.object({
  kind: registerKind,
  title: z.string(),
  titleZh: z.string(),
  rows: z.number(),
  vendors: z.array(z.object({ vendor, rows: z.number() })),
  /** The commonest first; empty where no row names one. */
  accounts: counted,
  currencies: z.array(z.string()),
  /** What `state` is held to, with its values; null where the list has no such column. */
  state: z.object({ column: z.string(), values: counted }).nullable(),
  /** What `from` and `to` are held to, and how the list is best read. */
  date: z.object({ column: z.string(), order: z.enum(['ascending', 'descending']), from: plainDate.nullable(), to: plainDate.nullable() }),
  /** Columns that an imported file has. */
  columns: z.array(column),
  lastImport: z.object({ batch: z.number(), file: z.string(), importedAt: instant }),
});
export type RegisterList = z.infer<typeof list>;

/** Which rows of a list; days are those of the vendor's clock, both ends included. */
const scope = z.object({
  kind: registerKind,
  /** Part of any value of the row. */
  search: z.string().max(200).default(''),
  vendor: vendor.nullable().default(null),
  account: z.string().max(200).nullable().default(null),
  state: z.string().max(500).nullable().default(null),
  /** Exactly this resource: its ID, else its name, else its domain. */
  resource: z.string().max(500).nullable().default(null),
  from: plainDate.nullable().default(null),
  to: plainDate.nullable().default(null),
  batch: z.number().int().nullable().default(null),
});
const sort = z
  .array(z.object({ column: z.string().max(80), descending: z.boolean().default(false) }))
  .max(5)
  .default([]);

const row = z.object({
  id: z.number().int(),
  batch: z.number().int(),
  file: z.string(),
  /** As in the file, 1-based; the record of a JSON document. */
  row: z.number().int(),
  vendor,
  currency: z.string().nullable(),
  /** By column. Figures exact; instants on the vendor's clock, `2023-10-24T21:08:45+08:00`; null: missing. */
  values: z.record(z.string(), z.string().nullable()),
});
export type RegisterRow = z.infer<typeof row>;

/** Currency, or printed unit of a quantity (empty: none is printed) → column → exact sum. Units are never added together. */
const totals = z.record(z.string(), z.record(z.string(), amount));

export const registers = {
  /** The lists that the book holds: those with at least one row. */
  'registers/kinds': query(nothing, z.array(list)),
  'registers/rows': query(
    scope.extend({
      sort,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
      /** Also add up the whole filter; pages after the first need not. */
      sums: z.boolean().default(true),
    }),
    z.object({ rows: z.array(row), count: z.number(), totals: totals.nullable() }),
  ),
  /** One row with where it comes from: file, row, original text and every original column. */
  'registers/row': query(
    z.object({ id: z.number().int() }),
    z.object({
      kind: registerKind,
      columns: z.array(column),
      row,
      source: z.object({
        file: z.string(),
        sha256: z.string(),
        format: z.string(),
        importedAt: z.string(),
        row: z.number(),
        original: z.string(),
        columns: z.array(z.object({ header: z.string(), value: z.string() })),
        mends: mendedFrom,
      }),
    }),
  ),
  /** The rows of a scope as CSV, in the order asked for, with every column that a file has and where each row comes from. */
  'export/registers': job(
    scope.extend({
      sort,
      target: fileToken,
      language: language.nullable().default(null),
      bom: z.boolean().default(true),
    }),
    written,
    ['reports'],
  ),
};
