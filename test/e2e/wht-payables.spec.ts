import { newBook } from './support/new-book.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

test('a payment is taken net of the tax, and the invoice, the payment and the ageing say what is left for a certificate', async ({
  page,
  rig,
}) => {
  await newBook(rig);
  const named = { vendor: 'huawei', entity: 'SPARKOO_SG', currency: 'USD' } as const;
  await rig.call('invoices/add', { ...named, number: 'HW-1', date: '2024-03-02', net: '100', tax: '8', due: '2024-04-01' });
  await rig.call('wht/recordStep', { invoices: [{ invoice: 'HW-1' }], kind: 'rate', date: '2024-03-02', rate: '8', reason: 'contract' });

  await test.step('nothing is taken by itself: the form begins with what is open', async () => {
    await page.goto(rig.newAddress());
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await page.goto(`${rig.origin}/#/payments?new=1&invoice=huawei:HW-1`);
    const suggestion = page.getByRole('region', { name: 'Withholding tax' });
    await expect(suggestion).toContainText('With 8 % withheld');
    await expect(page.getByRole('textbox', { name: 'Share of invoice HW-1' })).toHaveValue('108');
    await suggestion.getByRole('button', { name: 'Take 100.00 net' }).click();
    await expect(page.getByRole('textbox', { name: 'Share of invoice HW-1' })).toHaveValue('100');
    await expect(page.getByRole('textbox', { name: 'Amount', exact: true })).toHaveValue('100');
    await expect(suggestion).toHaveCount(0);
    await page.getByRole('textbox', { name: 'Reference' }).fill('TT-1');
    await page.getByRole('button', { name: 'Save payment' }).click();
  });
  await test.step('the payment settles the whole total', async () => {
    const settles = page.getByRole('complementary').getByRole('table', { name: 'What it settles' });
    await expect(settles).toContainText('withheld presumed 8.00');
    await expect(settles).toContainText('108.00');
  });
  await test.step('the invoice keeps its total and waits for a certificate', async () => {
    await page.goto(`${rig.origin}/#/invoices?doc=huawei:HW-1`);
    await settled(page);
    const tax = page.getByRole('complementary').getByRole('table', { name: 'Withholding tax' });
    await expect(tax.getByRole('row', { name: /^Expected: 8 % of 100/ })).toContainText('8.00');
    await expect(tax.getByRole('row', { name: /certificate pending/ })).toContainText('8.00');
    await expect(page.getByRole('complementary').getByRole('table', { name: 'What each payment settles' })).toContainText('100.00');
  });
  await test.step('the ageing shows it apart from overdue cash', async () => {
    await page.goto(`${rig.origin}/#/invoices/ageing`);
    await settled(page);
    await expect(page.getByRole('columnheader', { name: 'WHT pending' })).toBeVisible();
    await expect(page.getByRole('row', { name: /Huawei/ }).first()).toContainText('8.00');
  });
});
