import { parse } from 'csv-parse/sync';
import { Frame } from './screens/frame.ts';
import { saved } from './screens/reports.ts';
import { expect, test } from './support/test.ts';

test('the lines of the filter are written as FOCUS, and the task says what the bills do not tell', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await new Frame(page).goTo('Bills');
  await page.getByRole('link', { name: 'Details', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'FOCUS 1.2 (CSV)' }).click();
  const { bytes } = await saved(await download);
  const rows = parse(bytes, { columns: true }) as Record<string, string>[];
  expect(rows.length).toBeGreaterThan(0);
  expect(Object.keys(rows[0]!)).toEqual(expect.arrayContaining(['BilledCost', 'ChargeCategory', 'x_TallybookLineKey']));
  await page.getByRole('button', { name: /task/ }).click();
  await expect(page.getByText(/Filled by rule: .*ContractedCost/).first()).toBeVisible();
});
