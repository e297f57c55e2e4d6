import type { Input } from '../../services/contract/index.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const party = (kind: 'own' | 'customer', name: string, country: string, more: object): Input<'parties/save'> => ({
  kind,
  name,
  nameLocal: null,
  country,
  region: null,
  status: null,
  taxIds: [],
  addresses: [],
  contacts: [],
  bank: null,
  endpoint: null,
  ...more,
});

test('from a group of bill lines to an invoice, and back from its line to the bill lines', async ({ page, rig, openSample }) => {
  await openSample();
  await rig.call('parties/save', party('own', 'Aardvark Pte. Ltd.', 'SG', { entity: 'SPARKOO_SG' }));
  await rig.call('parties/save', party('customer', 'Zebra Sdn. Bhd.', 'MY', { status: 'registered' }));
  await rig.call('series/save', { name: 'AA resale', forKind: 'invoice', pattern: 'AA-{YYYY}-{####}', resets: 'year' });
  await page.goto(rig.newAddress());
  await settled(page);
  await page.goto(`${rig.origin}/#/bills/details?period=2024-04&group=productType&currency=USD`);
  await settled(page);

  await page.getByRole('button', { name: 'Make invoice…' }).click();
  const form = page.getByRole('form', { name: 'Make invoice' });
  const choose = async (label: string, option: RegExp): Promise<void> => {
    await form
      .getByRole('textbox', { name: label, exact: true })
      .or(form.getByRole('combobox', { name: label, exact: true }))
      .first()
      .click();
    await page.getByRole('option', { name: option }).click();
  };
  await choose('Seller', /^Aardvark/);
  await choose('Buyer', /^Zebra/);
  await choose('Number series', /^AA resale/);
  const preview = form.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText(/AA-\d{4}-0001/)).toBeVisible();
  const { totals } = await rig.call('bills/query', {
    period: '2024-04',
    groupBy: ['currency'],
    where: [{ column: 'currency', value: 'USD' }],
  });
  const exact = totals['USD']!.payable!;
  await preview.getByText('How it came about').click();
  await expect(preview.getByText(`Sum ${exact}`)).toBeVisible();

  await form.getByRole('button', { name: /^Make AA-/ }).click();
  const inspector = page.getByRole('group', { name: 'Inspector' }).or(page.locator('.inspector-body'));
  await expect(inspector.first().getByText('Zebra Sdn. Bhd.')).toBeVisible();
  const { invoices } = await rig.call('invoices/list', { direction: 'issued' });
  expect(invoices.map((i) => [i.type, i.series?.sequence])).toEqual([['monthly', 1]]);

  const { lines } = await rig.call('invoices/show', { number: invoices[0]!.number });
  const [first] = lines;
  await inspector.first().getByRole('button', { name: first!.description }).click();
  await settled(page);
  await expect(page).toHaveURL(/bills\/details/);
  const found = await rig.call('bills/lines', {
    period: '2024-04',
    where: [
      { column: 'currency', value: 'USD' },
      { column: 'productType', value: first!.description },
    ],
  });
  await expect(page.getByText(new RegExp(`${found.count.toLocaleString('en')}`)).first()).toBeVisible();
});

test('the lines of a received invoice count down to nothing before it can be saved', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await settled(page);
  await page.goto(`${rig.origin}/#/invoices?new=1`);
  const form = page.getByRole('form', { name: 'Add invoice' });
  await form.getByLabel('Number', { exact: false }).first().fill('L-1');
  await form.getByLabel('Date', { exact: false }).first().fill('2024-05-03');
  await form.getByLabel('Date', { exact: false }).first().press('Tab');
  await form.getByRole('textbox', { name: 'Net', exact: true }).fill('100');
  await form.getByRole('textbox', { name: 'Tax', exact: true }).fill('8');
  await form.getByRole('button', { name: 'Add line' }).click();
  await form.getByRole('textbox', { name: 'Description, line 1' }).fill('Compute');
  await form.getByRole('textbox', { name: 'Net, line 1' }).fill('99.99');
  await expect(form.getByText('Net: lines apart')).toBeVisible();
  await expect(form.getByRole('button', { name: 'Save invoice' })).toBeDisabled();
  await form.getByRole('textbox', { name: 'Net, line 1' }).fill('100');
  await expect(form.getByText('Net: lines agree')).toBeVisible();
  await form.getByRole('button', { name: 'Save invoice' }).click();
  await expect.poll(async () => (await rig.call('invoices/list', { search: 'L-1' })).invoices.length).toBe(1);
  expect((await rig.call('invoices/show', { number: 'L-1' })).lines).toMatchObject([{ description: 'Compute', net: '100' }]);
});
