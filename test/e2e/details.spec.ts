import type { Locator, Page } from '@playwright/test';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { BillLine } from '../../services/contract/bills.ts';
import { exact, Frame } from './screens/frame.ts';
import { saved } from './screens/reports.ts';
import { faults } from './support/axe.ts';
import { text, units } from './support/money.ts';
import { PERIOD } from './support/month.ts';
import type { Rig } from './support/rig.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

/** Every line of the sample in USD, read page by page; what the screen says is added up from these. */
async function readLines(rig: Rig, period: string | null): Promise<BillLine[]> {
  const lines: BillLine[] = [];
  for (let offset = 0; ; offset += 1000) {
    const where = [{ column: 'currency', value: 'USD' }];
    const { rows, count } = await rig.call('bills/lines', { period, where, offset, limit: 1000 });
    lines.push(...rows);
    if (lines.length >= count) return lines;
  }
}

const payable = (lines: readonly BillLine[]): string | null => {
  const there = lines.flatMap((line) => line.payable ?? []);
  return there.length === 0 ? null : text(there.map(units).reduce((a, b) => a + b));
};
const n = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

async function show(page: Page, rig: Rig, at: string): Promise<void> {
  await page.goto(`${rig.origin}/#/bills/details?currency=USD&period=${PERIOD}&${at}`);
  await settled(page);
}
const groups = (page: Page): Locator => page.getByRole('treegrid', { name: 'Groups' });
/** One choice of a segmented control. */
const part = (page: Page, words: string): Locator => page.getByRole('radiogroup').getByText(words, { exact: true });
const lineTable = (page: Page): Locator => page.getByRole('grid', { name: 'Bill lines' });
const total = (grid: Locator, words: string): Locator => grid.getByRole('row', { name: new RegExp(`^${words}\\b`) });
/** The cell of a row that stands under a head. */
async function under(grid: Locator, row: Locator, head: string | RegExp): Promise<string | null> {
  const heads = await grid.getByRole('columnheader').allInnerTexts();
  const at = heads.findIndex((words) => (typeof head === 'string' ? words.startsWith(head) : head.test(words)));
  return exact(row.getByRole('gridcell').nth(at));
}

