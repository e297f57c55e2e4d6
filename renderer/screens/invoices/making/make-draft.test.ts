import { describe, expect, it } from 'vitest';
import { contract } from '../../../../services/contract/index.ts';
import { EMPTY_MAKE, makeInput, makeMissing, type MakeDraft } from './make-draft.ts';

const scope = {
  period: '2024-04',
  where: [{ column: 'currency', op: 'is' as const, value: 'USD' }],
  hideZero: false,
  search: '',
  kind: 'detail' as const,
};
const full: MakeDraft = { ...EMPTY_MAKE, kind: 'monthly', date: '2024-05-03', sellerId: 1, buyerId: 2, series: 3 };
const credit: Partial<MakeDraft> = { kind: 'credit', credited: 'INV-1', reason: 'x' };

describe('making a document', () => {
  it.each([
    ['scope', {}, undefined],
    ['groupBy', { groupBy: [] }, scope],
    ['order', { kind: 'order', orderId: ' ' }, scope],
    ['payment', { kind: 'top-up' }, scope],
    ['credited', { ...credit, credited: '' }, scope],
    ['creditNet', { ...credit, creditBy: 'part' }, scope],
    ['reason', { ...credit, reason: ' ' }, scope],
    ['scope', { ...credit, creditBy: 'refunds' }, undefined],
    ['seller', { sellerId: null }, scope],
    ['buyer', { buyerId: null }, scope],
    ['series', { series: null }, scope],
    ['date', { date: null }, scope],
    ['taxRate', { taxBy: 'hand', taxReason: 'x' }, scope],
    ['taxRate', { taxBy: 'hand', taxReason: 'x', taxRate: 'ten' }, scope],
    ['taxReason', { taxBy: 'hand', taxRate: '10' }, scope],
    ['fx', { fx: { currency: 'MYR', rate: '0', date: null } }, scope],
  ] as [string, Partial<MakeDraft>, typeof scope | undefined][])('names what is missing: %s', (missing, part, of) => {
    expect(makeMissing({ ...full, ...part }, of)).toBe(missing);
    expect(makeInput({ ...full, ...part }, of)).toBeNull();
  });

  it.each([
    ['bills', {}],
    ['order', { kind: 'order', orderId: ' CS1 ' }],
    ['top-up', { kind: 'top-up', payment: 4 }],
    ['credit', credit],
    ['credit', { ...credit, creditBy: 'refunds' }],
    ['credit', { ...credit, creditBy: 'part', creditNet: '5' }],
    ['bills', { taxBy: 'hand', taxRate: '10', taxReason: 'no rule' }],
  ] as [string, Partial<MakeDraft>][])('asks for what the contract takes: %s', (kind, part) => {
    const input = makeInput({ ...full, ...part }, scope);
    expect(input?.what.kind).toBe(kind);
    expect(contract['invoices/make'].input.parse(input).what.kind).toBe(kind);
  });

  it('leaves empty references and overrides out', () => {
    expect(makeInput(full, scope)).toMatchObject({ document: {}, tax: { by: 'rule' }, what: { scope: { period: '2024-04' } } });
    expect(makeInput({ ...full, orderReference: ' PO ', country: 'SG' }, scope)).toMatchObject({
      document: { orderReference: 'PO' },
      tax: { by: 'rule', country: 'SG' },
    });
  });
});
