import { REPORT_FORMATS, REPORT_IDS, type ReportId } from '../../../domain/reports/list.ts';
import type { ReportEntry } from '../../../services/contract/report-list.ts';
import { safeName } from '../../host/files.ts';

export const FORMATS = REPORT_FORMATS;
export type Format = (typeof FORMATS)[number];

/** What can be written of a period from this screen: the bill itself, and the declared reports. `report` is the whole of the period. */
export const BILLS = ['report', 'summary', 'lines', 'statement'] as const;
export type Declared = Exclude<ReportId, 'period'>;
export type Document = (typeof BILLS)[number] | Declared;

const DECLARED = REPORT_IDS.filter((id): id is Declared => id !== 'period');
export const isDeclared = (document: Document): document is Declared => (DECLARED as readonly string[]).includes(document);
/** The document that an address names; the whole of the period unless it names one. */
export const documentAt = (text: string | null): Document => [...BILLS, ...DECLARED].find((known) => known === text) ?? 'report';

/** Declared reports by what they are for. */
export const GROUPS = [
  { id: 'reconciliation', reports: ['reconciliation', 'differences', 'open-items', 'three-way'] },
  { id: 'registers', reports: ['invoice-register', 'tax-register', 'wht-register'] },
  { id: 'evidence', reports: ['audit', 'close-certificate'] },
] as const satisfies readonly { id: string; reports: readonly Declared[] }[];

/** Kinds of file that a document comes in, the usual one first. */
export const formatsOf = (document: Document): readonly Format[] =>
  document === 'lines' || document === 'statement' ? ['xlsx', 'csv'] : FORMATS;

/** What a declared report can be asked for; a document of the bill for nothing. */
export const parametersOf = (document: Document, list: readonly ReportEntry[]): ReportEntry['parameters'] =>
  isDeclared(document) ? (list.find(({ id }) => id === document)?.parameters ?? []) : [];

export const PARTS = ['summary', 'groups', 'checks', 'invoices', 'payments', 'certificates', 'lines'] as const;
export type Part = (typeof PARTS)[number];

/** What each kind of file holds. A PDF is for people and signatures; the lines stand in the others, CSV holds nothing else. */
const HOLDS: Record<Format, readonly Part[]> = {
  xlsx: PARTS,
  pdf: ['summary', 'groups', 'checks', 'invoices', 'payments', 'certificates'],
  csv: ['lines'],
};
export const holds = (format: Format, part: Part): boolean => HOLDS[format].includes(part);

/** Name of a document's file: `acme-2023-09-report.xlsx`, `acme-2023-09-lines.csv`, `acme-2023-09-open-items.pdf`. */
export const reportName = (book: string, period: string, format: Format, document: Document = 'report'): string =>
  `${safeName(book.replace(/\.tallybook$/, ''))}-${period}-${document === 'report' && format === 'csv' ? 'lines' : document}.${format}`;
