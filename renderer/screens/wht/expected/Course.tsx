import type { ExpectedRow } from '../../../../services/contract/wht-expected.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtExpected.json';
import '../../invoices/timeline.css';

/** The days from invoice to certificate, those that have come and those that lie ahead. */
export function Course({ row }: { row: ExpectedRow }) {
  const t = useWords<typeof words>('whtExpected');
  type Day = {
    name: 'invoice' | 'paid' | 'remitBy' | 'remitted' | 'filed' | 'due';
    date: string | null;
    basis: string | null;
    ahead: boolean;
  };
  const days: Day[] = [
    { name: 'invoice', date: row.date, basis: null, ahead: false },
    { name: 'paid', date: row.paidOn, basis: null, ahead: false },
    { name: 'remitBy', date: row.remitted === null ? (row.remitBy?.date ?? null) : null, basis: row.remitBy?.rule ?? null, ahead: true },
    { name: 'remitted', date: row.remitted, basis: null, ahead: false },
    { name: 'filed', date: row.filed, basis: null, ahead: false },
    {
      name: 'due',
      date: row.evidence?.date ?? null,
      basis:
        row.evidence &&
        `${t('daysRule', { days: row.evidence.days, rule: row.evidence.rule })}${row.evidence.assumed ? `, ${t('assumed')}` : ''}`,
      ahead: true,
    },
  ];
  const told = days
    .filter((day): day is Day & { date: string } => day.date !== null)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return (
    <ol className="course" aria-label={t('course')}>
      {told.map((day) => (
        <li key={day.name} className={day.ahead ? 'ahead' : 'behind'}>
          <span className="course-step">{t(`day.${day.name}`)}</span>
          <span className="course-day">
            <time dateTime={day.date}>{day.date}</time>
          </span>
          <span className="course-basis">{day.basis}</span>
        </li>
      ))}
    </ol>
  );
}
