import { refuse } from '../../../domain/result.ts';
import type { Handlers } from '../../runtime/services.ts';
import { reportContext } from './day.ts';
import { CATALOGUE, declaredReport } from './index.ts';

/** The list of reports, and what one of them would hold. */
export const reportListHandlers: Handlers<'reports/catalogue' | 'reports/preview'> = {
  'reports/catalogue': () => [...CATALOGUE],

  'reports/preview': async ({ report, language, rows, ...input }, context) => {
    const declared = declaredReport(report);
    if (!declared)
      refuse('report.no-preview', 'The reconciled billing report is written line by line and has no preview.', {
        value: report,
        remedy: 'Look at the bills, or choose another report.',
      });
    const { title, range, facts, notes, printed } = await declared.make(input, reportContext(context, input, language));
    return {
      title,
      range,
      facts,
      notes,
      tables: printed.map(({ table, columns }) => {
        const places = columns.map((id) => table.columns.findIndex((c) => c.id === id)).filter((i) => i >= 0);
        return {
          id: table.id,
          title: table.title,
          rows: table.rows.length,
          columns: places.map((i) => {
            const { id, label, kind } = table.columns[i]!;
            return { id, label, kind };
          }),
          head: table.rows.slice(0, rows).map((row) => places.map((i) => row[i] ?? null)),
        };
      }),
    };
  },
};
