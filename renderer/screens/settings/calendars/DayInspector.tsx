import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { worked } from '../../../../domain/calendar/calendar.ts';
import type { AppError } from '../../../../domain/result.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/calendars.json';
import { ErrorState, Facts, Inspector } from '../../../ui/index.ts';
import type { ShownDay } from './days.ts';
import type { KeepCalendar } from './useKeepCalendar.tsx';
import { nameIn, useDayLabel } from './day-label.ts';

/** What a day is, and what a person can make of it. */
export function DayInspector({
  country,
  day,
  keeper,
  onClose,
}: {
  country: string;
  day: ShownDay;
  keeper: KeepCalendar;
  onClose: () => void;
}) {
  const t = useWords<typeof words>('calendars');
  const label = useDayLabel();
  const zh = useLanguage() === 'zh-CN';
  const [name, setName] = useState(typeof day.name === 'string' ? day.name : '');
  const [error, setError] = useState<AppError | null>(null);
  const set = async (kind: 'holiday' | 'working' | null): Promise<void> => {
    setError(await keeper.keep({ country, days: [{ date: day.date, kind, name: kind === null ? '' : name }] }));
  };
  const next = worked(day.kind) ? 'holiday' : 'working';
  return (
    <Inspector
      title={day.date}
      subtitle={label(day)}
      onClose={onClose}
      footer={
        <>
          {day.by === 'user' ? (
            <Button loading={keeper.busy} onClick={() => void set(null)}>
              {t('forget')}
            </Button>
          ) : (
            <Button loading={keeper.busy} onClick={() => void set(next)}>
              {t(next === 'holiday' ? 'makeHoliday' : 'makeWorking')}
            </Button>
          )}
        </>
      }
    >
      <Facts
        items={[
          [t('state'), t(`kind.${day.kind}`)],
          [t('name'), nameIn(day.name, zh)],
        ]}
      />
      {day.by === 'country' && (
        <TextInput
          label={t('newName')}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void set(next);
          }}
        />
      )}
      {error && <ErrorState error={error} />}
    </Inspector>
  );
}
