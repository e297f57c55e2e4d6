import type { CloseSummary } from '../../../../services/contract/close.ts';
import { notifyError } from '../../../app/notify.tsx';
import { useJob } from '../../../app/useJob.ts';
import { saveAs } from '../../../host/files.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/close.json';

/** Saves the certificate of a close as PDF, or as the JSON that was hashed. */
export function useCertificate({ id, period }: Pick<CloseSummary, 'id' | 'period'>): {
  busy: boolean;
  save: (format: 'pdf' | 'json', language: 'en' | 'zh-CN' | 'both') => void;
} {
  const t = useWords<typeof words>('close');
  const job = useJob('export/closeCertificate');
  const save = async (format: 'pdf' | 'json', language: 'en' | 'zh-CN' | 'both'): Promise<void> => {
    const name = `close-${period}-${id}.${format}`;
    const result = await saveAs(name, (target) =>
      job.start(
        { close: id, format, language, target },
        { title: t('saving', { name }), describe: () => ({ text: t('saved', { name }), mark: 'pass' }) },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  return { busy: job.busy, save: (format, language) => void save(format, language) };
}
