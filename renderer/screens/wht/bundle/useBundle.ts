import type { Input } from '../../../../services/contract/index.ts';
import { notifyError } from '../../../app/notify.tsx';
import { useJob } from '../../../app/useJob.ts';
import { saveAs } from '../../../host/files.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bundle.json';

type Choice = Omit<Input<'export/wht-bundle'>, 'target' | 'format' | 'language'>;

/** Writes the papers of a choice of certificates where the user wants them; true when it did. */
export function useBundle(): { run: (choice: Choice, name: string) => Promise<boolean>; busy: boolean } {
  const t = useWords<typeof words>('bundle');
  const language = useLanguage();
  const job = useJob('export/wht-bundle');
  const run = async (choice: Choice, name: string): Promise<boolean> => {
    const result = await saveAs(name, (target) =>
      job.start(
        { ...choice, target, language },
        {
          title: t('writing', { file: name }),
          describe: ({ rows, files, bare }) =>
            [t('written', { count: files, rows, file: name }), ...(bare.length > 0 ? [t('bare', { numbers: bare.join(', ') })] : [])].join(
              ' ',
            ),
        },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
    return result.ok && result.value !== null;
  };
  return { run, busy: job.busy };
}
