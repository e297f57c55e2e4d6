import type { ParsedInput } from '../../contract/index.ts';
import type { ReportId } from '../../../domain/reports/list.ts';
import type { ReportEntry } from '../../contract/report-list.ts';
import type { Context } from '../../runtime/services.ts';
import type { Document } from '../../statements/export/document.ts';
import type { PackageWords } from './words.ts';

/** What a report is asked for: its period, vendor, days and day. */
export type ReportInput = Pick<ParsedInput<'reports/preview'>, 'period' | 'vendor' | 'first' | 'last' | 'asOf'>;

/** All that a report may look at: a book that does not change under it, and a clock that stands at the book's last change. */
export interface ReportContext {
  context: Context;
  words: PackageWords;
  /** The day for which it is told. */
  day: string;
  /** Days of the report, both inclusive. */
  first: string;
  last: string;
}

/** A report as it is declared: what it is called, what it can be asked for, what it holds, and how it is made. */
export interface DeclaredReport extends Omit<ReportEntry, 'id' | 'languages'> {
  id: Exclude<ReportId, 'period'>;
  make: (input: ReportInput, given: ReportContext) => Document | Promise<Document>;
}

/** A table's id and its name in both languages, out of the words of reports. */
export const tableOf = (id: string, en: string, zh: string): ReportEntry['tables'][number] => ({ id, title: { en, zh } });
