import { expect, test } from './support/test.ts';

test('a party and a number series are entered, refused in words, and taken out of use', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/settings?tab=parties`);
  const table = page.getByRole('grid', { name: 'Parties' });
  await expect(table.getByText('Demo Research Pte. Ltd.')).toBeVisible();

  await page.keyboard.press('n');
  const form = page.getByRole('form', { name: 'Party' });
  await form.getByLabel('Name on documents').fill('Quay Software Ltd');
  await form.getByRole('button', { name: 'Add a recipient' }).click();
  await form.getByLabel('E-mail').fill('billing@quay');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('“billing@quay” is no e-mail address.')).toBeVisible();
  await form.getByLabel('E-mail').fill('billing@quay.example');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(table.getByText('Quay Software Ltd')).toBeVisible();
  await page.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('Archived: offered no more')).toBeVisible();

  await page.getByText('Number series', { exact: true }).click();
  const series = page.getByRole('grid', { name: 'Number series' });
  await expect(series.getByText('INV-{YYYY}-{####}')).toBeVisible();
  await page.getByRole('button', { name: 'Add a series' }).click();
  const numbers = page.getByRole('form', { name: 'Number series' });
  await numbers.getByLabel('Name').fill('Sales');
  await numbers.getByLabel('Pattern').fill('S{YY}{MM}-{###}');
  await expect(numbers.getByText('First S2601-001, then S2601-002')).toBeVisible();
  await numbers.getByLabel('Pattern').fill('S-{###}');
  await expect(numbers.getByText('These numbers could repeat, or cannot be written.')).toBeVisible();
  await numbers.getByRole('button', { name: 'Save' }).click();
  await expect(numbers.getByText(/it begins again and does not tell the year/)).toBeVisible();
  await numbers.getByLabel('Pattern').fill('S{YYYY}-{###}');
  await numbers.getByRole('button', { name: 'Save' }).click();
  await expect(series.getByText('S{YYYY}-{###}')).toBeVisible();
});
