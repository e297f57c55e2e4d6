import { writeDocument } from '../statements/export/jobs.ts';
import type { ExportJob } from '../reports/job.ts';
import { worksheetDocument } from './document.ts';

/** The reverse-charge worksheet as a file. */
export const selfAccountJob: ExportJob<'export/self-account'> = {
  what: ({ from, to, country }) => ['reverse-charge worksheet', country, from, to].filter((part) => part !== null).join(' '),
  selection: () => null,
  write: (sink, input, context) => writeDocument(sink, input, context, (read, language) => worksheetDocument(read, input, language)),
};
