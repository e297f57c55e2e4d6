import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../../services/contract/invoices.ts';
import type { Payment } from '../../../services/contract/payments.ts';
import { allocationOf, faultOf, missingOf, payableRows, sharesOf, type PaymentDraft } from './payment-draft.ts';

const invoice = (part: Partial<Invoice>): Invoice => ({
  number: 'HW-1',
  vendor: 'huawei',
  entity: null,
  kind: 'invoice',
  date: '2023-10-03',
  due: null,
  period: '2023-09',
  currency: 'USD',
  net: '100',
  tax: '8',
  total: '108',
  paid: '0',
  withheld: '0',
  credited: '0',
  open: '108',
  status: 'unpaid',
  credits: null,
  note: '',
  source: 'entered',
  attachments: [],
  history: [],
  allocations: [],
  figures: {},
  direction: 'received',
  type: 'other',
  billed: null,
  issued: null,
  termDays: null,
  fx: null,
  converted: null,
  sellerId: null,
  buyerId: null,
  seller: null,
  buyer: null,
  quoteId: null,
  series: null,
  document: {},
  ...part,
});
const payment: Payment = {
  id: 7,
  date: '2023-10-20',
  amount: '150',
  currency: 'USD',
  reference: 'TT-7',
  method: '',
  note: '',
  status: 'active',
  allocated: '100',
  left: '50',
  allocations: [{ invoice: 'HW-1', amount: '100' }],
  direction: 'received',
  bank: [],
  history: [],
};
const paid = { kind: 'payment' as const, reference: 'TT-7', date: '2023-10-20', amount: '100', currency: 'USD' };

describe('invoices that a payment can be laid on', () => {
  it('are those of its currency with something open, earliest due first', () => {
    const rows = payableRows(
      [
        invoice({ number: 'late', due: '2023-12-01' }),
        invoice({ number: 'early', due: '2023-11-01' }),
        invoice({ number: 'other', currency: 'CNY' }),
        invoice({ number: 'paid', open: '0', status: 'paid' }),
        invoice({ number: 'void', status: 'void' }),
        invoice({ number: 'note', kind: 'credit-note', open: '-108' }),
        invoice({ number: 'waits', status: 'to-confirm' }),
      ],
      'USD',
    );
    expect(rows.map((row) => row.number)).toEqual(['early', 'late']);
  });
  it('keep what this very payment holds', () => {
    const rows = payableRows([invoice({ open: '0', paid: '108', status: 'paid', allocations: [{ ...paid }] })], 'USD', payment);
    expect(rows).toMatchObject([{ key: 'huawei:HW-1', open: '100' }]);
  });
  it('are told apart where two vendors gave the same number', () => {
    const both = [invoice({ vendor: 'zilliz' }), invoice({ open: '8', paid: '100', allocations: [paid] })];
    expect(sharesOf(payment, both)).toEqual({ 'huawei:HW-1': '100' });
  });
});

describe('saving', () => {
  const draft: PaymentDraft = { date: '2023-10-20', amount: '150', currency: 'USD', reference: 'TT-7', method: '', note: '' };
  const rows = payableRows([invoice({}), invoice({ number: 'HW-2', open: '50' })], 'USD');
  const none: ReadonlySet<string> = new Set();
  it('may leave money on the payment', () => expect(missingOf(draft, rows, { 'huawei:HW-1': '108' }, none)).toBeNull());
  it.each([
    ['date', { date: null }, {}],
    ['amount', { amount: null }, {}],
    ['amountSign', { amount: '0' }, {}],
    ['reference', { reference: ' ' }, {}],
    ['over', {}, { 'huawei:HW-1': '108', 'huawei:HW-2': '42.0000000001' }],
    ['share', {}, { 'huawei:HW-2': '50.01' }],
    ['share', {}, { 'huawei:HW-2': '-1' }],
  ] as const)('waits for %s', (missing, part, shares) => expect(missingOf({ ...draft, ...part }, rows, shares, none)).toBe(missing));
  it('waits while a share is no amount', () => expect(missingOf(draft, rows, {}, new Set(['huawei:HW-1']))).toBe('typing'));
  it('names what is wrong with a share', () =>
    expect([
      faultOf({ open: '50' }, '50'),
      faultOf({ open: '50' }, '50.01'),
      faultOf({ open: '50' }, '-1'),
      faultOf({ open: '50' }, null),
    ]).toEqual([null, 'over-open', 'negative', null]));
  it('sends no empty shares', () =>
    expect(allocationOf(rows, { 'huawei:HW-1': '0', 'huawei:HW-2': '50', gone: '9' })).toEqual([
      { invoice: 'HW-2', vendor: 'huawei', amount: '50' },
    ]));
});
