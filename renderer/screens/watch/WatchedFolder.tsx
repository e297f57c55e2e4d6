import { Button, Switch } from '@mantine/core';
import { IconFolderSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useActions } from '../../actions/registry.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/watch.json';
import type { WatchState } from '../../../services/contract/watch.ts';
import { Card, ConfirmDialog, EmptyState, ErrorState, Facts, StatusMark } from '../../ui/index.ts';
import { instantText, markOf, stateOf } from './marks.ts';
import { countsInWords, type Watch } from './useWatch.ts';
import { WatchedFiles } from './WatchedFiles.tsx';
import './watch.css';

/** The folder that this book watches: which, whether, what came of it; or how one is chosen. */
export function WatchedFolder({ watch }: { watch: Watch }) {
  const t = useWords<typeof words>('watch');
  const { state } = watch;
  if (!state) return watch.error ? <ErrorState error={watch.error} /> : null;
  if (state.folder === null)
    return (
      <div className="watch-none">
        <EmptyState icon={IconFolderSearch} title={t('noFolder')} text={t('noFolderText')} actions={<Choose watch={watch} />} />
        {watch.error && <ErrorState error={watch.error} />}
      </div>
    );
  return <Folder watch={watch} state={state} folder={state.folder} />;
}

function Choose({ watch }: { watch: Watch }) {
  const t = useWords<typeof words>('watch');
  if (!watch.choice) return null;
  const again = watch.state?.folder !== null;
  const label = watch.choice.by === 'start' ? t('take', { folder: watch.choice.folder }) : again ? t('another') : t('choose');
  return (
    <Button variant={again ? 'default' : 'filled'} loading={watch.busy} onClick={() => void watch.choose()}>
      {label}
    </Button>
  );
}

function Folder({ watch, state, folder }: { watch: Watch; state: WatchState; folder: string }) {
  const t = useWords<typeof words>('watch');
  const [ending, setEnding] = useState(false);
  const name = stateOf(state);
  useActions([
    { id: 'watch.look', title: t('lookInto', { folder }), group: 'record', predicate: () => state.on, perform: () => void watch.look() },
  ]);
  return (
    <>
      <div className="watch-head">
        <Card
          title={t('watched', { folder })}
          aside={
            <div className="row-actions">
              <Switch
                label={t('switch')}
                checked={state.on}
                disabled={watch.busy}
                onChange={(event) => void watch.turn(event.currentTarget.checked)}
              />
              {state.on && (
                <Button variant="default" loading={watch.busy} onClick={() => void watch.look()}>
                  {t('look')}
                </Button>
              )}
              {watch.choice && !(watch.choice.by === 'start' && watch.choice.folder === folder) && <Choose watch={watch} />}
              <Button variant="default" onClick={() => setEnding(true)}>
                {t('end')}
              </Button>
            </div>
          }
        >
          <Facts
            items={[
              [t('state'), <StatusMark key="s" mark={markOf[name]} label={t(`states.${name}`)} />],
              [t('lastLook'), instantText(state.lastLook) ?? t('nothingYet')],
              [t('filesHead'), countsInWords(state, t)],
            ]}
          />
          {watch.error && <ErrorState error={watch.error} />}
          {state.on && state.trouble && <ErrorState error={state.trouble} />}
          {state.notes.map((note) => (
            <ErrorState key={note.message} error={note} />
          ))}
        </Card>
      </div>
      <WatchedFiles watch={watch} state={state} />
      <ConfirmDialog
        opened={ending}
        onClose={() => setEnding(false)}
        title={t('endTitle')}
        text={<p>{t('endText', { folder })}</p>}
        action={t('endNow')}
        confirm={() => watch.end()}
      />
    </>
  );
}
