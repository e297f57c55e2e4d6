import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

test('a number in the book already is told while it is typed; the pair is marked as two, and suspected again by undo', async ({
  page,
  rig,
  openSample,
}) => {
  await openSample();
  await rig.call('invoices/add', { number: 'SG2024040001 ', date: '2024-05-04', vendor: 'other', currency: 'USD', net: '5', tax: '0' });
  await rig.call('invoices/add', { number: 'sg 2024 040001', date: '2024-05-04', vendor: 'huawei', currency: 'USD', net: '5', tax: '0' });
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/invoices?new=1`);
  await settled(page);
  await page.getByLabel('Number', { exact: false }).first().fill('sg-2024-040001');
  const warning = page.getByRole('status').filter({ hasText: 'This number is in the book already' });
  await expect(warning).toBeVisible();
  await expect(warning.getByText('same number')).toBeVisible();

  await page.goto(`${rig.origin}/#/invoices/duplicates`);
  await settled(page);
  const grid = page.getByRole('grid', { name: 'Pairs' });
  await grid.getByRole('row', { name: /sg 2024 040001/ }).click();
  const both = page.getByRole('table', { name: 'Both documents' });
  await expect(both.locator('tr.differs').first()).toBeVisible();
  await page.getByRole('button', { name: 'Not a duplicate' }).last().click();
  await expect(page.getByText('No two documents look alike')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(grid.getByRole('row', { name: /sg 2024 040001/ })).toBeVisible();
});

test('the ageing leads to its documents and to the statement, which closes where the ageing stands', async ({ page, rig, openSample }) => {
  await openSample();
  const told = await rig.call('invoices/ageing', { asOf: '2024-06-01' });
  const row = told.rows.find((r) => r.key === 'huawei')!;
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/invoices/ageing?asOf=2024-06-01`);
  await settled(page);
  await page
    .getByRole('grid', { name: 'Ageing' })
    .getByRole('row', { name: /Huawei Cloud/ })
    .click();
  await expect(page.getByRole('table', { name: 'Open documents' }).locator('.amount[data-exact]')).toHaveAttribute('data-exact', row.total);
  await page.getByRole('link', { name: 'Statement of account' }).click();
  const closing = page.getByRole('grid', { name: 'Statement' }).getByRole('row', { name: /Closing balance/ });
  await expect(closing.locator('[data-exact]').last()).toHaveAttribute('data-exact', row.total);
});

test('a register is exported as it is shown', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/invoices/registers?of=taxes&span=year&period=2024-04`);
  await settled(page);
  const shown = await rig.call('invoices/taxRegister', { from: '2024-01-01', to: '2024-12-31' });
  await expect(page.getByRole('grid', { name: 'Taxes' })).toHaveAttribute('aria-rowcount', String(shown.count + 1));
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('group', { name: 'English' }).getByRole('menuitem', { name: 'CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('tax-register-2024-01-01-2024-12-31.csv');
  await expect.poll(async () => (await rig.call('export/list', {}))[0]).toMatchObject({ state: 'done', rows: shown.count });
});
