import { Button, Progress } from '@mantine/core';
import { useEffect } from 'react';
import { useActions } from '../../actions/registry.ts';
import { duration, grouped } from '../../app/duration.ts';
import { useCall } from '../../app/hooks.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/import.json';
import { FileCardView } from './FileCardView.tsx';
import { clearQueue, holdAgainst, importGood, useQueue } from './queue.ts';
import { isGood, sizeText } from './state.ts';

/** The files on their way in, and the button that takes the good ones. */
export function Cards() {
  const t = useWords<typeof words>('import');
  const { cards, progress, cancel, busy } = useQueue();
  const book = useCall('book/info', {}).data?.location;
  const imports = useCall('import/batches', {}).data;
  const profiles = useCall('profiles/list', {}).data;
  useEffect(() => {
    if (book !== undefined && imports !== undefined && profiles !== undefined) holdAgainst(book, imports, profiles);
  }, [book, imports, profiles]);
  const good = cards.filter(isGood);
  const rows = good.reduce((n, card) => n + (card.preview?.imported ?? 0), 0);
  const bad = cards.filter((card) => card.state === 'read' && !isGood(card) && (card.preview?.alreadyImported ?? null) === null).length;
  useActions([
    {
      id: 'import.run',
      title: t('importThem'),
      group: 'record',
      shortcut: 'mod+enter',
      inFields: true,
      predicate: () => good.length > 0 && !busy,
      perform: () => void importGood(),
    },
  ]);
  if (cards.length === 0) return null;
  const reading = cards.some((card) => card.state === 'reading');
  const percent = progress?.total ? Math.min(100, Math.floor((progress.done * 100) / progress.total)) : null;
  return (
    <section aria-label={t('files')}>
      {cards.map((card) => (
        <FileCardView key={card.token} card={card} />
      ))}
      <div className="import-bar">
        {reading ? (
          <>
            <Progress size="xs" w={160} value={percent ?? 100} animated={percent === null} aria-label={t('reading')} />
            <span className="dim" role="status">
              {[
                t('reading'),
                percent === null ? null : `${percent} %`,
                progress?.rate
                  ? t(progress.unit === 'bytes' ? 'bytesRate' : 'rowsRate', {
                      rate: progress.unit === 'bytes' ? sizeText(progress.rate) : grouped(Math.round(progress.rate)),
                    })
                  : null,
                progress?.remaining ? t('left', { time: duration(progress.remaining) }) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {cancel && (
              <button type="button" className="link" onClick={cancel}>
                {t('cancel')}
              </button>
            )}
          </>
        ) : (
          <span className="dim" role="status">
            {bad > 0 ? t('notGood', { count: bad }) : ''}
          </span>
        )}
        <span className="import-bar-gap" />
        <Button variant="default" disabled={busy} onClick={clearQueue}>
          {t('clear')}
        </Button>
        {good.length > 0 || reading || busy ? (
          <Button loading={busy} disabled={good.length === 0 || reading} onClick={() => void importGood()}>
            {good.length > 0 ? t('importRows', { count: good.length, rows: grouped(rows) }) : t('importThem')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
