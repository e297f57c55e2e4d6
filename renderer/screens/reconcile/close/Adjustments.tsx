import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CloseAdjustment } from '../../../../services/contract/close.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/close.json';
import { Amount, Card, ConfirmDialog, StatusMark } from '../../../ui/index.ts';
import { minute } from './items.ts';

const MOST_CHECKS = 6;

/** What came into a locked period: from what to what, which checks turned, and whether somebody took note of it. */
export function Adjustments({ title, adjustments, period }: { title: string; adjustments: readonly CloseAdjustment[]; period: string }) {
  const t = useWords<typeof words>('close');
  const [accepting, setAccepting] = useState<CloseAdjustment | null>(null);
  const accept = useCommand('close/accept', { quiet: true });
  if (adjustments.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="adjustments">
        {adjustments.map((adjustment) => (
          <Adjustment key={adjustment.id} adjustment={adjustment} period={period} onAccept={() => setAccepting(adjustment)} />
        ))}
      </ul>
      {accepting && (
        <ConfirmDialog
          opened
          onClose={() => setAccepting(null)}
          title={t('acceptTitle')}
          text={t('acceptText', { period: accepting.period })}
          action={t('accept')}
          reason={t('acceptNote')}
          confirm={async (note) => {
            const done = await accept.run({ adjustment: accepting.id, note });
            if (!done.ok) return done.error;
            notifyDone(t('done.accept'));
            return null;
          }}
        />
      )}
    </Card>
  );
}

function Adjustment({ adjustment: a, period, onAccept }: { adjustment: CloseAdjustment; period: string; onAccept: () => void }) {
  const t = useWords<typeof words>('close');
  const status = useWordOf('common');
  const vendor = useWordOf('common');
  const zh = useLanguage() === 'zh-CN';
  const told = (state: string | null): string => (state === null ? t('missingValue') : status(`status.${state}`, state));
  return (
    <li>
      <StatusMark
        mark={a.state === 'open' ? 'due' : a.state === 'accepted' ? 'explained' : 'missing'}
        label={t(`state.${a.state}`)}
        compact
      />
      <div className="close-item-text">
        <span className="close-item-title">{a.title}</span>
        <span className="close-item-found">
          {t(`state.${a.state}`)} · {a.period === period ? '' : `${a.period} · `}
          {a.lines > 0 ? `${t('lines', { count: a.lines })} · ` : ''}
          <time dateTime={a.at}>{minute(a.at)}</time> · {a.who}
        </span>
        {a.sums.map((s, i) => (
          <span key={i} className="close-item-found">
            {s.vendor === null ? t(`what.${s.what}`) : `${vendor(`vendor.${s.vendor}`)}, ${t(`what.${s.what}`)}`}:{' '}
            <Amount value={s.before} currency={s.currency} /> → <Amount value={s.after} currency={s.currency} showCurrency />
          </span>
        ))}
        {a.checks.length > 0 && (
          <details>
            <summary>{t('checks')}</summary>
            <ul className="plain-list">
              {a.checks.slice(0, MOST_CHECKS).map((c) => (
                <li key={c.id}>
                  {zh ? c.title.zh : c.title.en}: {told(c.from)} → {told(c.to)}
                </li>
              ))}
              {a.checks.length > MOST_CHECKS && <li>{t('checksMore', { count: a.checks.length - MOST_CHECKS })}</li>}
            </ul>
          </details>
        )}
        {a.accepted && <span className="close-item-found">{t('accepted', { who: a.accepted.by, note: a.note })}</span>}
      </div>
      {a.state === 'open' && (
        <Button size="compact-xs" variant="default" onClick={onAccept}>
          {t('accept')}
        </Button>
      )}
    </li>
  );
}
