import { IconReceipt } from '@tabler/icons-react';
import type { ScreenRoute } from '../../app/screens.ts';
import { Bills } from './Bills.tsx';

export const route: ScreenRoute = { path: '/bills/*', navKey: 'bills', icon: IconReceipt, order: 20, element: Bills, key: 'b' };
