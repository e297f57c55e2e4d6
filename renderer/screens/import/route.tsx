import { IconFileImport } from '@tabler/icons-react';
import type { ScreenRoute } from '../../app/screens.ts';
import { Import } from './Import.tsx';

export const route: ScreenRoute = { path: '/import', navKey: 'import', icon: IconFileImport, order: 90, element: Import, key: 'm' };
