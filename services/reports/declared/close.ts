import { listCloses } from '../../../db/queries/closes.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { certificateDocument } from '../../close/paper.ts';
import { tableOf, type DeclaredReport } from './report.ts';

/** The certificate of the newest close of the period, made of what was stored at the close. */
export const closeReport: DeclaredReport = {
  id: 'close-certificate',
  title: { en: 'Close certificate', zh: '关账证明' },
  purpose: {
    en: 'What stood when the period was closed: sums, checks, documents, files with their hashes, and who signed.',
    zh: '账期关账时的状态：合计、检查项、单据、文件及其哈希，以及签署人。',
  },
  parameters: [],
  formats: ['xlsx', 'pdf', 'csv'],
  tables: [
    tableOf('totals', 'Totals', '合计'),
    tableOf('checks', 'Checks', '检查项'),
    tableOf('discrepancies', 'Discrepancies', '差异'),
    tableOf('documents', 'Documents', '单据'),
    tableOf('inputs', 'Files', '文件'),
    tableOf('signatures', 'Sign-off', '签署'),
  ],
  make: ({ period }, { context, words }) => {
    const { read } = context.session.book();
    const [newest] = listCloses(read, period);
    if (!newest)
      refuse('report.never-closed', say`Period ${{ period }} was never closed.`, {
        value: period,
        remedy: 'Close it first; its certificate is made then.',
      });
    return certificateDocument(read, newest, words.language);
  },
};
