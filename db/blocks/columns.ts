import { MEASURE_COLUMNS, TERM_COLUMNS } from '../measures.ts';

/** Lines of one block. */
export const BLOCK_LINES = 65_536;

/** Columns of numbers and ids, by their names in bill_line; missing is 0 for ids and NO_INT for days. */
export const INT_COLUMNS = ['period', 'date', 'vendor', ...Object.values(TERM_COLUMNS)] as const;
export type IntColumn = (typeof INT_COLUMNS)[number];

/** Columns of units and fractions, without `_u` and `_f`. */
export const MONEY_COLUMNS = ['usage', 'unit_price', ...Object.values(MEASURE_COLUMNS)] as const;
export type MoneyColumn = (typeof MONEY_COLUMNS)[number];
