import { z } from 'zod';
import { filter, sort } from './bills.ts';
import { command, query } from './procedure.ts';
import { instant, MEASURES, nothing, period } from './schema.ts';

const columnName = z.string().max(120);

/** How the columns of a table stand: which are hidden, in what order, how wide (pixels), and which stay at the left. */
export const tableLayout = z.object({
  hidden: z.array(columnName).max(200),
  order: z.array(columnName).max(200),
  widths: z.record(columnName, z.number().min(40).max(2000)),
  pinned: z.array(columnName).max(20),
});
export type TableLayout = z.infer<typeof tableLayout>;

/** A look at the bill details. `cycle` is the billing cycle of the screen, every one, or a range, both months inclusive. */
export const viewDefinition = z.object({
  cycle: z.union([z.literal('current'), z.literal('all'), z.object({ from: period.nullable(), to: period.nullable() })]).default('current'),
  /** Amounts by billing cycle, by day, or line by line; null: lines where nothing is grouped by, else by cycle. */
  by: z.enum(['cycle', 'day', 'line']).nullable().default(null),
  /** Whether billing cycles or days are columns of one measure, or rows. */
  spread: z.enum(['columns', 'rows']).default('columns'),
  measure: z.enum(MEASURES).default('payable'),
  groupBy: z.array(columnName).max(5).default([]),
  where: z.array(filter).max(40).default([]),
  search: z.string().max(200).default(''),
  hideZero: z.boolean().default(false),
  kind: z.enum(['detail', 'statement']).default('detail'),
  /** A code, `ALL`, or null for the one with the most lines. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  sort: z.array(sort).max(5).default([]),
  groupSort: z.array(sort).max(5).default([]),
  columns: z.object({ lines: tableLayout.nullable(), groups: tableLayout.nullable() }).default({ lines: null, groups: null }),
});
export type ViewDefinition = z.infer<typeof viewDefinition>;

const name = z.string().trim().min(1).max(80);
export const savedView = z.object({
  id: z.number().int(),
  name,
  /** Opens by itself where the details are opened without anything asked for. */
  isDefault: z.boolean(),
  savedAt: instant,
  definition: viewDefinition,
});
export type SavedView = z.infer<typeof savedView>;

export const views = {
  'views/list': query(nothing, z.array(savedView)),
  /** Keeps a view; with `id` in place of that one, which keeps its rank. A name that another view has is refused. */
  'views/save': command(
    z.object({
      id: z.number().int().nullable().default(null),
      name,
      definition: viewDefinition,
      isDefault: z.boolean().nullable().default(null),
    }),
    savedView,
    ['views'],
  ),
  'views/rename': command(z.object({ id: z.number().int(), name }), savedView, ['views']),
  /** Takes the view out of the book and gives it back as it was, so that it can be saved again. */
  'views/delete': command(z.object({ id: z.number().int() }), savedView, ['views']),
  /** The view that opens by itself; null: none. */
  'views/default': command(z.object({ id: z.number().int().nullable() }), z.array(savedView), ['views']),
};
