import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { AppError, Result } from '../../../domain/result.ts';
import { startJob } from '../../app/tasks.ts';
import { queryClient } from '../../app/query.ts';
import { bridge, type HostOutput } from '../../host/bridge.ts';
import { pickBook } from '../../host/files.ts';
import { currentLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/start.json';
import { firstFree, SAMPLE_PROFILE } from './sample.ts';

type Recent = HostOutput<'host/recentBooks'>;

/** The books the host knows, and the ways into one. A failure stays in `error` until the next attempt. */
export function useBooks() {
  const t = useWords<typeof words>('start');
  const navigate = useNavigate();
  const [recent, setRecent] = useState<Recent>([]);
  const [busy, setBusy] = useState<'open' | 'sample' | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  useEffect(() => {
    let here = true;
    void bridge()
      .host('host/recentBooks', {})
      .then((result) => {
        if (here && result.ok) setRecent(result.value);
        else if (here && !result.ok) setError(result.error);
      });
    return () => void (here = false);
  }, []);

  /** Into the book that is open now; what was shown of another one is forgotten. */
  const enter = useCallback(async () => {
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'book/info' && query.queryKey[0] !== 'tax/options' });
    await queryClient.invalidateQueries({ queryKey: ['book/info'] });
    await navigate('/');
  }, [navigate]);

  const attempt = async (kind: 'open' | 'sample', work: () => Promise<Result<unknown>>): Promise<void> => {
    setBusy(kind);
    setError(null);
    const result = await work();
    setBusy(null);
    if (!result.ok) setError(result.error);
    else if (result.value !== null) await enter();
  };

  const open = (token: string): Promise<void> => attempt('open', () => bridge().call('book/open', { file: token }));
  const choose = (): Promise<void> =>
    attempt('open', async () => {
      const chosen = await pickBook();
      return chosen.ok && chosen.value ? bridge().call('book/open', { file: chosen.value.token }) : chosen;
    });
  const sample = (): Promise<void> =>
    attempt('sample', async () => {
      const options = await bridge().call('tax/options', {});
      if (!options.ok) return options;
      const target = await firstFree(t('sampleName'));
      if (!target.ok) return target;
      const made = await bridge().call('book/create', { ...SAMPLE_PROFILE, language: currentLanguage(), target: target.value.token });
      return made.ok
        ? startJob(
            'book/fillSample',
            {},
            { title: t('sampleJob'), describe: (book) => t('sampleDone', { lines: book.counts.lines, invoices: book.counts.invoices }) },
          )
        : made;
    });
  return { recent, busy, error, open, choose, sample, enter };
}
