import { IconCertificate } from '@tabler/icons-react';
import { useCall } from '../../app/hooks.ts';
import type { ScreenRoute } from '../../app/screens.ts';
import { awaitsCertificate } from '../documents/expected.ts';
import { Wht } from './Wht.tsx';

/** Invoices that are paid net and have no certificate yet. */
function useBadge(): number {
  const list = useCall('invoices/list', {});
  return (list.data?.invoices ?? []).filter(awaitsCertificate).length;
}

export const route: ScreenRoute = {
  path: '/wht/*',
  navKey: 'wht',
  icon: IconCertificate,
  order: 50,
  element: Wht,
  key: 'w',
  badge: useBadge,
};
