import { IconHome2 } from '@tabler/icons-react';
import type { ScreenRoute } from '../../app/screens.ts';
import { Overview } from './Overview.tsx';

export const route: ScreenRoute = { path: '/overview', navKey: 'overview', icon: IconHome2, order: 10, element: Overview, key: 'o' };
