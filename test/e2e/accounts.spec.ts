import type { Page } from '@playwright/test';
import { exact } from './screens/frame.ts';
import { faults } from './support/axe.ts';
import { PERIOD } from './support/month.ts';
import type { Rig } from './support/rig.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const MASTER = 'demo-finance';
const SUB = 'demo-research';

async function show(page: Page, rig: Rig, at: string): Promise<void> {
  await page.goto(`${rig.origin}/#/${at}${at.includes('?') ? '&' : '?'}period=${PERIOD}`);
  await settled(page);
}
const entry = (id: string, rest: object = {}) => ({ id, name: null, company: null, role: null, master: null, entities: [], ...rest });
const payable = async (rig: Rig, where: { column: string; value: string }[]): Promise<string | null> => {
  const { totals } = await rig.call('bills/lines', { period: PERIOD, where: [...where, { column: 'currency', value: 'USD' }], limit: 1 });
  return totals['USD']?.payable ?? null;
};

test.beforeEach(async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('says what an account is, takes it back, and takes what the bills suggest', async ({ page, rig }) => {
  const said = async (id: string) => (await rig.call('accounts/list', {})).accounts.find((account) => account.id === id)!;
  await show(page, rig, 'settings?tab=accounts');
  const grid = page.getByRole('grid', { name: 'Accounts' });
  expect((await said(SUB)).role).toBeNull();
  await expect(grid.getByRole('row', { name: new RegExp(SUB) })).toContainText(`Sub-account of ${MASTER}`);

  await grid.getByRole('row', { name: new RegExp(SUB) }).click();
  const form = page.getByRole('form', { name: 'Accounts' });
  await form.getByLabel('Name').fill('Research');
  await form.getByLabel('Company').fill('Demo Holding');
  await form.getByRole('button', { name: 'Add months under an operating entity' }).click();
  await form.getByLabel('Operating entity 1').fill('Partner Ltd');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await said(SUB)).entities).toEqual([{ entity: 'Partner Ltd', from: null, to: null }]);
  await expect.poll(() => said(SUB)).toMatchObject({ name: 'Research', company: 'Demo Holding', role: null });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await said(SUB)).name).toBeNull();

  await page.getByRole('button', { name: 'Take the suggestion' }).click();
  await expect.poll(async () => (await said(SUB)).master).toBe(MASTER);
  await expect.poll(() => said(MASTER)).toMatchObject({ role: null });
  expect(await faults(page)).toEqual([]);
});

test('holds every view to a company', async ({ page, rig }) => {
  await rig.call('accounts/set', { accounts: [entry(SUB, { company: 'Demo Holding' }), entry('demo-shop', { company: 'Demo Holding' })] });
  const one = await payable(rig, [{ column: 'account', value: SUB }]);
  const both = (
    await rig.call('bills/lines', {
      period: PERIOD,
      where: [
        { column: 'account', op: 'in', value: [SUB, 'demo-shop'] },
        { column: 'currency', value: 'USD' },
      ],
      limit: 1,
    })
  ).totals['USD']!.payable;
  await show(page, rig, 'bills/details?group=account&currency=USD');
  await page.getByRole('button', { name: 'All accounts' }).click();
  await page.getByRole('menuitem', { name: /Demo Holding/ }).click();
  const groups = page.getByRole('treegrid', { name: 'Groups' });
  const total = groups.getByRole('row', { name: /^2 groups/ });
  await expect(total).toBeVisible();
  const heads = await groups.getByRole('columnheader').allInnerTexts();
  const at = heads.findIndex((words) => words.startsWith('Payable'));
  await expect.poll(() => exact(total.getByRole('gridcell').nth(at))).toBe(both);
  expect(page.url()).toContain('company=Demo');

  await page.getByRole('link', { name: 'Summary' }).click();
  await settled(page);
  await expect(page.getByRole('button', { name: 'Company Demo Holding' })).toBeVisible();
  await expect(page.locator(`[data-exact="${both}"]`).first()).toBeVisible();

  await page.getByRole('button', { name: 'Company Demo Holding' }).click();
  await page.getByRole('menuitem', { name: SUB }).click();
  await expect(page.locator(`[data-exact="${one}"]`).first()).toBeVisible();
  expect(page.url()).not.toContain('company=');
  await show(page, rig, 'settings?tab=accounts&show=companies&company-entry=Demo%20Holding');
  await expect(page.getByRole('grid', { name: 'Companies' }).getByRole('row', { name: /Demo Holding/ })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test('shows who paid for whom, and an earlier operating entity apart', async ({ page, rig }) => {
  await rig.call('accounts/set', { accounts: [entry('demo-shop', { entities: [{ entity: 'Partner Ltd', from: null, to: PERIOD }] })] });
  await show(page, rig, 'settings?tab=accounts&show=matrix');
  const present = page.getByRole('table', { name: 'Huawei Cloud · USD · The vendor itself' });
  const earlier = page.getByRole('table', { name: 'Huawei Cloud · USD · Partner Ltd' });
  const shop = await payable(rig, [{ column: 'account', value: 'demo-shop' }]);
  const research = await payable(rig, [{ column: 'account', value: SUB }]);
  const last = (name: string) => earlier.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell');
  await expect.poll(() => exact(last('Total').first())).toBe(shop);
  await expect(page.getByText('History: in no other total of this page.')).toBeVisible();
  await expect(present.getByRole('row', { name: /demo-shop/ })).toHaveCount(0);
  const cell = present.getByRole('row', { name: new RegExp(SUB) }).getByRole('cell');
  await expect.poll(() => exact(cell.first())).toBe(research);
  const checks = page.getByRole('table', { name: 'Checks' });
  await expect(checks.getByText('Pass')).toHaveCount(await checks.getByRole('row').count());
  expect(await faults(page)).toEqual([]);
  await cell.first().getByRole('link').click();
  await settled(page);
  await expect(page).toHaveURL(/payingAccount/);
  await expect(page.locator(`[data-exact="${research}"]`).first()).toBeVisible();
});
