import { notifyError } from '../../../app/notify.tsx';
import { useJob } from '../../../app/useJob.ts';
import { safeName, saveAs } from '../../../host/files.ts';
import { currentLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtImport.json';

/** Writes the rows of an import that could not be taken as CSV, to be corrected and read again. */
export function useRejectsExport(): { run: (id: number, file: string) => Promise<void>; busy: boolean } {
  const t = useWords<typeof words>('whtImport');
  const job = useJob('wht/importRejects');
  const run = async (id: number, file: string): Promise<void> => {
    const name = `${safeName(file.replace(/\.\w+$/, ''))}-rejected.csv`;
    const result = await saveAs(name, (target) =>
      job.start(
        { from: { import: id }, target, language: currentLanguage() },
        { title: t('exportRejected'), describe: (done) => t('exported', { count: done.rows, file: name }) },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  return { run, busy: job.busy };
}
