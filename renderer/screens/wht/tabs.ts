import type { KeyOf } from '../../i18n/index.ts';
import type words from '../../i18n/en/wht.json';

/** One view of the certificates: its address below `/wht` and its word in wht.json. What it shows stands in Wht.tsx. */
export const TABS = [
  { path: '', word: 'tab.list' },
  { path: 'expected', word: 'tab.expected' },
  { path: 'registers', word: 'tab.registers' },
  { path: 'forms', word: 'tab.forms' },
  { path: 'import', word: 'tab.import' },
  { path: 'settings', word: 'tab.settings' },
] as const satisfies readonly { path: string; word: KeyOf<typeof words> }[];
export type TabPath = (typeof TABS)[number]['path'];

/** The tab that an address names, else the list. */
export const tabAt = (path: string): TabPath =>
  ((TABS as readonly { path: TabPath }[]).find(
    (tab) => (tab.path as string) !== '' && (path === `/wht/${tab.path}` || path.startsWith(`/wht/${tab.path}/`)),
  )?.path ?? '') as TabPath;
