import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawnRows,
  mostPhysical,
  mostVirtual,
  restingPlace,
  SHEET,
  sheetHeight,
  shiftAfter,
  virtualFor,
  type Extent,
} from './row-window.ts';

const extent = (count: number): Extent => ({ count, rowHeight: 30, head: 30, foot: 60, view: 690 });
const LONG = extent(5_000_000);

describe('rows on a sheet', () => {
  it('is as high as its rows, up to what can be drawn', () => {
    expect(sheetHeight(extent(100))).toBe(3000);
    expect(sheetHeight(LONG)).toBe(SHEET);
  });
  it('has no shift where everything can be drawn', () => {
    for (const [before, now] of [
      [0, 900],
      [900, 0],
      [0, 2400],
    ] as const)
      expect(shiftAfter(extent(100), 0, before, now)).toBe(0);
  });
  it('moves pixel by pixel near by', () => expect(shiftAfter(LONG, 12_345, 100_000, 100_120)).toBe(12_345));
  it('reaches the first and the last row at its ends, wherever it came from', () => {
    expect(shiftAfter(LONG, 777, 40, 0)).toBe(0);
    const end = mostPhysical(LONG);
    expect(end + shiftAfter(LONG, 777, end - 40, end)).toBe(mostVirtual(LONG));
    expect(drawnRows(LONG, mostVirtual(LONG), 0).last).toBe(4_999_999);
  });
  it('comes to the ends pixel by pixel', () => {
    for (const virtual of [0, 1, 3000, 100_000]) {
      expect(restingPlace(LONG, virtual)).toBe(virtual);
      expect(restingPlace(LONG, mostVirtual(LONG) - virtual)).toBe(mostPhysical(LONG) - virtual);
    }
  });
  it('jumps to the same share of the table as of the sheet', () => {
    const middle = Math.round(mostPhysical(LONG) / 2);
    const virtual = middle + shiftAfter(LONG, 0, 0, middle);
    expect(Math.abs(virtual - mostVirtual(LONG) / 2)).toBeLessThan(100);
  });
  it('rests where a jump would lead to the same row', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostVirtual(LONG) }), (virtual) => {
        const rest = restingPlace(LONG, virtual);
        const again = rest + shiftAfter(LONG, 0, rest > SHEET / 2 ? 0 : SHEET, rest);
        expect(Math.abs(again - virtual)).toBeLessThan(45);
      }),
    ));
  it('draws every row that is seen, at any place', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, share) => {
        const own = extent(count);
        const virtual = Math.round(share * mostVirtual(own));
        const { first, last } = drawnRows(own, virtual, 0);
        expect(first * 30).toBeLessThanOrEqual(virtual);
        expect(last === count - 1 || (last + 1) * 30 >= virtual + own.view - own.head).toBe(true);
        expect(last - first).toBeLessThan(25);
      }),
    ));
  it('shows a row by moving no further than needed', () => {
    expect(virtualFor(LONG, 10, 0)).toBe(0);
    expect(virtualFor(LONG, 5, 300)).toBe(150);
    expect(virtualFor(LONG, 30, 0)).toBe(31 * 30 - 600);
    expect(virtualFor(LONG, 4_999_999, 0)).toBe(mostVirtual(LONG));
  });
});
