import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { choose, Frame } from './screens/frame.ts';
import { Import } from './screens/import.ts';
import { saved } from './screens/reports.ts';
import { verifyBook } from './screens/settings.ts';
import { faults } from './support/axe.ts';
import { textFile } from './support/files.ts';
import { newBook } from './support/new-book.ts';
import { expect, test } from './support/test.ts';

const HEADER = 'Datum;Dienst;Ressource;Menge;Betrag;Gutschrift;Kostenstelle';
/** A provider's sheet as it comes: a title above, a total below, decimal commas, and days that could be months. */
const sheet = (month: string, ...rows: string[]): string =>
  ['Verbrauch der Abteilung;;;;;;', HEADER, ...rows.map((r) => r.replaceAll('MM', month)), 'Total;;;;1;;', ''].join('\n');
const APRIL = sheet(
  '04',
  '03/MM/2024;Compute;vm-1;720;1.234,56;0,00;A',
  '04/MM/2024;Storage;vol-7;100;0,3456789012;-2,50;B',
  '05/MM/2024;Compute;vm-2;1;1.000,00;;A',
);
const MAY = sheet('05', '06/MM/2024;Compute;vm-1;744;10,10;0,00;A', '07/MM/2024;Storage;vol-7;100;zehn;0,00;B');

/** The mapping of a file's columns. */
class Mapping {
  readonly page: Page;
  readonly panel: Locator;
  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: 'How cells are read' });
  }
  role = (header: string): Locator => this.page.getByRole('combobox', { name: `Field of column “${header}”` });
  give = (header: string, field: string): Promise<string[]> => this.role(header).selectOption(field);
  need = (name: string): Locator => this.panel.getByRole('listitem').filter({ hasText: name });
  understood = (): Locator => this.page.getByRole('region', { name: 'Understood as' });
  button = (name: string): Locator => this.page.getByRole('button', { name, exact: true });
}

