import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults } from './support/axe.ts';
import { newBook } from './support/new-book.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/bank/${name}`, import.meta.url), 'latin1');

test('statements of a bank: shown before they are taken, held to their balances, ignored, mapped and taken out again', async ({
  page,
  rig,
}) => {
  await newBook(rig);
  const file = (name: string, text: string): string => {
    writeFileSync(join(rig.folder, name), text, 'latin1');
    return join(rig.folder, name);
  };
  await page.goto(rig.newAddress());
  await settled(page);
  await page.goto(`${rig.origin}/#/reconcile/bank`);
  await settled(page);
  const inspector = page.getByRole('complementary');
  const choose = async (path: string): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /^(Choose files|Import a statement)/ }).click(),
    ]);
    await chooser.setFiles(path);
  };

  await test.step('a statement that is off by its last digit is shown, and not taken', async () => {
    await choose(file('wrong.sta', fixture('month.sta').replace('EUR995,00', 'EUR995,01')));
    await expect(page.getByRole('region', { name: 'How it is read' })).toContainText('Read as MT940');
    await expect(page.getByText('differs from the printed 995.01 by 0.01 EUR')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Import 5 lines' })).toBeDisabled();
    expect(await faults(page)).toEqual([]);
  });

  await test.step('the right one is taken by keyboard; it follows, and its lines are open', async () => {
    await choose(file('month.sta', fixture('month.sta')));
    const statement = page.getByRole('region', { name: /^0012345678/ });
    await expect(statement).toContainText('5 rows = 5 new + 0 known + 0 rejected');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+Enter');
    const grid = page.getByRole('grid', { name: 'Statements' });
    await expect(grid.getByRole('row', { name: /0012345678/ })).toContainText('Lines lead to the closing balance');
    expect(await faults(page)).toEqual([]);
  });

  await test.step('a line leads to what stood in the file; what pays no invoice is ignored with a reason', async () => {
    await page.getByText('Lines', { exact: true }).click();
    const grid = page.getByRole('grid', { name: 'Lines' });
    await grid
      .getByRole('row', { name: /Account fee/ })
      .getByText('Account fee')
      .click();
    await expect(inspector).toContainText(':61:');
    await expect(inspector).toContainText('month.sta row 25');
    expect(await faults(page)).toEqual([]);
    await inspector.getByRole('button', { name: 'Ignore' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Fee of the bank');
    await page.getByRole('dialog').getByRole('button', { name: 'Ignore' }).click();
    await expect(inspector).toContainText('Ignored: Fee of the bank');
    await inspector.getByRole('button', { name: 'Take up again' }).click();
    await expect(inspector.getByRole('button', { name: 'Match' })).toBeVisible();
  });

  await test.step('a table that nobody knows is mapped once, and known the next time', async () => {
    const table = file('haus.csv', 'Tag;Was;Weg;Her\n01.05.2024;Cloud;1.000,50;\n02.05.2024;Kunde;;2.000,00\n');
    await choose(table);
    for (const [column, field] of [
      ['Tag', 'booking date'],
      ['Was', 'text'],
      ['Weg', 'money out (debit)'],
      ['Her', 'money in (credit)'],
    ] as const) {
      await page.getByRole('combobox', { name: `What “${column}” is` }).click();
      await page.getByRole('option', { name: field, exact: true }).click();
    }
    await page.getByRole('textbox', { name: 'Account number' }).fill('77');
    await page.getByRole('combobox', { name: 'Currency' }).click();
    await page.getByRole('option', { name: 'EUR' }).click();
    await page.getByRole('combobox', { name: 'Dates' }).click();
    await page.getByRole('option', { name: 'Day, month, year' }).click();
    await page.getByRole('button', { name: 'Keep and use' }).click();
    await expect(page.getByRole('region', { name: 'How it is read' })).toContainText('Read as haus');
    await expect(page.getByRole('region', { name: /^77/ })).toContainText('1,000.50');
    await page.getByRole('button', { name: 'Import 2 lines' }).click();
    await expect(page.getByRole('grid', { name: 'Statements' }).getByRole('row', { name: /haus\.csv/ })).toBeVisible();
  });

  await test.step('a statement is taken out again, with its reason', async () => {
    await page
      .getByRole('grid', { name: 'Statements' })
      .getByRole('row', { name: /haus\.csv/ })
      .getByText('haus.csv')
      .click();
    await inspector.getByRole('button', { name: 'Take out' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Test');
    await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
    await expect(inspector).toContainText('Taken out');
    expect((await rig.call('bank/lines', { account: 3 })).total).toBe(0);
    expect(await rig.call('book/verify', {})).toMatchObject({ totals: 'ok' });
  });
});
