import { describe, expect, it } from 'vitest';
import { accountGroups } from './account-groups.ts';
import { heldFilter, heldInput, isHeld } from './held-to.ts';

const known = [
  { id: 'a1', name: 'Shop', company: 'Acme' },
  { id: 'a2', name: null, company: 'Acme' },
  { id: 'z1', name: null, company: 'Zed' },
  { id: 'n10', name: null, company: null },
];

describe('accounts under their companies', () => {
  it('lists the period’s accounts by name, those without company last', () => {
    expect(accountGroups(known, ['n10', 'n9', 'a2', 'a1'], '')).toEqual([
      {
        company: 'Acme',
        size: 2,
        accounts: [
          { id: 'a2', name: null },
          { id: 'a1', name: 'Shop' },
        ],
      },
      { company: 'Zed', size: 1, accounts: [] },
      {
        company: null,
        size: 0,
        accounts: [
          { id: 'n9', name: null },
          { id: 'n10', name: null },
        ],
      },
    ]);
  });

  it('is searched by company, name and id', () => {
    const found = (text: string) =>
      accountGroups(known, ['n10', 'a1', 'a2'], text).map(({ company, accounts }) => [company, accounts.length]);
    expect(found('shop')).toEqual([['Acme', 1]]);
    expect(found('ACM')).toEqual([['Acme', 2]]);
    expect(found('n1')).toEqual([[null, 1]]);
    expect(found('zed')).toEqual([['Zed', 0]]);
    expect(found('nothing')).toEqual([]);
  });
});

describe('what views are held to', () => {
  it('is one condition, and is known again', () => {
    expect(heldFilter(null)).toEqual([]);
    const one = heldFilter('a1')[0]!;
    const many = heldFilter(['a1', 'a2'])[0]!;
    expect(one).toEqual({ column: 'account', op: 'is', value: 'a1' });
    expect(many).toEqual({ column: 'account', op: 'in', value: ['a1', 'a2'] });
    expect([isHeld(one, 'a1'), isHeld(one, 'a2'), isHeld(one, null), isHeld(one, ['a1'])]).toEqual([true, false, false, false]);
    expect([isHeld(many, ['a1', 'a2']), isHeld(many, ['a1']), isHeld(many, 'a1')]).toEqual([true, false, false]);
    expect(heldInput(['a1'])).toEqual({ account: null, accounts: ['a1'] });
    expect(heldInput('a1')).toEqual({ account: 'a1' });
  });
});
