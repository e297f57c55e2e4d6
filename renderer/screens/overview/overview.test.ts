import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../../services/contract/invoices.ts';
import type { Output } from '../../../services/contract/index.ts';
import { MEASURE_NAMES } from '../../../domain/formats/fields.ts';
import { dueOf, openByCurrency } from './due.ts';
import { spendOf } from './spend.ts';

const invoice = (number: string, part: Partial<Invoice>): Invoice => ({
  number,
  vendor: 'huawei',
  entity: null,
  kind: 'invoice',
  date: '2024-05-05',
  due: '2024-05-20',
  period: '2024-04',
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
  source: '',
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
  ...part,
});

describe('what is due', () => {
  const list = [
    invoice('late', { due: '2024-05-01', status: 'overdue', open: '10.5' }),
    invoice('soon', { due: '2024-05-12' }),
    invoice('undated', { due: null, status: 'to-confirm' }),
    invoice('paid', { status: 'paid', open: '0' }),
    invoice('void', { status: 'void' }),
    invoice('credit', { kind: 'credit-note' }),
    invoice('yuan', { due: '2024-06-01', currency: 'CNY', open: '7' }),
  ];
  const due = dueOf(list, '2024-05-10');
  it('puts the most pressing first and leaves out what is settled', () =>
    expect(due.map((d) => [d.invoice.number, d.days])).toEqual([
      ['late', -9],
      ['soon', 2],
      ['yuan', 22],
      ['undated', null],
    ]));
  it('adds up per currency only', () =>
    expect(openByCurrency(due)).toEqual([
      { currency: 'USD', open: '226.5', count: 3 },
      { currency: 'CNY', open: '7', count: 1 },
    ]));
});

describe('spend', () => {
  const sums = (payable: string | null, coupon: string | null) =>
    ({ ...Object.fromEntries(MEASURE_NAMES.map((m) => [m, null])), payable, coupon }) as Output<'bills/periods'>[number]['totals'][string];
  const month = (period: string, totals: Output<'bills/periods'>[number]['totals']): Output<'bills/periods'>[number] => ({
    period,
    vendors: ['huawei'],
    lines: 1,
    status: 'final',
    totals,
  });
  const periods = [month('2024-04', { USD: sums('110.005', '10'), CNY: sums('5', null) }), month('2024-03', { USD: sums('80', null) })];
  it('holds the month against the one before, rounded as the bill prints it', () =>
    expect(spendOf(periods, '2024-04')[0]).toEqual({
      currency: 'USD',
      now: '100.01',
      before: '80',
      change: { difference: '20.01', percent: '+25.0 %' },
    }));
  it('has no change where one of the months is missing', () =>
    expect(spendOf(periods, '2024-04')[1]).toEqual({ currency: 'CNY', now: '5', before: null, change: null }));
  it('shows what fell away', () =>
    expect(spendOf(periods, '2024-05')).toEqual([
      { currency: 'USD', now: null, before: '100.01', change: null },
      { currency: 'CNY', now: null, before: '5', change: null },
    ]));
});
