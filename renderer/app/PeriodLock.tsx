import { IconLock } from '@tabler/icons-react';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/close.json';
import { useCall } from './hooks.ts';
import { useGo } from './place.ts';
import './period-lock.css';

/** Beside the period: that it is closed, and whether something came in afterwards that nobody accepted. Leads to its close. */
export function PeriodLock({ period }: { period: string }) {
  const t = useWords<typeof words>('close');
  const go = useGo();
  const locked = useCall('close/locked', {}, { keep: true });
  const lock = locked.data?.find((l) => l.period === period);
  if (!lock) return null;
  const label = lock.openAdjustments > 0 ? t('lockedMarkOpen', { period, count: lock.openAdjustments }) : t('lockedMark', { period });
  return (
    <button
      type="button"
      className={lock.openAdjustments > 0 ? 'top-button top-lock top-lock-open' : 'top-button top-lock'}
      aria-label={label}
      title={label}
      onClick={() => go('/reconcile/close')}
    >
      <IconLock size={14} stroke={1.75} aria-hidden="true" />
    </button>
  );
}
