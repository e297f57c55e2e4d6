import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../../services/sample/generate.ts';
import { readXlsx } from '../golden/reports/read-xlsx.ts';
import { choose, Frame } from './screens/frame.ts';
import { saved } from './screens/reports.ts';
import { faults } from './support/axe.ts';
import { newBook } from './support/new-book.ts';
import { PERIOD } from './support/month.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

test('a summary and a statement as files, their record with its hash, and taking it off the list', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/reports?period=${PERIOD}`);
  const frame = new Frame(page);
  const form = page.getByRole('form', { name: 'Reconciled report' });
  await choose(page, form, 'What', 'Bill summary');
  await expect(form.getByRole('radio')).toHaveCount(3);
  const download = page.waitForEvent('download');
  await form.getByRole('button', { name: 'Export' }).click();
  const summary = await saved(await download);
  expect(summary.name).toBe(`Sample-book-${PERIOD}-summary.xlsx`);
  const sheets = await readXlsx(summary.bytes);
  expect(sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(['Summary', 'By product type', 'By account']));

  const list = page.getByRole('grid', { name: 'Exports' });
  const row = list.getByRole('row', { name: /summary\.xlsx/ });
  await expect(row).toContainText('Done');
  await row.click();
  const inspector = frame.inspector();
  const hash = createHash('sha256').update(summary.bytes).digest('hex');
  await expect(inspector.getByTitle(hash)).toBeVisible();
  await expect(inspector.getByText(PERIOD, { exact: true })).toBeVisible();
  await settled(page);
  expect(await faults(page)).toEqual([]);

  await inspector.getByRole('button', { name: 'Take off the list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take this export off the list?' });
  await expect(dialog).toContainText('The file itself is left where it is.');
  await dialog.getByRole('button', { name: 'Take off the list' }).click();
  await expect(row).toBeHidden();
  await expect(inspector).toBeHidden();
});

test('a long export goes on beside the work, shows how far it is, and leaves nothing when it is cancelled', async ({ page, rig }) => {
  test.slow();
  await newBook(rig);
  const csv = join(rig.folder, 'large.csv');
  writeFileSync(csv, Buffer.concat([...generate('huawei.detail', { rows: 120_000, seed: 7 }).bytes()]));
  await rig.call('import/run', { files: [rig.grant(csv, 'read')] });
  const [month] = (await rig.call('bills/periods', {})).map((p) => p.period);
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/reports?period=${month}`);
  const form = page.getByRole('form', { name: 'Reconciled report' });
  await choose(page, form, 'What', 'Bill details');
  const newest = page
    .getByRole('grid', { name: 'Exports' })
    .getByRole('row', { name: /lines\.xlsx/ })
    .first();
  await form.getByRole('button', { name: 'Export' }).click();
  await expect(newest).toContainText('Running');
  await page.getByRole('button', { name: '1 task' }).click();
  const task = page.getByRole('listitem').filter({ hasText: 'lines.xlsx' });
  await task.getByRole('button', { name: 'Cancel' }).click();
  await expect(task).toContainText('Cancelled');
  await page.keyboard.press('Escape');
  await expect(newest).toContainText('Cancelled');

  // The rest of the application goes on, and so does the export.
  const download = page.waitForEvent('download');
  await form.getByRole('button', { name: 'Export' }).click();
  await expect(newest).toContainText('Running');
  await rig.call('book/update', { company: 'Another Sdn Bhd' });
  await page.goto(`${rig.origin}/#/bills?period=${month}`);
  await settled(page);
  const file = await saved(await download);
  await page.goto(`${rig.origin}/#/reports?period=${month}`);
  await expect(newest).toContainText('Done');
  const [record] = await rig.call('export/list', {});
  expect(record?.sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'));
});
