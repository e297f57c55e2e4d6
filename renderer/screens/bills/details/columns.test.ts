import { describe, expect, it } from 'vitest';
import { amountWidth, lineColumns } from './columns.ts';

const words = { column: (name: string) => name, value: (_column: string, value: string | null) => value ?? '' };
const ids = (currency: string | null, all: boolean): string[] => lineColumns(words, currency, all, undefined).map((c) => c.id);

describe('columns of the lines', () => {
  it('name the currency once, in the header', () => {
    expect(ids('USD', false)).not.toContain('currency');
    expect(lineColumns(words, 'USD', false, undefined).find((c) => c.id === 'payable')?.currency).toBe('USD');
  });
  it('show it in each row where there are several', () => expect(ids(null, false)).toContain('currency'));
  it('show the period where there are several', () => {
    expect(ids('USD', true)[0]).toBe('period');
    expect(ids('USD', false)).not.toContain('period');
  });
  it('are unique', () => expect(new Set(ids(null, true)).size).toBe(ids(null, true).length));
  it('leave room for the total', () => {
    expect(amountWidth(null)).toBe(112);
    expect(amountWidth('123456789012.12345678')).toBeGreaterThan(24 * 7);
  });
});
