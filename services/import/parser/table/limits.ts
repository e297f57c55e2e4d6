import { MAX_ATTACHMENT_BYTES } from '../../../../domain/attachments/kinds.ts';
import type { Limits } from '../container/limits.ts';

/** A file that is handed over whole is kept in the book as an attachment is, and may have as much. */
export const MAX_TABLE = MAX_ATTACHMENT_BYTES;
/** Rows of all tables together. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;
/** Characters of a cell; the services refuse sooner what is no name, number or note. */
export const LONGEST_CELL = 4000;
/** Characters of everything that is handed over. */
export const MOST_TEXT = 40 << 20;
/** What a workbook of that size may unpack to: far less than a bill may. */
export const TABLE_LIMITS: Limits = { entries: 500, entryBytes: 120 << 20, totalBytes: 200 << 20, ratio: 200, ratioFrom: 2 << 20 };
