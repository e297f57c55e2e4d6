import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acrossOf,
  byOf,
  detailsParams,
  levelsOf,
  placeOf,
  readPlace,
  scopeOf,
  withCondition,
  withinGroup,
  type DetailsPlace,
} from './place.ts';

const read = (params: Record<string, string | null>): DetailsPlace =>
  readPlace(new URLSearchParams(Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))));
const empty: DetailsPlace = readPlace(new URLSearchParams());

describe('the address of the details', () => {
  it('is bare for the plain screen', () => expect(Object.values(detailsParams(empty)).every((v) => v === null)).toBe(true));

  it('gives back any place that was written', () => {
    const text = fc.string({ maxLength: 40 });
    const column = fc.constantFrom('productType', 'region', 'payable', 'tag:env', 'resourceId');
    const filter = fc.oneof(
      fc.record({ column, op: fc.constantFrom('is', 'isNot', 'contains', 'atLeast', 'atMost'), value: text }),
      fc.record({ column, op: fc.constantFrom('in', 'isNot'), value: fc.array(text, { maxLength: 4 }) }),
      fc.record({ column, op: fc.constantFrom('missing', 'present'), value: fc.constant('') }),
    ) as fc.Arbitrary<DetailsPlace['where'][number]>;
    const sort = fc.array(fc.record({ column: fc.constantFrom('payable', 'date', 'region'), descending: fc.boolean() }), { maxLength: 3 });
    const place = fc.uniqueArray(fc.constantFrom('productType', 'region', 'tag:env'), { maxLength: 3 }).chain((groupBy) =>
      fc.record({
        where: fc.array(filter, { maxLength: 5 }),
        search: text,
        hideZero: fc.boolean(),
        kind: fc.constantFrom('detail' as const, 'statement' as const),
        allPeriods: fc.boolean(),
        range: fc.constantFrom(null, { from: '2023-07', to: '2023-09' }, { from: null, to: '2024-01' }, { from: '2024-01', to: null }),
        by: fc.constantFrom(null, 'cycle' as const, 'day' as const, 'line' as const),
        spread: fc.constantFrom('columns' as const, 'rows' as const),
        measure: fc.constantFrom('payable' as const, 'listPrice' as const),
        view: fc.option(fc.nat({ max: 999 })),
        currency: fc.constantFrom(null, 'USD', 'ALL'),
        sort,
        groupBy: fc.constant(groupBy),
        groupSort: sort,
        at: groupBy.length === 0 ? fc.constant(null) : fc.option(fc.array(fc.option(text), { minLength: 1, maxLength: groupBy.length })),
        line: fc.option(fc.nat()),
      }),
    );
    fc.assert(
      fc.property(place, (p) => {
        // All periods and a range exclude each other.
        const one = p.range ? { ...p, allPeriods: false } : p;
        expect(read(detailsParams(one))).toEqual(one);
      }),
    );
  });

  it('takes whatever stands in the address without failing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('where', 'q', 'group', 'at', 'sort', 'line', 'currency', 'zero'), fc.string()),
        (params) => {
          const place = read(params);
          expect(place.where.length).toBeLessThanOrEqual(40);
          expect(place.groupBy.length).toBeLessThanOrEqual(5);
        },
      ),
    );
  });

  it('drops conditions that are not ones', () =>
    expect(read({ where: '[["a","is","x"],["b","like","x"],[1,"is","x"],"c",["d","missing"]]' }).where).toEqual([
      { column: 'a', op: 'is', value: 'x' },
      { column: 'd', op: 'missing', value: '' },
    ]));
});

describe('what the services are asked', () => {
  it('holds period, account and currency beside the conditions', () => {
    const place = { ...empty, where: [{ column: 'region', op: 'is' as const, value: 'ap-1' }], search: ' vm ' };
    expect(scopeOf(place, '2024-04', 'demo', 'USD')).toEqual({
      period: '2024-04',
      hideZero: false,
      search: 'vm',
      kind: 'detail',
      where: [
        { column: 'region', op: 'is', value: 'ap-1' },
        { column: 'account', op: 'is', value: 'demo' },
        { column: 'currency', op: 'is', value: 'USD' },
      ],
    });
  });
  it('asks all periods where the place says so', () =>
    expect(scopeOf({ ...empty, allPeriods: true }, '2024-04', null, null).period).toBeNull());
  it('narrows to the chosen group, missing values too', () => {
    const scope = scopeOf(empty, '2024-04', null, null);
    expect(withinGroup(scope, ['productType', 'region'], ['ECS', null]).where).toEqual([
      { column: 'productType', op: 'is', value: 'ECS' },
      { column: 'region', op: 'missing', value: '' },
    ]);
    expect(withinGroup(scope, ['productType', 'region'], ['ECS']).where).toEqual([{ column: 'productType', op: 'is', value: 'ECS' }]);
    expect(withinGroup(scope, ['productType'], null)).toBe(scope);
  });
});

