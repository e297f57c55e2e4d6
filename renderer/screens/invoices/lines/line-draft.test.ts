import { describe, expect, it } from 'vitest';
import { emptyLine, faultOf, linesInput, productApart, sumsOf, typedLines, type LineDraft } from './line-draft.ts';

const line = (change: Partial<LineDraft>): LineDraft => ({ ...emptyLine(1), description: 'x', ...change });
const document = { net: '100', tax: '8' };

describe('lines as they are typed', () => {
  it('count down to exactly nothing', () => {
    expect(sumsOf([line({ net: '60' }), line({ net: '39.99' })], document)).toEqual({ net: '99.99', netOff: '-0.01', taxOff: null });
    expect(sumsOf([line({ net: '100', tax: '8.01' })], document)).toMatchObject({ netOff: '0', taxOff: '0.01' });
    expect(sumsOf([], { net: null, tax: null })).toEqual({ net: '0', netOff: null, taxOff: null });
  });
  it.each([
    [[], null],
    [[emptyLine(1), emptyLine(2)], null],
    [[line({ net: '100' }), emptyLine(2)], null],
    [[line({ net: '100', description: ' ' })], 'description'],
    [[line({ net: null })], 'net'],
    [[line({ net: '100', unit: 'hour' })], 'unit'],
    [[line({ net: '100', ratePct: 'eight' })], 'rate'],
    [[line({ net: '60', tax: '8' }), line({ net: '40' })], 'taxes'],
    [[line({ net: '99.9999999999' })], 'netOff'],
    [[line({ net: '100', tax: '7.99' })], 'taxOff'],
  ] as [LineDraft[], string | null][])('are ready or not (%#): %s', (lines, fault) => expect(faultOf(lines, document)).toBe(fault));
  it('are held against price × quantity, as it is or rounded', () => {
    expect(productApart({ quantity: '744', price: '0.1', net: '74.4' }, 'USD')).toBeNull();
    expect(productApart({ quantity: '3', price: '0.335', net: '1.01' }, 'USD')).toBeNull();
    expect(productApart({ quantity: '3', price: '0.335', net: '1.005' }, 'USD')).toBeNull();
    expect(productApart({ quantity: '3', price: '0.335', net: '1' }, 'USD')).toBe('1.01');
    expect(productApart({ quantity: null, price: '0.335', net: '1' }, 'USD')).toBeNull();
  });
  it('are sent without empty rows, with what came from elsewhere', () => {
    const scope = { period: '2024-02', where: {} };
    const sent = linesInput([line({ net: '1', unit: 'HUR', kept: { ...emptyLine(1).kept, scope } }), emptyLine(2)]);
    expect(sent).toEqual([
      {
        description: 'x',
        quantity: null,
        unit: 'HUR',
        price: null,
        net: '1',
        tax: null,
        ratePct: null,
        taxCategory: null,
        taxCode: null,
        first: null,
        last: null,
        scope,
      },
    ]);
    expect(typedLines([emptyLine(1)])).toEqual([]);
  });
});
