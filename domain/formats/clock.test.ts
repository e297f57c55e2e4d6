import { describe, expect, it } from 'vitest';
import { instantOf, onClock } from './clock.ts';

const instant = (text: string, offset = 8): string | null => {
  const result = instantOf(text, offset);
  return result.ok ? result.value : null;
};

describe('times', () => {
  it('brings UTC to the vendor’s clock, over the end of a month and of a year', () => {
    expect(onClock('2019-02-28T16:14:03Z', 8)).toBe('2019-03-01 00:14:03');
    expect(onClock('2019-03-31T15:59:59.999Z', 8)).toBe('2019-03-31 23:59:59');
    expect(onClock('2019-12-31T16:00:00Z', 8)).toBe('2020-01-01 00:00:00');
    expect([onClock(null, 8), onClock('2019-02-30T00:00:00Z', 8), onClock('yesterday', 8)]).toEqual([
      null,
      '2019-02-30T00:00:00Z',
      'yesterday',
    ]);
  });

  it('reads the times that vendors print', () => {
    expect(instant('2020/04/15 17:28:53')).toBe('2020-04-15T09:28:53Z');
    expect(instant('2023/10/24 21:08:45 GMT+08:00', 0)).toBe('2023-10-24T13:08:45Z');
    expect(instant('2020-07-08 15:52:30.941')).toBe('2020-07-08T07:52:30Z');
    expect(instant('2014-04-12T08:35:05Z')).toBe('2014-04-12T08:35:05Z');
    expect(instant('2024/5/2 0:00', 0)).toBe('2024-05-02T00:00:00Z');
    expect(instant('2021/11/11')).toBe('2021-11-10T16:00:00Z');
  });

  it('refuses what is no time of the calendar', () => {
    for (const text of [
      '0002-11-30',
      '2021-02-29 00:00:00',
      '2021-02-28 24:00:00',
      '2021-02-28 12:60:00',
      '12:00',
      '1617638400',
      '2021-02-28 12:00:00 GMT+99:00',
    ])
      expect(instant(text)).toBeNull();
  });
});
