import type { ComponentType } from 'react';
import type { Icon } from '@tabler/icons-react';

/** A screen. It appears in rail, palette, router and `g` keys because its folder `screens/<name>/route.tsx` exports it. */
export interface ScreenRoute {
  /** Address below the hash, such as `/bills`. `/bills/*` also receives what lies below. */
  path: string;
  /** Word of the rail: key in i18n namespace `nav`. */
  navKey: string;
  icon: Icon;
  /** Place in the rail, by tens. */
  order: number;
  element: ComponentType;
  /** Second key after `g`. */
  key?: string;
  /** Reached without an open book; not in the rail. */
  bookless?: boolean;
  /** How many things want action; 0 shows nothing. A hook. */
  badge?: () => number;
}

const modules = import.meta.glob<{ route: ScreenRoute }>('../screens/*/route.tsx', { eager: true });

/** Every screen there is, in the order of the rail. */
export const screens: readonly ScreenRoute[] = Object.values(modules)
  .map((module) => module.route)
  .sort((a, b) => a.order - b.order);

/** The screen's address without the wildcard. */
export const pathOf = (screen: ScreenRoute): string => screen.path.replace(/\/\*$/, '');
