import type { TawiOptions } from '../../../../domain/wht/paper-options.ts';
import type { PaperLanguage } from '../../../../domain/invoices/paper-language.ts';
import type { Result } from '../../../../domain/result.ts';
import type { Certificate } from '../../../../services/contract/wht.ts';
import { notifyError } from '../../../app/notify.tsx';
import { useJob } from '../../../app/useJob.ts';
import type { Outcome } from '../../../app/tasks.ts';
import { saveAs } from '../../../host/files.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/certificatePapers.json';
import { bytesText } from '../../documents/keys.ts';
import { fileName } from '../../invoices/documents/usePaperPdf.ts';

export type PaperKind = 'certificate' | 'letter' | 'mail';

export interface Asked {
  kind: PaperKind;
  language: PaperLanguage;
  thai: TawiOptions;
  date: string;
}

/** Writes a certificate, or the letter or message on several, where the user wants it; true once it is written. */
export function usePapers(certificates: readonly Certificate[]): { busy: boolean; write: (asked: Asked) => Promise<boolean> } {
  const t = useWords<typeof words>('certificatePapers');
  const paper = useJob('export/whtCertificate');
  const letter = useJob('export/whtLetter');
  const mail = useJob('export/whtMail');
  const boxes = (unprintable: readonly string[]): string =>
    unprintable.length > 0 ? ` ${t('boxes', { characters: unprintable.join(' ') })}` : '';
  const outcome = (text: string, unprintable: readonly string[] = []): Outcome => ({
    text: text + boxes(unprintable),
    mark: unprintable.length > 0 ? 'due' : 'pass',
  });
  const write = async ({ kind, language, thai, date }: Asked): Promise<boolean> => {
    const [first] = certificates;
    if (!first) return false;
    const many = certificates.length > 1 ? `-${certificates.length}` : '';
    const name = `${kind === 'certificate' ? '' : `${kind}-`}${fileName(first.number)}${many}.${kind === 'mail' ? 'eml' : 'pdf'}`;
    const title = t('writing', { name });
    const named = certificates.map(({ number, issuer, id }) => ({ number, issuer, id }));
    const result: Result<unknown> = await saveAs<unknown>(name, (target) =>
      kind === 'certificate'
        ? paper.start(
            { ...named[0]!, language, thai, target },
            { title, describe: (w) => outcome(t('donePages', { count: w.pages, file: w.file }), w.unprintable) },
          )
        : kind === 'letter'
          ? letter.start(
              { certificates: named, language, date, target },
              { title, describe: (w) => outcome(t('doneLetter', { count: w.rows, file: w.file }), w.unprintable) },
            )
          : mail.start(
              { certificates: named, language, date, target },
              {
                title,
                describe: (w) =>
                  outcome(t('doneMail', { file: w.file, size: bytesText(w.bytes), to: w.to.join(', '), count: w.files.length })),
              },
            ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
    return result.ok && result.value !== null;
  };
  return { busy: paper.busy || letter.busy || mail.busy, write };
}
