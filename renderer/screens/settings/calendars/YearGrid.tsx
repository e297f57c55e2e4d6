import { useRef, useState, type KeyboardEvent } from 'react';
import { addDays, daysInMonth } from '../../../../domain/time/plain-date.ts';
import type { CalendarYear } from '../../../../services/contract/calendar.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/calendars.json';
import { useDayLabel } from './day-label.ts';
import { weeksOf, type ShownDay } from './days.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Twelve months; arrows move by day and week, Page Up and Down by month, Home and End within it; Enter opens the day. */
export function YearGrid({
  calendar,
  chosen,
  onChoose,
}: {
  calendar: CalendarYear;
  chosen: string | null;
  onChoose: (date: string) => void;
}) {
  const t = useWords<typeof words>('calendars');
  const word = useWordOf('calendars');
  const grid = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(`${calendar.year}-01-01`);
  const move = (event: KeyboardEvent): void => {
    const next = target(cursor, event.key);
    if (next === null) return;
    event.preventDefault();
    if (!next.startsWith(`${calendar.year}-`)) return;
    setCursor(next);
    grid.current?.querySelector<HTMLButtonElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <div className="year" ref={grid} onKeyDown={move} role="group" aria-label={`${calendar.country} ${calendar.year}`}>
      {MONTHS.map((month) => (
        <table key={month} className="month" aria-label={t('grid', { month: word(`month.${month}`), year: calendar.year })}>
          <caption>{word(`month.${month}`)}</caption>
          <thead>
            <tr>
              {WEEK.map((day) => (
                <th key={day} scope="col">
                  {word(`weekday.${day}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(calendar, month).map((week, index) => (
              <tr key={index}>
                {week.map((day, place) => (
                  <td key={place}>
                    {day && (
                      <Day
                        day={day}
                        tab={day.date === cursor}
                        chosen={day.date === chosen}
                        onFocus={() => setCursor(day.date)}
                        onChoose={onChoose}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function Day({
  day,
  tab,
  chosen,
  onFocus,
  onChoose,
}: {
  day: ShownDay;
  tab: boolean;
  chosen: boolean;
  onFocus: () => void;
  onChoose: (date: string) => void;
}) {
  const t = useWords<typeof words>('calendars');
  const label = useDayLabel();
  return (
    <button
      type="button"
      data-day={day.date}
      className={`day ${day.kind}${day.by === 'user' ? ' edited' : ''}`}
      tabIndex={tab ? 0 : -1}
      aria-pressed={chosen}
      title={day.kind === 'working' || day.kind === 'weekend' ? undefined : label(day)}
      onFocus={onFocus}
      onClick={() => onChoose(day.date)}
    >
      <span aria-hidden="true">{Number(day.date.slice(8))}</span>
      <span className="visually-hidden">{t('dayTitle', { date: day.date, kind: label(day) })}</span>
    </button>
  );
}

function target(date: string, key: string): string | null {
  const step = STEPS[key];
  if (step !== undefined) return addDays(date, step);
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  if (key === 'Home') return `${date.slice(0, 8)}01`;
  if (key === 'End') return `${date.slice(0, 8)}${daysInMonth(year, month)}`;
  if (key !== 'PageUp' && key !== 'PageDown') return null;
  const to = month + (key === 'PageUp' ? -1 : 1);
  if (to < 1 || to > 12) return date;
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, to));
  return `${year}-${String(to).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
