import { EVERYTHING } from '../../../db/queries/bills-filter.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { lineColumns } from '../columns.ts';
import { writeLinesCsv } from '../csv/lines.ts';
import { declaredReport } from '../declared/index.ts';
import { writeDeclared } from '../declared/write.ts';
import { gatherReport, type Sources } from '../gather.ts';
import type { ExportJob } from '../job.ts';
import { lineSource } from '../lines.ts';
import { Pace } from '../pace.ts';
import { wordsOf } from '../words.ts';

// The libraries behind these are large: they are loaded when a report is written, not when a book is opened.
const pdf = async () => (await import('../pdf/report.ts')).writeReportPdf;
const xlsx = async () => (await import('../xlsx/report.ts')).writeReportXlsx;

/** A declared report, else the reconciled report of a period; as CSV its lines alone. */
export const reportJob = (sources: Sources): ExportJob<'export/report'> => ({
  what: ({ report, period }) => (report === 'period' ? `report ${period}` : `${report} report ${period}`),
  selection: ({ period, vendor }) => ({ period, ...(vendor === null ? {} : { vendor }) }),
  async write(sink, input, context) {
    const declared = declaredReport(input.report);
    if (declared) return writeDeclared(declared, sink, input, context);
    const { period, format, bom } = input;
    if (input.language === 'both')
      refuse('report.one-language', 'The reconciled billing report is written in one language.', {
        value: input.report,
        remedy: 'Choose English or Chinese, or another report.',
      });
    const { language } = input;
    if (format === 'pdf') return (await pdf())(sink, await gatherReport(context, sources, period, language), context);
    const info = await sources['book/info']({}, context);
    const words = wordsOf(language ?? info?.language ?? 'en');
    const lines = lineSource(context.session.book().read, { ...EVERYTHING, period }, [], lineColumns(words), words, 'all');
    if (format === 'xlsx') return (await xlsx())(sink, await gatherReport(context, sources, period, language), lines, context);
    // A flat file of the period's lines needs nothing else of the report.
    if (lines.count === 0)
      refuse('export.empty-period', say`The book has no bills of ${{ period }}.`, {
        value: period,
        remedy: 'Choose another period, or import its bills first.',
      });
    return writeLinesCsv(sink, lines, new Pace(context, 'lines', 'rows', lines.count), { bom });
  },
});
