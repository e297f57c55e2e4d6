import { describe, expect, it } from 'vitest';
import { rig } from './cli-rig.ts';

const SHOP = {
  id: 'shop',
  name: 'Shop',
  company: 'Acme',
  role: 'sub',
  master: 'head',
  entities: [{ entity: 'Partner', from: null, to: '2023-06' }],
  seen: null,
  entity: null,
  suggestion: null,
};
const LIST = { accounts: [SHOP], companies: [{ name: 'Acme', accounts: ['shop'] }], entities: ['Partner'] };
const check = (pass: boolean) => ({ id: 'bills', currency: 'USD', left: '1', right: '1', difference: '0', pass });
const cli = (pass = true) =>
  rig({
    'accounts/list': LIST,
    'accounts/set': { before: [SHOP], after: [SHOP] },
    'accounts/matrix': { sections: [], checks: [check(pass)] },
  });
const BOOK = ['--book', 'b.tallybook'] as const;

describe('accounts set', () => {
  const written = async (...argv: string[]) =>
    (await cli().run('accounts', 'set', ...argv, ...BOOK)).calls.find(({ name }) => name === 'accounts/set')?.input['accounts'];

  it('leaves what is not given, and an empty text clears', async () => {
    const { seen: _, entity: __, suggestion: ___, ...kept } = SHOP;
    expect(await written('shop', '--name', '')).toEqual([{ ...kept, name: null }]);
    expect(await written('shop', '--role', 'none', '--master', '')).toEqual([{ ...kept, role: null, master: null }]);
    expect(await written('new', '--name', 'New')).toEqual([
      { id: 'new', name: 'New', company: null, role: null, master: null, entities: [] },
    ]);
  });

  it('adds months under an operating entity, or begins anew', async () => {
    const other = { entity: 'Other', from: '2023-07', to: null };
    expect(await written('shop', '--entity', 'Other', '--from', '2023-07')).toMatchObject([{ entities: [...SHOP.entities, other] }]);
    expect(await written('shop', '--entity', 'Other', '--from', '2023-07', '--clear-entities')).toMatchObject([{ entities: [other] }]);
    expect(await written('shop', '--clear-entities')).toMatchObject([{ entities: [] }]);
  });

  it('refuses months without their entity', async () => {
    const ran = await cli().run('accounts', 'set', 'shop', '--from', '2023-07', ...BOOK);
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('--entity');
  });
});

describe('accounts matrix', () => {
  it('asks for a month, a range, and the accounts of a company in any letter case', async () => {
    const asked = async (...argv: string[]) =>
      (await cli().run('accounts', 'matrix', ...argv, ...BOOK)).calls.find(({ name }) => name === 'accounts/matrix')?.input;
    expect(await asked('--period', '2023-09')).toEqual({ from: '2023-09', to: '2023-09', accounts: null, measure: 'payable' });
    expect(await asked('--period', '2023-01', '--to', '2023-09', '--company', 'acme', '--measure', 'cash')).toEqual({
      from: '2023-01',
      to: '2023-09',
      accounts: ['shop'],
      measure: 'cash',
    });
  });

  it('ends with differences where a check does not hold', async () => {
    expect((await cli().run('accounts', 'matrix', '--period', '2023-09', ...BOOK)).exit).toBe(0);
    expect((await cli(false).run('accounts', 'matrix', '--period', '2023-09', ...BOOK)).exit).toBe(3);
  });

  it('names the companies that there are', async () => {
    const ran = await cli().run('accounts', 'matrix', '--period', '2023-09', '--company', 'Nope', ...BOOK);
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('Acme');
  });
});
