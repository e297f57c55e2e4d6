import { describe, expect, it } from 'vitest';
import { clockOf, parseZone, zoneOfOffset } from './zone.ts';

const minutes = (utc: string): number => Date.parse(utc) / 60_000;
const zone = (text: string): string | null => {
  const read = parseZone(text);
  return read.ok ? read.value : null;
};

describe('time zones', () => {
  it('have one spelling', () => {
    expect(['utc', 'GMT', 'z', 'UTC+0', '+00:00'].map(zone)).toEqual(['UTC', 'UTC', 'UTC', 'UTC', 'UTC']);
    expect(['GMT+8', 'UTC+08:00', '+0800', ' utc+8 '].map(zone)).toEqual(Array(4).fill('UTC+08:00'));
    expect(['UTC-3:30', '−05:00', 'UTC+5:45'].map(zone)).toEqual(['UTC-03:30', 'UTC-05:00', 'UTC+05:45']);
    expect(['asia/shanghai', 'America/Los_Angeles'].map(zone)).toEqual(['Asia/Shanghai', 'America/Los_Angeles']);
    expect([480, -330, 0].map(zoneOfOffset)).toEqual(['UTC+08:00', 'UTC-05:30', 'UTC']);
  });

  it('are refused by name', () => {
    for (const wrong of ['Asia/Shangai', 'UTC+15', 'GMT+08:75', '', '8', 'Beijing', 'UTC+08:00:00', '+1e2', 'x'.repeat(500)]) {
      const read = parseZone(wrong);
      expect(read, wrong).toMatchObject({ ok: false, error: { code: 'zone.unknown', details: { value: wrong.slice(0, 60) } } });
    }
  });

  it('keep summer time where they have it', () => {
    // IANA tz database: Pacific time is UTC−8, from 2025-03-09 10:00Z UTC−7.
    const pacific = clockOf('America/Los_Angeles');
    expect([pacific(minutes('2025-03-09T09:59Z')), pacific(minutes('2025-03-09T10:00Z'))]).toEqual([-480, -420]);
    expect(clockOf('Asia/Kathmandu')(minutes('2025-01-01T00:00Z'))).toBe(345);
    expect(clockOf('Asia/Shanghai')(minutes('2024-12-31T16:00Z'))).toBe(480);
    expect(clockOf('UTC-03:30')(0)).toBe(-210);
  });
});
