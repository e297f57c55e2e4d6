import type { KeyOf } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';

/** One view of the invoices: its address below `/invoices` and its word in invoices.json. What it shows stands in Invoices.tsx. */
export const TABS = [
  { path: '', word: 'tab.list' },
  { path: 'due', word: 'tab.due' },
  { path: 'ageing', word: 'tab.ageing' },
  { path: 'statement', word: 'tab.statement' },
  { path: 'registers', word: 'tab.registers' },
  { path: 'duplicates', word: 'tab.duplicates' },
  { path: 'electronic', word: 'tab.electronic' },
] as const satisfies readonly { path: string; word: KeyOf<typeof words> }[];
export type TabPath = (typeof TABS)[number]['path'];

/** The tab that an address names, else the list. */
export const tabAt = (path: string): TabPath =>
  (TABS.find((tab) => tab.path !== '' && (path === `/invoices/${tab.path}` || path.startsWith(`/invoices/${tab.path}/`))) ?? TABS[0]).path;
