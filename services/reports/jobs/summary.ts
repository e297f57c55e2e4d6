import { bookState } from '../../../db/queries/exports.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { writeTableCsv } from '../csv/table.ts';
import { dataTime } from '../data.ts';
import type { Sources } from '../gather.ts';
import type { ExportJob } from '../job.ts';
import { Pace } from '../pace.ts';
import { gatherBill, type BillSources } from '../summary-bill/data.ts';
import { asOneTable, summaryTables } from '../tables/summary-cards.ts';
import { wordsOf } from '../words.ts';

/** The bill summary of a period: a sheet a card, as CSV one table with a figure a row, as PDF a document with charts. */
export const summaryJob = (
  sources: Pick<Sources, 'book/info' | 'bills/summary'> & Pick<BillSources, 'bills/query'>,
): ExportJob<'export/summary'> => ({
  what: ({ period }) => `bill summary ${period}`,
  selection: ({ period, vendor, account }) => ({ period, ...(vendor && { vendor }), ...(account !== null && { account }) }),
  async write(sink, { period, vendor, account, language, format, bom }, context) {
    if (format === 'pdf') {
      const { writeSummaryPdf } = await import('../pdf/summary.ts');
      return writeSummaryPdf(sink, await gatherBill(context, sources, { period, vendor, account, language }), context);
    }
    const info = await sources['book/info']({}, context);
    if (!info) refuse('book.none', 'No book is open.', { remedy: 'Open a book or make a new one.' });
    const summary = await sources['bills/summary']({ period, vendor, account }, context);
    if (summary.status === 'empty')
      refuse('export.empty-period', say`The book has no bills of ${{ period }}.`, {
        value: period,
        remedy: 'Choose another period, or import its bills first.',
      });
    const words = wordsOf(language ?? info.language);
    const tables = summaryTables({ summary, book: info }, words, language ?? info.language);
    const pace = new Pace(context, 'summary', 'rows', null);
    if (format === 'csv') return writeTableCsv(sink, asOneTable(tables, words), pace, { bom });
    const { writeTablesXlsx } = await import('../xlsx/table-book.ts');
    const created = dataTime({ state: bookState(context.session.book().read), period });
    const rows = await writeTablesXlsx(sink, tables, `${words.summary} ${period}`, created);
    pace.finish(rows);
    return rows;
  },
});
