import { IconCreditCardPay } from '@tabler/icons-react';
import type { ScreenRoute } from '../../app/screens.ts';
import { PaymentsScreen } from './PaymentsScreen.tsx';

export const route: ScreenRoute = {
  path: '/payments',
  navKey: 'payments',
  icon: IconCreditCardPay,
  order: 60,
  element: PaymentsScreen,
  key: 'p',
};
