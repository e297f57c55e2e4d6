import { parse } from 'csv-parse/sync';
import { madeMonth, madeValue } from '../../domain/usage/rig.ts';
import { choose, exact, Frame } from './screens/frame.ts';
import { Import } from './screens/import.ts';
import { saved } from './screens/reports.ts';
import { faults } from './support/axe.ts';
import { textFile } from './support/files.ts';
import { newBook } from './support/new-book.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

/** April of the made series (domain/usage/rig.ts), whose 95th percentile is 950.6 at 2024-04-03 08:20. */
const SAMPLES = [
  '统计时间,产品类型,计费规格,资源ID,带宽,单位',
  ...madeMonth('2024-04', 30).map((s, i) => `${s.time.replace('T', ' ')},虚拟私有云 VPC,月95峰值带宽,bw-1,${madeValue(i)},Mbps`),
].join('\n');
const BILL = [
  '账期,账号,产品类型,产品,规格,计费模式,账单类型,资源ID,资源名称,区域,交易时间,使用量类型,使用量,使用量单位,单价,官网价(USD),优惠金额(USD),抹零金额(USD),应付金额(USD),现金支付(USD),代金券抵扣(USD),月度结算(USD),订单号/交易号',
  '2024-04,acc,虚拟私有云,共享带宽,95,按需,消费-使用,bw-1,a,华北,2024-05-01 20:00:00,95峰值,950.6,Mbps,2,1901.2,0,0,1901.2,0,0,1901.2,t-1',
].join('\n');

test('from the file to the chosen sample, beside the bill, to the samples and out again', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  const frame = new Frame(page);
  const imports = new Import(page);
  await page.goto(`${rig.origin}/#/bills/usage?period=2024-04`);
  await expect(page.getByText('No usage samples yet')).toBeVisible();
  await page.getByRole('button', { name: 'Import files' }).click();
  const samples = textFile(rig.folder, 'samples.csv', SAMPLES);
  await imports.choose(samples);
  await imports.ready('samples.csv');
  await imports.run(1);
  await rig.call('import/run', { files: [rig.grant(textFile(rig.folder, 'bill.csv', BILL), 'read')] });

  await page.goto(`${rig.origin}/#/bills/usage?period=2024-04`);
  await expect(page.getByText('2024-04-03 08:20').first()).toBeVisible();
  const charged = page.locator('.figures > div').filter({ hasText: 'Charged bandwidth' });
  await expect.poll(() => exact(charged)).toBe('950.6');
  await expect(page.getByText('Agrees with the bill')).toBeVisible();
  const cut = page.getByRole('table', { name: 'Ranked samples around the cut: 432 left out' });
  await expect(cut.getByRole('row', { name: /^433 / })).toContainText('chosen');
  await expect(cut.getByRole('row', { name: /^432 / })).toContainText('left out');

  await choose(page, page, 'Method', 'Guaranteed-minimum 95th percentile');
  await expect(page.getByText('Fill in the bandwidth that was bought or committed.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Bought bandwidth' }).fill('1000');
  await expect(page.getByText('Differs')).toBeVisible();
  await expect
    .poll(() => exact(page.getByRole('table', { name: 'Beside the bill' }).getByRole('row', { name: /^Difference/ })))
    .toBe('49.4');
  await page.getByRole('textbox', { name: 'Price a month' }).fill('2.5');
  const steps = page.getByRole('table', { name: 'How it is computed' });
  // 1000 × 2.5 × 30 ÷ 30
  await expect(steps.getByRole('row', { name: /^Charge / })).toContainText('2,500');

  await frame.palette('Show usage samples');
  const grid = page.getByRole('grid', { name: 'Samples' });
  await expect(grid.getByText('8,640 samples')).toBeVisible();
  await page.getByRole('textbox', { name: 'Day' }).fill('2024-04-03');
  await page.keyboard.press('Enter');
  await expect(grid.getByText('288 samples')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const table = parse((await saved(await download)).bytes, { bom: true, columns: true }) as Record<string, string>[];
  expect(table).toHaveLength(288);
  expect(table.find((row) => row['Sampled at'] === '2024-04-03T08:20:00+08:00')).toMatchObject({ Usage: '950.6', Unit: 'Mbps' });
});

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing serious with the sample's samples, ${scheme}`, async ({ page, rig, openSample }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await openSample();
    await page.goto(rig.newAddress());
    await settled(page);
    for (const view of ['method=classic', 'method=enhanced&committed=900', 'method=daily-peak', 'view=samples']) {
      await page.goto(`${rig.origin}/#/bills/usage?period=2024-04&${view}`);
      await settled(page);
      expect.soft(await faults(page), view).toEqual([]);
    }
    // A month that has samples of its own, found from one that has none.
    await page.goto(`${rig.origin}/#/bills/usage?period=2024-01`);
    await page.getByRole('button', { name: '2024-03' }).click();
    await expect(page.getByText('video.example.com').or(page.locator('input[value="video.example.com"]')).first()).toBeVisible();
  });
