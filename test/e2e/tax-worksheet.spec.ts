import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdfFile } from './support/files.ts';
import { newBook } from './support/new-book.ts';
import { expect, test } from './support/test.ts';

test('the reverse-charge worksheet fills up as rate, exchange rate and entity are told, and is written', async ({ page, rig }) => {
  mkdirSync(rig.home, { recursive: true });
  await rig.call('book/create', {
    target: rig.grant(join(rig.home, 'Gulf.tallybook'), 'write'),
    country: 'AE',
    entity: 'HWS_HK',
    customerStatus: 'registered',
    currency: 'USD',
    settlement: 'monthly',
    language: 'en',
    company: '',
  });
  const invoice = { date: '2024-04-15', vendor: 'huawei', currency: 'USD', net: '1000.01', tax: '0' } as const;
  await rig.call('invoices/add', { ...invoice, number: 'R-1', entity: 'HWS_HK' });
  await rig.call('invoices/add', { ...invoice, number: 'R-2', net: '200' });
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/tax/reverse-charge?days=2024-04-01_2024-06-30`);
  const totals = page.getByRole('table', { name: 'Totals by tax' });
  await expect(totals).toContainText('1 without a figure');
  await expect(totals).not.toContainText('50.00');

  await page.getByRole('grid', { name: 'Reverse charge' }).getByText('R-1').click();
  const rate = page.getByRole('form', { name: 'Set a rate' });
  await expect(rate.getByText('For customers who are charged, 5 % is printed.')).toBeVisible();
  await rate.getByRole('textbox', { name: 'Rate' }).fill('5');
  await rate.getByRole('button', { name: 'Save' }).click();
  await expect(totals).toContainText('50.00 USD');
  await page.getByRole('form', { name: 'Exchange rate' }).getByRole('textbox').fill('3.6725');
  await page.getByRole('form', { name: 'Exchange rate' }).getByRole('button', { name: 'Save' }).click();
  await expect(totals).toContainText('183.63 AED');

  await page.getByRole('combobox', { name: 'Contracting entity of R-2' }).click();
  await page.getByRole('option', { name: 'Huawei Services (Hong Kong) Co., Limited' }).click();
  await expect(totals).toContainText('60.00 USD');
  await expect(page.getByText('names no contracting entity')).toHaveCount(0);

  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const file = await (await download).path();
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('183.63');
});

test('a certificate of residence opens the treaty rate, until it is withdrawn', async ({ page, rig }) => {
  await newBook(rig);
  const paper = await pdfFile(rig.folder, 'trc.pdf', 'Certificate of residence');
  await rig.call('residence/add', {
    entity: 'SPARKOO_SG',
    residence: 'SG',
    forCountry: 'MY',
    number: 'TRC-17',
    validFrom: '2024-01-01',
    validTo: '2024-12-31',
    file: rig.grant(paper, 'read'),
  });
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/tax`);
  await page.getByLabel('Date').first().fill('2024-03-02');
  await page.getByLabel('Amount without tax').fill('100');
  const answer = page.getByRole('region', { name: 'Tax and payment' });
  await expect(answer.getByText('Choose the kind of income')).toBeVisible();
  await page.getByRole('combobox', { name: 'Kind of income' }).click();
  await page.getByRole('option', { name: 'Technical service fee' }).click();
  await expect(answer.getByText('Treaty rate applies: 5 %')).toBeVisible();

  await page.goto(`${rig.origin}/#/tax/residence`);
  const grid = page.getByRole('grid', { name: 'Certificates of residence' });
  await expect(grid).toContainText('Expired');
  await grid.getByText('TRC-17').click();
  await expect(page.getByText('trc.pdf')).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Recalled by the authority');
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(grid).toContainText('Withdrawn');
});

test('a tax number is judged while it is typed, and finds its kind', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/settings?tab=parties&party=new`);
  const form = page.getByRole('form', { name: 'Party' });
  await form.getByRole('combobox', { name: 'Country' }).first().click();
  await page.getByRole('option', { name: /Chile/ }).first().click();
  await form.getByRole('button', { name: 'Add a tax id' }).click();
  const number = form.getByRole('textbox', { name: 'Number', exact: true });
  await number.fill('12');
  await expect(form.getByText('Not the form of such a number')).toBeVisible();
  await expect(form.getByRole('checkbox', { name: 'It is printed so: keep it' })).not.toBeChecked();
  await number.fill('8148691-0');
  await expect(form.getByText('The check digit is 0; the other digits ask for 3.')).toBeVisible();
  await number.fill('８１４８６９１-３');
  await expect(form.getByText('Check digit fits')).toBeVisible();
  await number.blur();
  await expect(form.getByRole('combobox', { name: 'Kind of number' })).toHaveValue('RUT');
});
