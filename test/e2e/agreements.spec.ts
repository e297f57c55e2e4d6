import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

test('an agreement is entered once, checked every month, and removed again', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await settled(page);
  await page.goto(`${rig.origin}/#/reconcile/agreements?period=2024-04`);
  await page.getByRole('button', { name: 'New agreement' }).click();
  const form = page.getByRole('dialog', { name: 'New agreement' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Commitment');
  await form.getByLabel('Guaranteed per month').fill('50000');
  await form.getByLabel('Quota, total').fill('2500');
  await form.getByRole('button', { name: 'Add reading' }).click();
  await form.getByLabel('Used, reading 1').fill('26o0');
  await form.getByRole('button', { name: 'Save' }).click();
  // What is no amount is not taken as missing.
  await expect(form.getByLabel('Used, reading 1')).toBeFocused();
  await form.getByLabel('Used, reading 1').fill('2600');
  await form.getByRole('button', { name: 'Add price table' }).click();
  await form.getByLabel('Name of the table').fill('Detection');
  await form.getByLabel('Usage type').fill('detect');
  await form.getByRole('button', { name: 'Add tier' }).click();
  await form.getByLabel('Upper end of tier 1').fill('3000000');
  await form.getByLabel('Price of tier 1').fill('0.0005');
  await form.getByLabel('Price of tier 2').fill('0.0004');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  const checks = async () =>
    (await rig.call('reconcile/run', { period: '2024-04', vendor: null })).checks
      .filter((c) => c.check.startsWith('agreement.'))
      .map((c) => [c.id, c.status, c.difference]);
  expect(await checks()).toEqual([
    ['agreement.guaranteed:huawei:USD', 'fail', expect.stringMatching(/^-\d/)],
    ['agreement.quota:huawei:USD:limit', 'fail', '100'],
  ]);
  await page
    .getByRole('gridcell', { name: 'Commitment' })
    .or(page.getByRole('cell', { name: 'Commitment' }))
    .first()
    .click();
  const again = page.getByRole('dialog', { name: 'Agreement Commitment' });
  await expect(again.getByLabel('Upper end of tier 1')).toHaveValue('3000000');
  await again.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('dialog', { name: 'Remove' }).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No agreements yet')).toBeVisible();
  expect(await checks()).toEqual([]);
});
