import { IconSettings } from '@tabler/icons-react';
import type { ScreenRoute } from '../../app/screens.ts';
import { Settings } from './Settings.tsx';

export const route: ScreenRoute = { path: '/settings', navKey: 'settings', icon: IconSettings, order: 100, element: Settings, key: ',' };
