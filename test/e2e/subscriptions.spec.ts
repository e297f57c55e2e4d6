import type { Locator, Page } from '@playwright/test';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { REGISTER_SAMPLES, registerSample } from '../../services/sample/registers/index.ts';
import { exact, Frame } from './screens/frame.ts';
import { Import } from './screens/import.ts';
import { saved } from './screens/reports.ts';
import { faults } from './support/axe.ts';
import { textFile } from './support/files.ts';
import { text, units } from './support/money.ts';
import { newBook } from './support/new-book.ts';
import type { Rig } from './support/rig.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

type Row = Record<string, string | null>;
const sumOf = (rows: readonly Row[], column: string): string =>
  text(rows.map((row) => units(row[column] ?? '0')).reduce((a, b) => a + b, 0n));

/** A generated list as a file of the rig's folder, with its rows. */
function listFile(rig: Rig, id: string, rows: number): { path: string; name: string; rows: Row[] } {
  const sample = registerSample(id, { rows, seed: 9 });
  return { path: textFile(rig.folder, sample.fileName, sample.text), name: sample.fileName, rows: sample.rows };
}

/** Brings lists into the book, behind the page. */
async function bring(rig: Rig, ids: readonly string[]): Promise<void> {
  const files = ids.map((id) => rig.grant(join(rig.folder, listFile(rig, id, 30).name), 'read'));
  await rig.call('import/run', { files });
}

/** The exact sum under a column of the table. */
const total = (grid: Locator, rows: number): Locator => grid.getByRole('row', { name: new RegExp(`^${rows} rows?\\b`) });
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name: new RegExp(`^${name} [\\d,]+$`) });

test('a list from its file to its rows, to a file again, and gone with its import', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  const frame = new Frame(page);
  const imports = new Import(page);
  const orders = listFile(rig, 'huawei.orders', 40);

  await frame.goTo('Subscriptions');
  await expect(page.getByText('No lists yet')).toBeVisible();
  await expect(page.getByText('Huawei Cloud orders list')).toBeVisible();
  await page.getByRole('button', { name: 'Import files' }).click();

  await imports.choose(orders.path);
  await imports.ready(orders.name);
  await imports.run(1);
  await imports.card(orders.name).getByRole('link', { name: 'Show the rows' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Subscriptions' })).toBeVisible();
  await expect(page.getByRole('tab')).toHaveCount(1);
  await expect(tab(page, 'Orders')).toContainText('40');
  const grid = page.getByRole('grid', { name: 'Orders' });
  await expect.poll(() => exact(total(grid, 40))).toBe(sumOf(orders.rows, 'amount'));
  await page.getByRole('button', { name: 'Remove filter Import' }).click();

  await page
    .getByRole('combobox', { name: 'Status' })
    .or(page.getByRole('textbox', { name: 'Status' }))
    .first()
    .click();
  const done = orders.rows.filter((row) => row['status'] === '已完成');
  await page.getByRole('option', { name: `已完成 · ${done.length}` }).click();
  await expect(total(grid, done.length)).toBeVisible();
  await expect.poll(() => exact(total(grid, done.length))).toBe(sumOf(done, 'amount'));

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await saved(await download);
  const table = parse(file.bytes, { bom: true, columns: true }) as Record<string, string>[];
  expect(file.name).toBe('orders.csv');
  expect(table.map((row) => row['Order']).sort()).toEqual(done.map((row) => row['orderId']).sort());
  expect(
    sumOf(
      table.map((row) => ({ amount: row['Order amount'] ?? null })),
      'amount',
    ),
  ).toBe(sumOf(done, 'amount'));

  const wanted = done[0]!;
  await page.getByRole('searchbox', { name: 'Search in Orders' }).fill(wanted['orderId']!);
  await expect(total(grid, 1)).toBeVisible();
  await grid.getByText(wanted['orderId']!).click();
  const inspector = frame.inspector();
  await expect(inspector.getByRole('heading', { name: wanted['orderId']! })).toBeVisible();
  const original = registerSample('huawei.orders', { rows: 40, seed: 9 })
    .text.split('\n')
    .find((line) => line.includes(wanted['orderId']!))!;
  await expect(inspector.locator('pre')).toHaveText(original);
  await inspector.getByRole('link', { name: 'Import 1' }).click();

  await expect(inspector.getByRole('link', { name: 'Show the rows' })).toBeVisible();
  await inspector.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Undo/ }).click();
  await expect(imports.batch(orders.name).getByText('Undone')).toBeVisible();
  await frame.goTo('Subscriptions');
  await expect(page.getByText('No lists yet')).toBeVisible();
});

test('every kind has its tab; by keyboard from tab to row to source', async ({ page, rig }) => {
  await newBook(rig);
  // Huawei Cloud has a list of every kind.
  await bring(
    rig,
    REGISTER_SAMPLES.filter((id) => id.startsWith('huawei.')),
  );
  await page.goto(rig.newAddress());
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('tab')).toHaveCount(9);
  await tab(page, 'Orders').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('grid', { name: 'Renewals' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search in Renewals' })).toBeFocused();
  await page.keyboard.type('vm-7');
  const grid = page.getByRole('grid', { name: 'Renewals' });
  await expect(total(grid, 1)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const inspector = new Frame(page).inspector();
  await expect(inspector.getByRole('heading', { name: 'vm-7' })).toBeVisible();
  await page.keyboard.press('e');
  await expect(inspector.locator('pre')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(inspector).toBeHidden();

  // What was paid in several currencies is told in each, never added.
  await new Frame(page).palette('Show list: Payment history');
  const sums = page.getByRole('group', { name: 'Totals of the filter' });
  const paid = registerSample('huawei.payment-history', { rows: 30, seed: 9 }).rows.filter((row) => row['paidCurrency'] === 'HKD');
  const hkd = sums.locator('.list-sum').filter({ hasText: 'HKD' });
  await expect(hkd).toBeVisible();
  await expect.poll(() => exact(hkd)).toBe(sumOf(paid, 'paidAmount'));
});

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing serious on any list, ${scheme}`, async ({ page, rig }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await newBook(rig);
    await bring(rig, ['huawei.orders', 'huawei.coupons', 'huawei.payment-history', 'tencent.api.vouchers']);
    await page.goto(rig.newAddress());
    await settled(page);
    for (const kind of ['orders', 'coupons', 'payment-history']) {
      await page.goto(`${rig.origin}/#/subscriptions?list=${kind}&row=1`);
      await settled(page);
      expect.soft(await faults(page), kind).toEqual([]);
    }
  });
