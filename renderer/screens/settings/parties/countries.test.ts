import { describe, expect, it } from 'vitest';
import { countries } from './countries.ts';

describe('countries', () => {
  it('are those of ISO 3166-1, in the language asked for', () => {
    const en = countries('en');
    const codes = new Set(en.map(({ value }) => value));
    // 249 codes of the standard, and XK, which is in use without being assigned.
    expect(codes.size).toBeGreaterThanOrEqual(249);
    expect(codes.size).toBeLessThanOrEqual(251);
    for (const code of ['MY', 'SG', 'KR', 'IN', 'ZA', 'MA', 'AE', 'BH', 'CN', 'HK', 'TR', 'PG', 'US']) expect(codes).toContain(code);
    for (const code of ['EU', 'UN', 'ZZ', 'SU', 'DD', 'YU', 'BU']) expect(codes).not.toContain(code);
    expect(countries('zh-CN').find(({ value }) => value === 'MY')!.label).toBe('马来西亚 (MY)');
  });
});
