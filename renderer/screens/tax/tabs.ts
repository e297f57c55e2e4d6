import type { KeyOf } from '../../i18n/index.ts';
import type words from '../../i18n/en/tax.json';

/** One view of the tax rules: its address below `/tax` and its word in tax.json. What it shows stands in Tax.tsx. */
export const TABS = [
  { path: '', word: 'tab.calculator' },
  { path: 'rules', word: 'tab.rules' },
  { path: 'reverse-charge', word: 'tab.reverseCharge' },
  { path: 'residence', word: 'tab.residence' },
] as const satisfies readonly { path: string; word: KeyOf<typeof words> }[];
export type TabPath = (typeof TABS)[number]['path'];

/** The tab that an address names, else the calculator. */
export const tabAt = (path: string): TabPath =>
  (TABS.find((tab) => tab.path !== '' && (path === `/tax/${tab.path}` || path.startsWith(`/tax/${tab.path}/`))) ?? TABS[0]).path;
