import { Frame } from './screens/frame.ts';
import { Import } from './screens/import.ts';
import { textFile } from './support/files.ts';
import { newBook } from './support/new-book.ts';
import { expect, test } from './support/test.ts';

const HEADER =
  'BilledCost,EffectiveCost,ListCost,BillingAccountId,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargeCategory,ChargeClass,ServiceName,ProviderName,ResourceId';
/** One charge each; the months begin at midnight in UTC+8, which is 16:00Z of the day before. */
const focus = (...charges: readonly [cost: string, resource: string][]): string =>
  `${[HEADER, ...charges.map(([cost, id]) => `${cost},${cost},${cost},100200300400,USD,2024-12-31T16:00:00Z,2024-12-31T16:00:00Z,Usage,,Compute,Nimbus,${id}`)].join('\n')}\n`;

test('a FOCUS file: its source, time zone and delivery are shown, chosen before the import, and remembered', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  await new Frame(page).goTo('Import');
  const screen = new Import(page);

  await screen.choose(textFile(rig.folder, 'first.csv', focus(['10', 'a'], ['20', 'b'])));
  const first = await screen.ready('first.csv');
  const source = first.getByRole('group', { name: 'Source of the file' });
  await expect(source).toContainText('Nimbus · 100200300400');
  await expect(source.getByLabel('Time zone of the months')).toHaveValue('As the file tells: UTC+08:00');
  await expect(source).toContainText('BillingPeriodStart 2024-12-31T16:00:00Z is the first moment of a month there and in no other zone.');
  await expect(source).toContainText('The file does not say whether it adds to its month or replaces it.');
  await expect(first).toContainText('2025-01');

  // By another clock the month is another one.
  await source.getByLabel('Time zone of the months').click();
  await source.getByLabel('Time zone of the months').fill('utc');
  await page.getByRole('option', { name: 'UTC', exact: true }).click();
  await expect(first).toContainText('2024-12');
  await expect(source).toContainText('the file itself speaks for UTC+08:00');
  await source.getByLabel('Time zone of the months').click();
  await page.getByRole('option', { name: 'As the file tells: UTC+08:00' }).click();
  await expect(first).toContainText('2025-01');
  await source.getByLabel('Delivery').click();
  await page.getByRole('option', { name: 'Replaces its month' }).click();
  await expect(source).toContainText('Delivery as chosen.');
  await screen.run(1);

  await screen.choose(textFile(rig.folder, 'second.csv', focus(['10', 'a'], ['25', 'b'])));
  const second = await screen.ready('second.csv');
  await expect(second.getByRole('group', { name: 'Source of the file' })).toContainText('Delivery as remembered for this source.');
  await expect(second).toContainText('Lines of earlier files that will give way to this newer one: 1.');
  await screen.run(1);
  const told = await rig.call('bills/summary', { period: '2025-01', vendor: null, account: null });
  expect(told.total).toEqual({ USD: '35' });
});
