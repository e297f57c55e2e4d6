import { describe, expect, it } from 'vitest';
import { PLAIN_DOCUMENT, type InvoiceRecord } from '../../../db/queries/invoices.ts';
import { ublOf } from '../../../test/support/einvoice.ts';
import { checkRead } from '../../../domain/einvoice/rules/check.ts';
import { writeUbl } from '../../../domain/einvoice/ubl/write.ts';
import type { InvoiceLine } from '../../../domain/invoices/document.ts';
import { sum } from '../../../domain/money/amount.ts';
import type { PartyDetails } from '../../../domain/parties/party.ts';
import { checkRecord, recordModel } from './index.ts';

const party = (name: string, country: string, more: Partial<PartyDetails> = {}): PartyDetails => ({
  name,
  nameLocal: null,
  country,
  region: null,
  status: null,
  taxIds: [],
  addresses: [{ use: 'legal', recipient: '', phone: '', lines: ['1 Road'], city: 'Town', region: null, postcode: '1', country }],
  contacts: [],
  bank: null,
  endpoint: null,
  ...more,
});
const seller = party('Example Pte. Ltd.', 'SG', {
  taxIds: [
    { scheme: 'UEN', value: '201912345K' },
    { scheme: 'GST', value: 'M90312345A' },
  ],
  bank: { bank: 'B', holder: 'Example', account: '123-4', swift: 'DBSSSGSG', currency: 'USD' },
});
const buyer = party('Contoh Sdn. Bhd.', 'MY', { nameLocal: '范例', taxIds: [{ scheme: 'SST', value: 'W10-1808-31000001' }] });

const line = (position: number, net: string, more: Partial<InvoiceLine> = {}): InvoiceLine => ({
  position,
  description: `Service ${position}`,
  quantity: null,
  unit: null,
  price: null,
  net,
  tax: null,
  taxCategory: 'S',
  taxCode: 'GST',
  ratePct: '9',
  first: '2024-04-01',
  last: '2024-04-30',
  scope: null,
  ...more,
});
function record(net: string, tax: string, more: Partial<InvoiceRecord> = {}): InvoiceRecord {
  return {
    id: 1,
    vendor: 'other',
    number: 'INV-1',
    kind: 'invoice',
    entity: null,
    date: '2024-05-03',
    due: '2024-06-02',
    period: '2024-04',
    currency: 'USD',
    net,
    tax,
    stated: 'unpaid',
    creditsId: null,
    note: 'internal',
    source: 'made',
    figures: {},
    ...PLAIN_DOCUMENT,
    direction: 'issued',
    seller,
    buyer,
    credits: null,
    total: sum([net, tax]),
    paid: '0',
    withheld: '0',
    credited: '0',
    ...more,
    // The calendar of its course is not asked here.
  } as InvoiceRecord;
}
const of = (r: InvoiceRecord, lines: InvoiceLine[]) => ({ record: r, lines, credited: null });
const rules = (r: InvoiceRecord, lines: InvoiceLine[]) => [...new Set(checkRecord(of(r, lines)).findings.map((f) => f.rule))];

