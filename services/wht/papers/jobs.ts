import { createHash } from 'node:crypto';
import type { ReadDb } from '../../../db/connection.ts';
import { settingsOf } from '../../book/profile.ts';
import type { Output, ParsedInput } from '../../contract/index.ts';
import type { ExportJob } from '../../reports/job.ts';
import { certificateAt } from '../find.ts';
import { chooseForLetter, type Chosen } from './choose.ts';
import { lacksInWords } from './lacks.ts';
import { buildLetter, type Letter, type LetterFile } from './letter.ts';
import { filesOf, recipientsOf, senderOf, whtMail } from './mail.ts';
import { PLAIN_TAWI } from '../../../domain/wht/paper-options.ts';
import { buildWhtPaper } from './paper.ts';
import type { WhtPdf } from './pdf.ts';
import { sourcesOf } from './source.ts';

export type PaperDetails = Pick<Output<'export/whtCertificate'>, 'pages' | 'hash' | 'lacks' | 'unprintable'>;
export type LetterDetails = Pick<Output<'export/whtLetter'>, 'pages' | 'hash' | 'certificates' | 'unprintable'>;
export type MailDetails = Pick<Output<'export/whtMail'>, 'to' | 'certificates' | 'files'>;

/** Certificates, letters and messages, apart from where they are written. */
export const whtPaperJobs: {
  'export/whtCertificate': ExportJob<'export/whtCertificate'>;
  'export/whtLetter': ExportJob<'export/whtLetter'>;
  'export/whtMail': ExportJob<'export/whtMail'>;
} = {
  'export/whtCertificate': {
    what: ({ number }) => `WHT certificate ${number}`,
    selection: ({ number }) => ({ search: number }),
    async write(sink, { language, thai, ...at }, { session, signal }) {
      const { read } = session.book();
      const [source] = sourcesOf(read, [certificateAt(read, at)]);
      const paper = buildWhtPaper(source!, thai);
      // The libraries behind it are large: loaded when a paper is drawn, not when a book is opened.
      const { certificatePdf } = await import('./pdf.ts');
      const { bytes, ...pdf } = await certificatePdf(paper, language);
      signal.throwIfAborted();
      await sink.write(bytes);
      const details: PaperDetails = { ...pdf, lacks: lacksInWords(paper.lacks) };
      return { rows: pdf.pages, details };
    },
  },
  'export/whtLetter': {
    what: (input) => `WHT letter ${nameOf(input)}`,
    selection: () => null,
    async write(sink, input, { session, signal }) {
      const { read } = session.book();
      const letter = letterOf(chooseForLetter(read, input), input.date ?? session.today());
      const { letterPdf } = await import('./pdf.ts');
      const { bytes, ...pdf } = await letterPdf(letter, input.language);
      signal.throwIfAborted();
      await sink.write(bytes);
      const details: LetterDetails = { ...pdf, certificates: letter.rows.map(({ number }) => number) };
      return { rows: letter.rows.length, details };
    },
  },
  'export/whtMail': {
    what: (input) => `WHT message ${nameOf(input)}`,
    selection: () => null,
    async write(sink, input, { session, signal }) {
      const { read } = session.book();
      const chosen = chooseForLetter(read, input);
      const to = recipientsOf(chosen.party, chosen.to.name);
      const printed = await printedOf(chosen, input.language);
      const letter = letterOf(chosen, input.date ?? session.today(), printed);
      const { letterPdf } = await import('./pdf.ts');
      const { bytes } = await letterPdf(letter, input.language);
      const own = [
        { name: 'letter.pdf', type: 'application/pdf', data: bytes },
        ...printed.map(({ name, pdf }) => ({ name, type: 'application/pdf', data: pdf.bytes })),
      ];
      const attached = chosen.sources.flatMap(({ certificate }) => certificate.attachments);
      const files = [
        ...own,
        ...filesOf(
          read,
          attached,
          own.reduce((sum, { data }) => sum + data.length, 0),
        ),
      ];
      const from = senderOf(read, chosen.sources[0]!.certificate.payerId, companyOf(read));
      signal.throwIfAborted();
      await sink.write(whtMail({ from, to, letter, files, language: input.language, at: session.now() }));
      const details: MailDetails = {
        to: to.map(({ email }) => email),
        certificates: letter.rows.map(({ number }) => number),
        files: files.map(({ name, data }) => ({ name, bytes: data.length })),
      };
      return { rows: letter.rows.length, details };
    },
  },
};

const companyOf = (read: ReadDb): string => settingsOf(read).company;

const nameOf = ({ certificates, first, last }: Pick<ParsedInput<'export/whtLetter'>, 'certificates' | 'first' | 'last'>): string =>
  certificates.length === 1
    ? certificates[0]!.number
    : certificates.length > 1
      ? `${certificates[0]!.number} … (${certificates.length})`
      : `${first ?? '…'} – ${last ?? '…'}`;

interface Printed {
  certificate: string;
  name: string;
  pdf: WhtPdf;
}

/** Certificates without a file of their own, printed: what we write ourselves needs no scan. */
async function printedOf({ sources }: Chosen, language: ParsedInput<'export/whtMail'>['language']): Promise<Printed[]> {
  const { certificatePdf } = await import('./pdf.ts');
  const bare = sources.filter(({ certificate }) => certificate.attachments.length === 0);
  const printed: Printed[] = [];
  for (const source of bare) {
    const { number } = source.certificate;
    printed.push({
      certificate: number,
      name: `${number.replace(/[^\w.-]+/g, '_')}.pdf`,
      pdf: await certificatePdf(buildWhtPaper(source, PLAIN_TAWI), language),
    });
  }
  return printed;
}

function letterOf({ sources, to }: Chosen, date: string, printed: readonly Printed[] = []): Letter {
  const files = sources.flatMap(({ certificate: { number, attachments } }): LetterFile[] => [
    ...attachments.map(({ name, size, sha256 }) => ({ certificate: number, name, size, sha256 })),
    ...printed
      .filter(({ certificate }) => certificate === number)
      .map(({ name, pdf: { bytes } }) => ({
        certificate: number,
        name,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
  ]);
  return buildLetter(sources, to, files, date);
}