test('a sheet that no vendor writes is mapped, kept as a profile, and recognised from then on', async ({ page, rig }) => {
  test.setTimeout(120_000);
  await newBook(rig);
  await page.goto(rig.newAddress());
  const frame = new Frame(page);
  await frame.goTo('Import');
  const screen = new Import(page);
  await screen.choose(textFile(rig.folder, 'april.csv', APRIL));
  const card = await screen.ready('april.csv', 'Cannot be imported');
  await card.getByRole('button', { name: 'Map columns…' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Map columns' })).toBeVisible();
  const mapping = new Mapping(page);

  await test.step('cut: a title above the header', async () => {
    await expect(page.getByText(/^First 3 of 3 rows/)).toBeVisible();
    await expect(page.getByLabel('Header row')).toContainText('By content: row 2');
    await expect(page.getByLabel('Delimiter')).toContainText('By content: Semicolon');
    await page.getByLabel('Header row').selectOption('1');
    await expect(mapping.role('Betrag')).toBeHidden();
    await page.getByLabel('Header row').selectOption('');
    await expect(mapping.role('Betrag')).toBeVisible();
  });

  await test.step('roles: what is needed is asked for until it is there', async () => {
    for (const header of HEADER.split(';')) await mapping.give(header, '');
    await expect(page.getByText('Give a column a field to see how it is understood.')).toBeVisible();
    await expect(mapping.button('Save and use')).toBeDisabled();
    await mapping.give('Datum', 'date');
    await mapping.give('Dienst', 'product');
    await mapping.give('Ressource', 'resourceId');
    await mapping.give('Menge', 'usage');
    await mapping.give('Betrag', 'payable');
    await mapping.give('Gutschrift', 'discount');
    await mapping.give('Kostenstelle', 'enterpriseProject');
    await expect(mapping.need('Payable amount').locator('.mark-pass')).toBeVisible();
    await expect(mapping.need('Currency').locator('.mark-due')).toBeVisible();
  });

  await test.step('dates and numbers: asked where the cells do not tell', async () => {
    await expect(mapping.need('Order of the dates').locator('.mark-due')).toBeVisible();
    await expect(mapping.panel.getByText('Row 3: “03/04/2024” is 2024-04-03 or 2024-03-04.')).toBeVisible();
    await expect(mapping.panel.getByText(/“1\.234,56” can only be 1234\.56/)).toBeVisible();
    await expect(mapping.understood().getByText('?').first()).toBeVisible();
    expect(await faults(page), 'columns being mapped').toEqual([]);
    await mapping.panel.getByText('D/M/Y', { exact: true }).click();
    await choose(page, mapping.panel, 'Currency', 'EUR');
    await expect(mapping.understood().getByRole('row', { name: /2024-04-03/ })).toContainText('1234.56');
    await expect(mapping.understood().getByRole('row', { name: /2024-04-04/ })).toContainText('0.3456789012');
    await page.getByRole('button', { name: 'Opposite sign for “Gutschrift”' }).click();
    await expect(mapping.understood().getByRole('row', { name: /2024-04-04/ })).toContainText('2.5');
    await expect(mapping.understood().getByRole('row', { name: /2024-04-04/ })).not.toContainText('-2.5');
  });

  await test.step('saved and used: the card says what would happen, and the import does it', async () => {
    await page.getByLabel('Name of the profile').fill('Abteilung Verbrauch');
    await mapping.button('Save and use').click();
    await expect(page.getByText('Profile saved: Abteilung Verbrauch')).toBeVisible();
    const ready = await screen.ready('april.csv');
    await expect.poll(() => screen.counts(ready)).toEqual({ rows: 4, parts: [3, 1] });
    await screen.run(1);
    const { totals } = await rig.call('bills/query', { groupBy: ['product'], period: '2024-04' });
    expect(totals).toMatchObject({ EUR: { payable: '2234.9056789012', discount: '2.5' } });
  });

  const file = join(rig.folder, 'profile.json');
  await test.step('the next file is recognised by itself; its profile is exported', async () => {
    await screen.choose(textFile(rig.folder, 'may.csv', MAY));
    const ready = await screen.ready('may.csv', 'Ready, 1 row rejected');
    await expect(ready.getByText(/Abteilung Verbrauch/).first()).toBeVisible();
    await ready.getByRole('button', { name: 'Map columns…' }).click();
    await expect(page.getByLabel('Profile', { exact: true })).toHaveValue('abteilung-verbrauch');
    await expect(mapping.role('Betrag')).toHaveValue('payable');
    await expect(page.getByText('1 of the first rows cannot be read')).toBeVisible();
    const download = page.waitForEvent('download');
    await mapping.button('Export profile').click();
    const { name, bytes } = await saved(await download);
    expect(name).toBe('Abteilung-Verbrauch.json');
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({
      tallybook: 'profile',
      id: 'abteilung-verbrauch',
      dateOrder: 'dmy',
      decimal: ',',
      currency: 'EUR',
    });
    textFile(rig.folder, 'profile.json', bytes);
    await expect(page.getByText('Profile written')).toBeVisible();
  });

  await test.step('deleted, the file is unknown again; opened from its file, the profile is back', async () => {
    await mapping.button('Delete profile').click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('every import keeps its own copy');
    await dialog.getByRole('button', { name: 'Delete profile' }).click();
    await expect(dialog).toBeHidden();
    await expect(mapping.button('Delete profile')).toBeHidden();
    await mapping.button('Back to the files').click();
    await screen.ready('may.csv', 'Cannot be imported');
    await screen.card('may.csv').getByRole('button', { name: 'Map columns…' }).click();
    await expect(mapping.need('Currency').locator('.mark-due')).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await mapping.button('Open profile file').click();
    await (await chooser).setFiles(file);
    await expect(mapping.role('Betrag')).toHaveValue('payable');
    await expect(page.getByLabel('Name of the profile')).toHaveValue('Abteilung Verbrauch');
    await mapping.button('Use once').click();
    await screen.ready('may.csv', 'Ready, 1 row rejected');
    await screen.run(1);
  });
  const { totals } = await rig.call('bills/query', { groupBy: ['product'], period: '2024-05' });
  expect(totals).toMatchObject({ EUR: { payable: '10.1' } });
  await verifyBook(page);
});

test('a file that is no profile is refused in words, and the mapping stays as it was', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  await new Frame(page).goTo('Import');
  const screen = new Import(page);
  await screen.choose(textFile(rig.folder, 'april.csv', APRIL));
  const card = await screen.ready('april.csv', 'Cannot be imported');
  await card.getByRole('button', { name: 'Map columns…' }).click();
  const mapping = new Mapping(page);
  await mapping.give('Betrag', 'payable');
  const chooser = page.waitForEvent('filechooser');
  await mapping.button('Open profile file').click();
  await (await chooser).setFiles(textFile(rig.folder, 'other.json', '{"name": "other"}'));
  await expect(page.getByRole('alert')).toContainText('other.json');
  await expect(mapping.role('Betrag')).toHaveValue('payable');
});
