import { ActionIcon, Checkbox, Loader, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/calendars.json';
import { Card, ErrorState, StatusMark } from '../../../ui/index.ts';
import { today } from '../../documents/keys.ts';
import { shownDay } from './days.ts';
import { DayInspector } from './DayInspector.tsx';
import { ImportList } from './ImportList.tsx';
import { Terms } from './Terms.tsx';
import { useKeepCalendar } from './useKeepCalendar.tsx';
import { YearGrid } from './YearGrid.tsx';
import './calendars.css';

const KINDS = ['working', 'weekend', 'holiday', 'extra-working'] as const;

/** The working days of a country, year by year, and the terms of vendors that count them. */
export function Calendars() {
  const t = useWords<typeof words>('calendars');
  const [countryParam, setCountry] = useParam('country');
  const [yearParam, setYear] = useParam('year');
  const [day, setDay] = useParam('day');
  const zh = useLanguage() === 'zh-CN';
  const keeper = useKeepCalendar();
  const list = useCall('calendar/list', {});
  const countries = useCountries(list.data?.map(({ country }) => country) ?? []);
  const country = countryParam && /^[A-Z]{2}$/.test(countryParam) ? countryParam : 'CN';
  const year = yearParam && /^(199\d|20\d\d|2100)$/.test(yearParam) ? Number(yearParam) : Number(today().slice(0, 4));
  const shown = useCall('calendar/show', { country, year }, { keep: true });
  const calendar = shown.data;
  const at = calendar && day?.startsWith(`${calendar.year}-`) ? shownDay(calendar, day) : null;
  const step = (years: number): void => setYear(String(year + years));
  return (
    <div className="calendars">
      <div className="calendars-head">
        <Select
          size="xs"
          w={240}
          aria-label={t('country')}
          searchable
          allowDeselect={false}
          value={country}
          data={countries}
          onChange={(value) => setCountry(value)}
        />
        <div className="calendars-year">
          <ActionIcon variant="default" aria-label={t('previousYear')} disabled={year <= 1990} onClick={() => step(-1)}>
            <IconChevronLeft size={14} />
          </ActionIcon>
          <strong aria-live="polite">{year}</strong>
          <ActionIcon variant="default" aria-label={t('nextYear')} disabled={year >= 2100} onClick={() => step(1)}>
            <IconChevronRight size={14} />
          </ActionIcon>
        </div>
        {calendar && (
          <>
            <span>{t('workingDays', { count: calendar.workingDays, year: calendar.year })}</span>
            <StatusMark
              mark={calendar.known ? 'pass' : 'missing'}
              label={t(calendar.known ? 'known' : 'unknown', { year: calendar.year })}
            />
          </>
        )}
      </div>
      {list.error && <ErrorState error={list.error} retry={list.retry} />}
      {shown.error && <ErrorState error={shown.error} retry={shown.retry} />}
      {shown.loading && <Loader size="sm" aria-label={t('year')} />}
      {calendar && (
        <>
          <YearGrid
            key={`${calendar.country}-${calendar.year}`}
            calendar={calendar}
            chosen={day}
            onChoose={(date) => setDay(date, { replace: day !== null })}
          />
          <div className="calendars-foot">
            <ul className="calendar-legend" aria-label={t('legend')}>
              {KINDS.map((kind) => (
                <li key={kind}>
                  <span className={`day ${kind}`} aria-hidden="true">
                    8
                  </span>
                  {t(`kind.${kind}`)}
                </li>
              ))}
              <li>
                <span className="day working edited" aria-hidden="true">
                  8
                </span>
                {t('edited')}
              </li>
            </ul>
            {calendar.source === null && (
              <Checkbox
                size="xs"
                label={t('complete', { year: calendar.year })}
                checked={calendar.complete}
                onChange={(event) => void keeper.keep({ country, years: [{ year: calendar.year, complete: event.currentTarget.checked }] })}
              />
            )}
            {calendar.source !== null && (
              <span className="dim">{t('source', { source: zh ? calendar.source.zh : calendar.source.en })}</span>
            )}
          </div>
        </>
      )}
      <div className="calendars-below">
        <Card title={t('import')}>
          <ImportList country={country} keeper={keeper} />
        </Card>
        <Card title={t('terms')}>
          <Terms countries={countries} />
        </Card>
      </div>
      {at && <DayInspector key={`${country}${at.date}${at.by}`} country={country} day={at} keeper={keeper} onClose={() => setDay(null)} />}
    </div>
  );
}

/** Countries by their names in the language of the interface. */
function useCountries(codes: readonly string[]): { value: string; label: string }[] {
  const language = useLanguage();
  const joined = codes.join();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    return joined
      .split(',')
      .filter((code) => code !== '')
      .map((code) => ({ value: code, label: names.of(code) ?? code }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language));
  }, [language, joined]);
}
