import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { siam, sparkoo } from '../support/certificate-papers.ts';
import { readPdf } from '../golden/reports/read-pdf.ts';
import { saved } from './screens/reports.ts';
import { faults } from './support/axe.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

test('a Thai certificate of ours: what it lacks, its two copies as PDF, and the message on two of them', async ({ page, rig }) => {
  mkdirSync(rig.home, { recursive: true });
  await rig.call('book/create', {
    target: rig.grant(join(rig.home, 'Siam.tallybook'), 'write'),
    country: 'TH',
    entity: 'SPARKOO_TH',
    customerStatus: 'registered',
    currency: 'THB',
    settlement: 'monthly',
    language: 'en',
    company: siam.name,
  });
  const own = await rig.call('parties/save', { ...siam, kind: 'own' });
  const contacts = [{ name: 'Tax desk', email: 'wht@example.com', gets: ['certificate' as const] }];
  const vendor = await rig.call('parties/save', { ...sparkoo, contacts, kind: 'vendor', entity: 'SPARKOO_TH' });
  const invoice = { date: '2024-03-01', vendor: 'huawei', entity: 'SPARKOO_TH', currency: 'THB', net: '10000', tax: '700' } as const;
  for (const [number, paid] of [
    ['67-0031', '2024-03-05'],
    ['67-0032', null],
  ] as const) {
    await rig.call('invoices/add', { ...invoice, number: `INV-${number}` });
    await rig.call('wht/add', {
      number,
      draft: true,
      date: '2024-03-05',
      total: '300',
      currency: 'THB',
      country: 'TH',
      form: 'TH-50-TAWI',
      payerId: own.id,
      payeeId: vendor.id,
      income: [{ category: 'services', code: '5', description: '', paid, base: '10000', rate: '3', tax: '300' }],
      allocate: [{ invoice: `INV-${number}`, amount: '300' }],
      attach: [],
    });
  }
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/wht?status=all&doc=67-0032`);
  const inspector = page.getByRole('complementary');
  await expect(inspector.getByText('the day of payment of each income')).toBeVisible();
  await page.goto(`${rig.origin}/#/wht?status=all&doc=67-0031`);
  await expect(inspector.getByText('the day of payment of each income')).toBeHidden();
  await inspector.getByRole('button', { name: 'Print or send…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Print or send' });
  await dialog.getByLabel('Book number').fill('3');
  await settled(page);
  expect(await faults(page)).toEqual([]);
  const first = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const paper = await saved(await first);
  expect(paper.name).toBe('67-0031.pdf');
  const { pages } = await readPdf(paper.bytes);
  expect(pages).toHaveLength(2);
  expect(pages[0]!.texts).toContain('สามร้อยบาทถ้วน');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Escape');

  const grid = page.getByRole('grid', { name: 'WHT certificates' });
  for (const number of [/67-0031/, /67-0032/]) await grid.getByRole('row', { name: number }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Letter on 2 certificates…' }).click();
  await dialog.getByText('Message', { exact: true }).click();
  const second = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const message = await saved(await second);
  expect(message.name).toBe('mail-67-0032-2.eml');
  expect(Buffer.from(message.bytes).toString('latin1')).toContain('To: "Tax desk" <wht@example.com>');
});
