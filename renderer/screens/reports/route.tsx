import { IconReportAnalytics } from '@tabler/icons-react';
import type { ScreenRoute } from '../../app/screens.ts';
import { ReportsScreen } from './ReportsScreen.tsx';

export const route: ScreenRoute = {
  path: '/reports',
  navKey: 'reports',
  icon: IconReportAnalytics,
  order: 80,
  element: ReportsScreen,
  key: 'e',
};
