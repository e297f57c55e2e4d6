import { join } from 'node:path';
import { faults } from './support/axe.ts';
import { latinWords } from './support/latin.ts';
import { cents, money, units } from './support/money.ts';
import { PERIOD } from './support/month.ts';
import { settled, show } from './support/screens.ts';
import { expect, test } from './support/test.ts';
import { BillLines } from './screens/bills.ts';
import { SummaryCards } from './screens/summary.ts';

const BILLS = { name: 'bills', at: 'bills/summary' };

test.beforeEach(async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await show(page, rig.origin, BILLS);
});

test('the bill of a month: figures, what they are held to, and their lines', async ({ page, rig }) => {
  const cards = new SummaryCards(page);
  const { settlement, payments } = await rig.call('bills/summary', { period: PERIOD });
  const usd = settlement.find((entry) => entry.currency === 'USD')!;
  const printed = (id: string): string => money(units(usd.figures.find((figure) => figure.id === id)!.printed));

  await test.step('real-time and monthly add up to the total', async () => {
    for (const [name, id] of [
      ['Total', 'total'],
      ['Settled in real time', 'cloud.realtime'],
      ['Monthly-settled', 'cloud.monthly'],
    ] as const)
      await expect(cards.row(name)).toContainText(printed(id));
    const exact = (id: string): bigint => units(usd.figures.find((figure) => figure.id === id)!.exact);
    expect(exact('cloud.realtime') + exact('cloud.monthly')).toBe(exact('total'));
    expect(exact('details') - exact('coupons')).toBe(exact('total'));
    const checks = cards.card('Bill summary').getByRole('list', { name: 'What the figures are held to' }).getByRole('listitem');
    await expect(checks).toHaveCount(usd.checks.length);
    await expect(checks.filter({ hasText: 'Details − refunds − coupons = total' })).toContainText('−');
    for (const check of usd.checks) await expect(checks.filter({ hasText: check.arithmetic }).first()).toBeVisible();
  });

  await test.step('the payment lies on its invoice', async () => {
    const card = cards.card('Payments and invoices');
    const [share] = payments.find((entry) => entry.currency === 'USD')!.shares;
    await expect(card.getByRole('link', { name: `Payment ${share!.reference}` })).toBeVisible();
    await expect(card.getByRole('row', { name: /^SG2024040001/ })).toContainText('Paid');
  });

  await test.step('a figure opens exactly its lines', async () => {
    await cards.row('Settled in real time').getByRole('link').click();
    const lines = new BillLines(page);
    const { filter } = usd.figures.find((figure) => figure.id === 'cloud.realtime')!;
    const asked = await rig.call('bills/lines', { period: PERIOD, where: filter! });
    expect(asked.totals['USD']!.cash).toBe(usd.figures.find((figure) => figure.id === 'cloud.realtime')!.exact);
    await expect(lines.totals(asked.count.toLocaleString('en-US'))).toBeVisible();
    await page.goBack();
  });

  await test.step('a refund opens its bill type, a coupon its product type', async () => {
    await settled(page);
    await cards.card('Refunds').getByRole('table', { name: 'Refunds by bill type' }).getByRole('link', { name: '退款-变更' }).click();
    await expect(page.getByRole('button', { name: 'Remove filter Bill type' })).toBeVisible();
    await page.goBack();
    await cards.card('Coupons used').getByRole('link').first().click();
    await expect(page.getByRole('button', { name: 'Remove filter Product type' })).toBeVisible();
    await page.goBack();
  });

  await test.step('a type of discount opens to its largest lines, and a line to its file', async () => {
    const { types } = await rig.call('bills/discountTypes', { period: PERIOD });
    const [type] = types;
    const table = cards.card('Discounts').getByRole('table', { name: 'Discounts by type' });
    await expect(table.getByRole('row', { name: new RegExp(`^${type!.type}`) })).toContainText(type!.lines.toLocaleString('en-US'));
    await table.getByRole('button', { name: type!.type! }).click();
    await table.getByRole('link', { name: new RegExp(`^Line ${type!.largest[0]!.id} `) }).click();
    await expect(page.getByRole('complementary').getByText(type!.type!).first()).toBeAttached();
  });
});

test('totals in the payment currency by the rate of the month', async ({ page, rig }) => {
  const cards = new SummaryCards(page);
  const total = async (): Promise<bigint> => {
    const { settlement } = await rig.call('bills/summary', { period: PERIOD });
    return units(settlement.find((entry) => entry.currency === 'USD')!.figures[0]!.printed);
  };
  await cards.payIn('EUR', '1.04');
  await expect(cards.row('Total')).toContainText(money(cents(((await total()) * 104n) / 100n)));
  await expect(cards.card('Bill summary').getByRole('button', { name: '1 USD = 1.04 EUR, entered' })).toBeVisible();
  await cards.payIn('JPY', '147.911');
  const yen = ((await total()) * 147_911n) / 1000n;
  const one = units('1');
  await expect(cards.row('Total')).toContainText(money(((yen + one / 2n) / one) * one).replace('.00', ''));
  // The rate of the other month is another one, and there is none.
  await page.getByRole('button', { name: 'Previous period' }).click();
  await expect(cards.card('Bill summary').getByRole('button', { name: 'No rate USD to JPY: enter one' })).toBeVisible();
});

test('cards are hidden and moved by keyboard, kept in the book, and put back', async ({ page, rig }) => {
  const cards = new SummaryCards(page);
  await test.step('move and hide', async () => {
    const before = await cards.titles();
    expect(before).toContain('Refunds');
    const dialog = await cards.customise();
    const refunds = dialog.getByRole('listitem', { name: /^Refunds/ });
    await refunds.focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(dialog.getByRole('status')).toHaveText(/^Refunds is now \d+ of \d+$/);
    for (let i = 0; i < 20; i++) await page.keyboard.press('Alt+ArrowUp');
    await expect(dialog.getByRole('listitem').first()).toHaveAccessibleName(/^Refunds, 1 of/);
    await dialog.getByRole('switch', { name: 'Total by billing period' }).uncheck();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await cards.titles())[0]).toBe('Refunds');
    await expect.poll(() => cards.titles()).not.toContain('Total by billing period');
  });

  await test.step('after the book was closed and opened again', async () => {
    const book = join(rig.home, 'Sample book.tallybook');
    await rig.call('book/close', {});
    await rig.call('book/open', { file: rig.grant(book, 'read') });
    await page.reload();
    await settled(page);
    await expect.poll(async () => (await cards.titles())[0]).toBe('Refunds');
    await expect.poll(() => cards.titles()).not.toContain('Total by billing period');
  });

  await test.step('reset', async () => {
    const dialog = await cards.customise();
    await dialog.getByRole('button', { name: 'Reset' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await cards.titles())[0]).toBe('Bill summary');
    await expect.poll(() => cards.titles()).toContain('Total by billing period');
    expect((await rig.call('book/summaryLayout', {})).cards).toBeNull();
  });
});

test('the layout dialog and the Chinese summary are accessible and wholly Chinese', async ({ page }) => {
  const cards = new SummaryCards(page);
  await cards.customise();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.evaluate("localStorage.setItem('tallybook-language', 'zh-CN')");
  await page.reload();
  await settled(page);
  await expect(page.getByRole('region', { name: '账单摘要', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '自定义布局' }).click();
  await expect(page.getByRole('dialog', { name: '自定义布局' })).toBeVisible();
  expect(await latinWords(page)).toEqual([]);
  expect(await faults(page)).toEqual([]);
});
