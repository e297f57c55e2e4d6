import type { ReactNode } from 'react';
import { grouped } from '../../app/duration.ts';
import { useCall } from '../../app/hooks.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { StatusMark } from '../../ui/index.ts';
import { holds, PARTS, type Format, type Part } from './report.ts';

/** What the file will hold, with how much of it there is. */
export function Contents({ period, format }: { period: string; format: Format }) {
  const t = useWords<typeof words>('reports');
  const summary = useCall('bills/summary', { period }, { keep: true });
  const run = useCall('reconcile/run', { period }, { keep: true });
  const counts = run.data?.counts;
  const amount: Partial<Record<Part, ReactNode>> = {
    lines: summary.data ? t('lines', { count: summary.data.lines, lines: grouped(summary.data.lines) }) : null,
    checks: counts ? (
      <span className="check-counts">
        {(['pass', 'explained', 'fail', 'missing'] as const)
          .filter((s) => counts[s] > 0)
          .map((s) => (
            <span key={s} className={`mark mark-${s}`}>
              <StatusMark mark={s} compact />
              {counts[s]}
            </span>
          ))}
      </span>
    ) : null,
  };
  return (
    <section className="contents" aria-label={t('contents')}>
      <h2>{t('contents')}</h2>
      <ul>
        {PARTS.filter((part) => holds(format, part)).map((part) => (
          <li key={part}>
            <span>{t(`part.${part}`)}</span>
            <span className="dim">{amount[part] ?? null}</span>
          </li>
        ))}
      </ul>
      <p className="dim">{t(`figures.${format}`)}</p>
    </section>
  );
}
