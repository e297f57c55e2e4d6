import { closeById } from '../../db/queries/closes.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { ExportJob } from '../reports/job.ts';
import { readCertificate } from './certificate.ts';

/** The certificate of a close: drawn as PDF, or the very bytes that its hash is over. */
export const closeCertificateJob: ExportJob<'export/closeCertificate'> = {
  what: ({ close }) => `close certificate ${close}`,
  selection: () => null,
  async write(sink, { close, format, language }, context) {
    const { read } = context.session.book();
    const record = closeById(read, close);
    if (!record)
      refuse('close.no-close', say`There is no close ${{ id: close }}.`, {
        value: String(close),
        remedy: 'See the history of the period for its number.',
      });
    if (format === 'json') {
      await sink.write(Buffer.from(record.certificate, 'utf8'));
      return readCertificate(record).checks.length;
    }
    const { certificateDocument } = await import('./paper.ts');
    const { writeDocumentPdf } = await import('../statements/export/pdf.ts');
    return writeDocumentPdf(sink, certificateDocument(read, record, language === 'both' ? 'bilingual' : language), context);
  },
};