describe('a document of the register as an electronic invoice', () => {
  it('is valid, and its file is read as what it was made of', () => {
    const source = of(record('33.54', '3.02'), [line(1, '30.13'), line(2, '3.4'), line(3, '0.01')]);
    const { invoice, findings } = checkRecord(source);
    expect(findings).toEqual([]);
    expect(invoice).toMatchObject({
      kind: 'invoice',
      typeCode: '380',
      issued: '2024-05-03',
      due: '2024-06-02',
      period: { first: '2024-04-01', last: '2024-04-30' },
      seller: { name: 'Example Pte. Ltd.', vatId: 'SGM90312345A', registration: { id: '201912345K' }, address: { country: 'SG' } },
      buyer: { vatId: 'MYW10-1808-31000001', tradingName: '范例' },
      payments: [{ code: '30', remittance: 'INV-1', account: { id: '123-4', name: 'Example', provider: 'DBSSSGSG' } }],
      taxes: [{ category: 'S', rate: '9', base: '33.54', amount: '3.02' }],
      totals: { lines: '33.54', net: '33.54', tax: '3.02', gross: '36.56', payable: '36.56' },
    });
    expect(invoice.notes?.map((n) => n.text)).toEqual([expect.stringContaining('Data exchange copy'), 'What is called VAT here is GST.']);
    expect(JSON.stringify(invoice)).not.toContain('internal');
    const read = ublOf(writeUbl(invoice));
    expect(checkRead(read)).toEqual([]);
    expect(read.invoice).toEqual(JSON.parse(JSON.stringify(invoice)));
  });

  it('has a breakdown for each rate, and the rest of a rounding as such', () => {
    // 9 % of 10.05 is 0.9045, 6 % of 10.05 is 0.603: 1.50 where the document, rounded once, says 1.51.
    const lines = [line(1, '10.05'), line(2, '10.05', { ratePct: '6', taxCode: 'SST' })];
    const { invoice, findings } = checkRecord(of(record('20.1', '1.51'), lines));
    expect(findings).toEqual([]);
    expect(invoice.taxes?.map((t) => [t.rate, t.base, t.amount])).toEqual([
      ['9', '10.05', '0.90'],
      ['6', '10.05', '0.60'],
    ]);
    expect(invoice.totals).toMatchObject({ tax: '1.50', gross: '21.60', rounding: '0.01', payable: '21.61' });
  });

  it('says that the customer accounts for the tax, and what tax is only shown', () => {
    const document = {
      treatment: 'shown_self_accounted',
      components: [{ code: 'CGST', name: 'CGST', ratePct: '9', base: '100', amount: '9' }],
    };
    const { invoice, findings } = checkRecord(of(record('100', '0', { document }), [line(1, '100', { taxCategory: 'AE', ratePct: '18' })]));
    expect(findings).toEqual([]);
    expect(invoice.taxes).toEqual([{ category: 'AE', rate: '0', base: '100.00', amount: '0.00', reason: 'Reverse charge' }]);
    expect(invoice.notes?.at(-1)?.text).toBe('Tax shown and not collected here: CGST 9 % 9.00 USD.');
  });

  it('names the reason by its code where the directive of the European Union holds', () => {
    const eu = record('100', '0', { seller: party('GmbH', 'DE', { taxIds: [{ scheme: 'VAT', value: 'DE 123 456 789' }] }), buyer: party('SARL', 'FR', { taxIds: [{ scheme: 'VAT', value: 'FR12345678901' }] }) }); // prettier-ignore
    const { invoice, findings } = checkRecord(of(eu, [line(1, '100', { taxCategory: 'AE', ratePct: null, taxCode: null })]));
    expect(findings).toEqual([]);
    expect(invoice.seller?.vatId).toBe('DE123456789');
    expect(invoice.taxes).toMatchObject([{ category: 'AE', reason: 'Reverse charge', reasonCode: 'VATEX-EU-AE' }]);
  });

  it('has no VAT number where nothing is subject to VAT, and loses none', () => {
    const { invoice, findings } = checkRecord(
      of(record('100', '0', { document: { treatment: 'not_charged' } }), [
        line(1, '100', { taxCategory: null, ratePct: null, taxCode: null }),
      ]),
    );
    expect(findings).toEqual([]);
    expect(invoice.seller).toMatchObject({ taxId: 'M90312345A', registration: { id: '201912345K' } });
    expect(invoice.seller?.vatId).toBeUndefined();
    expect(invoice.buyer).toMatchObject({ ids: [{ id: 'W10-1808-31000001' }] });
    expect(invoice.taxes).toEqual([{ category: 'O', base: '100.00', amount: '0.00', reason: 'Not subject to VAT' }]);
  });

  it('turns a credit note round and names its invoice', () => {
    const note = record('-30', '-2.7', { kind: 'credit-note', number: 'CN-1' });
    const source = { record: note, lines: [line(1, '-35'), line(2, '5')], credited: { number: 'INV-1', date: '2024-05-03' } };
    const { invoice, findings } = checkRecord(source);
    expect(findings).toEqual([]);
    expect(invoice).toMatchObject({
      kind: 'credit-note',
      typeCode: '381',
      preceding: [{ number: 'INV-1', issued: '2024-05-03' }],
      totals: { net: '30.00', tax: '2.70', payable: '32.70' },
      lines: [
        { net: '35.00', quantity: '1', price: { net: '35' } },
        { net: '-5.00', quantity: '-1', price: { net: '5' } },
      ],
    });
    expect(writeUbl(invoice)).toContain('<CreditNote xmlns=');
  });

  it('tells the tax in the currency of accounting', () => {
    const r = record('100', '9', { fx: { currency: 'SGD', rate: '1.3525', date: '2024-05-03' } });
    const { invoice, findings } = checkRecord(of(r, [line(1, '100')]));
    expect(findings).toEqual([]);
    expect(invoice).toMatchObject({ taxCurrency: 'SGD', totals: { tax: '9.00', taxInTaxCurrency: '12.17' } });
  });

  it('keeps quantity and price, and makes the amount the price of the quantity where none is stated', () => {
    const { lines } = recordModel(
      of(record('30', '2.7'), [line(1, '10', { quantity: '4', unit: 'HUR', price: '2.5' }), line(2, '20', { quantity: '3', unit: 'HUR' })]),
    );
    expect(lines).toMatchObject([
      { quantity: '4', unit: 'HUR', price: { net: '2.5' } },
      { quantity: '3', unit: 'HUR', price: { net: '20', per: '3', perUnit: 'HUR' } },
    ]);
  });

  it.each([
    ['no seller', { seller: null }, ['BR-06', 'BR-08', 'BR-S-02']],
    ['no buyer', { buyer: null }, ['BR-07', 'BR-10']],
    ['no due day', { due: null }, ['BR-CO-25']],
    ['a seller without numbers', { seller: party('X', 'SG') }, ['BR-CO-26', 'BR-S-02']],
    ['another total', { total: '200' }, ['RECORD-TOTAL']],
  ] as const)('with %s is not valid, rule by rule', (_, more, broken) => {
    expect(rules(record('100', '9', more), [line(1, '100')])).toEqual(broken);
  });

  it('is due after its account period where no day is stated', () =>
    expect(recordModel(of(record('1', '0', { due: null, termDays: 30 }), [])).due).toBe('2024-06-02'));

  it('makes up no rate', () => expect(rules(record('100', '9'), [])).toEqual(['BR-48', 'BR-CO-17', 'BR-S-05']));
});
