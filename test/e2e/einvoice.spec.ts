import { resolve } from 'node:path';
import { Frame } from './screens/frame.ts';
import { newBook } from './support/new-book.ts';
import { expect, test } from './support/test.ts';

const fixture = (name: string): string => resolve('test/fixtures/einvoice', name);

test('electronic invoices are read, checked and recorded; a credit note waits for its invoice', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  await new Frame(page).goTo('Invoices');
  await page.getByRole('navigation', { name: 'Invoices' }).getByRole('link', { name: 'Electronic' }).click();

  const give = async (...files: string[]): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles(files.map(fixture));
  };
  await give('facturx/EN16931_Einfach.pdf', 'fapiao/red_negative.xml', 'fapiao/bad_truncated.xml');
  const card = (name: string) => page.getByRole('article', { name });

  const pdf = card('EN16931_Einfach.pdf');
  await expect(pdf.getByText('Cross Industry Invoice in PDF, factur-x.xml')).toBeVisible();
  await expect(pdf.getByText('No rule is broken.')).toBeVisible();
  await expect(pdf.getByText('Lieferant GmbH')).toBeVisible();
  await expect(card('red_negative.xml').getByText('which is not in the register')).toBeVisible();
  await expect(card('bad_truncated.xml').getByRole('alert')).toContainText('unclosed tag');

  await pdf.getByRole('checkbox', { name: 'Make a party of the seller' }).check();
  await pdf.getByRole('button', { name: 'Import EN16931_Einfach.pdf' }).click();
  await expect(pdf.getByText('imported', { exact: true })).toBeVisible();

  // Its invoice comes, and the credit note is ready; one press takes both.
  await give('fapiao/blue_special_single.xml');
  await expect(card('blue_special_single.xml').getByText('ready', { exact: true })).toBeVisible();
  await card('blue_special_single.xml').getByRole('button', { name: 'Import blue_special_single.xml' }).click();
  await expect(card('red_negative.xml').getByText('ready', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(card('red_negative.xml').getByText('imported', { exact: true })).toBeVisible();

  await card('red_negative.xml').getByRole('link', { name: 'Open 26999000000000000003' }).click();
  await expect(new Frame(page).inspector().getByText('red_negative.xml').first()).toBeVisible();
  const { invoices } = await rig.call('invoices/list', {});
  expect(invoices.map((i) => [i.number, i.total, i.open]).toSorted()).toEqual([
    ['26999000000000000001', '10600', '0'],
    ['26999000000000000003', '-10600', '0'],
    ['471102', '529.87', '529.87'],
  ]);
});
