import type { Sink } from '../../files/sink.ts';
import { settingsOf } from '../../book/profile.ts';
import { writeTableCsv } from '../../reports/csv/table.ts';
import type { ExportJob } from '../../reports/job.ts';
import { Pace } from '../../reports/pace.ts';
import type { Context } from '../../runtime/services.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { ageingDocument } from './ageing-document.ts';
import { createdOf, type Document } from './document.ts';
import { invoiceRegisterDocument, taxRegisterDocument } from './register-document.ts';
import { statementDocument } from './statement-document.ts';
import type { DocumentLanguage } from './words.ts';

interface FileInput {
  format: 'xlsx' | 'pdf' | 'csv';
  language: 'en' | 'zh-CN' | null;
  bilingual: boolean;
  bom: boolean;
}

/** Writes what `make` makes of the book in the format that is asked for; returns the rows of its first table. */
export async function writeDocument(
  sink: Sink,
  input: FileInput,
  context: Context,
  make: (read: ReadDb, language: DocumentLanguage) => Document,
): Promise<number> {
  const { read } = context.session.book();
  const doc = make(read, input.bilingual ? 'bilingual' : (input.language ?? settingsOf(read).language));
  if (input.format === 'pdf') return (await import('./pdf.ts')).writeDocumentPdf(sink, doc, context);
  const pace = new Pace(context, 'rows', 'rows', doc.flat.rows.length);
  if (input.format === 'csv') return writeTableCsv(sink, doc.flat, pace, { bom: input.bom });
  const { writeSheets } = await import('./sheet.ts');
  const rows = await writeSheets(sink, doc.sheets, `${doc.title} ${doc.range}`, createdOf(doc));
  pace.finish(rows);
  return rows;
}

/** Registers, statements and ageing as files. */
export const statementJobs: {
  [N in 'export/invoice-register' | 'export/tax-register' | 'export/statement' | 'export/ageing']: ExportJob<N>;
} = {
  'export/invoice-register': {
    what: ({ from, to }) => `invoice register ${from} ${to}`,
    selection: () => null,
    write: (sink, input, context) =>
      writeDocument(sink, input, context, (read, language) => invoiceRegisterDocument(read, input, language)),
  },
  'export/tax-register': {
    what: ({ from, to }) => `tax register ${from} ${to}`,
    selection: () => null,
    write: (sink, input, context) => writeDocument(sink, input, context, (read, language) => taxRegisterDocument(read, input, language)),
  },
  'export/statement': {
    what: ({ from, to }) => `statement ${from} ${to}`,
    selection: ({ vendor }) => (vendor === null ? null : { vendor }),
    write: (sink, input, context) => writeDocument(sink, input, context, (read, language) => statementDocument(read, input, language)),
  },
  'export/ageing': {
    what: ({ asOf }) => (asOf === null ? 'ageing' : `ageing ${asOf}`),
    selection: () => null,
    write: (sink, input, context) =>
      writeDocument(sink, input, context, (read, language) => ageingDocument(read, input, language, context.session.today())),
  },
};
