import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults } from './support/axe.ts';
import { newBook } from './support/new-book.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const STATEMENT = [
  'Date,Amount,Currency,Account,Counterparty,Description,Reference',
  '2024-03-28,-108.00,USD,MY-9001,HW CLOUD INTL,outward transfer,MY-2024-001',
  '2024-03-29,-100.00,USD,MY-9001,HW CLOUD INTL,outward transfer,MY-2024-002',
  '2024-03-30,-60.00,USD,MY-9001,HW CLOUD INTL,part payment,',
  '2024-03-31,-54.00,USD,MY-9001,HW CLOUD INTL,outward transfer,MY-2024-004',
].join('\n');

test('money is matched by keyboard alone: taken with its reasons, laid out by hand, undone, accepted by rule', async ({ page, rig }) => {
  await newBook(rig);
  for (const [number, net, tax] of [
    ['MY-2024-001', '100', '8'],
    ['MY-2024-002', '100', '8'],
    ['MY-2024-003', '90', '0'],
    ['MY-2024-004', '50', '4'],
  ] as const)
    await rig.call('invoices/add', {
      number,
      net,
      tax,
      date: '2024-03-02',
      due: '2024-04-01',
      vendor: 'huawei',
      entity: 'SPARKOO_SG',
      currency: 'USD',
    });
  const invoice = { invoice: 'MY-2024-002', vendor: 'huawei' as const };
  await rig.call('wht/recordStep', { invoices: [invoice], kind: 'rate', date: '2024-03-02', rate: '8', reason: 'agreed' });
  const file = join(rig.folder, 'bank.csv');
  writeFileSync(file, STATEMENT);
  await rig.call('bank/import', { file: rig.grant(file, 'read') });
  await page.goto(rig.newAddress());
  await settled(page);
  await page.goto(`${rig.origin}/#/reconcile/match`);
  await settled(page);
  const money = page.getByRole('region', { name: 'Money to match' });
  const work = page.getByRole('region', { name: 'Matches' }).first();
  const laid = page.getByRole('region', { name: 'What is laid out' });
  const openOf = async (number: string): Promise<string> => (await rig.call('invoices/show', { number, vendor: 'huawei' })).open;

  await test.step('the net amount after withheld tax is a match with its arithmetic; Enter takes it, a accepts it', async () => {
    await expect(money.getByRole('button')).toHaveCount(4);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const best = work.getByRole('article', { name: 'MY-2024-002' });
    await expect(best).toContainText('108.00 − 8.00 = 100.00 USD');
    await expect(best).toContainText('The amount is net after 8 % WHT.');
    await expect(best).toContainText('Number MY-2024-002 stands in the reference.');
    await page.keyboard.press('Enter');
    await expect(laid).toContainText('Certificate to come: 8 USD');
    await expect(laid.getByRole('status')).toContainText('Left over 0.00');
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('a');
    await expect(money.getByRole('button')).toHaveCount(3);
    expect(await openOf('MY-2024-002')).toBe('8');
  });

  await test.step('what nothing fits is laid out by hand: found with /, with the residual live', async () => {
    await expect(money.locator('[aria-current=true]')).toContainText('MY-2024-001');
    await page.keyboard.press('k');
    await expect(money.locator('[aria-current=true]')).toContainText('60.00');
    await page.keyboard.press('/');
    await page.keyboard.type('003');
    await expect(page.getByRole('row', { name: /MY-2024-003/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /MY-2024-004/ })).toHaveCount(0);
    await page.keyboard.press('Enter');
    const share = laid.getByRole('textbox', { name: 'Amount for MY-2024-003' });
    await expect(share).toHaveValue('60');
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('45.5');
    await expect(laid.getByRole('status')).toContainText('Left over 14.50');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    // What is left of the payment stays to be matched.
    await expect(money.getByRole('button', { name: /14\.50/ })).toHaveCount(1);
    expect(await openOf('MY-2024-003')).toBe('44.5');
  });

  await test.step('u takes it back, with a reason', async () => {
    await page.keyboard.press('u');
    await expect(page.getByRole('dialog')).toContainText('MY-2024-003');
    await page.keyboard.type('other invoice');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(money.getByRole('button', { name: /60\.00/ })).toHaveCount(1);
    expect(await openOf('MY-2024-003')).toBe('90');
  });

  await test.step('b accepts in one go what the rule takes, after showing it', async () => {
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('row')).toHaveCount(3);
    await expect(dialog.getByRole('row', { name: /MY-2024-004/ })).toBeVisible();
    await dialog.getByRole('button', { name: 'Accept all 2' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(money.getByRole('button')).toHaveCount(1);
    expect([await openOf('MY-2024-001'), await openOf('MY-2024-004')]).toEqual(['0', '0']);
    const [rule] = await rig.call('match/rules', {});
    expect(rule).toMatchObject({ text: 'HW CLOUD INTL', party: expect.stringContaining('Sparkoo'), uses: 2 });
  });
});
