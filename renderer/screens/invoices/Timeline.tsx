import type { ShownInvoice } from '../../../services/contract/invoices.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/course.json';
import { InspectorPart, StatusMark } from '../../ui/index.ts';
import './timeline.css';

type Entry = ShownInvoice['timeline'][number];

/** The days of an invoice's life: those behind, the next one, and those that follow if nobody acts. */
export function Timeline({ invoice }: { invoice: ShownInvoice }) {
  const t = useWords<typeof words>('course');
  const { timeline } = invoice;
  if (timeline.length < 2) return null;
  const next = timeline.findIndex((entry) => !entry.past && entry.step !== 'ended');
  const over = invoice.status === 'paid' || invoice.status === 'void' || invoice.status === 'free';
  return (
    <InspectorPart title={t('timeline')}>
      <ol className="course" aria-label={t('timeline')}>
        {timeline.map((entry, index) => (
          <li
            key={entry.step}
            className={entry.past || over ? 'behind' : 'ahead'}
            aria-current={!over && index === next ? 'step' : undefined}
          >
            <span className="course-step">{t(`step.${wordOf(entry, invoice)}`)}</span>
            <span className="course-day">
              <time dateTime={entry.date}>{entry.date}</time>
              {entry.until && entry.until !== entry.date ? (
                <>
                  {' – '}
                  <time dateTime={entry.until}>{entry.until}</time>
                </>
              ) : null}
            </span>
            <span className="course-basis">
              {t(`basis.${entry.basis}`)}
              {!over && index === next ? <StatusMark mark="due" label={t('next')} /> : null}
            </span>
            {entry.unsure && (
              <span className="course-note">
                <StatusMark mark="missing" label={t('unsure')} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </InspectorPart>
  );
}

type StepWord = Entry['step'] | 'billedAhead' | 'confirmedAhead' | 'confirmedByRule' | 'endedVoid';

/** A step that has not come yet is said otherwise than one that has. */
function wordOf({ step, basis, past }: Entry, { status }: ShownInvoice): StepWord {
  if (step === 'billed' && basis === 'assumed') return 'billedAhead';
  if (step === 'confirmed' && basis !== 'recorded')
    return past || status !== 'to-confirm' ? (basis === 'assumed' ? 'confirmedAhead' : 'confirmedByRule') : 'confirmedAhead';
  return step === 'ended' && status === 'void' ? 'endedVoid' : step;
}
