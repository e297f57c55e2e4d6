import { bookState, type BookState } from '../../../db/queries/exports.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { settingsOf, type Profile } from '../../book/profile.ts';
import type { Table } from '../../reports/tables/model.ts';
import type { DocumentLanguage, DocumentWords } from './words.ts';
import type { Sheet } from './sheet.ts';

/** A document before it is written: sheets with every column, and what of them is printed. */
export interface Document {
  title: string;
  /** Beside the title, such as the range. */
  range: string;
  /** Last day that it tells of: dates the file of a book without a change. */
  last: string;
  facts: [label: string, value: string][];
  sheets: Sheet[];
  /** As one table, for CSV. */
  flat: Table;
  /** Tables as printed: columns by id. */
  printed: Printed[];
  /** Every page lies across, even where its tables would stand upright. */
  across?: boolean;
  notes: string[];
  /** Who answers for it: places to sign at its end, filled where somebody has signed in the book. */
  signOff?: Signature[];
  words: DocumentWords;
  language: DocumentLanguage;
  profile: Profile;
  state: BookState | null;
}

export interface Signature {
  role: 'prepared' | 'reviewed' | 'approved';
  /** Null: nobody has signed so far. */
  name: string | null;
  date: string | null;
}

/** A table as printed. */
export interface Printed {
  table: Table;
  columns: string[];
  /** Columns that may be broken into lines, beside those that every table breaks. */
  wraps?: readonly string[];
  /** Sums of each page below its rows, where the table takes more than one page. */
  pageSums?: PageSums;
}
export interface PageSums {
  label: string;
  /** Columns that are added up, apart for each value of the column `by`. */
  of: string[];
  by: string;
  /** The rows that are in the sums. */
  counts: (row: Table['rows'][number]) => boolean;
}

/** What every document has of its book. */
export const ofBook = (read: ReadDb): Pick<Document, 'profile' | 'state'> => ({ profile: settingsOf(read), state: bookState(read) });

/** When the data last changed; the document's last day in a book without a change. Never the clock. */
export const createdOf = ({ state, last }: Pick<Document, 'state' | 'last'>): Date => new Date(state?.at ?? `${last}T00:00:00Z`);
