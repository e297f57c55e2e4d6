import { describe, expect, it } from 'vitest';
import { orderKey, resolveTerms, type OrderTerms, type PaidLine } from './resolve.ts';

const NOBODY: OrderTerms = { given: new Map(), listed: new Map(), opened: new Map() };
const YEAR = { first: '2023-03-01', last: '2024-02-29' };
let id = 0;
const line = (rest: Partial<PaidLine>): PaidLine => ({
  id: ++id,
  vendor: 'huawei',
  nature: 'term',
  purchase: false,
  date: '2023-03-01',
  order: null,
  original: null,
  resource: null,
  own: null,
  months: null,
  given: null,
  ...rest,
});
const termsOf = (lines: PaidLine[], orders = NOBODY): unknown[] => {
  const found = resolveTerms(lines, orders);
  return lines.map(({ id: key }) => {
    const { term, from, gap } = found.get(key)!;
    return term ? [from, term.first, term.last] : gap;
  });
};

describe('the term of a line', () => {
  it('is what a person gave, else what the line prints, else the length of a purchase, else missing', () => {
    const given = { first: '2023-01-01', last: '2023-12-31' };
    expect(termsOf([line({ own: YEAR, given })])).toEqual([['given', '2023-01-01', '2023-12-31']]);
    expect(termsOf([line({ own: YEAR, months: 3, purchase: true })])).toEqual([['line', '2023-03-01', '2024-02-29']]);
    // Guide, section 3: bought on 2021-08-15 for three months, until 2021-11-15.
    expect(termsOf([line({ date: '2021-08-15', months: 3, purchase: true })])).toEqual([['length', '2021-08-15', '2021-11-15']]);
    expect(termsOf([line({ vendor: 'tencent', date: '2021-08-15', months: 3, purchase: true })])).toEqual([
      ['length', '2021-08-15', '2021-11-14'],
    ]);
    // A renewal is paid before it begins: its length alone does not tell its term.
    expect(termsOf([line({ months: 3 })])).toEqual(['no-term']);
  });

  it('is that of the order, by another line, by hand or by a list', () => {
    expect(termsOf([line({ order: 'A' }), line({ order: 'A', own: YEAR })])[0]).toEqual(['order', '2023-03-01', '2024-02-29']);
    // Two terms in one order: neither is chosen.
    expect(
      termsOf([
        line({ order: 'A' }),
        line({ order: 'A', own: YEAR }),
        line({ order: 'A', own: { first: '2023-03-01', last: '2023-03-31' } }),
      ])[0],
    ).toBe('no-term');
    const key = orderKey('huawei', 'A');
    expect(termsOf([line({ order: 'A' })], { ...NOBODY, listed: new Map([[key, YEAR]]) })).toEqual([['list', '2023-03-01', '2024-02-29']]);
    expect(
      termsOf([line({ order: 'A', own: { first: '2020-01-01', last: '2020-01-31' } })], { ...NOBODY, given: new Map([[key, YEAR]]) }),
    ).toEqual([['given', '2023-03-01', '2024-02-29']]);
    expect(termsOf([line({ vendor: 'tencent', order: 'A' })], { ...NOBODY, given: new Map([[key, YEAR]]) })).toEqual(['no-term']);
  });
});

describe('the list of renewals', () => {
  const opened = new Map([[orderKey('huawei', 'A'), YEAR]]);
  it('tells the term of the purchase that opened the resource, not that of a renewal', () => {
    expect(termsOf([line({ order: 'A', purchase: true })], { ...NOBODY, opened })).toEqual([['list', '2023-03-01', '2024-02-29']]);
    expect(termsOf([line({ order: 'A' })], { ...NOBODY, opened })).toEqual(['no-term']);
    expect(termsOf([line({ order: 'A', purchase: true, date: '2023-03-05' })], { ...NOBODY, opened })).toEqual(['no-term']);
  });
});

describe('a change or refund', () => {
  const rest = (more: Partial<PaidLine>): PaidLine => line({ nature: 'rest', date: '2023-06-15', ...more });

  it('is for the rest of the order that it names', () => {
    expect(termsOf([line({ order: 'A', own: YEAR }), rest({ order: 'B', original: 'A' })])[1]).toEqual([
      'rest',
      '2023-06-15',
      '2024-02-29',
    ]);
    expect(termsOf([rest({ original: 'A' })])).toEqual(['no-original']);
    expect(termsOf([rest({ original: 'A' })], { ...NOBODY, given: new Map([[orderKey('huawei', 'A'), YEAR]]) })).toEqual([
      ['rest', '2023-06-15', '2024-02-29'],
    ]);
  });

  it('before the term began gives back all of it; after it ended it is of its own day', () => {
    expect(termsOf([line({ order: 'A', own: YEAR }), rest({ original: 'A', date: '2023-02-01' })])[1]).toEqual([
      'rest',
      '2023-03-01',
      '2024-02-29',
    ]);
    expect(termsOf([line({ order: 'A', own: YEAR }), rest({ original: 'A', date: '2024-03-05' })])[1]).toEqual([
      'past',
      '2024-03-05',
      '2024-03-05',
    ]);
  });

  it('without an order is for the only running term of its resource, else missing', () => {
    const one = line({ resource: 'r', own: YEAR });
    expect(termsOf([one, rest({ resource: 'r' })])[1]).toEqual(['rest', '2023-06-15', '2024-02-29']);
    const next = line({ resource: 'r', own: { first: '2024-03-01', last: '2025-02-28' } });
    expect(termsOf([one, next, rest({ resource: 'r' })])[2]).toBe('no-original');
    expect(termsOf([one, rest({ resource: 's' })])[1]).toBe('no-original');
    expect(termsOf([one, rest({ resource: 'r', date: null })])[1]).toBe('no-day');
  });

  it('counts from its own day on where it prints the whole term', () =>
    expect(termsOf([rest({ own: YEAR })])).toEqual([['line', '2023-06-15', '2024-02-29']]));
});
