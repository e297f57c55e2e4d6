import type { KeyOf } from '../../i18n/index.ts';
import type words from '../../i18n/en/reconcile.json';

/** One view of reconciliation: its address below `/reconcile` and its word in reconcile.json. What it shows stands in Reconcile.tsx. */
export const TABS = [
  { path: '', word: 'tab.checks' },
  { path: 'differences', word: 'tab.differences' },
  { path: 'close', word: 'tab.close' },
  { path: 'match', word: 'tab.match' },
  { path: 'bank', word: 'tab.bank' },
  { path: 'agreements', word: 'tab.agreements' },
  { path: 'catalogue', word: 'tab.catalogue' },
] as const satisfies readonly { path: string; word: KeyOf<typeof words> }[];
export type TabPath = (typeof TABS)[number]['path'];

/** The tab that an address names, else the checks. */
export const tabAt = (path: string): TabPath =>
  ((TABS as readonly { path: TabPath }[]).find(
    (tab) => (tab.path as string) !== '' && (path === `/reconcile/${tab.path}` || path.startsWith(`/reconcile/${tab.path}/`)),
  )?.path ?? '') as TabPath;
