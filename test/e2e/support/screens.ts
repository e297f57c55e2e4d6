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
  { name: 'bills-tencent', at: 'bills/summary?vendor=tencent' },
  { name: 'lines', at: 'bills/details' },
  { name: 'line', at: 'bills/details?line=5000' },
  { name: 'groups', at: 'bills/details?group=productType' },
  { name: 'levels', at: 'bills/details?group=productType,region&by=line' },
  { name: 'days', at: 'bills/details?group=productType&by=day' },
  { name: 'cycles', at: 'bills/details?group=productType,region&periods=all&spread=rows&currency=ALL' },
  { name: 'compare', at: 'bills/compare' },
  { name: 'compare-trend', at: 'bills/compare?part=trend' },
  { name: 'compare-cost', at: 'bills/compare?part=cost' },
  { name: 'compare-unusual', at: 'bills/compare?part=unusual' },
  { name: 'compare-duplicates', at: 'bills/compare?part=duplicates' },
  { name: 'allocation', at: 'bills/allocation' },
  { name: 'allocation-lines', at: 'bills/allocation?show=lines' },
  { name: 'allocation-missing', at: 'bills/allocation?show=missing' },
  { name: 'usage', at: 'bills/usage' },
  { name: 'usage-days', at: 'bills/usage?method=daily-peak' },
  { name: 'usage-samples', at: 'bills/usage?view=samples' },
  { name: 'reconcile', at: 'reconcile' },
  { name: 'explained', at: 'reconcile?state=explained' },
  { name: 'checks', at: 'reconcile/catalogue?check=huawei.statement' },
  { name: 'match', at: 'reconcile/match' },
  { name: 'close', at: 'reconcile/close' },
  { name: 'differences', at: 'reconcile/differences' },
  { name: 'bank', at: 'reconcile/bank' },
  { name: 'agreement-form', at: 'reconcile/agreements?new=1' },
  { name: 'invoices', at: 'invoices' },
  { name: 'invoice', at: 'invoices?doc=huawei:SG2024040001' },
  { name: 'invoice-form', at: 'invoices?new=1' },
  { name: 'invoice-make', at: 'invoices?make=monthly' },
  { name: 'electronic', at: 'invoices/electronic' },
  { name: 'ageing', at: 'invoices/ageing?asOf=2024-06-01' },
  { name: 'invoice-register', at: 'invoices/registers?span=year' },
  { name: 'invoice-duplicates', at: 'invoices/duplicates' },
  { name: 'due', at: 'invoices/due' },
  { name: 'wht', at: 'wht' },
  { name: 'wht-expected', at: 'wht/expected?state=all&doc=huawei:SG2024040001' },
  { name: 'certificate', at: 'wht?doc=TB-WHT-000001' },
  { name: 'certificate-paper', at: 'wht?doc=TB-WHT-000001&file=1' },
  { name: 'certificate-form', at: 'wht?new=1' },
  { name: 'wht-settings', at: 'wht/settings' },
  { name: 'wht-import', at: 'wht/import' },
  { name: 'wht-forms', at: 'wht/forms?country=ID&date=2024-04-30&code=ID-BPBS-2021%7C24-104-27%7Cservices%7C' },
  { name: 'wht-registers', at: 'wht/registers?span=year' },
  { name: 'payments', at: 'payments' },
  { name: 'payment', at: 'payments?doc=1' },
  { name: 'payment-form', at: 'payments?new=1' },
  { name: 'subscriptions', at: 'subscriptions' },
  { name: 'tax', at: 'tax' },
  { name: 'tax-rules', at: 'tax/rules?rule=MY-02' },
  { name: 'reverse-charge', at: 'tax/reverse-charge?doc=rates' },
  { name: 'residence', at: 'tax/residence?entry=new' },
  { name: 'reports', at: 'reports' },
  { name: 'report', at: 'reports?report=reconciliation' },
  { name: 'import', at: 'import' },
  { name: 'batch', at: 'import?batch=3' },
  { name: 'settings', at: 'settings' },
  { name: 'accounts', at: 'settings?tab=accounts' },
  { name: 'account', at: 'settings?tab=accounts&entry=demo-research' },
  { name: 'companies', at: 'settings?tab=accounts&show=companies' },
  { name: 'accounts-matrix', at: 'settings?tab=accounts&show=matrix' },
  { name: 'party', at: 'settings?tab=parties&party=1' },
  { name: 'series', at: 'settings?tab=parties&show=series&series=1' },
  { name: 'calendars', at: 'settings?tab=calendars&country=CN&year=2024&day=2024-10-01' },
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
