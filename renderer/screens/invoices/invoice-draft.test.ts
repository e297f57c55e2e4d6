import { describe, expect, it } from 'vitest';
import type { ShownInvoice } from '../../../services/contract/invoices.ts';
import { draftOfInvoice, EMPTY_DRAFT, inputOf, missingOf, totalOf, updateOf, type InvoiceDraft } from './invoice-draft.ts';
import { emptyLine } from './lines/line-draft.ts';

const full: InvoiceDraft = {
  ...EMPTY_DRAFT,
  number: ' HW-1 ',
  vendor: 'huawei',
  entity: 'SPARKOO_SG',
  date: '2024-03-05',
  due: '2024-03-20',
  period: '2024-02',
  currency: 'USD',
  net: '100',
  tax: '8',
  note: '',
};

describe('invoice form', () => {
  it.each([
    ['number', { number: '  ' }],
    ['date', { date: null }],
    ['net', { net: null }],
    ['tax', { tax: null }],
    ['due', { due: '2024-03-04' }],
    ['negative', { net: '-9' }],
    ['fx', { fx: { currency: 'THB', rate: null, date: null } }],
    ['lines.netOff', { lines: [{ ...emptyLine(1), description: 'x', net: '99.99' }] }],
    ['reason', { reason: ' ' }],
  ] as const)('names what is missing: %s', (missing, part) => {
    const draft = { ...full, ...part } as InvoiceDraft;
    expect(missingOf(draft)).toBe(missing);
    expect(inputOf(draft, null)).toBeNull();
  });
  it('adds exactly', () => expect(totalOf({ net: '0.1', tax: '0.2' })).toBe('0.3'));
  it('sends the number without blanks, the file, and only what is stated', () => {
    const { reason: _reason, orderReference: _reference, ...rest } = full;
    expect(inputOf({ ...full, orderReference: ' PO-1 ' }, 'token')).toEqual({
      ...rest,
      number: 'HW-1',
      file: 'token',
      fx: null,
      lines: [],
      document: { orderReference: 'PO-1' },
    });
  });
  it('corrects an invoice from what it says now, days that are not shown included', () => {
    const before = {
      ...full,
      number: 'HW-1',
      fx: { currency: 'THB', rate: '8.2', date: null },
      lines: [],
      document: {},
      billed: '2024-03-01',
      issued: null,
      termDays: 30,
    } as unknown as ShownInvoice;
    const draft = draftOfInvoice(before);
    expect(missingOf(draft)).toBe('reason');
    expect(updateOf({ ...draft, number: 'HW-2', reason: 'typo' }, before)).toMatchObject({
      number: 'HW-1',
      newNumber: 'HW-2',
      reason: 'typo',
      billed: '2024-03-01',
      termDays: 30,
      fx: { rate: '8.2' },
    });
  });
});
