import { expect, test } from './support/test.ts';

test('looks a code up in any language, as of a day', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/wht/forms?date=2020-12-31`);
  const table = page.getByRole('grid', { name: 'Forms and codes of the countries' });
  const rows = table.getByRole('row');
  await page.getByRole('searchbox').fill('นายหน้า');
  // The heading, and the same line of 50 Tawi, e-WHT, P.N.D. 3 and 53.
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(2)).toContainText('3 / 2');

  await page.getByRole('searchbox').fill('WC230 royalties');
  await expect(rows).toHaveCount(2);
  await rows.nth(1).click();
  await expect(page.getByRole('group', { name: 'Details' })).toContainText('30 % · Payee a non-resident');
  await page.goto(`${rig.origin}/#/wht/forms?date=2021-01-01&q=WC230%20royalties`);
  await expect(rows.nth(1)).toContainText('25');
});
