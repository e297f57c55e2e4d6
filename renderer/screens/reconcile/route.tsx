import { IconScale } from '@tabler/icons-react';
import { useCall } from '../../app/hooks.ts';
import { usePeriod } from '../../app/place.ts';
import type { ScreenRoute } from '../../app/screens.ts';
import { Reconcile } from './Reconcile.tsx';

/** Checks of the period that fail, or lack a side. */
function useBadge(): number {
  const { period } = usePeriod();
  const run = useCall('reconcile/run', { period: period ?? '2000-01' }, { enabled: period !== null });
  return run.data && period !== null ? run.data.counts.fail + run.data.counts.missing : 0;
}

export const route: ScreenRoute = {
  path: '/reconcile/*',
  navKey: 'reconcile',
  icon: IconScale,
  order: 30,
  element: Reconcile,
  key: 'r',
  badge: useBadge,
};
