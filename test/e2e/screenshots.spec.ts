import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { billFile, textFile } from './support/files.ts';
import { newBook } from './support/new-book.ts';
import type { Rig } from './support/rig.ts';
import { settled, show, VIEWS, type ScreenView } from './support/screens.ts';
import { expect, test } from './support/test.ts';

/** Where the pictures go; the project with this file exists only when it is set. */
const FOLDER = process.env['TALLYBOOK_SCREENSHOTS'] ?? '';
const EMPTY: readonly string[] = [
  'overview',
  'bills',
  'reconcile',
  'invoices',
  'wht',
  'payments',
  'reports',
  'import',
  'certificate-form',
  'payment-form',
];

for (const scheme of ['light', 'dark'] as const)
  for (const language of ['en', 'zh-CN'] as const)
    for (const width of [1280, 1920] as const) {
      const ending = `${width}-${scheme}-${language === 'en' ? 'en' : 'zh'}.png`;
      const take = (page: Page, name: string): Promise<unknown> => page.screenshot({ path: join(FOLDER, `${name}-${ending}`) });
      test.describe(`${scheme}, ${language}, ${width}`, () => {
        test.use({
          colorScheme: scheme,
          locale: language,
          viewport: width === 1280 ? { width, height: 800 } : { width, height: 1080 },
          contextOptions: { reducedMotion: 'reduce' },
        });

        test('start, and a book without data', async ({ page, rig }) => {
          await page.goto(rig.newAddress());
          await settled(page);
          await take(page, 'start-empty');
          await page.getByRole('button', { name: /^(New book|新建账本)/ }).click();
          await page.getByRole('form').waitFor();
          await settled(page);
          await take(page, 'new-book-full');
          await newBook(rig);
          await page.goto(`${rig.origin}/`);
          await settled(page);
          for (const view of VIEWS.filter(({ name }) => EMPTY.includes(name))) {
            await show(page, rig.origin, view);
            await take(page, `${view.name}-empty`);
          }
        });

        test('every screen with the sample', async ({ page, rig, openSample }) => {
          await openSample();
          await page.goto(rig.newAddress());
          await settled(page);
          for (const view of VIEWS) {
            await show(page, rig.origin, view);
            await take(page, `${view.name}-full`);
          }
          await page.keyboard.press('Control+k');
          await page.getByRole('dialog').waitFor();
          await settled(page);
          await take(page, 'palette-full');
          await page.keyboard.press('Escape');
          await page.getByRole('dialog').waitFor({ state: 'hidden' });
          await page.keyboard.press('?');
          await page.getByRole('dialog').waitFor();
          await settled(page);
          await take(page, 'help-full');
        });

        test('what is wrong, where it is wrong', async ({ page, rig, openSample }) => {
          await page.goto(rig.newAddress());
          const chooser = page.waitForEvent('filechooser');
          await page.getByRole('button', { name: /^(Open book|打开账本)/ }).click();
          await (await chooser).setFiles(textFile(rig.folder, 'letter.tallybook', 'Dear Sir or Madam,\n'.repeat(100)));
          await page.getByRole('alert').waitFor();
          await take(page, 'start-error');
          await openSample();
          await page.goto(`${rig.origin}/`);
          await settled(page);
          await importCards(page, rig);
          await take(page, 'import-error');
          for (const view of WRONG) {
            await show(page, rig.origin, view);
            await expect(page.getByRole('alert').first()).toBeVisible();
            await take(page, `${view.name}-error`);
          }
        });
      });
    }

/** Addresses of records that are not there. */
const WRONG: readonly ScreenView[] = [
  { name: 'line', at: 'bills/details?line=999999' },
  { name: 'invoice', at: 'invoices?doc=huawei:NONE' },
  { name: 'payment', at: 'payments?doc=99' },
];

/** A good file, one with rejected rows, and two that are no bills. */
async function importCards(page: Page, rig: Rig): Promise<void> {
  await show(page, rig.origin, { name: 'import', at: 'import' });
  const good = billFile(rig.folder, 'huawei.statement', { rows: 40, period: '2024-05', taxPercent: 0 });
  const mixed = billFile(rig.folder, 'huawei.detail', { rows: 40, period: '2024-05', taxPercent: 0 });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(Choose files|选择文件)$/ }).click();
  await (
    await chooser
  ).setFiles([
    textFile(rig.folder, 'contacts.csv', 'name,phone\nAnn,1\nBob,2\n'),
    textFile(rig.folder, 'empty.csv', ''),
    spoiled(rig, mixed.path),
    good.path,
  ]);
  await expect(page.getByRole('article').getByText(/^(Ready|可以导入)/)).toHaveCount(2);
  await settled(page);
}

/** The bill with two amounts that are none. */
function spoiled(rig: Rig, path: string): string {
  const rows = readFileSync(path, 'utf8').split('\n');
  const at = (rows[0] ?? '').split(',').indexOf('官网价');
  for (const [row, value] of [
    [3, '1.234.5'],
    [7, 'NaN'],
  ] as const)
    rows[row] = (rows[row] ?? '')
      .split(',')
      .map((cell, i) => (i === at ? value : cell))
      .join(',');
  return textFile(rig.folder, 'two-rows-rejected.csv', rows.join('\n'));
}
