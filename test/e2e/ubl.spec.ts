import { checkRead } from '../../domain/einvoice/rules/check.ts';
import { ublOf } from '../support/einvoice.ts';
import { Frame } from './screens/frame.ts';
import { saved } from './screens/reports.ts';
import { faults } from './support/axe.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const address = (country: string) => ({
  use: 'legal' as const,
  recipient: '',
  phone: '',
  lines: ['1 Road'],
  city: 'Town',
  region: null,
  postcode: '1',
  country,
});
const plain = { nameLocal: null, region: null, status: null, contacts: [], bank: null, endpoint: null };

test('an invoice that was made here says what it lacks as an electronic one, and is saved as UBL where it lacks nothing', async ({
  page,
  rig,
  openSample,
}) => {
  await openSample();
  const seller = (name: string, taxIds: { scheme: string; value: string }[]) =>
    rig.call('parties/save', { ...plain, kind: 'own', name, country: 'SG', addresses: [address('SG')], taxIds });
  const buyer = await rig.call('parties/save', {
    ...plain,
    kind: 'customer',
    name: 'Buyer',
    country: 'MY',
    addresses: [address('MY')],
    taxIds: [],
  });
  const series = await rig.call('series/save', { name: 'UBL', forKind: 'invoice', pattern: 'UBL-{YYYY}-{####}', resets: 'year' });
  const make = async (sellerId: number) =>
    (
      await rig.call('invoices/make', {
        what: { kind: 'bills', scope: { period: '2024-04', where: [{ column: 'currency', op: 'is', value: 'USD' }] } },
        series: series.id,
        sellerId,
        buyerId: buyer.id,
        date: '2024-05-10',
        termDays: 30,
        tax: { by: 'hand', reason: 'agreed', ratePct: '8', code: 'SST' },
      })
    ).number;
  const lacking = await make((await seller('Without a number', [])).id);
  const valid = await make((await seller('With a number', [{ scheme: 'GST', value: 'M90312345A' }])).id);

  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/invoices?doc=other:${lacking}`);
  const inspector = new Frame(page).inspector();
  await expect(inspector.getByText('As an electronic invoice: 2 rules do not hold')).toBeVisible();
  await expect(inspector.getByText('Enter a tax or registration number of the seller at the party.').first()).toBeVisible();
  await expect(inspector.getByRole('button', { name: 'Save as UBL' })).toHaveCount(0);
  await settled(page);
  expect(await faults(page)).toEqual([]);

  await page.goto(`${rig.origin}/#/invoices?doc=other:${valid}`);
  await expect(inspector.getByText('Valid as an electronic invoice')).toBeVisible();
  const download = page.waitForEvent('download');
  await inspector.getByRole('button', { name: 'Save as UBL' }).click();
  const file = await saved(await download);
  expect(file.name).toBe(`${valid}.xml`);
  const read = ublOf(Buffer.from(file.bytes).toString('utf8'));
  expect(checkRead(read)).toEqual([]);
  expect(read.invoice).toMatchObject({ number: valid, seller: { name: 'With a number', vatId: 'SGM90312345A' } });
});
