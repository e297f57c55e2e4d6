import { IconFileInvoice } from '@tabler/icons-react';
import { useCall } from '../../app/hooks.ts';
import type { ScreenRoute } from '../../app/screens.ts';
import { Invoices } from './Invoices.tsx';
import { wantsAction } from './status.ts';

/** Invoices that wait for a decision or are late. */
function useBadge(): number {
  const list = useCall('invoices/list', {});
  return (list.data?.byStatus ?? []).filter((group) => wantsAction(group.status)).reduce((count, group) => count + group.count, 0);
}

export const route: ScreenRoute = {
  path: '/invoices/*',
  navKey: 'invoices',
  icon: IconFileInvoice,
  order: 40,
  element: Invoices,
  key: 'i',
  badge: useBadge,
};
