import { describe, expect, it } from 'vitest';
import { english } from '../words/said.ts';
import { tell } from '../words/tell.ts';
import type { ItemSide } from './effects.ts';
import { reasonOf } from './reason.ts';
import { resourceChange, type Item } from './resource-change.ts';

const side = (amount: string, rest: Partial<ItemSide> = {}): ItemSide => ({
  amount,
  listPrice: null,
  usage: null,
  unitPrice: null,
  ...rest,
});
const item = (before: ItemSide | null, now: ItemSide | null, rest: Partial<Item> = {}): Item => ({
  spec: null,
  usageType: null,
  unit: null,
  before,
  now,
  ...rest,
});
const change = (items: Item[], refundBefore: string | null = null, refundNow: string | null = null) =>
  resourceChange({ items, refundBefore, refundNow });
const amounts = (c: ReturnType<typeof change>) => Object.fromEntries(c.parts.map((p) => [p.effect, p.amount]));
const place = { currency: 'USD', before: '2023-08', now: '2023-09' };

describe('change of a resource', () => {
  it('is new or gone as a whole where one side has no charges', () => {
    const added = change([item(null, side('7.5')), item(null, side('2'))]);
    expect(added).toMatchObject({ before: '0', now: '9.5', difference: '9.5', leading: 'new' });
    expect(amounts(added)).toMatchObject({ new: '9.5', gone: '0', usage: '0', other: '0' });
    expect(english(reasonOf(added, place))).toBe('New in 2023-09: nothing was charged for it in 2023-08, now 9.5 USD.');
    const gone = change([item(side('4'), null)]);
    expect(amounts(gone)['gone']).toBe('-4');
    expect(english(reasonOf(gone, place))).toBe('Not charged any more in 2023-09: it came to 4 USD in 2023-08.');
  });

  it('is another item where a specification took the place of one', () => {
    const resized = change([item(side('10'), null, { spec: 's.small' }), item(null, side('25'), { spec: 's.large' })]);
    expect(amounts(resized)).toMatchObject({ item: '15', new: '0', gone: '0' });
    expect(resized.leading).toBe('item');
  });

  it('keeps refunds apart from charges', () => {
    const refunded = change([item(side('10', { usage: '10' }), side('10', { usage: '10' }))], null, '-97.2');
    expect(refunded).toMatchObject({ before: '10', now: '-87.2', difference: '-97.2', leading: 'refund' });
    expect(tell(reasonOf(refunded, place), 'zh-CN')).toBe('退款与调账：在变化 −97.2 USD 中占 −97.2。');
  });

  it('says where some lines do not tell, and names the item that moved most', () => {
    const mixed = change([
      item(side('10', { usage: '10', unitPrice: '1' }), side('30', { usage: '30', unitPrice: '1' }), { usageType: 'duration', unit: 'h' }),
      item(side('5'), side('6')),
    ]);
    expect(mixed.parts.find((p) => p.effect === 'usage')).toEqual({ effect: 'usage', amount: '20', partly: true });
    expect(mixed.parts.find((p) => p.effect === 'discount')).toEqual({ effect: 'discount', amount: null, partly: false });
    expect(amounts(mixed)['other']).toBe('1');
    expect(english(reasonOf(mixed, place))).toBe('Usage duration went from 10 to 30 h: +20 of the change of +21 USD.');
  });

  it('tells a printed price from an average one', () => {
    const printed = change([item(side('10', { usage: '5', unitPrice: '2' }), side('15', { usage: '5', unitPrice: '3' }))]);
    expect(english(reasonOf(printed, place))).toBe('The unit price went from 2 to 3: +5 of the change of +5 USD.');
    const average = change([item(side('10', { usage: '5' }), side('15', { usage: '5' }))]);
    expect(english(reasonOf(average, place))).toContain('The average price went from 2 to 3 a unit');
  });

  it('leads with a part in the direction of the change', () => {
    // Usage −8, price +20: the change is +12.
    const c = change([item(side('10', { usage: '5', unitPrice: '2' }), side('22', { usage: '1', unitPrice: '22' }))]);
    expect(amounts(c)).toMatchObject({ usage: '-8', price: '20', other: '0' });
    expect(c.leading).toBe('price');
    expect(english(reasonOf(change([]), place))).toBe('Nothing changed from 2023-08 to 2023-09.');
  });
});
