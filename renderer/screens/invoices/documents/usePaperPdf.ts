import type { Output } from '../../../../services/contract/index.ts';
import type { PaperLanguage } from '../../../../domain/invoices/paper-language.ts';
import type { Invoice } from '../../../../services/contract/invoices.ts';
import { notifyError } from '../../../app/notify.tsx';
import type { Outcome } from '../../../app/tasks.ts';
import { useJob } from '../../../app/useJob.ts';
import { saveAs } from '../../../host/files.ts';
import { useWords, type Translate } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/papers.json';

type Named = Pick<Invoice, 'number' | 'vendor'>;

/** Writes the papers of documents into one file where the user wants it; what the font could not draw stands in the task's result. */
export function usePaperPdf([first, ...more]: readonly Named[]): { busy: boolean; save: (language: PaperLanguage) => void } {
  const t = useWords<typeof words>('papers');
  const job = useJob('export/invoice-pdf');
  const write = async ({ number, vendor }: Named, language: PaperLanguage): Promise<void> => {
    const name = `${fileName(number)}${more.length > 0 ? `-${t('andMore', { count: more.length })}` : ''}.pdf`;
    const input = { number, vendor, more: more.map((of) => ({ number: of.number, vendor: of.vendor })), language };
    const result = await saveAs(name, (target) =>
      job.start({ ...input, target }, { title: t('exporting', { name }), describe: (written) => outcome(t, written) }),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  return { busy: job.busy, save: (language) => void (first && write(first, language)) };
}

/** A document's number as the name of a file: what no system takes becomes a hyphen. */
export const fileName = (number: string): string =>
  number
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120) || 'document';

/** Pages and file in words, and what the font does not have. */
export function outcome(t: Translate<typeof words>, written: Output<'export/invoice-pdf'>): Outcome {
  const { pages, file, unprintable, leftOut } = written;
  return {
    text: [
      t('done', { count: pages, file }),
      ...(unprintable.length > 0 ? [t('boxes', { characters: unprintable.join(' ') })] : []),
      ...(leftOut ? [t('leftOut')] : []),
    ].join(' '),
    mark: unprintable.length > 0 || leftOut ? 'due' : 'pass',
  };
}
