import { wrongFormulas, sheetCells } from '../support/formulas.ts';
import { readPdf } from '../golden/reports/read-pdf.ts';
import { choose } from './screens/frame.ts';
import { saved } from './screens/reports.ts';
import { faults } from './support/axe.ts';
import { PERIOD } from './support/month.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

test('a report is looked at and saved, and a letter goes out about what does not fit', async ({ page, rig, openSample }) => {
  await openSample();
  // Money without an invoice: an open item.
  await rig.call('payments/add', {
    date: '2024-05-30',
    amount: '900',
    currency: 'USD',
    reference: 'TT-TWICE',
    method: '',
    note: '',
    allocate: [],
  });
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/reconcile?period=${PERIOD}`);
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('heading', { name: 'Reconciliation report' })).toBeVisible();
  await expect(preview.getByRole('region', { name: 'Checks', exact: true })).toContainText('Huawei Cloud');
  await settled(page);
  expect(await faults(page)).toEqual([]);

  const form = page.getByRole('form', { name: 'Reconciled report' });
  await choose(page, form, 'Language of the report', 'English · 简体中文');
  await expect(preview.getByRole('heading', { name: 'Reconciliation report / 逐项对账报告' })).toBeVisible();
  const first = page.waitForEvent('download', { timeout: 60_000 });
  await form.getByRole('button', { name: 'Export' }).click();
  const workbook = await saved(await first);
  expect(workbook.name).toBe(`Sample-book-${PERIOD}-reconciliation.xlsx`);
  const { count, wrong } = wrongFormulas(await sheetCells(workbook.bytes));
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(20);

  await page.getByRole('button', { name: 'All reports' }).click();
  await page.getByRole('button', { name: /^Open items/ }).click();
  await expect(preview).toContainText('TT-TWICE');
  await form.getByRole('radio', { name: 'PDF' }).click();
  const second = page.waitForEvent('download', { timeout: 60_000 });
  await form.getByRole('button', { name: 'Export' }).click();
  const texts = (await readPdf((await saved(await second)).bytes)).pages.flatMap((p) => p.texts);
  expect(texts).toEqual(expect.arrayContaining(['TT-TWICE', '900.00']));
  expect(texts.join(' ')).toContain('Prepared by');

  const { checks } = await rig.call('reconcile/run', { period: PERIOD });
  const open = checks.find((c) => c.status === 'fail' || c.status === 'missing')!;
  await page.goto(`${rig.origin}/#/reconcile?period=${PERIOD}&check=${encodeURIComponent(open.id)}`);
  await page.getByRole('button', { name: 'Letter', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Letter to the vendor' });
  await expect(dialog.getByRole('region', { name: 'What the letter is about' })).toContainText(open.title);
  await settled(page);
  expect(await faults(page)).toEqual([]);
  const third = page.waitForEvent('download', { timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Save letter' }).click();
  const letter = await saved(await third);
  const said = (await readPdf(letter.bytes)).pages.flatMap((p) => p.texts);
  expect(said).toContain(letter.name.replace(/\.pdf$/, ''));
  await expect(dialog).toBeHidden();
});
