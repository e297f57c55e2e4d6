import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DiscrepancyAct } from '../../../../domain/discrepancies/states.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useGo } from '../../../app/place.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/differences.json';
import { Amount, DateInput, ErrorState, Facts, Inspector, InspectorPart, StatusMark } from '../../../ui/index.ts';
import { minute } from '../close/items.ts';
import { LetterButton } from '../letter/LetterButton.tsx';
import { ActDialog } from './ActDialog.tsx';
import { MARKS } from './marks.ts';

/** One difference: what was found, how it stands to what is found now, what can be done, and what was. */
export function DifferenceInspector({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useWords<typeof words>('differences');
  const event = useWordOf('differences');
  const common = useWordOf('common');
  const zh = useLanguage() === 'zh-CN';
  const go = useGo();
  const [acting, setActing] = useState<DiscrepancyAct | null>(null);
  const found = useCall('discrepancies/show', { id }, { keep: true });
  const refresh = useCommand('discrepancies/refresh');
  const setDue = useCommand('discrepancies/setDue');
  const d = found.data;
  useActions(
    (d?.acts ?? []).map((act) => ({
      id: `differences.${act}`,
      title: t(`act.${act}`),
      group: 'record' as const,
      ...(act === 'explain' ? { shortcut: 'e' } : {}),
      perform: () => setActing(act),
    })),
  );
  if (found.error)
    return (
      <Inspector title={t('label')} onClose={onClose}>
        <ErrorState error={found.error} retry={found.retry} />
      </Inspector>
    );
  if (!d) return null;
  const of = (text: { en: string; zh: string }): string => (zh ? text.zh : text.en);
  const lines = d.lines.slice(0, 20);
  return (
    <Inspector
      title={of(d.title)}
      subtitle={[`#${d.id}`, d.period, d.vendor ? common(`vendor.${d.vendor}`) : null].filter(Boolean).join(' · ')}
      onClose={onClose}
      footer={
        <div className="row-actions">
          {d.acts.map((act, index) => (
            <Button key={act} size="xs" variant={index === 0 ? 'filled' : 'default'} onClick={() => setActing(act)}>
              {t(`act.${act}`)}
            </Button>
          ))}
        </div>
      }
    >
      <p>
        <StatusMark mark={MARKS[d.state]} label={t(`status.${d.state}`)} />
      </p>
      {d.standing === 'changed' && (
        <div className="difference-note">
          <p>{t('changed', { seen: d.seen ?? '–', now: d.now ?? '–' })}</p>
          <Button
            size="compact-xs"
            variant="default"
            loading={refresh.busy}
            onClick={() => void refresh.run({ id }).then((done) => done.ok && notifyDone(t('done.refresh')))}
          >
            {t('takeNow')}
          </Button>
        </div>
      )}
      {d.standing === 'gone' && d.state !== 'settled' && <p className="difference-note">{t('gone')}</p>}
      <InspectorPart title={t('what')}>
        <p>{of(d.finding)}</p>
        <Facts
          items={[
            [t('kind'), d.kindTitle && of(d.kindTitle)],
            [t('amount'), d.seen === null ? null : <Amount key="seen" value={d.seen} currency={d.currency} showCurrency />],
            [
              t('atOpening'),
              d.amount === null || d.amount === d.seen ? null : <Amount key="a" value={d.amount} currency={d.currency} showCurrency />,
            ],
            [t('now'), d.now === null || d.now === d.seen ? null : <Amount key="now" value={d.now} currency={d.currency} showCurrency />],
            [t('age'), t('days', { count: d.age })],
            [t('how'), d.how && t(`hows.${d.how}`)],
            [t('document'), d.document],
            [t('approver'), d.approver],
            [t('reason'), d.reason],
          ]}
        />
        {lines.length > 0 && (
          <ul className="plain-list difference-lines">
            {lines.map((line) => (
              <li key={line.id}>
                <button type="button" className="link" onClick={() => go('/bills/details', { period: d.period, line: String(line.id) })}>
                  {line.file}
                </button>{' '}
                {t('row', { row: line.row })}
              </li>
            ))}
            {d.lineCount > lines.length && <li className="dim">{t('lines', { count: d.lineCount })}</li>}
          </ul>
        )}
        <div className="inline-action">
          <Button variant="default" size="xs" onClick={() => go('/reconcile', { period: d.period, check: d.check })}>
            {t('show')}
          </Button>
          {d.vendor !== null && (d.state === 'open' || d.state === 'disputed') && <LetterButton period={d.period} discrepancies={[d.id]} />}
        </div>
      </InspectorPart>
      {(d.state === 'open' || d.state === 'disputed') && (
        <InspectorPart title={t('due')}>
          <DateInput aria-label={t('setDue')} value={d.due} onChange={(due) => void setDue.run({ id, due })} />
          {d.late !== null && d.late > 0 && <StatusMark mark="due" label={t('late', { count: d.late })} />}
        </InspectorPart>
      )}
      <InspectorPart title={t('history')}>
        <ol className="timeline">
          {d.history.toReversed().map((entry, index) => (
            <li key={`${entry.at}-${index}`}>
              <span className="timeline-event">{event(`event.${entry.event}`, entry.event)}</span>
              {entry.from !== null && entry.to !== null && entry.from !== entry.to && (
                <span className="timeline-move">
                  {event(`status.${entry.from}`)} → {event(`status.${entry.to}`)}
                </span>
              )}
              <span className="timeline-when">
                <time dateTime={entry.at}>{minute(entry.at)}</time> · {entry.who}
              </span>
              {entry.reason ? <span className="timeline-reason">{entry.reason}</span> : null}
            </li>
          ))}
        </ol>
      </InspectorPart>
      {acting && <ActDialog difference={d} act={acting} onClose={() => setActing(null)} />}
    </Inspector>
  );
}
