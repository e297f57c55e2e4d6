import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, dealt, isDefault, moved } from './layout.ts';

const ids = (layout: readonly { id: string }[]): string[] => layout.map((card) => card.id);

describe('the layout of cards', () => {
  const known = ['a', 'b', 'c', 'd'];
  it('is the program’s own until something is kept', () => {
    expect(arrange(known, null)).toEqual(known.map((id) => ({ id, shown: true })));
    expect(isDefault(known, arrange(known, null))).toBe(true);
  });
  it('keeps order and what is hidden, and leaves out what is not known', () => {
    const kept = [
      { id: 'd', shown: true },
      { id: 'gone', shown: true },
      { id: 'a', shown: false },
      { id: 'c', shown: true },
      { id: 'b', shown: true },
    ];
    expect(arrange(known, kept)).toEqual(kept.filter((card) => card.id !== 'gone'));
    expect(isDefault(known, arrange(known, kept))).toBe(false);
  });
  it('puts a card that is new behind the one it follows', () => {
    const kept = [
      { id: 'c', shown: true },
      { id: 'a', shown: false },
    ];
    expect(ids(arrange(known, kept))).toEqual(['c', 'd', 'a', 'b']);
    expect(ids(arrange(['x', ...known], kept))).toEqual(['x', 'c', 'd', 'a', 'b']);
  });
  it('never loses or doubles a card, whatever is moved', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.integer({ min: -2, max: 9 })), { maxLength: 20 }), (moves) => {
        const list = moves.reduce<string[]>((now, [from, to]) => moved(now, from, to), known);
        expect(list.toSorted()).toEqual(known);
      }),
    ));
  it('deals the cards out from left to right', () => {
    expect(dealt(known, 3)).toEqual([['a', 'd'], ['b'], ['c']]);
    expect(dealt(['a'], 3)).toEqual([['a']]);
    expect(dealt([], 2)).toEqual([]);
  });
  it('moves one entry', () => {
    expect(moved(known, 0, 1)).toEqual(['b', 'a', 'c', 'd']);
    expect(moved(known, 3, -1)).toEqual(['d', 'a', 'b', 'c']);
    expect(moved(known, 1, 99)).toEqual(['a', 'c', 'd', 'b']);
  });
});
