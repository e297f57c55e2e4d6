import { describe, expect, it } from 'vitest';
import { workCalendar } from '../../calendar/calendar.ts';
import { REMIT_RULES, remitBy, withholds } from './practice.ts';

describe('by when withheld tax is paid to the authority', () => {
  it.each([
    ['MY', '2024-03-01', '2024-04-01'],
    ['MY', '2024-01-31', '2024-02-29'],
    ['MY', '2023-12-31', '2024-01-31'],
    ['TH', '2024-03-01', '2024-04-15'],
    ['TH', '2024-12-31', '2025-01-15'],
    ['NG', '2024-03-31', '2024-04-21'],
    ['KE', '2023-06-30', '2023-07-20'],
    // From then on five working days; 2023-07-01 is a Saturday.
    ['KE', '2023-07-01', '2023-07-07'],
    ['KE', '2024-05-13', '2024-05-20'],
  ])('%s, paid on %s: %s', (country, paid, day) => expect(remitBy(country, paid)?.date).toBe(day));
  it('knows no day for another country, nor without one', () => {
    expect(remitBy('SG', '2024-03-01')).toBeNull();
    expect(remitBy(null, '2024-03-01')).toBeNull();
  });
  it('takes the working days of the calendar that it is given', () => {
    const closed = workCalendar('KE', [{ date: '2024-05-14', kind: 'holiday', name: 'x' }]);
    expect(remitBy('KE', '2024-05-13', () => closed)?.date).toBe('2024-05-21');
  });
  it('has one row for a country and day, each with its source', () => {
    expect(new Set(REMIT_RULES.map((r) => r.id)).size).toBe(REMIT_RULES.length);
    for (const rule of REMIT_RULES) {
      expect(rule.source).not.toBe('');
      expect(withholds(rule.country)).toBe(true);
      const others = REMIT_RULES.filter((r) => r !== rule && r.country === rule.country);
      for (const day of [rule.from, rule.to])
        if (day !== null) expect(others.every((r) => (r.from !== null && day < r.from) || (r.to !== null && day > r.to))).toBe(true);
    }
  });
});
