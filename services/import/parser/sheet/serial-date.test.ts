import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialText } from './serial-date.ts';

const DAY = { day: true, time: false, elapsed: false };
const TIME = { day: false, time: true, elapsed: false };
const BOTH = { day: true, time: true, elapsed: false };
const ELAPSED = { day: false, time: true, elapsed: true };

describe('serialText', () => {
  it.each([
    // 1900 system; 1 to 59 are one day off against the calendar's count, and 60 does not exist.
    ['1', DAY, false, '1900-01-01'],
    ['59', DAY, false, '1900-02-28'],
    ['60', DAY, false, '1900-02-29'],
    ['61', DAY, false, '1900-03-01'],
    ['44197', DAY, false, '2021-01-01'],
    ['44197', BOTH, false, '2021-01-01T00:00:00'],
    ['44197.5', DAY, false, '2021-01-01T12:00:00'],
    ['44197.423726851855', BOTH, false, '2021-01-01T10:10:10'],
    ['44197.999999999', BOTH, false, '2021-01-02T00:00:00'],
    ['44197.0000058', BOTH, false, '2021-01-01T00:00:00.501'],
    ['2958465', DAY, false, '9999-12-31'],
    ['2958466', DAY, false, null],
    ['-1', DAY, false, null],
    ['1e300', DAY, false, null],
    ['0', DAY, false, '00:00:00'],
    ['0.5', BOTH, false, '12:00:00'],
    // 1904 system.
    ['0', DAY, true, '1904-01-01'],
    ['42735', DAY, true, '2021-01-01'],
    ['0.25', TIME, true, '06:00:00'],
    ['2957003', DAY, true, '9999-12-31'],
    ['2957004', DAY, true, null],
    ['0.4237268518', TIME, false, '10:10:10'],
    ['44197.75', TIME, false, '2021-01-01T18:00:00'],
    ['10.6320601851852', ELAPSED, false, '255:10:10'],
    ['0.0416666666666667', ELAPSED, false, '01:00:00'],
  ])('%s %o %s', (serial, kind, date1904, expected) => {
    expect(serialText(serial, kind, date1904)).toBe(expected);
  });

  it('counts days as the calendar does, in both systems', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const expected = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
        expect(serialText(String(serial), DAY, false)).toBe(expected);
        if (serial > 1462) expect(serialText(String(serial - 1462), DAY, true)).toBe(expected);
      }),
    );
  });
});
