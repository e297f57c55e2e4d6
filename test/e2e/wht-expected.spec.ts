import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults } from './support/axe.ts';
import { newBook } from './support/new-book.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('an expected certificate: to come, paid net, dated by its remittance, written off, and back', async ({ page, rig }) => {
  await newBook(rig);
  const paper = {
    vendor: 'huawei',
    entity: 'SPARKOO_SG',
    currency: 'USD',
    net: '6000',
    tax: '480',
    period: dayFrom(-120).slice(0, 7),
  } as const;
  for (const [number, days] of [
    ['N-1', -100],
    ['N-2', -99],
    ['N-3', -98],
  ] as const)
    await rig.call('invoices/add', { ...paper, number, date: dayFrom(days) });
  for (const number of ['N-1', 'N-2'])
    await rig.call('payments/add', {
      date: dayFrom(-70),
      amount: '6000',
      currency: 'USD',
      reference: `T-${number}`,
      allocate: [{ invoice: number, amount: '6000' }],
    });
  await page.goto(rig.newAddress());
  await settled(page);
  await page.goto(`${rig.origin}/#/wht/expected`);
  await settled(page);
  const grid = page.getByRole('grid', { name: 'Expected certificates' });
  const states = page.getByRole('group', { name: 'States of expected certificates' });
  const inspector = page.getByRole('complementary');

  await test.step('what is missing is late, what is to come stands apart', async () => {
    await expect(states.getByRole('button', { name: /^Missing/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(states.getByRole('button', { name: /^Missing/ })).toContainText('960.00');
    await expect(grid.getByRole('row', { name: /N-1/ })).toContainText('10 days late');
    await expect(grid.getByRole('row', { name: /N-3/ })).toHaveCount(0);
    await states.getByRole('button', { name: /^To come/ }).click();
    await expect(grid.getByRole('row', { name: /N-3/ })).toContainText('To come');
    await states.getByRole('button', { name: /^Missing/ }).click();
  });

  await test.step('the remittance, recorded on both at once, moves the last day', async () => {
    await grid.getByRole('row', { name: /N-1/ }).getByRole('checkbox').check();
    await grid.getByRole('row', { name: /N-2/ }).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Record remittance…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Record remittance' });
    await dialog.getByLabel('Day').fill(dayFrom(-30));
    await dialog.getByLabel('Reference').fill('CP37D-1');
    await dialog.getByRole('button', { name: 'Record remittance' }).click();
    await expect(dialog).toBeHidden();
    await expect(grid.getByRole('row', { name: /N-1/ })).toContainText('30 days left');
    await expect(grid.getByRole('row', { name: /N-2/ })).toContainText('30 days left');
    const due = (await rig.call('invoices/due', { kinds: ['certificate'] })).items;
    expect(due.map((item) => [item.number, item.date, item.assumed])).toEqual([
      ['N-1', dayFrom(30), false],
      ['N-2', dayFrom(30), false],
    ]);
  });

  await test.step('the inspector shows the arithmetic; the rate is set, a decision withdrawn', async () => {
    await page.goto(`${rig.origin}/#/wht/expected?doc=huawei:N-1`);
    await expect(inspector.getByRole('table', { name: 'Expected' })).toContainText('480.00');
    await inspector.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Set rate…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set rate' });
    await dialog.getByLabel('Rate in percent').fill('8');
    await dialog.getByLabel('Reason').fill('practice');
    await dialog.getByRole('button', { name: 'Set rate' }).click();
    await expect(inspector.getByRole('table', { name: 'Expected' })).toContainText('8 % – rate set here');
    await inspector.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Write off…' }).click();
    const off = page.getByRole('dialog', { name: 'Write off' });
    await off.getByLabel('Reason').fill('lost in the post');
    await off.getByRole('button', { name: 'Write off' }).click();
    await expect(inspector.getByText('Written off').first()).toBeVisible();
    const steps = inspector.getByRole('list', { name: 'Steps on record' });
    await steps.getByRole('listitem').filter({ hasText: 'lost in the post' }).getByRole('button', { name: 'Withdraw…' }).click();
    const back = page.getByRole('dialog', { name: 'Withdraw' });
    await back.getByLabel('Reason').fill('found again');
    await back.getByRole('button', { name: 'Withdraw' }).click();
    await expect(steps).toContainText('withdrawn: found again');
    await expect(inspector.getByText('30 days left')).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  await test.step('by age, and from a group back to its invoices', async () => {
    await page.goto(`${rig.origin}/#/wht/expected?by=vendor`);
    await settled(page);
    await expect(grid.getByRole('row', { name: /Huawei Cloud/ })).toContainText('960.00');
    expect(await faults(page)).toEqual([]);
    await grid.getByRole('row', { name: /Huawei Cloud/ }).click();
    await expect(grid.getByRole('row', { name: /N-3/ })).toBeVisible();
  });

  await test.step('with its certificate accepted, nothing is missing of it', async () => {
    const path = join(rig.folder, 'w.pdf');
    writeFileSync(path, '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
    await rig.call('wht/add', {
      number: 'W-1',
      issuer: 'LHDN',
      date: dayFrom(-10),
      total: '480',
      currency: 'USD',
      allocate: [{ invoice: 'N-1' }],
      attach: [rig.grant(path, 'read')],
    });
    await rig.call('wht/review', { number: 'W-1', decision: 'accept' });
    await page.goto(`${rig.origin}/#/wht/expected?state=accepted`);
    await expect(grid.getByRole('row', { name: /N-1/ })).toContainText('Accepted');
    await expect(states.getByRole('button', { name: /^Missing/ })).toContainText('480.00');
  });
});
