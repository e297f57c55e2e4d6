import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unwrap, type AppError, type Result } from '../../../domain/result.ts';
import type { Output } from '../../../services/contract/index.ts';
import type { WatchState } from '../../../services/contract/watch.ts';
import { grouped } from '../../app/duration.ts';
import { useCall } from '../../app/hooks.ts';
import { useJob } from '../../app/useJob.ts';
import { bridge } from '../../host/bridge.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/watch.json';

export const RESULTS = ['imported', 'known', 'refused', 'failed', 'waiting'] as const;

/** How this host lets a folder be chosen: by its dialog, or only the one that was named when it was started. */
export type Choice = { by: 'dialog' } | { by: 'start'; folder: string };

export interface Watch {
  state: WatchState | null;
  choice: Choice | null;
  /** A folder is watched, or one can be chosen; without either there is nothing to show. */
  offered: boolean;
  busy: boolean;
  /** Of the last thing that was asked for. */
  error: AppError | null;
  choose: () => Promise<void>;
  turn: (on: boolean) => Promise<void>;
  end: () => Promise<AppError | null>;
  look: () => Promise<void>;
  retry: (sha256: string) => Promise<void>;
}

/** The folder that the open book watches, and what can be done with it. */
export function useWatch(): Watch {
  const t = useWords<typeof words>('watch');
  const state = useCall('watch/state', {});
  const info = useQuery({ queryKey: ['host/info'], queryFn: async () => unwrap(await bridge().host('host/info', {})) });
  const job = useJob('watch/look');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { dialogs = false, folder = null } = info.data ?? {};
  const choice: Choice | null = dialogs ? { by: 'dialog' } : folder === null ? null : { by: 'start', folder };
  const current = state.data ?? null;

  const attempt = async (work: () => Promise<Result<unknown>>): Promise<AppError | null> => {
    setBusy(true);
    setError(null);
    const result = await work();
    setBusy(false);
    const failed = result.ok || result.error.code === 'call.cancelled' ? null : result.error;
    setError(failed);
    return failed;
  };
  const look = async (): Promise<Result<Output<'watch/look'>>> => {
    const title = t('lookInto', { folder: current?.folder ?? '' });
    return job.start({}, { title, describe: (after) => inWords(after, t) });
  };
  return {
    state: current,
    choice,
    offered: choice !== null || (current !== null && current.folder !== null),
    busy: busy || job.busy,
    error: error ?? state.error,
    choose: async () =>
      void (await attempt(async () => {
        const chosen = await bridge().host('host/folder', {});
        return chosen.ok && chosen.value ? bridge().call('watch/choose', { folder: chosen.value.token }) : chosen;
      })),
    turn: async (on) => void (await attempt(() => bridge().call('watch/switch', { on }))),
    end: () => attempt(() => bridge().call('watch/end', {})),
    look: async () => void (await attempt(look)),
    retry: async (sha256) =>
      void (await attempt(async () => {
        const forgotten = await bridge().call('watch/retry', { sha256 });
        return forgotten.ok ? look() : forgotten;
      })),
  };
}

/** The counts that are not zero: “3 imported · 1 refused”. */
export const countsInWords = ({ counts }: WatchState, t: ReturnType<typeof useWords<typeof words>>): string =>
  RESULTS.filter((result) => counts[result] > 0)
    .map((result) => t(`counts.${result}`, { n: grouped(counts[result]), count: counts[result] }))
    .join(' · ');

function inWords(state: WatchState, t: ReturnType<typeof useWords<typeof words>>): { text: string; mark: 'pass' | 'fail' | 'due' } {
  if (state.trouble) return { text: t('states.trouble'), mark: 'fail' };
  const text = countsInWords(state, t);
  return { text: text || t('lookNone'), mark: state.counts.refused + state.counts.failed > 0 ? 'due' : 'pass' };
}
