import type { Result } from '../../../domain/result.ts';
import type { ReportLanguage } from '../../../domain/reports/list.ts';
import type { Written } from '../../../services/contract/reports.ts';
import type { JobOptions } from '../../app/tasks.ts';
import { useJob } from '../../app/useJob.ts';
import type { Chosen } from './Parameters.tsx';
import { isDeclared, type Document, type Format } from './report.ts';

export interface Wanted {
  document: Document;
  period: string;
  format: Format;
  language: ReportLanguage;
  chosen: Chosen;
  bom: boolean;
  target: string;
}

/** Writes a document of a period, each by its own procedure. */
export function useWrite(): { busy: boolean; write: (wanted: Wanted, options: JobOptions<Written>) => Promise<Result<Written>> } {
  const report = useJob('export/report');
  const summary = useJob('export/summary');
  const query = useJob('export/query');
  return {
    busy: report.busy || summary.busy || query.busy,
    write: ({ document, format, language, chosen, ...wanted }, options) => {
      if (isDeclared(document)) return report.start({ ...wanted, ...chosen, report: document, format, language }, options);
      // The bill itself is written in one language.
      const one = language === 'both' ? 'en' : language;
      if (document === 'report') return report.start({ ...wanted, format, language: one }, options);
      if (document === 'summary') return summary.start({ ...wanted, format, language: one }, options);
      const table = format === 'pdf' ? 'xlsx' : format;
      return query.start({ ...wanted, language: one, format: table, kind: document === 'statement' ? 'statement' : 'detail' }, options);
    },
  };
}
