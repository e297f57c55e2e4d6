import { IconHome } from '@tabler/icons-react';
import type { ScreenRoute } from '../../app/screens.ts';
import { Start } from './Start.tsx';

export const route: ScreenRoute = { path: '/start', navKey: 'start', icon: IconHome, order: 0, element: Start, bookless: true };
