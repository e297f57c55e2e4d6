import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../contract/index.ts';
import { documentRig } from './rig.ts';
import { party } from '../../test/support/making-rig.ts';

let rig: ReturnType<typeof documentRig>;
beforeEach(() => {
  rig = documentRig();
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});

type Add = Input<'invoices/add'>;
const paper = { number: '000123', date: '2024-03-02', vendor: 'huawei', currency: 'USD', net: '100', tax: '8' } as const;
const line = (net: string, more: object = {}) => ({ description: 'x', net, ...more });

describe('a received invoice', () => {
  it('keeps kind, parties, rate and lines, and shows them', async () => {
    const { id: sellerId } = await rig.call('parties/save', party('vendor', 'Sparkoo', 'SG'));
    const { id: buyerId } = await rig.call('parties/save', party('own', 'Contoh', 'MY'));
    const lines = [
      {
        description: 'Elastic Cloud Server',
        quantity: '744',
        unit: 'HUR',
        price: '0.1',
        net: '74.40',
        tax: '5.95',
        ratePct: '8',
        first: '2024-02-01',
        last: '2024-02-29',
      },
      { description: 'Object Storage', net: '25.6', tax: '2.05', scope: { period: '2024-02', where: { productType: ['OBS'] } } },
    ];
    const added = await rig.call('invoices/add', {
      ...paper,
      type: 'monthly',
      sellerId,
      buyerId,
      fx: { currency: 'THB', rate: '08.20', date: '2024-03-01' },
      lines,
      document: { orderReference: 'PO-1', buyerReference: '' },
    });
    expect(added).toMatchObject({
      type: 'monthly',
      direction: 'received',
      seller: { name: 'Sparkoo' },
      buyer: { name: 'Contoh' },
      fx: { currency: 'THB', rate: '8.2', date: '2024-03-01' },
      converted: { total: '885.6', policy: 'conversion.half-up-2' },
      document: { orderReference: 'PO-1' },
      lines: [
        { position: 1, net: '74.4', quantity: '744' },
        { position: 2, net: '25.6', scope: { where: { productType: ['OBS'] } } },
      ],
    });
    expect(await rig.call('invoices/show', { number: '000123' })).toEqual(added);
    const [listed] = (await rig.call('invoices/list', {})).invoices;
    expect(listed).not.toHaveProperty('lines');
    await rig.call('parties/save', { ...party('vendor', 'Sparkoo Technologies', 'SG'), id: sellerId });
    expect((await rig.call('invoices/show', { number: '000123' })).seller!.name).toBe('Sparkoo');
  });

  it.each([
    ['lines that miss the net by the last digit', { lines: [line('60'), line('39.9999999999')] }, 'invoice.lines-net'],
    ['lines over the net', { lines: [line('100.01')] }, 'invoice.lines-net'],
    ['taxes that miss the tax', { lines: [line('100', { tax: '8.01' })] }, 'invoice.lines-tax'],
    ['taxes of some lines', { lines: [line('60', { tax: '8' }), line('40')] }, 'invoice.lines-tax-some'],
    ['a line too precise', { lines: [line('100.00000000001')] }, 'amount.too-precise'],
    ['a service that ends before it begins', { lines: [line('100', { first: '2024-02-02', last: '2024-02-01' })] }, 'invoice.line-days'],
    ['an unknown seller', { sellerId: 7 }, 'party.not-found'],
    ['a rate into its own currency', { fx: { currency: 'USD', rate: '8' } }, 'invoice.fx-currency'],
  ] as [string, Partial<Add>, string][])('refuses %s and writes nothing', async (_, change, code) => {
    const before = rig.auditCount();
    expect(await rig.refusal('invoices/add', { ...paper, ...change })).toBe(code);
    expect(rig.auditCount()).toBe(before);
  });

  it('a credit note to it may have lines, which are stored below zero', async () => {
    await rig.call('invoices/add', { ...paper, lines: [line('100')] });
    const credit = { number: '000123', creditNumber: 'C-1', date: '2024-03-03', net: '10', tax: '0.8', reason: 'x' };
    expect(await rig.refusal('invoices/credit', { ...credit, lines: [line('9')] })).toBe('invoice.lines-net');
    await rig.call('invoices/credit', { ...credit, lines: [line('4'), line('6')] });
    expect((await rig.call('invoices/show', { number: 'C-1' })).lines.map((l) => l.net)).toEqual(['-4', '-6']);
  });
});

describe('correcting', () => {
  const fixed = { number: '000123', date: '2024-03-02', currency: 'USD', net: '100', tax: '8', reason: 'typo' } as const;
  beforeEach(() => rig.call('invoices/add', { ...paper, lines: [line('100')] }).then(() => undefined));

  it('changes what was entered, with reason and history, number included', async () => {
    const after = await rig.call('invoices/update', {
      ...fixed,
      newNumber: '000124',
      net: '90',
      tax: '7.2',
      lines: [line('50'), line('40')],
    });
    expect(after).toMatchObject({ number: '000124', total: '97.2', status: 'unpaid', lines: [{ net: '50' }, { net: '40' }] });
    expect(after.history.at(-1)).toMatchObject({
      event: 'corrected',
      reason: 'typo (number 000123 → 000124; net 100 → 90; tax 8 → 7.2; lines)',
    });
    expect(await rig.refusal('invoices/show', { number: '000123' })).toBe('invoice.not-found');
  });
  it('writes nothing where nothing changes, and makes a paper without money free', async () => {
    const before = rig.auditCount();
    await rig.call('invoices/update', { ...fixed, lines: [line('100')] });
    expect(rig.auditCount()).toBe(before);
    expect(await rig.call('invoices/update', { ...fixed, net: '0', tax: '0' })).toMatchObject({ status: 'free', lines: [] });
    expect(await rig.call('invoices/update', fixed)).toMatchObject({ status: 'unpaid' });
  });
  it('leaves money alone once something is laid against it, but not the rest', async () => {
    await rig.call('payments/add', {
      date: '2024-03-20',
      amount: '8',
      currency: 'USD',
      reference: 'P',
      allocate: [{ invoice: '000123', amount: '8' }],
    });
    expect(await rig.refusal('invoices/update', { ...fixed, tax: '9' })).toBe('invoice.in-use');
    expect(await rig.refusal('invoices/update', { ...fixed, currency: 'EUR' })).toBe('invoice.in-use');
    expect(await rig.call('invoices/update', { ...fixed, due: '2024-04-01', note: 'n' })).toMatchObject({ due: '2024-04-01', paid: '8' });
  });
  it('refuses another invoice’s number, a void one, and one whose lines do not add up', async () => {
    await rig.call('invoices/add', { ...paper, number: 'B' });
    expect(await rig.refusal('invoices/update', { ...fixed, newNumber: 'B' })).toBe('invoice.duplicate');
    expect(await rig.refusal('invoices/update', { ...fixed, lines: [line('99')] })).toBe('invoice.lines-net');
    await rig.call('invoices/void', { number: 'B', reason: 'x' });
    expect(await rig.refusal('invoices/update', { ...fixed, number: 'B' })).toBe('invoice.not-correctable');
  });
});
