import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

test('the register of certificates is exported as it is shown, and a list for an authority says what it lacks', async ({
  page,
  rig,
  openSample,
}) => {
  await openSample();
  const shown = await rig.call('wht/register', { first: '2024-01-01', last: '2024-12-31' });
  expect(shown.count).toBeGreaterThan(0);
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/wht/registers?span=year&period=2024-04`);
  await settled(page);
  const grid = page.getByRole('grid', { name: 'WHT register' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(shown.count + 1));
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('group', { name: 'Both languages' }).getByRole('menuitem', { name: 'XLSX' }).click();
  expect((await saved).suggestedFilename()).toBe('wht-register-2024-01-01-2024-12-31.xlsx');
  await expect
    .poll(async () => (await rig.call('export/list', {}))[0])
    .toMatchObject({ what: 'WHT register 2024-01-01 2024-12-31', state: 'done' });

  await page.getByRole('button', { name: 'Lists for authorities' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lists for authorities' });
  await expect(dialog.getByText('No certificate of this month belongs in this list.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Write the list' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
