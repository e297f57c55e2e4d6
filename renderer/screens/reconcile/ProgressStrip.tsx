import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reconcile.json';
import { StatusMark } from '../../ui/index.ts';
import { CHECK_STATUSES, type CheckStatus } from './status.ts';

/** How far the period is: checks that hold of all, drawn as a bar; each state filters the list. */
export function ProgressStrip({
  counts,
  state,
  onState,
}: {
  counts: Record<CheckStatus, number>;
  state: CheckStatus | null;
  onState: (state: CheckStatus | null) => void;
}) {
  const t = useWords<typeof words>('reconcile');
  const word = useWordOf('common');
  const all = CHECK_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const held = counts.pass + counts.explained;
  const line = held === all ? t('allHeld', { count: all }) : t('held', { held, count: all });
  return (
    <div className="progress-strip">
      <div className="progress-line">
        <span className="progress-words" role="status">
          {line}
        </span>
        <div className="progress-states" role="group" aria-label={t('filterState')}>
          {CHECK_STATUSES.map((status) => (
            <button
              key={status}
              type="button"
              className="state-filter"
              aria-pressed={state === status}
              disabled={counts[status] === 0 && state !== status}
              onClick={() => onState(state === status ? null : status)}
            >
              <StatusMark mark={status} label={`${word(`status.${status}`)} ${counts[status]}`} />
            </button>
          ))}
        </div>
      </div>
      <div className="progress-bar" role="img" aria-label={line}>
        {CHECK_STATUSES.filter((status) => counts[status] > 0).map((status) => (
          <span key={status} className={`part part-${status}`} style={{ flexGrow: counts[status] }} />
        ))}
      </div>
    </div>
  );
}
