import { DocumentForm } from './screens/documents.ts';
import { Frame } from './screens/frame.ts';
import { pdfFile } from './support/files.ts';
import { newBook } from './support/new-book.ts';
import { expect, test } from './support/test.ts';

test('an invoice waits for the file that is still on its way', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  const frame = new Frame(page);
  await frame.goTo('Invoices');
  await page.getByRole('button', { name: 'Add invoice' }).first().click();
  const form = new DocumentForm(page, 'Add invoice');
  await form.fill('Number', 'SG1');
  await form.day('Date', '2024-05-03');
  await form.fill('Net', '100');
  await form.fill('Tax', '8');
  const save = form.form.getByRole('button', { name: 'Save invoice' });
  await expect(save).toBeEnabled();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  await page.route('**/upload?*', async (route) => {
    await arrived;
    await route.continue();
  });
  await form.attach(await pdfFile(rig.folder, 'SG1.pdf', 'Invoice SG1 (invented)'));
  await expect(save).toBeDisabled();
  await page.keyboard.press('Control+s');
  await expect(form.form).toBeVisible();
  arrive();
  await expect(form.form.getByText('SG1.pdf')).toBeVisible();
  await form.save('Save invoice');
  await expect(frame.inspector().getByText('SG1.pdf')).toBeVisible();
});
