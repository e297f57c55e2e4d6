import { archive } from './archive.ts';
import { attachments } from './attachments.ts';
import { bills } from './bills.ts';
import { book } from './book.ts';
import { documents } from './documents.ts';
import { focus } from './focus.ts';
import { host } from './host.ts';
import { imports } from './import.ts';
import { mend } from './mend.ts';
import { reconcile } from './reconcile.ts';
import { sheet } from './sheet.ts';
import { watch } from './watch.ts';
import { values } from './values.ts';

/** Rooms of the catalogue; no sentence stands in two of them. */
export const rooms = { archive, attachments, bills, book, documents, focus, host, imports, mend, reconcile, sheet, values, watch };

/** Chinese form of every sentence that the program says, by its English template. Placeholders have the same names. */
export const sentencesZh: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(rooms)) as Record<string, string>;
