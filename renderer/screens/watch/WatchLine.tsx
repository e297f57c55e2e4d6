import { Button } from '@mantine/core';
import { IconFolderSearch } from '@tabler/icons-react';
import { useGo } from '../../app/place.ts';
import { useTell } from '../../i18n/told.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/watch.json';
import { StatusMark } from '../../ui/index.ts';
import { markOf, stateOf } from './marks.ts';
import { countsInWords, useWatch } from './useWatch.ts';
import './watch.css';

/** One line in Import: what the watched folder is about, or that there can be one. Nothing where this host can watch none. */
export function WatchLine() {
  const t = useWords<typeof words>('watch');
  const tell = useTell();
  const go = useGo();
  const watch = useWatch();
  const { state } = watch;
  if (!state || !watch.offered) return null;
  const settings = (label: string) => (
    <Button size="xs" variant="subtle" onClick={() => go('/settings', { tab: 'watch' })}>
      {label}
    </Button>
  );
  if (state.folder === null)
    return (
      <p className="watch-line">
        <IconFolderSearch size={16} stroke={1.5} aria-hidden="true" />
        <span className="dim">{t('offer')}</span>
        {settings(t('setUp'))}
      </p>
    );
  const name = stateOf(state);
  return (
    <section className="watch-line" aria-label={t('watched', { folder: state.folder })}>
      <IconFolderSearch size={16} stroke={1.5} aria-hidden="true" />
      <b>{t('watched', { folder: state.folder })}</b>
      <StatusMark mark={markOf[name]} label={t(`states.${name}`)} />
      <span className="dim">{state.trouble ? tell.error(state.trouble).message : countsInWords(state, t)}</span>
      {state.on && (
        <Button size="xs" variant="subtle" loading={watch.busy} onClick={() => void watch.look()}>
          {t('look')}
        </Button>
      )}
      {settings(t('more'))}
    </section>
  );
}
