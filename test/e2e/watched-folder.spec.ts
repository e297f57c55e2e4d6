import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { Import } from './screens/import.ts';
import { verifyBook } from './screens/settings.ts';
import { Frame } from './screens/frame.ts';
import { WatchedFolder } from './screens/watched-folder.ts';
import { faults } from './support/axe.ts';
import { billFile, textFile } from './support/files.ts';
import { newBook } from './support/new-book.ts';
import { expect, test } from './support/test.ts';

test('bills that appear in the watched folder come into the book by themselves, once', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  const watched = new WatchedFolder(page, rig);
  await watched.open();
  await expect(page.getByText('No folder is watched')).toBeVisible();
  await watched.start();
  await watched.look();
  await expect(page.getByText('No bills in this folder yet')).toBeVisible();

  const bill = billFile(rig.bucket, 'huawei.detail', { rows: 120, seed: 3 });
  textFile(rig.bucket, 'letter.csv', 'name,age\nAnn,5\n');
  textFile(rig.bucket, 'half.csv.part', 'half of it');
  await watched.look();
  await expect(watched.file(bill.name)).toContainText('Waiting');
  await watched.look();
  await expect(watched.file(bill.name)).toContainText('Imported');
  await expect(watched.file(bill.name)).toContainText('120');
  await expect(watched.file('letter.csv')).toContainText('Refused');
  await expect(watched.file('half.csv.part')).toHaveCount(0);
  await expect(watched.fact('Files')).toContainText('1 imported · 1 refused');

  expect(await faults(page)).toEqual([]);

  // Why it was refused, and another try of the same bytes, which says the same.
  await watched.file('letter.csv').click();
  const inspector = page.getByRole('complementary');
  await expect(inspector.getByRole('alert')).toContainText('letter.csv');
  await inspector.getByRole('button', { name: 'Try again' }).click();
  await expect(inspector.getByRole('button', { name: 'Try again' })).toBeEnabled();
  await expect(watched.file('letter.csv')).toContainText('Refused');

  // The folder goes away and comes back.
  renameSync(rig.bucket, join(rig.folder, 'away'));
  await watched.look();
  await expect(page.getByRole('alert').filter({ hasText: 'The folder “bucket” is not there.' })).toBeVisible();
  renameSync(join(rig.folder, 'away'), rig.bucket);
  await watched.look();
  await expect(page.getByText('is not there')).toHaveCount(0);

  // In Import: the line, and the batch like any other; undone, it does not come back.
  await new Frame(page).goTo('Import');
  const line = page.getByRole('region', { name: 'Watched folder “bucket”' });
  await expect(line).toContainText('Watching');
  await expect(line).toContainText('1 imported');
  const imports = new Import(page);
  await expect(imports.batch(bill.name)).toContainText('120');
  await imports.batch(bill.name).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Undo import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click();
  await expect(imports.batch(bill.name)).toContainText('Undone');
  rig.later(10_000);
  await line.getByRole('button', { name: 'Look now' }).click();
  await expect(line.getByRole('button', { name: 'Look now' })).toBeEnabled();
  await expect(imports.batches().getByRole('row')).toHaveCount(2);

  await watched.open();
  await expect(watched.file(bill.name)).toContainText('Undone by hand');
  await page.getByRole('switch', { name: 'Watch this folder' }).click();
  await expect(watched.fact('State')).toContainText('Off');
  await page.getByRole('button', { name: 'Stop watching…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop watching' }).click();
  await expect(page.getByText('No folder is watched')).toBeVisible();

  await page.getByRole('tab', { name: 'Audit trail' }).click();
  const audit = page.getByRole('grid', { name: 'Audit trail' });
  for (const action of ['watch/choose', 'watch/take', 'watch/switch', 'watch/end'])
    await expect(audit.getByText(action).first()).toBeVisible();
  await audit.getByRole('row', { name: /import\/run/ }).click();
  await expect(page.getByRole('complementary').getByText('"via": "watch"')).toBeVisible();
  await verifyBook(page);
});

test.describe('where the host was started without a folder', () => {
  test.use({ watchable: false });
  test('a page can choose none, so nothing speaks of one', async ({ page, rig }) => {
    await newBook(rig);
    await page.goto(rig.newAddress());
    await new Frame(page).goTo('Settings');
    await expect(page.getByRole('tab', { name: 'Audit trail' })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Watched folder' })).toHaveCount(0);
    await new Frame(page).goTo('Import');
    await expect(page.getByRole('region', { name: 'Imports' })).toBeVisible();
    await expect(page.getByText('from a folder')).toHaveCount(0);
  });
});
