import { readPdf } from '../golden/reports/read-pdf.ts';
import { Frame } from './screens/frame.ts';
import { saved } from './screens/reports.ts';
import { faults } from './support/axe.ts';
import { PERIOD } from './support/month.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

test('an invoice as PDF, in the language of the interface by one button and in both by the menu', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/invoices?doc=huawei:SG2024040001&period=${PERIOD}`);
  const inspector = new Frame(page).inspector();
  const button = inspector.getByRole('button', { name: 'Save as PDF' });
  await button.scrollIntoViewIfNeeded();
  await expect(inspector.getByText(/A transcript of the /)).toBeVisible();
  await settled(page);
  expect(await faults(page)).toEqual([]);

  const first = page.waitForEvent('download');
  await button.click();
  const english = await saved(await first);
  expect(english.name).toBe('SG2024040001.pdf');
  const texts = (await readPdf(english.bytes)).pages.flatMap((p) => p.texts);
  const { total } = await rig.call('invoices/show', { number: 'SG2024040001', vendor: 'huawei' });
  expect(texts).toEqual(expect.arrayContaining(['Transcript of a received invoice – not the original', 'SG2024040001']));
  expect(texts.map((text) => text.replaceAll(',', ''))).toContain(total);

  const second = page.waitForEvent('download');
  await inspector.getByRole('button', { name: 'Language of the PDF' }).click();
  await page.getByRole('menuitem', { name: 'English and 简体中文' }).click();
  const both = (await readPdf((await saved(await second)).bytes)).pages.flatMap((p) => p.texts);
  expect(both).toContain('Seller 销售方');

  await page.goto(`${rig.origin}/#/invoices?period=${PERIOD}`);
  const list = page.getByRole('grid', { name: 'Invoices' });
  for (const number of [/SG2024040001/, /inv-1tjt762-2/]) await list.getByRole('row', { name: number }).getByRole('checkbox').check();
  const third = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save 2 documents as one PDF' }).click();
  const together = await saved(await third);
  expect(together.name).toBe('SG2024040001-and-1-more.pdf');
  expect((await readPdf(together.bytes)).pages).toHaveLength(2);

  await page.goto(`${rig.origin}/#/reports?period=${PERIOD}`);
  await expect(page.getByRole('grid', { name: 'Exports' }).getByRole('row', { name: /Document SG2024040001/ })).toHaveCount(2);
});
