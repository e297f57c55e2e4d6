import type { MailFile } from '../../domain/mail/eml.ts';
import type { Output } from '../contract/index.ts';
import type { ExportJob } from '../reports/job.ts';
import { recipientsOf, senderOf } from './addressee.ts';
import { draftLetter } from './letter.ts';
import { linesCsv, linesXlsx } from './lines-file.ts';
import { disputeMail } from './mail.ts';

export type LetterDetails = Pick<Output<'export/disputeLetter'>, 'reference' | 'pages' | 'hash' | 'unprintable'>;
export type MailDetails = Pick<Output<'export/disputeMail'>, 'reference' | 'to' | 'files'>;

/** Letters on differences and the messages that they go with, apart from where they are written. */
export const disputeJobs: {
  'export/disputeLetter': ExportJob<'export/disputeLetter'>;
  'export/disputeMail': ExportJob<'export/disputeMail'>;
} = {
  'export/disputeLetter': {
    what: ({ period }) => `dispute letter ${period}`,
    selection: ({ period }) => ({ period }),
    async write(sink, input, { session, signal }) {
      const { letter } = draftLetter(session.book().read, input, session.today());
      // The libraries behind it are large: loaded when a letter is drawn, not when a book is opened.
      const { disputePdf } = await import('./pdf.ts');
      const { bytes, ...pdf } = await disputePdf(letter, input.language);
      signal.throwIfAborted();
      await sink.write(bytes);
      const details: LetterDetails = { ...pdf, reference: letter.reference };
      return { rows: letter.items.length, details };
    },
  },
  'export/disputeMail': {
    what: ({ period }) => `dispute message ${period}`,
    selection: ({ period }) => ({ period }),
    async write(sink, input, context) {
      const { session, signal } = context;
      const { read } = session.book();
      const { letter, party } = draftLetter(read, input, session.today());
      const to = recipientsOf(party);
      const { disputePdf } = await import('./pdf.ts');
      const { bytes } = await disputePdf(letter, input.language);
      const name = letter.reference.replace(/[^\w.-]+/g, '_');
      const files: MailFile[] = [{ name: `${name}.pdf`, type: 'application/pdf', data: bytes }];
      if (letter.items.some((item) => item.lines.length > 0))
        files.push(
          {
            name: `${name}.xlsx`,
            type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            data: await linesXlsx(letter, input.language),
          },
          { name: `${name}.csv`, type: 'text/csv', data: await linesCsv(letter, input.language, context) },
        );
      signal.throwIfAborted();
      await sink.write(disputeMail({ from: senderOf(read), to, letter, files, language: input.language }));
      const details: MailDetails = {
        reference: letter.reference,
        to: to.map(({ email }) => email),
        files: files.map((file) => ({ name: file.name, bytes: file.data.length })),
      };
      return { rows: letter.items.length, details };
    },
  },
};
