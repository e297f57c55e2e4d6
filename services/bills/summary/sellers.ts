import type { ReadDb } from '../../../db/connection.ts';
import { activeFormats } from '../../../db/queries/active-formats.ts';
import { formats } from '../../../domain/formats/index.ts';

/** Formats of a vendor that name the seller of a line. FOCUS names the cloud, which its vendor's own files need not. */
const NAMING: ReadonlySet<string> = new Set(
  formats.filter(({ vendor, columns }) => vendor !== 'other' && columns.some(({ field }) => field === 'provider')).map(({ id }) => id),
);

/** Whether a bill of the book tells the vendor's own charges from those of its marketplace by a column. */
export const namesSellers = (read: ReadDb): boolean => activeFormats(read).some((format) => NAMING.has(format));
