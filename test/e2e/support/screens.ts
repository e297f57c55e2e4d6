import { expect, type Page } from '@playwright/test';
import { PERIOD } from './month.ts';

export interface ScreenView {
  name: string;
  /** Path and parameters after the hash. */
  at: string;
}

/** Every screen with its forms and inspectors, as addresses of the sample book. */
export const VIEWS: readonly ScreenView[] = [
  { name: 'overview', at: 'overview' },
  { name: 'bills', at: 'bills/summary' },
  { name: 'lines', at: 'bills/details' },
  { name: 'line', at: 'bills/details?line=5000' },
  { name: 'groups', at: 'bills/details?group=productType' },
  { name: 'reconcile', at: 'reconcile' },
  { name: 'explained', at: 'reconcile?state=explained' },
  { name: 'invoices', at: 'invoices' },
  { name: 'invoice', at: 'invoices?doc=huawei:SG2024040001' },
  { name: 'invoice-form', at: 'invoices?new=1' },
  { name: 'wht', at: 'wht' },
  { name: 'certificate', at: 'wht?doc=TB-WHT-000001' },
  { name: 'certificate-form', at: 'wht?new=1' },
  { name: 'payments', at: 'payments' },
  { name: 'payment', at: 'payments?doc=1' },
  { name: 'payment-form', at: 'payments?new=1' },
  { name: 'subscriptions', at: 'subscriptions' },
  { name: 'tax', at: 'tax' },
  { name: 'reports', at: 'reports' },
  { name: 'import', at: 'import' },
  { name: 'batch', at: 'import?batch=3' },
  { name: 'settings', at: 'settings' },
  { name: 'watch', at: 'settings?tab=watch' },
  { name: 'appearance', at: 'settings?tab=appearance' },
  { name: 'safety', at: 'settings?tab=safety' },
  { name: 'audit', at: 'settings?tab=audit' },
];

/** Shows a view of the month and waits until nothing in it is loading any more. */
export async function show(page: Page, origin: string, view: ScreenView): Promise<void> {
  await page.goto(`${origin}/#/${view.at}${view.at.includes('?') ? '&' : '?'}period=${PERIOD}`);
  await settled(page);
}

const QUIET = `document.querySelectorAll('.mantine-Loader-root, .waiting, [aria-busy=true]').length === 0
  && document.getAnimations().every((animation) => animation.playState !== 'running')`;

/** Waits until the screen has its title, and nothing loads or moves. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await expect.poll(() => page.evaluate(QUIET)).toBe(true);
}
