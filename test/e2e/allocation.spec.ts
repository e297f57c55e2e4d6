import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { faults } from './support/axe.ts';
import { textFile } from './support/files.ts';
import { newBook } from './support/new-book.ts';
import { settled, show } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const HEADER =
  '账期,账号,产品类型,产品,计费模式,账单类型,消费时间,使用开始时间,使用结束时间,订单号/交易号,原订单号,资源ID,官网价,应付金额,现金支付,代金券抵扣,月度结算';
const BILL = [
  HEADER,
  // 31 days of April and May at one dollar a day: 2024-04-10 to 2024-05-10.
  '2024-04,demo,ECS,云主机,包年/包月-月,消费-新购,2024-04-10 10:00:00,2024-04-10 10:00:00,2024-05-10 23:59:59,CS1,--,vm-1,31,31,20,11,0',
  '2024-04,demo,EVS,云硬盘,包年/包月-月,消费-续订,2024-04-20 10:00:00,2024-04-20 10:00:00,2024-04-20 10:00:00,CS2,--,vol-1,60,60,60,0,0',
  '2024-04,demo,EVS,云硬盘,按需,消费-使用,2024-04-15 16:00:00,2024-04-15 16:00:00,2024-04-15 17:00:00,T1,--,vol-2,0.3,0.3,0.3,0,0',
].join('\n');

test('cost allocation: the month by groups, a term given by hand and taken back, and the table exported', async ({ page, rig }) => {
  await newBook(rig);
  const file = rig.grant(textFile(rig.folder, 'detail.csv', `${BILL}\n`), 'read');
  await rig.call('import/run', { files: [file] });
  await page.goto(rig.newAddress());
  await show(page, rig.origin, { name: 'allocation', at: 'bills/allocation' });

  // 21 days of 31 in April, and what was used; terms were read by themselves.
  const figure = (name: string) => page.locator('.allocation-overview .figures > div').filter({ hasText: name }).locator('[data-exact]');
  await expect(figure('This month')).toHaveAttribute('data-exact', '21.3');
  await expect(figure('Remaining')).toHaveAttribute('data-exact', '10');
  await expect(page.getByText('3 of 3 checks agree')).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row', { name: /ECS/ })).toContainText('21');
  await expect(page.getByText('1 line paid ahead has no term')).toBeVisible();
  expect(await faults(page)).toEqual([]);

  // The line without a term: the remedy, the term by hand, and the figures at once.
  await page.getByRole('button', { name: 'Show them' }).click();
  await page.getByRole('grid').getByRole('row', { name: /CS2/ }).click();
  await expect(page.getByText(/Import the orders list/)).toBeVisible();
  await page.getByRole('button', { name: 'Give the term…' }).click();
  await page.getByLabel('Term from').fill('2024-04-21');
  await page.getByLabel('Term to').fill('2024-05-20');
  await page.getByLabel('Note').fill('from the order page');
  await page.getByRole('button', { name: 'Save the term' }).click();
  await expect(page.getByText('given by hand')).toBeVisible();
  await expect(page.getByText('Every line has its term')).toBeVisible();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await page.getByText('Groups', { exact: true }).click();
  // 10 of its 30 days are in April: 20 more.
  await expect(figure('This month')).toHaveAttribute('data-exact', '41.3');

  // Taken back, it is missing again.
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(figure('This month')).toHaveAttribute('data-exact', '21.3');
  await page.keyboard.press('Escape');

  // A group leads to its lines, and a line to its months.
  await page.getByRole('grid').getByRole('row', { name: /ECS/ }).click();
  await page.getByRole('grid').getByRole('row', { name: /CS1/ }).click();
  await expect(page.getByText('1 line', { exact: true })).toBeVisible();
  const months = page.getByRole('table').filter({ hasText: '2024-05' });
  await expect(months.getByRole('row', { name: /2024-04 21/ })).toContainText('21');
  await expect(months.getByRole('row', { name: /2024-05 10/ })).toContainText('10');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'CSV' }).first().click();
  const rows = parse(readFileSync(await (await download).path()), { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map((row) => [row['Product type'], row['This month'], row['This month · Cash'] !== undefined])).toEqual([
    ['ECS', '21.00000000', true],
  ]);
});