test.beforeEach(async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('groups by every column, exactly', async ({ page, rig }) => {
  const lines = await readLines(rig, PERIOD);
  const columns = [
    'productType',
    'product',
    'resourceId',
    'account',
    'enterpriseProject',
    'region',
    'billingMode',
    'vendor',
    'usageType',
    'date',
    'tags',
  ] as const;
  for (const column of columns) {
    await show(page, rig, `group=${column}&gsort=-lines`);
    const values = new Map<string | null, BillLine[]>();
    for (const line of lines) values.set(line[column], [...(values.get(line[column]) ?? []), line]);
    const words = values.size > 500 ? 'First 500 groups' : `${n(values.size)} groups?`;
    await expect.poll(() => under(groups(page), total(groups(page), words), 'Payable'), column).toBe(payable(lines));
    const first = groups(page).getByRole('row').nth(1);
    const [value, own] = [...values].toSorted(([, a], [, b]) => b.length - a.length)[0]!;
    const ties = [...values.values()].filter((group) => group.length === own.length).length;
    if (ties > 1) continue;
    if (column !== 'vendor' && value) await expect(first).toContainText(value);
    await expect.poll(() => under(groups(page), first, 'Payable'), column).toBe(payable(own));
  }
});

test('lays a range of billing cycles out, and days', async ({ page, rig }) => {
  const known = await rig.call('bills/periods', {});
  const months = known
    .map((p) => p.period)
    .toSorted()
    .slice(-3);
  const lines = (await readLines(rig, null)).filter((line) => line.period >= months[0]! && line.period <= months.at(-1)!);
  await show(page, rig, `group=productType&periods=${months[0]}..${months.at(-1)}`);
  const grid = groups(page);
  const row = grid.getByRole('row').nth(1);
  const name = (await row.getByRole('gridcell').first().innerText()).trim();
  for (const month of months) {
    await expect.poll(() => under(grid, total(grid, '[\\d,]+ groups?'), month)).toBe(payable(lines.filter((l) => l.period === month)));
    await expect.poll(() => under(grid, row, month)).toBe(payable(lines.filter((l) => l.period === month && l.productType === name)));
  }
  // The same as rows, and by day.
  await part(page, 'Rows').click();
  await expect(grid.getByRole('columnheader', { name: 'Product type › Billing period' })).toBeVisible();
  await part(page, 'Columns').click();
  await part(page, 'Day').click();
  await settled(page);
  const day = lines
    .map((l) => l.date)
    .filter((d) => d !== null)
    .toSorted()[0]!;
  await expect.poll(() => under(grid, total(grid, '[\\d,]+ groups?'), day.slice(5))).toBe(payable(lines.filter((l) => l.date === day)));
});

test('drills down by keyboard alone, from groups to the next level and to the lines', async ({ page, rig }) => {
  const lines = await readLines(rig, PERIOD);
  await show(page, rig, '');
  for (const column of ['Product type', 'Region']) {
    await page.keyboard.press('p');
    await expect(page.getByRole('textbox', { name: 'Group by…' })).toBeFocused();
    await page.keyboard.type(column);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: `Level ${column}` })).toBeVisible();
    await settled(page);
  }
  const grid = groups(page);
  await expect(grid.getByRole('columnheader', { name: 'Product type › Region' })).toBeVisible();
  await settled(page);
  await grid.focus();
  const top = grid.getByRole('row').nth(1);
  const type = (await top.getByRole('gridcell').first().innerText()).trim();
  const own = lines.filter((line) => line.productType === type);
  await expect.poll(() => under(grid, top, 'Payable')).toBe(payable(own));
  await page.keyboard.press('ArrowRight');
  await expect(top).toHaveAttribute('aria-expanded', 'true');
  await settled(page);
  await page.keyboard.press('ArrowDown');
  const child = grid.getByRole('row').nth(2);
  await expect(child).toHaveAttribute('aria-level', '2');
  const region = (await child.getByRole('gridcell').first().innerText()).trim();
  const below = own.filter((line) => (line.region ?? '(missing)') === region);
  await expect.poll(() => under(grid, child, 'Payable')).toBe(payable(below));
  // ← goes back to the group it stands under, and closes it.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(top).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const sum = total(lineTable(page), `${n(below.length)} lines?`);
  await expect(sum).toBeVisible();
  await expect.poll(() => exact(sum.getByRole('gridcell').last())).toBe(payable(below));
  await page.keyboard.press('Backspace');
  await expect(grid).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test('filters figures by range and days by date, with how many lines there are of each', async ({ page, rig }) => {
  const lines = await readLines(rig, PERIOD);
  await show(page, rig, '');
  await lineTable(page)
    .getByRole('columnheader', { name: /^Payable/ })
    .hover();
  await page.getByRole('button', { name: 'Filter by Payable' }).click();
  const editor = page.getByRole('dialog', { name: 'Filter' });
  const small = lines.filter((l) => l.payable !== null && units(l.payable) > 0n && units(l.payable) < units('1'));
  const below1 = editor.getByRole('button', { name: /^above 0, below 1/ });
  await expect(below1).toContainText(n(small.length));
  await below1.click();
  await expect(total(lineTable(page), `${n(small.length)} lines?`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove filter Payable' })).toHaveCount(2);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await editor.getByRole('textbox', { name: 'Filter by…' }).fill('Date');
  await editor.getByRole('button', { name: 'Date', exact: true }).click();
  await editor.getByRole('textbox', { name: 'From' }).fill(`${PERIOD}-10`);
  await page.keyboard.press('Tab');
  const late = lines.filter((l) => l.date !== null && l.date >= `${PERIOD}-10`);
  await expect(total(lineTable(page), `${n(late.length)} lines?`)).toBeVisible();
});

test('adds up what is selected, exactly', async ({ page, rig }) => {
  await show(page, rig, 'sort=payable');
  const grid = lineTable(page);
  await grid.getByRole('row').nth(1).getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await grid.focus();
  for (let row = 0; row < 6; row++) await page.keyboard.press('j');
  await page.keyboard.press('x');
  const { rows } = await rig.call('bills/lines', {
    period: PERIOD,
    where: [{ column: 'currency', value: 'USD' }],
    sort: [{ column: 'payable' }],
    limit: 7,
  });
  const picked = total(grid, 'Selected: 7 lines');
  await expect(picked).toBeVisible();
  await expect.poll(() => exact(picked.getByRole('gridcell').last())).toBe(payable(rows));
});

test('keeps a view in the book: over a restart, by itself, renamed, and back after it was deleted', async ({ page, rig, browser }) => {
  const frame = new Frame(page);
  await show(page, rig, 'group=productType,region&zero=hide&periods=all&spread=rows');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'List price' }).uncheck();
  await page.keyboard.press('Escape');
  await frame.palette('Save what is shown as a view');
  const dialog = page.getByRole('dialog', { name: /Save what is shown/ });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('By region');
  await dialog.getByRole('checkbox', { name: 'Open by itself' }).check();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Saved views: By region', exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Hide zero' }).uncheck();
  await expect(page.getByRole('button', { name: 'Saved views: By region, changed' })).toBeVisible();

  // Another window after the book was closed and opened: nothing is left but what the book holds.
  const path = join(rig.home, 'Sample book.tallybook');
  await rig.call('book/close', {});
  await rig.call('book/open', { file: rig.grant(path, 'read') });
  const other = await (await browser.newContext()).newPage();
  await other.goto(rig.newAddress());
  await expect(other.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await other.goto(`${rig.origin}/#/bills/details?period=${PERIOD}`);
  await expect(groups(other).getByRole('columnheader', { name: 'Product type › Region › Billing period' })).toBeVisible();
  await expect(other.getByRole('checkbox', { name: 'Hide zero' })).toBeChecked();
  await expect(groups(other).getByRole('columnheader', { name: /^List price/ })).toHaveCount(0);

  // A name is there once; a deletion can be undone.
  await other.keyboard.press('v');
  await other.getByRole('menuitem', { name: 'Rename…' }).click();
  await other.getByRole('textbox', { name: 'Name' }).fill('Regions');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('button', { name: 'Saved views: Regions', exact: true })).toBeVisible();
  await other.keyboard.press('v');
  await other.getByRole('menuitem', { name: 'Delete “Regions”' }).click();
  await expect(other.getByText('The view “Regions” was deleted.')).toBeVisible();
  expect(await rig.call('views/list', {})).toEqual([]);
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await rig.call('views/list', {})).map((v) => [v.name, v.isDefault])).toEqual([['Regions', true]]);
  await other.close();
});

