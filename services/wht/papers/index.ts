import { PLAIN_TAWI } from '../../../domain/wht/paper-options.ts';
import { runExport } from '../../reports/run.ts';
import type { Handlers } from '../../runtime/services.ts';
import { certificateAt } from '../find.ts';
import { lacksInWords } from './lacks.ts';
import { buildWhtPaper } from './paper.ts';
import { sourcesOf } from './source.ts';
import { TAWI_WORDS } from './tawi-words.ts';
import { whtPaperJobs, type LetterDetails, type MailDetails, type PaperDetails } from './jobs.ts';

export const whtPapersHandlers: Handlers<'wht/paper' | keyof typeof whtPaperJobs> = {
  'wht/paper': (at, { session }) => {
    const { read } = session.book();
    const paper = buildWhtPaper(sourcesOf(read, [certificateAt(read, at)])[0]!, PLAIN_TAWI);
    const thai = paper.kind === 'tawi';
    return {
      title: thai ? { en: TAWI_WORDS.title.en, zh: TAWI_WORDS.title.zh } : paper.title,
      thai,
      return: thai ? paper.return : null,
      lacks: lacksInWords(paper.lacks),
    };
  },
  'export/whtCertificate': async (input, context) => {
    const { details, ...written } = await runExport('export/whtCertificate', whtPaperJobs['export/whtCertificate'], input, context);
    return { ...written, ...(details as PaperDetails) };
  },
  'export/whtLetter': async (input, context) => {
    const { details, ...written } = await runExport('export/whtLetter', whtPaperJobs['export/whtLetter'], input, context);
    return { ...written, ...(details as LetterDetails) };
  },
  'export/whtMail': async (input, context) => {
    const { details, ...written } = await runExport('export/whtMail', whtPaperJobs['export/whtMail'], input, context);
    return { ...written, ...(details as MailDetails) };
  },
};
