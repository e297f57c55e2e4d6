import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../../services/contract/index.ts';
import { useCommand } from '../../../app/hooks.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/calendars.json';
import { tell } from '../../../../domain/words/tell.ts';
import { ErrorState, FileDrop } from '../../../ui/index.ts';
import type { KeepCalendar } from './useKeepCalendar.tsx';

/** A holiday list from a file: read first, shown with its counts, then taken over. */
export function ImportList({ country, keeper }: { country: string; keeper: KeepCalendar }) {
  const t = useWords<typeof words>('calendars');
  const language = useLanguage();
  const run = useCommand('calendar/import', { quiet: true });
  const [file, setFile] = useState<string | null>(null);
  const [read, setRead] = useState<Output<'calendar/import'> | null>(null);
  const [complete, setComplete] = useState(true);
  const look = async (token: string): Promise<void> => {
    const result = await run.run({ country, file: token, dryRun: true });
    setFile(result.ok ? token : null);
    setRead(result.ok ? result.value : null);
  };
  const take = async (): Promise<void> => {
    if (file === null) return;
    const result = await run.run({ country, file, complete });
    if (!result.ok) return;
    keeper.offerUndo(country, result.value.before);
    setRead(null);
    setFile(null);
  };
  return (
    <>
      {!read && (
        <FileDrop
          kind="calendar"
          small
          multiple={false}
          title={t('import')}
          hint={t('importHint')}
          onFiles={([picked]) => picked && void look(picked.token)}
        />
      )}
      {read && (
        <div className="calendar-import">
          <p>
            <strong>{t('importTitle', { file: read.file, count: read.days.length })}</strong>
          </p>
          <p>
            {t('importCounts', { added: read.added, changed: read.changed, unchanged: read.unchanged, rejected: read.rejected.length })}
          </p>
          {read.rejected.length > 0 && (
            <ul>
              {read.rejected.slice(0, 20).map((row) => (
                <li key={row.row}>
                  {t('row', { row: row.row })}: {tell(row.reason, language)} <span className="dim">{row.text}</span>
                </li>
              ))}
            </ul>
          )}
          <Checkbox
            size="xs"
            label={t('importComplete')}
            checked={complete}
            onChange={(event) => setComplete(event.currentTarget.checked)}
          />
          <div className="form-actions">
            <Button variant="default" onClick={() => setRead(null)}>
              {t('cancel')}
            </Button>
            <Button loading={run.busy} onClick={() => void take()}>
              {t('importNow')}
            </Button>
          </div>
        </div>
      )}
      {run.error && <ErrorState error={run.error} />}
    </>
  );
}
