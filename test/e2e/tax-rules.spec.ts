import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { saved } from './screens/reports.ts';
import { faults } from './support/axe.ts';
import { newBook } from './support/new-book.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const CASE = { country: 'MY', entity: 'SPARKOO_SG', status: 'registered', amount: '100', currency: 'USD', whtRate: '8' } as const;

test('a rule is found, overridden, used, handed on as a file, and withdrawn', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/tax/rules`);
  const table = page.getByRole('grid', { name: 'Rule pack' });
  await expect(table.getByRole('row', { name: /MY-01 Malaysia/ })).toBeVisible();
  await expect(page.getByText('No indirect-tax rule is printed for Ethiopia, Mauritius, Papua New Guinea. That is not 0 %.')).toBeVisible();

  await page.getByRole('searchbox', { name: 'Find a rule' }).fill('MY-02');
  await expect(page).toHaveURL(/q=MY-02/);
  await table.getByRole('row', { name: /MY-02/ }).click();
  const inspector = page.getByRole('group', { name: 'Details' });
  await expect(inspector).toContainText('DST · Service tax on digital services');
  await settled(page);
  expect(await faults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Override…' }).click();
  const form = page.getByRole('form', { name: 'Override MY-02' });
  await form.getByRole('textbox', { name: 'Rate 1' }).fill('10');
  await form.getByRole('textbox', { name: 'First day' }).fill('2025-01-01');
  await form.getByRole('textbox', { name: 'Source' }).fill('Finance Act 2024');
  await expect(form.getByRole('status')).toHaveText('Say why.');
  await form.getByRole('textbox', { name: 'Reason' }).fill('The rate rose');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('MY-U01 stands in the place of MY-02.')).toBeVisible();
  await expect(inspector).toContainText('Finance Act 2024');

  await rig.call('tax/record-quote', { ...CASE, date: '2025-01-01' });
  expect(await rig.call('tax/quote', { ...CASE, date: '2024-12-31' })).toMatchObject({ invoiceTotal: '108' });
  await expect(inspector).toContainText('2025-01-01 · 110');

  await page.getByRole('button', { name: 'Export pack' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export own rules' }).click();
  const own = (await saved(await download)).bytes.toString('utf8');
  expect(JSON.parse(own)).toMatchObject({ kind: 'own', rules: [{ id: 'MY-U01', replaces: 'MY-02', reason: 'The rate rose' }] });

  await page.getByRole('button', { name: 'Withdraw…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Entered for the wrong entity');
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(inspector).toContainText('Entered for the wrong entity');
  expect(await rig.call('tax/recompute', { id: 1 })).toMatchObject({ equal: true, now: { equal: false, rule: 'MY-02' } });

  const path = join(rig.folder, 'own.json');
  writeFileSync(path, own.replace('"ratePct": "10"', '"ratePct": "11"').replace('"ratePct": "10"', '"ratePct": "11"'));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import…' }).click();
  await (await chooser).setFiles(path);
  await expect(dialog).toContainText('Rule MY-U02');
  await expect(dialog.getByRole('row', { name: 'to null "2024-12-31"' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Take in' }).click();
  await expect(page.getByText(/is taken in\./)).toBeVisible();
  expect(await rig.call('tax/quote', { ...CASE, date: '2025-01-01' })).toMatchObject({ rule: { id: 'MY-U02' }, invoiceTotal: '111' });
});
