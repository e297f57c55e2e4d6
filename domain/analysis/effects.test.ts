import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, sum } from '../money/amount.ts';
import { itemEffects, type ItemSide } from './effects.ts';

const side = (amounts: Partial<ItemSide> & { amount: string }): ItemSide => ({ listPrice: null, usage: null, unitPrice: null, ...amounts });
const told = (effects: ReturnType<typeof itemEffects>): string => sum([effects.usage, effects.price, effects.discount, effects.other]);

describe('effects of one charge item', () => {
  it('divides usage at the former net price, price at the present usage, discount at the present list cost', () => {
    // 10 h × 2 = 20 less 10 % = 18; 15 h × 3 = 45 less 20 % = 36.
    const effects = itemEffects(
      side({ amount: '18', listPrice: '20', usage: '10', unitPrice: '2' }),
      side({ amount: '36', listPrice: '45', usage: '15', unitPrice: '3' }),
    );
    // 18 → 27 (15 h at 1.8) → 40.5 (at 2.7) → 36 (20 % off instead of 10 %).
    expect(effects).toEqual({ usage: '9', price: '13.5', discount: '-4.5', other: '0', basis: 'printed' });
  });

  it('calls what list cost changes beyond the printed price by another name', () => {
    // The unit price stands still, and 5 of the 15 hours are free by a package: list cost 20 for 15 h.
    const effects = itemEffects(
      side({ amount: '20', listPrice: '20', usage: '10', unitPrice: '2' }),
      side({ amount: '20', listPrice: '20', usage: '15', unitPrice: '2' }),
    );
    expect(effects).toEqual({ usage: '10', price: '0', discount: '0', other: '-10', basis: 'printed' });
  });

  it('takes the average price where the bill prints none', () => {
    const effects = itemEffects(side({ amount: '10', usage: '4' }), side({ amount: '21', usage: '7' }));
    expect(effects).toEqual({ usage: '7.5', price: '3.5', discount: null, other: '0', basis: 'average' });
  });

  it('does not tell price and usage apart without usage', () => {
    const effects = itemEffects(side({ amount: '100', listPrice: '200' }), side({ amount: '90', listPrice: '150' }));
    // 150 at half of list is 75; the deductions are 15 less.
    expect(effects).toEqual({ usage: null, price: null, discount: '15', other: '-25', basis: 'none' });
    expect(itemEffects(side({ amount: '1' }), side({ amount: '3', usage: '5' }))).toEqual({
      usage: null,
      price: null,
      discount: null,
      other: '2',
      basis: 'none',
    });
  });

  it('gives everything to usage where nothing was used, and nothing to a rate that was never there', () => {
    expect(itemEffects(side({ amount: '0', usage: '0', listPrice: '0' }), side({ amount: '8', usage: '4', listPrice: '8' }))).toEqual({
      usage: '8',
      price: '0',
      discount: '0',
      other: '0',
      basis: 'average',
    });
    // Free before at the same usage: the price began.
    expect(itemEffects(side({ amount: '0', usage: '4' }), side({ amount: '8', usage: '4' }))).toMatchObject({ usage: '0', price: '8' });
  });

  it('adds up to the change to the last digit, whatever the figures', () => {
    const money = fc.bigInt({ min: 0n, max: 10n ** 20n }).map((n) => {
      const digits = n.toString().padStart(11, '0');
      return amount(`${digits.slice(0, -10)}.${digits.slice(-10)}`);
    });
    const any = fc.record({
      amount: money,
      listPrice: fc.option(money),
      usage: fc.option(money),
      unitPrice: fc.option(money),
    });
    const scale = 10n ** 10n;
    const units = (text: string): bigint => {
      const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
      return (text.startsWith('-') ? -1n : 1n) * (BigInt(whole) * scale + BigInt(fraction.padEnd(10, '0')));
    };
    fc.assert(
      fc.property(any, any, (before, now) => {
        const effects = itemEffects(before, now);
        expect(units(told(effects))).toBe(units(now.amount) - units(before.amount));
        expect(effects.usage === null).toBe(
          before.usage === null || now.usage === null || (before.usage === '0' && !(before.amount === '0' && now.usage !== '0')),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
