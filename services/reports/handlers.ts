import { listExports } from '../../db/queries/exports.ts';
import { writeAtomically, type AtomicWrite } from '../files/atomic-write.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Written } from '../contract/reports.ts';
import type { Handlers } from '../runtime/services.ts';
import { lineColumns } from './columns.ts';
import { writeLinesCsv } from './csv/lines.ts';
import { gatherReport, type Sources } from './gather.ts';
import { lineSource } from './lines.ts';
import { Pace } from './pace.ts';
import { recordExport } from './record.ts';
import { exportTarget } from './target.ts';
import { wordsOf } from './words.ts';

// The libraries behind these are large: they are loaded when a report is written, not when a book is opened.
const pdf = async () => (await import('./pdf/report.ts')).writeReportPdf;
const xlsx = async () => (await import('./xlsx/report.ts')).writeReportXlsx;
const xlsxLines = async () => (await import('./xlsx/bills.ts')).writeLinesXlsx;

const writtenOf = (file: string, result: AtomicWrite<number>): Written => ({
  file,
  sha256: result.sha256,
  rows: result.value,
  bytes: result.bytes,
});

/** Handlers of the exports over the given procedures; services/reports/index.ts binds them to the application's. */
export const makeReportsHandlers = (sources: Sources): Handlers<'export/report' | 'export/bills' | 'export/list'> => ({
  'export/report': async (input, context) => {
    const target = await exportTarget(context, input.target);
    const { period, language, format } = input;
    const result = await writeAtomically(target.path, context.signal, async (sink) => {
      if (format === 'pdf') return (await pdf())(sink, await gatherReport(context, sources, period, language), context);
      const lines = await lineSource({ period, where: [], hideZero: false, search: '', kind: 'detail' }, context, sources['bills/lines']);
      if (format === 'xlsx') return (await xlsx())(sink, await gatherReport(context, sources, period, language), lines, context);
      // A flat file of the period's lines needs nothing else of the report.
      if (lines.count === 0)
        refuse('export.empty-period', say`The book has no bills of ${{ period }}.`, {
          value: period,
          remedy: 'Choose another period, or import its bills first.',
        });
      const info = await sources['book/info']({}, context);
      const pace = new Pace(context, 'lines', 'rows', lines.count);
      return writeLinesCsv(sink, lineColumns(wordsOf(language ?? info?.language ?? 'en')), lines, pace, { bom: input.bom });
    });
    return recordExport(context, 'export/report', `report ${period}`, format, writtenOf(target.name, result));
  },

  'export/bills': async (input, context) => {
    const target = await exportTarget(context, input.target);
    const info = await sources['book/info']({}, context);
    const words = wordsOf(info?.language ?? 'en');
    const result = await writeAtomically(target.path, context.signal, async (sink) => {
      const lines = await lineSource(input, context, sources['bills/lines']);
      const pace = new Pace(context, 'lines', 'rows', lines.count);
      return input.format === 'csv'
        ? writeLinesCsv(sink, lineColumns(words), lines, pace, { bom: input.bom })
        : (await xlsxLines())(sink, words, lines, pace, new Date(info?.createdAt || '2000-01-01T00:00:00Z'));
    });
    const what = input.kind === 'statement' ? 'transaction statement lines' : 'bill lines';
    return recordExport(
      context,
      'export/bills',
      input.period ? `${what} ${input.period}` : what,
      input.format,
      writtenOf(target.name, result),
    );
  },

  'export/list': (_input, { session }) => listExports(session.book().read),
});
