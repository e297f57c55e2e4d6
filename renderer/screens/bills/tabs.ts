import type { KeyOf } from '../../i18n/index.ts';
import type words from '../../i18n/en/bills.json';

/** One view of the bills: its address below `/bills/` and its word in bills.json. What it shows stands in Bills.tsx. */
export const TABS = [
  { path: 'summary', word: 'summary' },
  { path: 'details', word: 'details' },
  { path: 'compare', word: 'compare' },
  { path: 'usage', word: 'usage' },
  { path: 'allocation', word: 'allocation' },
] as const satisfies readonly { path: string; word: KeyOf<typeof words> }[];
export type TabPath = (typeof TABS)[number]['path'];

/** The tab that an address names, else the first. */
export const tabAt = (path: string): TabPath =>
  (TABS.find((tab) => path === `/bills/${tab.path}` || path.startsWith(`/bills/${tab.path}/`)) ?? TABS[0]).path;
