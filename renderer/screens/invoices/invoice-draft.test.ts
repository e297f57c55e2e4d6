import { describe, expect, it } from 'vitest';
import { inputOf, missingOf, totalOf, type InvoiceDraft } from './invoice-draft.ts';

const full: InvoiceDraft = {
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
  ] as const)('names what is missing: %s', (missing, part) => {
    expect(missingOf({ ...full, ...part })).toBe(missing);
    expect(inputOf({ ...full, ...part }, null)).toBeNull();
  });
  it('adds exactly', () => expect(totalOf({ net: '0.1', tax: '0.2' })).toBe('0.3'));
  it('sends the number without blanks, and the file', () =>
    expect(inputOf(full, 'token')).toEqual({ ...full, number: 'HW-1', file: 'token' }));
});
