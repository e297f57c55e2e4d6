import type { Output } from '../contract/index.ts';
import type { ExportJob } from '../reports/job.ts';
import { buildPaper } from './build.ts';
import { gatherPaper } from './gather.ts';
import { lacksInWords } from './lacks.ts';

/** What the export of a paper answers beside what every export does. */
export type PaperDetails = Pick<Output<'export/invoice-pdf'>, 'pages' | 'papers' | 'unprintable' | 'leftOut'>;

/** Invoices and credit notes as PDF, apart from where it runs. */
export const invoicePdfJob: ExportJob<'export/invoice-pdf'> = {
  what: ({ number, more }) =>
    more.length === 0 ? `document ${number}` : `documents ${number} … ${more.at(-1)?.number} (${more.length + 1})`,
  selection: ({ number, vendor, more }) => (more.length === 0 ? { search: number, ...(vendor && { vendor }) } : null),
  async write(sink, { number, vendor, more, language }, context) {
    const { read } = context.session.book();
    const papers = [{ number, vendor }, ...more].map((of) => buildPaper(gatherPaper(read, of.number, of.vendor)));
    // The libraries behind it are large: loaded when a paper is drawn, not when a book is opened.
    const { writePapersPdf } = await import('./pdf.ts');
    const drawn = await writePapersPdf(sink, papers, language, context);
    const details: PaperDetails = { ...drawn, papers: drawn.papers.map((paper, i) => ({ ...paper, lacks: lacksInWords(papers[i]!) })) };
    return { rows: drawn.pages, details };
  },
};
