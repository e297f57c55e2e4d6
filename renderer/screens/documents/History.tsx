import type { Invoice, ShownInvoice } from '../../../services/contract/invoices.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/documents.json';
import { causeOf } from './cause.ts';
import './documents.css';

/**
 * What happened to a document, newest first. `namespace` holds the words of its states under `status`; `byRule` is what happened
 * without anybody's act.
 */
export function History({
  entries,
  namespace,
  byRule = [],
}: {
  entries: Invoice['history'];
  namespace: string;
  byRule?: ShownInvoice['byRule'];
}) {
  const t = useWords<typeof words>('documents');
  const event = useWordOf('documents');
  const status = useWordOf(namespace);
  const why = (entry: Invoice['history'][number]): string => {
    const cause = causeOf(entry.event, entry.reason ?? '');
    return cause ? t(`cause.${cause.key}`, { name: cause.name }) : (entry.reason ?? '');
  };
  const derived = byRule.map(({ date, ...entry }) => ({ ...entry, at: date, who: t('byRule'), reason: null }));
  const all = derived.length === 0 ? entries : [...derived, ...entries].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return (
    <ol className="timeline">
      {all.toReversed().map((entry, index) => (
        <li key={`${entry.at}-${index}`}>
          <span className="timeline-event">{event(`event.${entry.event}`, entry.event)}</span>
          {entry.from !== null && entry.to !== null && entry.from !== entry.to && (
            <span className="timeline-move">
              {status(`status.${entry.from}`, entry.from)} → {status(`status.${entry.to}`, entry.to)}
            </span>
          )}
          <span className="timeline-when">
            <time dateTime={entry.at}>{entry.at.slice(0, 16).replace('T', ' ')}</time> · {entry.who}
          </span>
          {entry.reason ? <span className="timeline-reason">{why(entry)}</span> : null}
        </li>
      ))}
    </ol>
  );
}
