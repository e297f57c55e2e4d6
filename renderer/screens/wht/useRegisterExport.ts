import { notifyError } from '../../app/notify.tsx';
import { useJob } from '../../app/useJob.ts';
import { saveAs } from '../../host/files.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/wht.json';
import { today } from '../documents/keys.ts';

/** Writes the register of all certificates as CSV where the user wants it. */
export function useRegisterExport(): { run: () => Promise<void>; busy: boolean } {
  const t = useWords<typeof words>('wht');
  const job = useJob('wht/export');
  const run = async (): Promise<void> => {
    const name = `wht-certificates-${today()}.csv`;
    const result = await saveAs(name, (target) =>
      job.start({ target }, { title: t('export'), describe: (written) => t('exported', { count: written.rows, file: name }) }),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  return { run, busy: job.busy };
}
