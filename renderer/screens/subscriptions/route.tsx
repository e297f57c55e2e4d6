import { IconCalendarRepeat } from '@tabler/icons-react';
import type { ScreenRoute } from '../../app/screens.ts';
import { SubscriptionsScreen } from './SubscriptionsScreen.tsx';

export const route: ScreenRoute = {
  path: '/subscriptions',
  navKey: 'subscriptions',
  icon: IconCalendarRepeat,
  order: 70,
  element: SubscriptionsScreen,
  key: 's',
};
