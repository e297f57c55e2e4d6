import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { Frame } from './screens/frame.ts';
import { Import } from './screens/import.ts';
import { verifyBook } from './screens/settings.ts';
import { faults } from './support/axe.ts';
import { billFile, textFile, type BillFile } from './support/files.ts';
import { newBook } from './support/new-book.ts';
import type { Rig } from './support/rig.ts';
import { expect, test } from './support/test.ts';

/** A bill of 40 lines; rows are those of the file, as text. */
function bill(rig: Rig): BillFile & { rows: string[]; columns: string[] } {
  const made = billFile(rig.folder, 'huawei.detail', { rows: 40, period: '2024-04', taxPercent: 0 });
  const rows = readFileSync(made.path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n');
  return { ...made, rows, columns: (rows[0] ?? '').split(',') };
}

const cell = (line: string | undefined, at: number): string => (line ?? '').split(',')[at] ?? '';
const withCell = (line: string | undefined, at: number, value: string): string =>
  (line ?? '')
    .split(',')
    .map((c, i) => (i === at ? value : c))
    .join(',');

async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} cannot be reached with the Tab key.`);
}

test('rejected rows are mended in place without a mouse, and the bill adds up to the last digit', async ({ page, rig }) => {
  test.setTimeout(120_000);
  await newBook(rig);
  const { rows, columns, name, path, expected } = bill(rig);
  const [listPrice, period] = [columns.indexOf('官网价'), columns.indexOf('账期')];
  const right = { 3: cell(rows[3], listPrice), 7: cell(rows[7], period) };
  rows[3] = withCell(rows[3], listPrice, '1.234.5');
  rows[7] = withCell(rows[7], period, '2024-13');
  textFile(rig.folder, name, rows.join('\n'));
  await page.goto(rig.newAddress());
  const frame = new Frame(page);
  await frame.palette('Import');
  const chooser = page.waitForEvent('filechooser');
  await frame.palette('Choose files to import');
  await (await chooser).setFiles(path);
  const screen = new Import(page);
  const card = await screen.ready(name, 'Ready, 2 rows rejected');
  await page.keyboard.press('Control+Enter');
  await tabTo(page, card.getByRole('link', { name: 'See 2 rejected rows' }));
  await page.keyboard.press('Enter');

  const grid = page.getByRole('grid', { name: 'Rejected rows' });
  const line = (text: string): Locator => grid.getByRole('row', { name: text });
  await expect(line('1.234.5')).toContainText('Rejected');
  const inspector = frame.inspector();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(inspector.getByRole('heading', { name: 'Row 4' })).toBeVisible();
  await page.keyboard.press('m');
  await expect(inspector.getByRole('textbox', { name: '官网价' })).toBeFocused();
  await expect(inspector.getByRole('textbox', { name: '官网价' })).toHaveValue('1.234.5');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12,x');
  await expect(inspector.getByRole('status')).toContainText('Wrong still');
  expect(await faults(page), 'a row being mended').toEqual([]);
  await expect(line('1.234.5')).toContainText('Wrong still');
  const importAll = page.getByRole('button', { name: /^Import (the|\d) mended rows?$/ });
  await expect(importAll).toBeDisabled();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(right[3]);
  await expect(inspector.getByRole('status')).toContainText('Ready');
  await expect(inspector.getByRole('status')).toContainText('2024-04');

  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await page.keyboard.press('j');
  await expect(inspector.getByRole('heading', { name: 'Row 8' })).toBeVisible();
  await page.keyboard.press('m');
  await expect(inspector.getByRole('textbox', { name: '账期' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(right[7]);
  await expect(importAll).toHaveText('Import 2 mended rows');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 mended rows are in the book as import 2')).toBeVisible();
  await expect(line('1.234.5')).toContainText('Mended: import 2');
  await expect(line('2024-13')).toContainText('Mended: import 2');
  await expect(inspector.getByText('2024-13').first()).toBeVisible();

  const query = await rig.call('bills/query', { groupBy: ['period'], period: '2024-04' });
  expect(query.totals['USD']).toMatchObject(expected.totals['USD'] as Record<string, unknown>);

  await test.step('a mended line leads to the row that was rejected', async () => {
    const { rows: lines } = await rig.call('bills/lines', { period: '2024-04', where: [{ column: 'batch', op: 'is', value: '2' }] });
    await page.goto(`${rig.origin}/#/bills/details?period=2024-04&line=${lines[0]?.id ?? 0}`);
    await expect(inspector.getByRole('link', { name: /^Row (4|8) of .*, rejected by import 1$/ })).toBeVisible();
    await expect(inspector.getByText(/1\.234\.5|2024-13/).first()).toBeVisible();
  });

  await test.step('undone, the rows are rejected again', async () => {
    await page.goto(`${rig.origin}/#/import?batch=2`);
    await expect(inspector.getByRole('link', { name: 'Mended rows of import 1' })).toBeVisible();
    await page.keyboard.press('u');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.goto(`${rig.origin}/#/import?batch=1&view=rejects`);
    await expect(line('1.234.5')).toContainText('Rejected');
  });
  await verifyBook(page);
});

test('a row with a comma too many is put together again', async ({ page, rig }) => {
  await newBook(rig);
  const { rows, columns, name, path } = bill(rig);
  const product = columns.indexOf('产品');
  rows[5] = withCell(rows[5], product, 'disk, big');
  textFile(rig.folder, name, rows.join('\n'));
  await page.goto(rig.newAddress());
  const frame = new Frame(page);
  await frame.goTo('Import');
  const screen = new Import(page);
  await screen.choose(path);
  const card = await screen.ready(name, 'Ready, 1 row rejected');
  await screen.run(1);
  await card.getByRole('link', { name: 'See 1 rejected row' }).click();
  await page
    .getByRole('grid', { name: 'Rejected rows' })
    .getByRole('row', { name: /disk, big/ })
    .click();
  const inspector = frame.inspector();
  await expect(inspector.getByText('There is no column for this cell')).toBeVisible();
  await inspector.getByRole('button', { name: 'Join 产品 with the next cell', exact: true }).click();
  await expect(inspector.getByRole('textbox', { name: '产品', exact: true })).toHaveValue('disk, big');
  await expect(inspector.getByText('There is no column for this cell')).toBeHidden();
  await expect(inspector.getByRole('status')).toContainText('Ready');
  await inspector.getByRole('button', { name: 'As it was' }).click();
  await expect(inspector.getByRole('textbox', { name: '产品', exact: true })).toHaveValue('disk');
  await inspector.getByRole('button', { name: 'Join 产品 with the next cell', exact: true }).click();
  await expect(inspector.getByRole('status')).toContainText('Ready');
  // What was mended stays while something else is looked at.
  await frame.goTo('Payments');
  await page.goBack();
  await page.getByRole('button', { name: 'Import 1 mended row' }).click();
  await expect(page.getByText('1 mended row is in the book as import 2')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Rejected rows' })).toContainText('Mended: import 2');
  await verifyBook(page);
});
