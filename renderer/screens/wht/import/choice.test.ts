import { describe, expect, it } from 'vitest';
import type { ImportPreview, ImportRow } from '../../../../services/contract/wht-import.ts';
import { hindrance, linesOf, plainChoice, residualOf, rowsToTake, suggested, taxOf } from './choice.ts';

const line = (invoice: string, amount: string, change: object = {}) => ({
  invoice,
  vendor: 'other' as const,
  invoiceDate: '2026-01-10',
  invoiceCurrency: 'KES',
  invoiceNet: '1000',
  open: '1000',
  amount,
  payAmount: amount,
  fx: null,
  ...change,
});
const row = (
  at: number,
  total: string,
  proposals: { lines: ReturnType<typeof line>[]; blocked?: boolean }[],
  state: ImportRow['state'] = 'matched',
) =>
  ({
    rows: [at],
    state,
    certificate: { total, currency: 'KES' },
    proposals: proposals.map((p) => ({ score: 60, reasons: [], exact: false, blocked: false, residual: '0', ...p })),
  }) as unknown as ImportRow;

describe('what is chosen for a row', () => {
  it('is suggested only where one proposal stands alone and is not blocked', () => {
    expect(suggested(row(2, '50', [{ lines: [line('A', '50')], blocked: true }, { lines: [line('B', '50')] }]))).toEqual(plainChoice(1));
    expect(suggested(row(2, '50', [{ lines: [line('A', '50')] }], 'several'))).toBeNull();
    expect(suggested(row(2, '50', [], 'none'))).toBeNull();
  });
  it('counts down to nothing as figures are typed; one figure serves both in one currency', () => {
    const two = row(2, '50', [{ lines: [line('A', '20'), line('B', '30')] }]);
    const typed = { ...plainChoice(0), amounts: { 1: '29.99' } };
    expect(residualOf(two, plainChoice(0))).toBe('0');
    expect(residualOf(two, typed)).toBe('0.01');
    expect(linesOf(two, typed)[1]).toMatchObject({ amount: '29.99', payAmount: '29.99' });
    expect(residualOf(two, { ...typed, amounts: { 1: null } })).toBe('30');
  });
  it('hinders what is handed in more than a draft', () => {
    const one = row(2, '50', [{ lines: [line('A', '50')] }]);
    expect(hindrance(one, plainChoice(null), 'draft')).toBeNull();
    expect(hindrance(one, plainChoice(null), 'submitted')).toBe('nothing');
    expect(hindrance(one, { ...plainChoice(0), amounts: { 0: '49' } }, 'draft')).toBeNull();
    expect(hindrance(one, { ...plainChoice(0), amounts: { 0: '49' } }, 'submitted')).toBe('residual');
    expect(hindrance(one, { ...plainChoice(0), amounts: { 0: null } }, 'draft')).toBe('figure');
    expect(hindrance(row(2, '50', [{ lines: [line('A', '50', { open: '49.99' })] }]), plainChoice(0), 'submitted')).toBe('blocked');
    const foreign = row(2, '50', [{ lines: [line('A', '50', { invoiceCurrency: 'USD', payAmount: null })] }]);
    expect(hindrance(foreign, plainChoice(0), 'submitted')).toBe('figure');
    expect(hindrance(foreign, { ...plainChoice(0), pays: { 0: '0.39' } }, 'submitted')).toBeNull();
  });
  it('goes to the services row by row, without what cannot be taken', () => {
    const rows = [
      row(2, '50', [{ lines: [line('A', '50')] }]),
      row(3, '70', [], 'none'),
      row(4, '10', [{ lines: [line('B', '10')] }], 'known'),
    ];
    const choices = { 2: plainChoice(0), 3: plainChoice(null), 4: plainChoice(0) };
    const preview = { rows } as ImportPreview;
    expect(rowsToTake(preview, choices, 'submitted').map((r) => r.row)).toEqual([2]);
    expect(rowsToTake(preview, choices, 'draft')).toEqual([
      { row: 2, allocate: [{ invoice: 'A', vendor: 'other', amount: '50', payAmount: '50', fx: null }] },
      { row: 3, allocate: [] },
    ]);
    expect(taxOf(rows)).toEqual([{ currency: 'KES', amount: '130' }]);
  });
});
