import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPattern, numberAt, RESETS, runOf } from './series.ts';

describe('numbers of a series', () => {
  it.each([
    ['INV-{YYYY}-{####}', '2024-03-09', 7, 'INV-2024-0007'],
    ['{YY}{MM}/{##}', '2024-03-09', 7, '2403/07'],
    ['{YY}{MM}/{##}', '2024-12-31', 123, '2412/123'],
    ['A{#}B', '2024-03-09', 10, 'A10B'],
  ])('%s of %s, number %i, is %s', (pattern, date, sequence, number) => expect(numberAt(pattern, date, sequence)).toBe(number));

  it('begin again when they should', () => {
    expect(RESETS.map((resets) => runOf(resets, '2024-03-09'))).toEqual(['', '2024', '2024-03']);
  });
});

describe('a pattern', () => {
  it.each([
    ['INV-{YYYY}-{####}', 'year'],
    ['{YY}{MM}{###}', 'month'],
    ['{######}', 'never'],
    ['{YYYY}-{MM}-{#}', 'never'],
  ] as const)('%s, anew by %s, is taken', (pattern, resets) => expect(checkPattern(pattern, resets)).toEqual({ ok: true, value: true }));

  it.each([
    ['INV-{YYYY}', 'year', 'it has 0 runs of digits.'],
    ['{##}-{##}', 'never', 'it has 2 runs of digits.'],
    ['{DD}-{##}', 'never', '“DD” in braces means nothing.'],
    ['INV-{##', 'never', 'a brace stands alone.'],
    ['INV-{####}', 'year', 'it begins again and does not tell the year.'],
    ['INV-{YYYY}-{####}', 'month', 'it begins again each month and does not tell the month.'],
    [`${'x'.repeat(95)}{#}`, 'never', 'its numbers are longer than 100 characters.'],
  ] as const)('%s, anew by %s, is refused', (pattern, resets, why) =>
    expect(checkPattern(pattern, resets)).toMatchObject({
      ok: false,
      error: { code: 'series.pattern', message: expect.stringContaining(why) },
    }),
  );

  it('that is taken never gives one number to two documents', () => {
    const part = fc.constantFrom('{YYYY}', '{YY}', '{MM}', '{#}', '{##}', '{####}', '-', '/', 'A', '1');
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    const place = fc.tuple(day, fc.integer({ min: 1, max: 99_999 }));
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 7 }),
        fc.constantFrom(...RESETS),
        place,
        place,
        (parts, resets, [oneDay, one], [otherDay, other]) => {
          const pattern = parts.join('');
          if (!checkPattern(pattern, resets).ok) return;
          const same = runOf(resets, oneDay) === runOf(resets, otherDay) && one === other;
          if (!same) expect(numberAt(pattern, oneDay, one)).not.toBe(numberAt(pattern, otherDay, other));
        },
      ),
      { numRuns: 5000 },
    );
  });
});
