import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { DocumentForm } from './screens/documents.ts';
import { Frame } from './screens/frame.ts';
import { Import } from './screens/import.ts';
import { saved } from './screens/reports.ts';
import { verifyBook } from './screens/settings.ts';
import { billFile, textFile } from './support/files.ts';
import { generate } from '../../services/sample/generate.ts';
import { newBook } from './support/new-book.ts';
import { expect, test } from './support/test.ts';

/** One error, in words, with what to do about it, right where it arose. */
async function oneError(scope: Locator | Page, says: RegExp, remedy: RegExp): Promise<void> {
  await expect(scope.getByRole('alert')).toHaveCount(1);
  await expect(scope.getByRole('alert')).toContainText(says);
  await expect(scope.getByRole('alert')).toContainText(remedy);
}

const UNREADABLE: readonly [title: string, name: string, content: string | Uint8Array, says: RegExp, remedy: RegExp][] = [
  ['an empty file', 'empty.csv', '', /“empty\.csv” is empty/, /Download the file again/],
  ['a file of zeros', 'zeros.csv', new Uint8Array(4096), /“zeros\.csv” is not a text file/, /Export the bill/],
  ['a table that no vendor writes', 'contacts.csv', 'name,phone\nAnn,1\nBob,2\n', /“contacts\.csv”/, /choose what it is/],
  ['a program', 'setup.csv', program(), /“setup\.csv” is a program/, /Export the bill/],
  [
    'a bill cut in the middle of a row',
    'bill.csv',
    cutBill(),
    /“bill\.csv” ends in the middle of row 41: it has \d+ of 59 columns/,
    /download it again/,
  ],
];
for (const [title, name, content, says, remedy] of UNREADABLE)
  test(`${title} is named with a remedy, and nothing is imported`, async ({ page, rig }) => {
    await newBook(rig);
    await page.goto(rig.newAddress());
    await new Frame(page).goTo('Import');
    const screen = new Import(page);
    await screen.choose(textFile(rig.folder, name, content));
    const card = await screen.ready(name, 'Cannot be imported');
    await oneError(card, says, remedy);
    await expect(page.getByRole('button', { name: /^Import \d/ })).toBeHidden();
    await expect(page.getByText('Nothing imported yet')).toBeVisible();
    await verifyBook(page);
  });

test('rejected rows: the cell marked, the reason said, the file for correction exported', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  const frame = new Frame(page);
  await frame.goTo('Import');
  const { path, name } = billFile(rig.folder, 'huawei.detail', { rows: 40, period: '2024-04' });
  const rows = readFileSync(path, 'utf8').split('\n');
  const listPrice = (rows[0] ?? '').split(',').indexOf('官网价');
  const spoil = (row: number, value: string): void => {
    const cells = (rows[row] ?? '').split(',');
    cells[listPrice] = value;
    rows[row] = cells.join(',');
  };
  spoil(3, '1.234.5');
  spoil(7, 'NaN');
  textFile(rig.folder, name, rows.join('\n'));
  const screen = new Import(page);
  await screen.choose(path);
  const card = await screen.ready(name, 'Ready, 2 rows rejected');
  await expect.poll(() => screen.counts(card)).toEqual({ rows: 40, parts: [38, 2] });
  await screen.run(1);
  await card.getByRole('link', { name: 'See 2 rejected rows' }).click();
  const grid = page.getByRole('grid', { name: 'Rejected rows' });
  const bad = grid.getByRole('row', { name: /1\.234\.5/ });
  await expect(bad.getByRole('gridcell').first()).toHaveText('4');
  await expect(bad.locator('mark').first()).toHaveText('1.234.5');
  await expect(grid.getByRole('row', { name: /NaN/ }).getByRole('gridcell').first()).toHaveText('8');
  await bad.click();
  await expect(frame.inspector().getByText('官网价').first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export for correction' }).click();
  const file = await saved(await download);
  expect(file.name).toMatch(/-rejected\.csv$/);
  const written = file.bytes.toString('utf8').trimEnd().split(/\r?\n/);
  expect(written).toHaveLength(3);
  expect(written[1]).toContain('1.234.5');
  expect(written[2]).toContain('NaN');
  await verifyBook(page);
});

test('a program named .pdf is no attachment', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  const frame = new Frame(page);
  await frame.goTo('Invoices');
  await page.getByRole('button', { name: 'Add invoice' }).first().click();
  const form = new DocumentForm(page, 'Add invoice');
  await form.fill('Number', 'SG1');
  await form.day('Date', '2024-05-03');
  await form.fill('Net', '100');
  await form.fill('Tax', '8');
  await form.attach(textFile(rig.folder, 'invoice.pdf', program()));
  await form.form.getByRole('button', { name: 'Save invoice' }).click();
  await oneError(form.form, /invoice\.pdf/, /Attach|PDF/);
  await frame.goTo('Payments');
  await frame.goTo('Invoices');
  await expect(page.getByText('No invoices yet')).toBeVisible();
  await verifyBook(page);
});

test('a file that is no book is not opened, and one that was open before still is', async ({ page, rig }) => {
  await page.goto(rig.newAddress());
  const open = async (path: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Open book/ }).click();
    await (await chooser).setFiles(path);
  };
  await open(textFile(rig.folder, 'letter.tallybook', 'Dear Sir or Madam,\n'.repeat(100)));
  await oneError(page.getByRole('main'), /not a Tallybook book|not a book/i, /\w/);
  await newBook(rig);
  await rig.call('book/close', {});
  await page.reload();
  await page
    .getByRole('region', { name: 'Recent books' })
    .getByRole('button', { name: /^Example/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await verifyBook(page);
});

/** How an executable of Windows begins. */
function program(): Buffer {
  return Buffer.concat([Buffer.from('MZ\x90\x00\x03', 'latin1'), Buffer.alloc(900, 7)]);
}

/** A bill of 40 lines whose download broke off. */
function cutBill(): Buffer {
  const whole = Buffer.concat([...generate('huawei.detail', { rows: 40, period: '2024-04' }).bytes()]);
  return whole.subarray(0, whole.length - 260);
}
