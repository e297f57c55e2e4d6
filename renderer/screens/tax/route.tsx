import { IconReceiptTax } from '@tabler/icons-react';
import type { ScreenRoute } from '../../app/screens.ts';
import { Tax } from './Tax.tsx';

export const route: ScreenRoute = { path: '/tax/*', navKey: 'tax', icon: IconReceiptTax, order: 65, element: Tax, key: 't' };
