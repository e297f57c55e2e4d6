import { safeName } from '../../host/files.ts';

export const FORMATS = ['xlsx', 'pdf', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** What can be written of a period from this screen. */
export const DOCUMENTS = ['report', 'summary', 'lines', 'statement'] as const;
export type Document = (typeof DOCUMENTS)[number];

/** Kinds of file that a document comes in, the usual one first. */
export const formatsOf = (document: Document): readonly Format[] =>
  document === 'report' || document === 'summary' ? FORMATS : ['xlsx', 'csv'];

export const PARTS = ['summary', 'groups', 'checks', 'invoices', 'payments', 'certificates', 'lines'] as const;
export type Part = (typeof PARTS)[number];

/** What each kind of file holds. A PDF is for people and signatures; the lines stand in the others, CSV holds nothing else. */
const HOLDS: Record<Format, readonly Part[]> = {
  xlsx: PARTS,
  pdf: ['summary', 'groups', 'checks', 'invoices', 'payments', 'certificates'],
  csv: ['lines'],
};
export const holds = (format: Format, part: Part): boolean => HOLDS[format].includes(part);

/** Name of a document's file: `acme-2023-09-report.xlsx`, `acme-2023-09-lines.csv`. */
export const reportName = (book: string, period: string, format: Format, document: Document = 'report'): string =>
  `${safeName(book.replace(/\.tallybook$/, ''))}-${period}-${document === 'report' && format === 'csv' ? 'lines' : document}.${format}`;
