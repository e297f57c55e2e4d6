import { grouped } from '../../app/duration.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/import.json';
import { addedUp, partOf, ROW_STATES, type Counts } from './state.ts';

/** Every row of the file in exactly one state, and the sum that shows it: 61 rows = 58 new + 3 duplicates. */
export function CountsBar({ counts }: { counts: Counts }) {
  const t = useWords<typeof words>('import');
  const there = ROW_STATES.filter((state) => counts[state] > 0 || state === 'imported');
  const whole = addedUp(counts) === counts.rows;
  return (
    <div className="counts">
      <div className="counts-bar" aria-hidden="true">
        {ROW_STATES.filter((s) => counts[s] > 0).map((s) => (
          <span key={s} data-row-state={s} style={{ width: partOf(counts[s], counts.rows) }} />
        ))}
      </div>
      <p className="counts-sum">
        <strong>{t('rows', { count: counts.rows, n: grouped(counts.rows) })}</strong>
        <span aria-hidden="true">{whole ? '=' : '≠'}</span>
        {there.map((state, index) => (
          <span key={state} className="counts-part">
            {index > 0 ? <span className="plus">+</span> : null}
            <span className="counts-key" data-row-state={state} aria-hidden="true" />
            {t(`count.${state}`, { count: counts[state], n: grouped(counts[state]) })}
          </span>
        ))}
      </p>
    </div>
  );
}
