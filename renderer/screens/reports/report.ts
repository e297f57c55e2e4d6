import { safeName } from '../../host/files.ts';

export const FORMATS = ['xlsx', 'pdf', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export const PARTS = ['summary', 'groups', 'checks', 'invoices', 'payments', 'certificates', 'lines'] as const;
export type Part = (typeof PARTS)[number];

/** What each kind of file holds. A PDF is for people and signatures; the lines stand in the others, CSV holds nothing else. */
const HOLDS: Record<Format, readonly Part[]> = {
  xlsx: PARTS,
  pdf: ['summary', 'groups', 'checks', 'invoices', 'payments', 'certificates'],
  csv: ['lines'],
};
export const holds = (format: Format, part: Part): boolean => HOLDS[format].includes(part);

/** Name of a report's file: `acme-2023-09-report.xlsx`, `acme-2023-09-lines.csv`. */
export const reportName = (book: string, period: string, format: Format): string =>
  `${safeName(book.replace(/\.tallybook$/, ''))}-${period}-${format === 'csv' ? 'lines' : 'report'}.${format}`;