test('keeps columns as they were put: order, width, and at the left', async ({ page, rig }) => {
  await show(page, rig, '');
  const grid = lineTable(page);
  const heads = async (): Promise<string[]> =>
    (await grid.getByRole('columnheader').allInnerTexts()).map((words) => words.split('\n')[0]!.trim()).filter(Boolean);
  const [first, second] = await heads();
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  const chooser = page.getByRole('dialog', { name: 'Columns' });
  await chooser.getByRole('checkbox', { name: second!, exact: true }).focus();
  await chooser.getByRole('button', { name: 'Keep Payable at the left' }).focus();
  await page.keyboard.press('Enter');
  await chooser.getByRole('checkbox', { name: first!, exact: true }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Escape');
  const width = (await grid.getByRole('columnheader', { name: first! }).boundingBox())?.width;
  await page.reload();
  await settled(page);
  expect((await heads())[0]).toMatch(/^Payable/);
  expect((await grid.getByRole('columnheader', { name: first! }).boundingBox())?.width).toBe(width);
});

test('exports what is shown: the groups with the columns of the table', async ({ page, rig }) => {
  const lines = await readLines(rig, PERIOD);
  await show(page, rig, 'group=productType&by=day');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export what is shown as CSV' }).click();
  const { name, bytes } = await saved(await download);
  expect(name).toBe(`bills-groups-${PERIOD}.csv`);
  const rows = parse(bytes, { bom: true }) as string[][];
  expect(rows[0]).toEqual(['Product type', 'Date', 'Currency', 'Lines', 'Payable']);
  const groupsOfLines = new Set(lines.map((line) => JSON.stringify([line.productType, line.date])));
  // The head, each group and day, and the total.
  expect(rows).toHaveLength(groupsOfLines.size + 2);
  expect(units(rows.at(-1)!.at(-1)!)).toBe(units(payable(lines)!));
});
