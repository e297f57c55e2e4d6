import { describe, expect, it } from 'vitest';
import { formById } from '../../../domain/wht/forms/index.ts';
import { changed, emptyLine, incomeInput, incomeMissing, isRate, taxesOf, withCode } from './income-draft.ts';

describe('an income line', () => {
  it('fills the tax from base and rate until it is typed', () => {
    const half = changed(emptyLine(), { base: '1000.5' }, 'THB', null);
    expect(half.tax).toBeNull();
    const full = changed(half, { rate: '3' }, 'THB', null);
    expect(full.tax).toBe('30.02');
    const typed = changed(full, { tax: '30' }, 'THB', null);
    expect(changed(typed, { base: '2000' }, 'THB', null).tax).toBe('30');
    expect(changed(changed(typed, { tax: null }, 'THB', null), { base: '2000' }, 'THB', null).tax).toBe('60');
  });
  it('takes over kind and rate of a code only where the list has one rate', () => {
    const code = { code: '5', category: 'rent', name: { en: '', zh: '' }, from: null, to: null, source: '', certainty: 'memory' } as const;
    const one = withCode(emptyLine({ base: '100' }), { ...code, rates: [{ ratePct: '5', from: null, to: null }] }, 'THB', null);
    expect(one).toMatchObject({ code: '5', category: 'rent', rate: '5', tax: '5' });
    const two = {
      ...code,
      rates: [
        { ratePct: '5', from: null, to: null },
        { ratePct: '10', from: null, to: null },
      ],
    };
    expect(withCode(emptyLine(), two, 'THB', null).rate).toBeNull();
    expect(withCode(emptyLine({ rate: '7' }), { ...code, rates: [{ ratePct: '5', from: null, to: null }] }, 'THB', null).rate).toBe('7');
    expect(withCode(one, null, 'THB', null)).toMatchObject({ code: null, rate: '5' });
  });
  it('rounds as the form wants it', () =>
    expect(changed(emptyLine({ base: '1234' }), { rate: '7.5' }, 'PKR', formById('PK-CPR')).tax).toBe('93'));
  it.each([
    ['3', true],
    ['12.345678', true],
    ['12.3456789', false],
    ['1000', false],
    ['-1', false],
    [null, true],
  ] as const)('rate %s', (rate, fits) => expect(isRate(rate)).toBe(fits));
  it('adds up exactly, and says what is missing', () => {
    const lines = [emptyLine({ tax: '0.1' }), emptyLine({ tax: '0.2' })];
    expect(taxesOf(lines)).toBe('0.3');
    expect(incomeMissing(lines, '0.3', true)).toBeNull();
    expect(incomeMissing(lines, '0.30001', true)).toBe('incomeSum');
    expect(incomeMissing(lines, '1', false)).toBeNull();
    expect(incomeMissing([emptyLine()], '1', false)).toBe('incomeTax');
    expect(incomeMissing([emptyLine({ tax: '1', rate: '1.0000001' })], '1', false)).toBe('incomeRate');
    expect(incomeInput([emptyLine({ tax: '1', description: ' a ' })])).toEqual([
      { category: 'services', code: null, description: 'a', paid: null, base: null, rate: null, tax: '1' },
    ]);
  });
});
