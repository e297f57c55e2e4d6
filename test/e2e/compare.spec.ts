import type { Page } from '@playwright/test';
import { amount, equal, subtract, sum } from '../../domain/money/amount.ts';
import { PERIOD } from './support/month.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const open = async (page: Page, origin: string, newAddress: () => string, at: string): Promise<void> => {
  await page.goto(newAddress());
  await page.goto(`${origin}/#/bills/compare${at}${at.includes('?') ? '&' : '?'}period=${PERIOD}`);
  await settled(page);
};

test('the changes of a month add up, go a level down and open their lines', async ({ page, rig, openSample }) => {
  await openSample();
  await open(page, rig.origin, rig.newAddress, '');
  await expect(page.getByText('The changes of all groups add up to the change of the totals.')).toBeVisible();
  const told = await rig.call('analysis/compare', { period: { from: PERIOD, to: PERIOD }, by: 'productType' });
  const usd = told.currencies.find((c) => c.currency === 'USD')!;
  const first = told.rows.find((r) => r.currency === 'USD')!;
  const totals = page.getByRole('table', { name: 'Figures' });
  await expect(totals.locator('.sum [data-exact]')).toHaveAttribute('data-exact', usd.difference!);
  // Every bar of the waterfall stands in its table; from the former total on they add up to the present one.
  const bars = page.getByRole('table', { name: /^From 2024-03 to 2024-04/ }).locator('tbody tr td:nth-child(2)');
  const figures = (await bars.allTextContents()).map((text) => amount(text.replaceAll(',', '').replace('\u2212', '-')));
  expect(equal(sum(figures.slice(0, -1)), figures.at(-1)!)).toBe(true);
  const grid = page.getByRole('grid', { name: 'Changes: Product type' });
  await grid.getByRole('row', { name: new RegExp(first.value!) }).click();
  await page.getByRole('button', { name: 'By Resource ID' }).click();
  await expect(page).toHaveURL(/by=resourceId/);
  await settled(page);
  const inner = await rig.call('analysis/compare', {
    period: { from: PERIOD, to: PERIOD },
    by: 'resourceId',
    where: [{ column: 'productType', value: first.value! }],
    currency: 'USD',
  });
  await expect(totals.locator('.sum [data-exact]')).toHaveAttribute('data-exact', first.difference!);
  expect(sum(inner.rows.map((r) => r.difference))).toBe(first.difference);
  const row = inner.rows.find((r) => r.linesNow > 0)!;
  await page.getByRole('link', { name: `${row.linesNow}: open the lines of ${row.value}, ${PERIOD}` }).click();
  await expect(page.getByRole('grid', { name: 'Bill lines' })).toHaveAttribute('aria-rowcount', String(row.linesNow + 1));
});

test('an unusual change says why in both languages, and its effects add up', async ({ page, rig, openSample }) => {
  await openSample();
  await open(page, rig.origin, rig.newAddress, '?part=unusual');
  const told = await rig.call('analysis/anomalies', { period: PERIOD, currency: 'USD', limit: 20 });
  const row = told.rows[0]!;
  expect(sum(row.parts.map((p) => p.amount))).toBe(subtract(row.now, row.before));
  const name = row.resourceName ?? row.resourceId!;
  await page
    .getByRole('row', { name: new RegExp(name) })
    .first()
    .click();
  const effects = page.getByRole('table', { name: 'What the change is made of', exact: true });
  await expect(effects.locator('.sum [data-exact]')).toHaveAttribute('data-exact', row.difference);
  await page.getByRole('link', { name: `Open the lines of ${PERIOD}` }).click();
  await expect(page).toHaveURL(/bills\/details/);
  // The overview leads here.
  await page.goto(`${rig.origin}/#/overview?period=${PERIOD}`);
  await page.getByRole('link', { name: /unusual changes of cost/ }).click();
  await expect(page).toHaveURL(/part=unusual/);
});

test('a pair is marked as no duplicate by keyboard, and the mark is taken back', async ({ page, rig, openSample }) => {
  await openSample();
  const before = await rig.call('analysis/duplicates', { period: PERIOD, state: 'explained' });
  const { explained } = before.counts;
  expect(explained).toBeGreaterThan(0);
  await open(page, rig.origin, rig.newAddress, '?part=duplicates&state=explained');
  const grid = page.getByRole('grid', { name: 'Duplicates' });
  await grid.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('d');
  await expect(page.getByRole('radio', { name: 'Marked 1' })).toBeAttached();
  expect((await rig.call('analysis/duplicates', { period: PERIOD })).counts).toMatchObject({ dismissed: 1, explained: explained - 1 });
  await grid.focus();
  await page.keyboard.press('u');
  await expect(page.getByRole('radio', { name: 'Marked 0' })).toBeAttached();
  expect((await rig.call('analysis/duplicates', { period: PERIOD })).counts).toEqual(before.counts);
});

test('months, tags and projects have their figures as tables', async ({ page, rig, openSample }) => {
  await openSample();
  await open(page, rig.origin, rig.newAddress, '?part=trend');
  const trend = await rig.call('analysis/trend', { to: PERIOD, by: 'productType', currency: 'USD' });
  const usd = trend.currencies[0]!;
  expect(sum([...usd.series.map((s) => s.total), usd.rest?.total ?? null])).toBe(usd.total);
  await expect(
    page
      .getByRole('grid', { name: /^Months/ })
      .locator('.table-foot [data-exact]')
      .last(),
  ).toHaveAttribute('data-exact', usd.total!);
  await page.getByText('Tags and projects', { exact: true }).click();
  const told = await rig.call('analysis/coverage', { period: { from: PERIOD, to: PERIOD } });
  const own = told.currencies.find((c) => c.currency === 'USD')!;
  expect(sum([own.tagged.amount, own.untagged.amount])).toBe(own.total);
  await expect(page.getByRole('table', { name: 'Tag key' }).locator('tbody tr').first().locator('[data-exact]')).toHaveAttribute(
    'data-exact',
    own.keys[0]!.amount,
  );
});
