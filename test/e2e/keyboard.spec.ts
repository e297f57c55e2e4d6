import type { Locator, Page } from '@playwright/test';
import { saved } from './screens/reports.ts';
import { Frame } from './screens/frame.ts';
import { pdfFile } from './support/files.ts';
import { cents, percent, text, totalsOf, units } from './support/money.ts';
import { inventMonth } from './support/month.ts';
import { newBook } from './support/new-book.ts';
import { expect, test } from './support/test.ts';

/** Presses Tab until the element has the focus, as a person without a mouse would. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < most; presses++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} cannot be reached with ${most} presses of Tab.`);
}

/** Goes to a field and types. */
async function type(page: Page, field: Locator, value: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(value);
}

async function section(page: Page, keys: string, title: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('a whole month without a mouse', async ({ page, rig }) => {
  test.setTimeout(120_000);
  const frame = new Frame(page);
  const { detail, statement } = inventMonth(rig.folder);
  const sums = totalsOf([detail], 'USD');
  const net = cents(units(sums.get('payable') ?? '0') - units(sums.get('coupon') ?? '0'));
  const [tax, withheld] = [percent(net, 8), percent(net, 8)];
  await newBook(rig);
  await page.goto(rig.newAddress());
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  await test.step('import by palette', async () => {
    await frame.palette('Import');
    await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await frame.palette('Choose files to import');
    await (await chooser).setFiles([detail.path, statement.path]);
    await expect(page.getByRole('article').getByText('Ready', { exact: true })).toHaveCount(2);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('article').getByText('Imported', { exact: true })).toHaveCount(2);
  });

  await test.step('look at a line', async () => {
    await section(page, 'g b', 'Bills');
    await tabTo(page, page.getByRole('link', { name: 'Details' }));
    await page.keyboard.press('Enter');
    const grid = page.getByRole('grid', { name: 'Bill lines' });
    await expect(grid.getByRole('row', { name: /^301 lines/ })).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(frame.inspector()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(frame.inspector()).toBeHidden();
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Escape');
  });

  await test.step('invoice', async () => {
    await section(page, 'g i', 'Invoices');
    await page.keyboard.press('n');
    const form = page.getByRole('form', { name: 'Add invoice' });
    const field = (name: string): Locator => form.getByRole('textbox', { name, exact: true });
    await expect(field('Number')).toBeFocused();
    await page.keyboard.type('SG1');
    await type(page, field('Date'), '2024-05-03');
    await type(page, field('Net'), text(net));
    await tabTo(page, form.getByRole('button', { name: /from the rule$/ }));
    await page.keyboard.press('Enter');
    await expect(field('Tax')).toHaveValue(text(tax));
    await page.keyboard.press('Control+s');
    await expect(frame.inspector()).toContainText('SG1');
  });

  await test.step('payment', async () => {
    await section(page, 'g p', 'Payments');
    await page.keyboard.press('n');
    const form = page.getByRole('form', { name: 'Add payment' });
    const field = (name: string): Locator => form.getByRole('textbox', { name, exact: true });
    await expect(field('Reference')).toBeFocused();
    await page.keyboard.type('TT-1');
    await type(page, field('Amount'), text(net + tax - withheld));
    await type(page, field('Share of invoice SG1'), text(net + tax - withheld));
    await expect(form.getByRole('status').filter({ hasText: 'Nothing left: exact' })).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('grid', { name: 'Payments' }).getByRole('row', { name: /TT-1/ })).toContainText('Allocated');
  });

  await test.step('certificate', async () => {
    await section(page, 'g w', 'WHT certificates');
    await page.keyboard.press('n');
    const form = page.getByRole('form', { name: 'Add certificate' });
    const field = (name: string): Locator => form.getByRole('textbox', { name, exact: true });
    await expect(field('Number')).toBeFocused();
    await page.keyboard.type('W-1');
    await type(page, field('Date'), '2024-06-12');
    await type(page, field('Total'), text(withheld));
    await tabTo(page, form.getByRole('button', { name: 'Choose files' }));
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(await pdfFile(rig.folder, 'wht.pdf', 'Certificate (invented)'));
    await expect(form.getByText('wht.pdf')).toBeVisible();
    await tabTo(page, form.getByRole('checkbox', { name: 'Choose invoice SG1' }));
    await page.keyboard.press('Space');
    await expect(form.getByRole('status').filter({ hasText: 'Nothing left: exact' })).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(frame.inspector()).toContainText('W-1');
  });

  await test.step('reconcile', async () => {
    await section(page, 'g r', 'Reconcile');
    await expect(page.getByRole('status').filter({ hasText: /^All \d+ checks hold\.$/ })).toBeVisible();
    const current = page.getByRole('region', { name: 'Checks' }).locator('[aria-current=true]');
    const first = await current.innerText();
    await page.keyboard.press('j');
    await expect(current).not.toHaveText(first);
  });

  await test.step('report', async () => {
    await section(page, 'g e', 'Reports');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    const { bytes } = await saved(await download);
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  });
});

test('every key is told by ?', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const name of [
    'Overview',
    'Bills',
    'Reconcile',
    'Invoices',
    'WHT certificates',
    'Payments',
    'Subscriptions',
    'Reports',
    'Import',
    'Settings',
    'Search or do…',
  ])
    await expect(help.getByRole('term').filter({ hasText: name }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});
