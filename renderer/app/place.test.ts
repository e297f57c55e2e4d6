import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addressOf } from './place.ts';
import { duration } from './duration.ts';
import { isStale } from './query.ts';

const saved = new Map<string, string>();
beforeEach(() => {
  saved.clear();
  vi.stubGlobal('window', { localStorage: { getItem: (key: string) => saved.get(key) ?? null } });
});

describe('addressOf', () => {
  it('takes period and account along and nothing else', () => {
    expect(addressOf('/bills', new URLSearchParams('period=2023-09&account=a-1&tab=x'))).toBe('/bills?period=2023-09&account=a-1');
  });
  it('falls back to what was remembered', () => {
    saved.set('tallybook-period', '2023-08');
    expect(addressOf('/', new URLSearchParams())).toBe('/?period=2023-08');
  });
  it('adds and removes parts', () => {
    expect(addressOf('/bills', new URLSearchParams('period=2023-09&account=a-1'), { account: null, line: '7' })).toBe(
      '/bills?period=2023-09&line=7',
    );
  });
});

describe('isStale', () => {
  it('follows the topic of a procedure', () => {
    expect(isStale('bills/lines', ['bills'])).toBe(true);
    expect(isStale('bills/lines', ['invoices'])).toBe(false);
    expect(isStale('import/batches', ['imports'])).toBe(true);
    expect(isStale('export/list', ['reports'])).toBe(true);
  });
  it('asks nothing but the watched folder anew after a look into it', () => {
    expect(isStale('watch/state', ['watch'])).toBe(true);
    expect(isStale('book/info', ['watch'])).toBe(false);
    expect(isStale('book/audit', ['book', 'watch'])).toBe(true);
    expect(isStale('import/batches', ['watch'])).toBe(false);
  });
  it('asks the book anew after any change, the tax rules after theirs and of another book', () => {
    expect(isStale('book/info', ['payments'])).toBe(true);
    expect(isStale('tax/options', ['bills'])).toBe(false);
    expect(isStale('tax/options', ['tax'])).toBe(true);
    expect(['wht/list', 'invoices/taxRegister', 'invoices/list'].map((name) => isStale(name, ['tax']))).toEqual([true, true, false]);
    expect(isStale('tax/options', ['book', 'bills'])).toBe(true);
  });
});

describe('duration', () => {
  it.each([
    [0.4, '0 s'],
    [59.4, '59 s'],
    [59.6, '1:00 min'],
    [187, '3:07 min'],
    [3725, '1:02 h'],
  ])('%d s is %s', (seconds, text) => expect(duration(seconds)).toBe(text));
});
