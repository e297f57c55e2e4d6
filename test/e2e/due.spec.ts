import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { faults } from './support/axe.ts';
import { saved } from './screens/reports.ts';
import type { Rig } from './support/rig.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const NUMBER = 'inv-due-1';
const dayFrom = (days: number): string => {
  const at = new Date(Date.now() + days * 86_400_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

/** A bill of Zilliz Cloud that appeared today, as its interface gives it. */
async function importBill(rig: Rig): Promise<void> {
  const at = (days: number): string => `${dayFrom(days)}T00:00:00Z`;
  const bill = {
    id: NUMBER,
    orgId: 'org-1',
    periodStart: at(-30),
    periodEnd: at(0),
    invoiceDate: at(0),
    dueDate: at(0),
    currency: 'RMB',
    status: 'unconfirmed',
    usageAmount: 52400,
    creditsApplied: 12400,
    alreadyBilledAmount: 0,
    advancePayAmount: 0,
    subtotal: 40000,
    tax: 5000,
    total: 45000,
    amountDue: 45000,
  };
  const path = join(rig.folder, 'zilliz.json');
  writeFileSync(path, JSON.stringify({ code: 0, data: { count: 1, currentPage: 1, pageSize: 10, invoices: [bill] } }));
  await rig.call('import/run', { files: [rig.grant(path, 'read')] });
}
const show = async (page: Page, rig: Rig, at: string): Promise<void> => {
  await page.goto(`${rig.origin}/#/${at}`);
  await settled(page);
};
const confirmBy = async (rig: Rig): Promise<string | undefined> =>
  (await rig.call('invoices/show', { number: NUMBER })).timeline.find((entry) => entry.step === 'confirm-by')?.date;

test.beforeEach(async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('a bill is disputed, taken back, moved by a holiday, and becomes a reminder', async ({ page, rig }) => {
  await importBill(rig);
  const inspector = page.getByRole('complementary');
  const course = inspector.getByRole('list', { name: 'Course' });

  await test.step('it waits for confirmation; a dispute stops the clock', async () => {
    await show(page, rig, `invoices?doc=zilliz:${NUMBER}`);
    await expect(course.getByRole('listitem').filter({ hasText: 'Confirm by' })).toContainText((await confirmBy(rig))!);
    await inspector.getByRole('button', { name: 'Dispute…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Dispute' });
    await dialog.getByLabel('Reason').fill('wrong hours');
    await dialog.getByRole('button', { name: 'Dispute' }).click();
    await expect(course.getByRole('listitem').filter({ hasText: 'Disputed' })).toContainText(dayFrom(0));
    await expect(course.getByText('Confirm by')).toHaveCount(0);
    await inspector.getByRole('button', { name: 'Take dispute back…' }).click();
    const back = page.getByRole('dialog', { name: 'Take dispute back' });
    await back.getByLabel('Reason').fill('explained');
    await back.getByRole('button', { name: 'Take dispute back' }).click();
    await expect(course.getByText('Confirm by')).toBeVisible();
  });

  await test.step('a holiday entered by keyboard moves the last day, and u moves it back', async () => {
    const last = (await confirmBy(rig))!;
    await show(page, rig, `settings?tab=calendars&country=CN&year=${last.slice(0, 4)}`);
    await page.getByRole('button', { name: new RegExp(`^${last}`) }).focus();
    await page.keyboard.press('Enter');
    await inspector.getByLabel('Name').fill('Typhoon');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: new RegExp(`^${last}: Holiday, Typhoon`) })).toBeVisible();
    expect((await confirmBy(rig))! > last).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await expect(page.getByRole('button', { name: new RegExp(`^${last}: W`) })).toBeVisible();
    expect(await confirmBy(rig)).toBe(last);
  });

  await test.step('what is due, as a calendar', async () => {
    await rig.call('invoices/add', {
      number: 'LATE-1',
      vendor: 'huawei',
      date: dayFrom(-40),
      due: dayFrom(-3),
      currency: 'USD',
      net: '100',
      tax: '8',
    });
    await show(page, rig, 'invoices/due');
    const grid = page.getByRole('grid', { name: 'What is due' });
    await expect(grid.getByRole('row', { name: /LATE-1/ })).toContainText('3 days late');
    await expect(grid.getByRole('row', { name: new RegExp(NUMBER) })).toContainText('Confirm the bill');
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Write reminders' });
    expect(await faults(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Write file' }).click();
    const file = await saved(await download);
    expect(file.name).toBe('reminders.ics');
    const text = Buffer.from(file.bytes).toString('utf8').replaceAll('\r\n ', '');
    expect(text).toContain(`DTSTART;VALUE=DATE:${dayFrom(-3).replaceAll('-', '')}\r\n`);
    expect(text).toContain(`SUMMARY:Confirm the bill ${NUMBER} · 450 CNY\r\n`);
  });
});
