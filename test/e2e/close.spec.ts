import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bill, charge } from '../support/close-rig.ts';
import { newBook } from './support/new-book.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const P = '2023-09';

test('a month is followed up, closed, adjusted by a late file, and reopened', async ({ page, rig }) => {
  const take = (name: string, text: string) => {
    const path = join(rig.folder, name);
    writeFileSync(path, text);
    return rig.call('import/run', { files: [rig.grant(path, 'read')], format: 'huawei.detail' });
  };
  await newBook(rig);
  await take('september.csv', bill(charge('vol-1', '60'), charge('vol-2', '10', P, '12')));
  await page.goto(rig.newAddress());
  await settled(page);

  // From the failing check to its discrepancy, and to its explanation.
  await page.goto(`${rig.origin}/#/reconcile?state=fail&period=${P}`);
  await page.getByRole('button', { name: 'Open a discrepancy' }).click();
  await page.getByRole('button', { name: '#1' }).click();
  const inspector = page.getByRole('group', { name: 'Details' });
  await expect(inspector).toContainText('2.00 USD');
  await page.getByRole('button', { name: 'Explain' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('the vendor rounds the list price');
  await dialog.getByRole('button', { name: 'Explain' }).click();
  await expect(inspector).toContainText('Explained');

  // Signed by two persons and closed.
  await page.getByRole('navigation', { name: 'Reconcile' }).getByRole('link', { name: 'Close' }).click();
  for (const [role, who] of [
    ['Prepared', 'Ann Lee'],
    ['Approved', 'Bo Tan'],
  ]) {
    await page.getByRole('button', { name: `Sign as “${role}”` }).click();
    await dialog.getByLabel('Name').fill(who!);
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }
  await expect(page.locator('.close-standing')).toContainText('Ready to close');
  await page.getByRole('button', { name: `Close ${P}` }).click();
  await dialog.getByRole('button', { name: `Close ${P}` }).click();
  await expect(page.locator('.close-standing')).toContainText(`${P} is closed`);
  await page.getByRole('button', { name: `${P} is closed; open its close` }).waitFor();

  // A change of it is refused in words.
  await expect(rig.call('import/undo', { batch: 1 })).rejects.toThrow('period.locked: 2023-09 is closed: this would change what it says.');

  // A late file is taken in, shown, and accepted.
  await take('late.csv', bill(charge('vol-7', '5.25')));
  const late = page.getByRole('region', { name: 'Came in after the close' });
  await expect(late).toContainText('late.csv');
  await expect(late).toContainText('75.25');
  await late.getByRole('button', { name: 'Accept' }).click();
  await dialog.getByLabel('What is done about it').fill('credit note asked for');
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await expect(late).toContainText('Accepted by');

  // The certificate can be had, and says that the book has moved on.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Certificate of close 1' }).click();
  await page.getByRole('menuitem', { name: 'JSON' }).click();
  expect((await download).suggestedFilename()).toBe(`close-${P}-1.json`);
  await page.getByRole('button', { name: 'Verify close 1' }).click();
  await expect(page.getByText('The book tells something else now')).toBeVisible();

  await page.getByRole('button', { name: 'Reopen' }).click();
  await dialog.getByLabel('Reason').fill('the late file belongs to it');
  await dialog.getByRole('button', { name: 'Reopen' }).click();
  await expect(page.getByText('the late file belongs to it')).toBeVisible();
  await expect(page.getByRole('button', { name: `Close ${P}` })).toBeVisible();
});