describe('time', () => {
  const place = (part: Partial<DetailsPlace>): DetailsPlace => ({ ...empty, ...part });
  const range = { from: '2023-07', to: '2023-09' };
  it('is asked for as a range', () => {
    expect(scopeOf(place({ range }), '2024-04', null, null)).toMatchObject({ period: null, from: '2023-07', to: '2023-09' });
    expect(scopeOf(place({ range: { from: null, to: '2023-09' } }), '2024-04', null, null)).not.toHaveProperty('from');
    expect(read({ periods: '2023-09..2023-07' }).range).toEqual(range);
    for (const periods of ['2023-13..', '..', '2023-07', 'x..y', '2023-07..2023-08..']) expect(read({ periods }).range).toBeNull();
  });
  it('takes one choice in place of the other', () => {
    expect(detailsParams({ range })).toEqual({ periods: '2023-07..2023-09' });
    expect(detailsParams({ range: null, allPeriods: true })).toEqual({ periods: 'all' });
    expect(detailsParams({ range: null })).toEqual({ periods: null });
    expect(detailsParams({ search: 'x' })).toEqual({ q: 'x' });
  });
  it('stands nowhere for one billing cycle, as columns for several, as rows where asked for or where nothing else is a row', () => {
    const groupBy = ['productType'];
    expect([acrossOf(place({ groupBy })), levelsOf(place({ groupBy }))]).toEqual([null, groupBy]);
    expect([acrossOf(place({ groupBy, range })), levelsOf(place({ groupBy, range }))]).toEqual(['period', groupBy]);
    expect(acrossOf(place({ groupBy, range: { from: '2023-07', to: '2023-07' } }))).toBeNull();
    expect(acrossOf(place({ groupBy, by: 'day' }))).toBe('date');
    expect(levelsOf(place({ groupBy, by: 'day', spread: 'rows' }))).toEqual(['productType', 'date']);
    expect(levelsOf(place({ by: 'day' }))).toEqual(['date']);
    expect(levelsOf(place({ by: 'cycle' }))).toEqual(['period']);
    expect(levelsOf(place({ groupBy: ['date'], by: 'day' }))).toEqual(['date']);
  });
  it('is line by line until something is grouped', () => {
    expect(byOf(place({}))).toBe('line');
    expect(byOf(place({ groupBy: ['region'] }))).toBe('cycle');
    expect(byOf(place({ groupBy: ['region'], by: 'line' }))).toBe('line');
  });
});

it('makes the currency of a figure the currency of the screen', () =>
  expect(
    placeOf([
      { column: 'productType', op: 'is', value: 'ECS' },
      { column: 'currency', op: 'is', value: 'USD' },
    ]),
  ).toEqual({ where: [{ column: 'productType', op: 'is', value: 'ECS' }], currency: 'USD' }));

it('has one condition for each column that is edited', () => {
  const where = [
    { column: 'region', op: 'is' as const, value: 'a' },
    { column: 'product', op: 'is' as const, value: 'p' },
  ];
  expect(withCondition(where, 'region', { column: 'region', op: 'isNot', value: 'b' })).toEqual([
    where[1],
    { column: 'region', op: 'isNot', value: 'b' },
  ]);
  expect(withCondition(where, 'region', null)).toEqual([where[1]]);
  const both = [
    { column: 'payable', op: 'atLeast' as const, value: '1' },
    { column: 'payable', op: 'atMost' as const, value: '2' },
  ];
  expect(withCondition(withCondition(where, 'payable', both), 'payable', [both[0]!])).toEqual([...where, both[0]]);
});
