import type { Input } from '../../../services/contract/index.ts';
import type { RegisterList } from '../../../services/contract/registers.ts';
import { grouped } from '../../app/duration.ts';
import { notifyError } from '../../app/notify.tsx';
import { useJob } from '../../app/useJob.ts';
import { saveAs } from '../../host/files.ts';
import { useLanguage } from '../../i18n/index.ts';
import { useListWords } from './words.ts';

/** Writes the rows that the filter shows, in their order and in full, as CSV where the user wants it. */
export function useListExport(
  list: RegisterList,
  scope: Omit<Input<'export/registers'>, 'target' | 'language'>,
): { run: () => Promise<void>; busy: boolean } {
  const { t, title } = useListWords();
  const language = useLanguage();
  const job = useJob('export/registers');
  const run = async (): Promise<void> => {
    const name = `${list.kind}.csv`;
    const result = await saveAs(name, (target) =>
      job.start(
        { ...scope, target, language },
        {
          title: t('exporting', { list: title(list) }),
          describe: (w) => t('exported', { count: w.rows, n: grouped(w.rows), file: w.file }),
        },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  return { run, busy: job.busy };
}
