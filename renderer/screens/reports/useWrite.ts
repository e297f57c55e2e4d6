import type { Result } from '../../../domain/result.ts';
import type { Written } from '../../../services/contract/reports.ts';
import type { JobOptions } from '../../app/tasks.ts';
import { useJob } from '../../app/useJob.ts';
import type { Document, Format } from './report.ts';

export interface Wanted {
  document: Document;
  period: string;
  format: Format;
  language: 'en' | 'zh-CN';
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
    write: ({ document, format, ...wanted }, options) => {
      if (document === 'report') return report.start({ ...wanted, format }, options);
      if (document === 'summary') return summary.start({ ...wanted, format }, options);
      const table = format === 'pdf' ? 'xlsx' : format;
      return query.start({ ...wanted, format: table, kind: document === 'statement' ? 'statement' : 'detail' }, options);
    },
  };
}
