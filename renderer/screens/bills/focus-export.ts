import type { Output } from '../../../services/contract/index.ts';
import { useActions } from '../../actions/registry.ts';
import { grouped } from '../../app/duration.ts';
import { notifyError } from '../../app/notify.tsx';
import type { Outcome } from '../../app/tasks.ts';
import { useJob } from '../../app/useJob.ts';
import { saveAs } from '../../host/files.ts';
import { useWords, type Translate } from '../../i18n/index.ts';
import type words from '../../i18n/en/focus.json';
import type { Scope } from './place.ts';

export type FocusFormat = 'csv' | 'parquet';

/** Columns that one sentence names; the export's record and the command line tell all. */
const NAMED = 6;

/** Writes the lines of the filter as FOCUS 1.2; what the bills do not tell stands in the task's result. */
export function useFocusExport(scope: Scope): { write: (format: FocusFormat) => void; t: Translate<typeof words>; busy: boolean } {
  const t = useWords<typeof words>('focus');
  const job = useJob('export/focus');
  const run = async (format: FocusFormat): Promise<void> => {
    const name = `focus-${scope.period ?? 'all'}.${format}`;
    // Only details are FOCUS charges: statements tell the same money again.
    const { kind: _kind, ...selection } = scope;
    const result = await saveAs(name, (target) =>
      job.start({ ...selection, format, target }, { title: t('exporting', { name }), describe: (written) => outcome(t, written) }),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  const write = (format: FocusFormat): void => void run(format);
  useActions([
    { id: 'bills.focusCsv', title: t('exportCsv'), group: 'record', perform: () => write('csv') },
    { id: 'bills.focusParquet', title: t('exportParquet'), group: 'record', perform: () => write('parquet') },
  ]);
  return { write, t, busy: job.busy };
}

/** The result in words: whether the file passes, which columns the bills leave open, and which were filled by rule. */
export function outcome(t: Translate<typeof words>, written: Output<'export/focus'>): Outcome {
  const columns = (kind: 'empty' | 'filled'): string => {
    const named = written.gaps
      .filter((gap) => gap.kind === kind)
      .map((gap) => t('gap', { column: gap.column ?? '', n: grouped(gap.count) }));
    return [...named.slice(0, NAMED), ...(named.length > NAMED ? ['…'] : [])].join(t('and'));
  };
  const [empty, filled] = [columns('empty'), columns('filled')];
  return {
    text: [
      t('done', { n: grouped(written.rows), count: written.rows, file: written.file }),
      written.valid ? t('valid', { version: written.version }) : t('gaps', { columns: empty }),
      ...(filled ? [t('filled', { columns: filled })] : []),
    ].join(' '),
    mark: written.valid ? 'pass' : 'due',
  };
}
