import { IconCertificate } from '@tabler/icons-react';
import type { ScreenRoute } from '../../app/screens.ts';
import { useMissing } from './expected/useMissing.ts';
import { Wht } from './Wht.tsx';

/** Certificates that are missing. */
function useBadge(): number {
  return useMissing().data?.rows.length ?? 0;
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
