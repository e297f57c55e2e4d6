import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults } from './support/axe.ts';
import { newBook } from './support/new-book.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const HEAD =
  'Withholder PIN,Withholder Name,Withholdee PIN,Withholdee Name,Invoice No,Certificate Date,WHT Certificate No,Gross Amount (KES),WHT Rate,Withholding Tax Amount,Status';
const row = (number: string, invoice: string, base: string, tax: string): string =>
  `P000000001A,Example Sdn Bhd,P000000002B,Example Cloud Ltd,${invoice},${dayFrom(-10)},KRAWHT${number},${base},5,${tax},Approved`;

test('a list of certificates: recognised, matched with reasons, taken, known the next time; another one mapped', async ({ page, rig }) => {
  await newBook(rig);
  for (const [number, net] of [
    ['EX-1001', '1000'],
    ['EX-1002', '2000'],
    ['EX-1003', '2000'],
  ] as const)
    await rig.call('invoices/add', { number, net, tax: '0', date: dayFrom(-40), vendor: 'other', currency: 'KES' });
  const list = join(rig.folder, 'itax.csv');
  writeFileSync(
    list,
    [
      HEAD,
      row('0101', 'EX-1001', '1000', '50'),
      row('0102', '', '2000', '100'),
      row('0103', 'EX-9999', '70', '3.5').replace(',3.5,', ',x,'),
    ].join('\n'),
  );
  await page.goto(rig.newAddress());
  await settled(page);
  await page.goto(`${rig.origin}/#/wht/import`);
  await settled(page);
  const grid = page.getByRole('grid', { name: 'Rows' });
  const inspector = page.getByRole('complementary');
  const drop = async (path: string): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles(path);
  };

  await test.step('the columns tell the profile, and each row what it is', async () => {
    await drop(list);
    await expect(page.getByRole('region', { name: 'How it is read' })).toContainText(
      'Kenya: iTax withholding certificates: 11 of 11 columns',
    );
    await expect(grid.getByRole('row', { name: /KRAWHT0101/ })).toContainText('Matched');
    await expect(grid.getByRole('row', { name: /KRAWHT0102/ })).toContainText('Several');
    await expect(grid.getByRole('row', { name: /“x” is not an amount/ })).toContainText('Rejected');
    expect(await faults(page)).toEqual([]);
  });

  await test.step('what is exact is accepted by rule; of several a person chooses, and sees what is left over', async () => {
    await page.keyboard.press('b');
    await expect(page.getByRole('button', { name: 'Take 1 certificate' })).toBeEnabled();
    await grid
      .getByRole('row', { name: /KRAWHT0102/ })
      .getByRole('checkbox')
      .click();
    await expect(inspector.getByRole('article', { name: 'EX-1003' })).toContainText('2000 × 5 % is 100 KES, to the last digit.');
    await inspector.getByRole('button', { name: 'Accept EX-1003' }).click();
    const amount = inspector.getByRole('textbox', { name: 'Tax for EX-1003' });
    await amount.fill('99.99');
    await expect(inspector.getByRole('article', { name: 'EX-1003' })).toContainText('Left over 0.01');
    await amount.fill('100');
    await expect(inspector.getByRole('article', { name: 'EX-1003' })).toContainText('Left over 0');
    expect(await faults(page)).toEqual([]);
  });

  await test.step('two are taken as submitted, and lead to the book', async () => {
    await page.getByText('as submitted').click();
    await page.getByRole('button', { name: 'Take 2 certificates' }).click();
    const result = page.getByRole('grid', { name: 'What became of the rows' });
    await expect(result.getByRole('row', { name: /KRAWHT0102/ })).toContainText('EX-1003');
    await expect(result.getByRole('row', { name: /is not an amount/ })).toContainText('Rejected');
    const certificates = await rig.call('wht/list', {});
    expect(certificates.map((c) => [c.number, c.status, c.total]).toSorted()).toEqual([
      ['KRAWHT0101', 'submitted', '50'],
      ['KRAWHT0102', 'submitted', '100'],
    ]);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(page.getByRole('grid', { name: 'Lists that were taken' }).getByRole('row', { name: /itax\.csv/ })).toBeVisible();
  });

  await test.step('the same list again is known', async () => {
    await drop(list);
    await expect(page.getByRole('region', { name: 'How it is read' })).toContainText('This very file was taken on');
    await expect(grid.getByRole('row', { name: /KRAWHT0101/ })).toContainText('Known');
  });

  await test.step('columns that no profile knows are mapped, and the mapping is kept', async () => {
    const other = join(rig.folder, 'team.csv');
    writeFileSync(other, `Beleg;Tag;Rechnung;Steuer\nB-1;${dayFrom(-5)};EX-1002;100,00\n`);
    await page.getByRole('button', { name: 'Put itax.csv away' }).click();
    await drop(other);
    await expect(page.getByText('No profile knows these columns.')).toBeVisible();
    for (const [column, field] of [
      ['Beleg', 'certificate number'],
      ['Tag', 'certificate date'],
      ['Rechnung', 'invoice'],
      ['Steuer', 'tax withheld'],
    ] as const) {
      await page.getByRole('combobox', { name: `Meaning of ${column}` }).click();
      await page.getByRole('option', { name: field, exact: true }).click();
    }
    await page.getByRole('combobox', { name: 'Currency' }).fill('KES');
    await page.getByRole('option', { name: 'KES' }).click();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep the mapping' }).click();
    await expect(grid.getByRole('row', { name: /B-1/ })).toContainText('Matched');
    expect((await rig.call('wht/importProfiles', {})).own.map((p) => p.name)).toEqual(['team']);
  });
});
