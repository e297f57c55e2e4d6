import { describe, expect, it } from 'vitest';
import { viewDefinition } from '../../../../../services/contract/views.ts';
import { detailsParams, readPlace, type DetailsPlace } from '../../place.ts';
import { definitionOf, placeOfView, PLAIN, sameView } from './definition.ts';

const NONE = { lines: null, groups: null };
const place: DetailsPlace = {
  ...PLAIN,
  where: [
    { column: 'productType', op: 'in', value: ['ECS', 'OBS'] },
    { column: 'payable', op: 'atLeast', value: '0.00000001' },
  ],
  search: 'vm',
  range: { from: '2023-07', to: '2023-09' },
  by: 'day',
  spread: 'rows',
  measure: 'listPrice',
  currency: 'USD',
  groupBy: ['productType', 'tag:env'],
  groupSort: [{ column: 'group', descending: true }],
  at: ['ECS'],
  line: 7,
  view: 3,
};

describe('a saved view', () => {
  it('is what the contract takes, and comes back as the same screen', () => {
    const definition = viewDefinition.parse(
      definitionOf(place, { lines: { hidden: ['spec'], order: ['date'], widths: { date: 100 }, pinned: ['date'] }, groups: null }),
    );
    expect(placeOfView(definition)).toEqual({ ...PLAIN, ...place, view: undefined, at: null, line: null } satisfies
      Partial<DetailsPlace> | object);
  });
  it('puts every part of the address, so that nothing of the screen before stays', () => {
    const params = detailsParams({ ...placeOfView(viewDefinition.parse({})), view: 1 });
    const all = detailsParams({ ...place, view: 1 });
    expect(Object.keys(all).filter((name) => !(name in params) && name !== 'at')).toEqual([]);
    expect(readPlace(new URLSearchParams(Object.entries(params).flatMap(([k, v]) => (v === null ? [] : [[k, v]]))))).toEqual({
      ...PLAIN,
      view: 1,
    });
  });
  it('is the plain screen where nothing was chosen', () =>
    expect(definitionOf({ ...PLAIN, view: null }, NONE)).toEqual(viewDefinition.parse({})));
  it('is the same whatever the order of its parts', () => {
    const one = viewDefinition.parse({
      hideZero: true,
      columns: { lines: { hidden: [], order: [], widths: { a: 50, b: 60 }, pinned: [] }, groups: null },
    });
    const other = viewDefinition.parse({
      columns: { groups: null, lines: { pinned: [], widths: { b: 60, a: 50 }, order: [], hidden: [] } },
      hideZero: true,
    });
    expect(sameView(one, other)).toBe(true);
    expect(sameView(one, { ...other, hideZero: false })).toBe(false);
    expect(sameView(one, { ...other, groupBy: ['region'] })).toBe(false);
  });
});
