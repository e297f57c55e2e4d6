import { useState } from 'react';
import type { ExpectedRow, WhtStep } from '../../../../services/contract/wht-expected.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtExpected.json';
import { ConfirmDialog, ErrorState, InspectorPart } from '../../../ui/index.ts';
import { dialogTitle } from '../../documents/dialog-title.ts';

/** Steps on record of an invoice, withdrawn ones too; each can be withdrawn with a reason. */
export function Steps({ row }: { row: ExpectedRow }) {
  const t = useWords<typeof words>('whtExpected');
  const steps = useCall('wht/steps', { invoice: row.invoice, vendor: row.vendor });
  const withdraw = useCommand('wht/withdrawStep', { quiet: true });
  const [asked, setAsked] = useState<WhtStep | null>(null);
  if (steps.error) return <ErrorState error={steps.error} retry={steps.retry} />;
  const list = steps.data ?? [];
  if (list.length === 0) return null;
  const name = dialogTitle(t('withdraw'));
  return (
    <InspectorPart title={t('steps')}>
      <ol className="timeline" aria-label={t('steps')}>
        {list.map((step) => (
          <li key={step.id} className={step.withdrawn ? 'void' : undefined}>
            <span className="timeline-event">
              {t(`step.${step.kind}`)}
              {step.rate === null ? '' : ` ${step.rate} %`}
            </span>
            <span className="timeline-when">
              <time dateTime={step.date}>{step.date}</time> · {step.who}
            </span>
            <span className="timeline-reason expected-step">
              <span>
                {[step.reference, step.note].filter((text) => text !== '').join(' · ')}
                {step.withdrawn && <span className="dim"> {t('withdrawn', { reason: step.withdrawn.reason })}</span>}
              </span>
              {!step.withdrawn && (
                <button type="button" className="link" onClick={() => setAsked(step)}>
                  {t('withdraw')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <ConfirmDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={name}
        text={t('withdrawText')}
        action={name}
        reason={t('reason')}
        confirm={async (reason) => {
          const answer = await withdraw.run({ id: asked!.id, reason });
          if (answer.ok) notifyDone(t('done.withdrawn'));
          return answer.ok ? null : answer.error;
        }}
      />
    </InspectorPart>
  );
}
