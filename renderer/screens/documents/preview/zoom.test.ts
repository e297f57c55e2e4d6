import { expect, it } from 'vitest';
import { density, mostSeen, scaleOf, stepped, turned } from './zoom.ts';

const A4 = { width: 794, height: 1123 };

it('fits the width of the pane, within its steps', () => {
  expect(scaleOf('fit', A4, 826)).toBe(1);
  expect(scaleOf('fit', turned(A4, 90), 1155)).toBe(1);
  expect(scaleOf('fit', A4, 60)).toBe(0.25);
  expect(scaleOf('fit', { width: 10, height: 10 }, 900)).toBe(6);
  expect(scaleOf(1.5, A4, 60)).toBe(1.5);
});

it('steps in and out, from between two steps too, and stops at the ends', () => {
  expect(stepped(1, 1)).toBe(1.25);
  expect(stepped(1, -1)).toBe(0.9);
  expect(stepped(1.1, 1)).toBe(1.25);
  expect(stepped(1.1, -1)).toBe(1);
  expect(stepped(6, 1)).toBe(6);
  expect(stepped(0.25, -1)).toBe(0.25);
});

it('keeps a canvas within its pixels, whatever the page and the screen', () => {
  expect(density(A4, 1, 2)).toBe(2);
  for (const size of [A4, { width: 14_400, height: 14_400 }, { width: 1, height: 100_000 }])
    for (const scale of [0.25, 1, 6])
      for (const screen of [1, 2, 3]) {
        const d = density(size, scale, screen);
        expect(size.width * scale * d * size.height * scale * d).toBeLessThanOrEqual(16_000_001);
      }
});

it('knows the page that is looked at, the last and short one too', () => {
  const pages = [800, 800, 300].map((offsetHeight, i) => ({ offsetTop: 12 + i * 812, offsetHeight }));
  expect([0, 300, 500, 1300, 1240].map((top) => mostSeen(pages, top, 700))).toEqual([0, 0, 1, 1, 1]);
  expect(
    mostSeen(
      [
        { offsetTop: 12, offsetHeight: 800 },
        { offsetTop: 824, offsetHeight: 400 },
      ],
      536,
      700,
    ),
  ).toBe(1);
  expect(mostSeen(pages, 0, 5000)).toBe(0);
  expect(mostSeen([], 0, 700)).toBe(0);
});
