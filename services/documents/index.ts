import { runExport } from '../reports/run.ts';
import type { Handlers } from '../runtime/services.ts';
import { buildPaper } from './build.ts';
import { paperRuleOf } from '../../domain/invoices/paper-rules.ts';
import { gatherPaper } from './gather.ts';
import { contentHash } from './hash.ts';
import { invoicePdfJob, type PaperDetails } from './job.ts';
import { lacksInWords } from './lacks.ts';

export const documentsHandlers: Handlers<'invoices/paper' | 'export/invoice-pdf'> = {
  'invoices/paper': ({ number, vendor }, { session }) => {
    const paper = buildPaper(gatherPaper(session.book().read, number, vendor));
    return {
      title: paper.title,
      country: paper.country,
      ruled: paperRuleOf(paper.country) !== null,
      lines: paper.lines.length,
      hash: contentHash(paper),
      lacks: lacksInWords(paper),
    };
  },
  'export/invoice-pdf': async (input, context) => {
    const { details, ...written } = await runExport('export/invoice-pdf', invoicePdfJob, input, context);
    return { ...written, ...(details as PaperDetails) };
  },
};
