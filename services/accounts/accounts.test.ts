import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/audit.ts';
import { blank, type AccountEntry } from '../../domain/accounts/entry.ts';
import { billRig } from '../../test/support/bill-rig.ts';
import { insertLines } from '../../test/support/lines.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => {
  rig = billRig();
  insertLines(rig.book, [
    { payingAccount: 'head', account: 'head', payable: '10.00000001', coupon: '1' },
    { payingAccount: 'head', account: 'shop', payable: '5.5' },
    { payingAccount: 'head', account: 'shop', payable: '-0.5', productType: 'OBS' },
    { account: 'alone', payable: '3' },
    { payingAccount: 'head', account: 'shop', payable: '7', currency: 'CNY' },
  ]);
  insertLines(rig.book, [{ payingAccount: 'partner', account: 'shop', payable: '2' }], { period: '2023-06' });
  insertLines(rig.book, [{ payingAccount: 'head', account: 'head', payable: '99' }], { kind: 'statement' });
});
afterEach(() => rig.close());

const entry = (id: string, rest: Partial<AccountEntry> = {}): AccountEntry => ({ ...blank(id), ...rest });
const set = (...accounts: AccountEntry[]) => rig.call('accounts/set', { accounts });
const PARTNER = { entity: 'Partner Ltd', from: null, to: '2023-06' };

describe('accounts/list', () => {
  it('names every account of the bills with what it used and paid, statements aside', async () => {
    const { accounts, companies } = await rig.call('accounts/list', {});
    expect(companies).toEqual([]);
    expect(accounts.map(({ id, seen }) => [id, seen?.first, seen?.last, seen?.lines, seen?.used, seen?.paid])).toEqual([
      ['alone', '2023-09', '2023-09', 1, { USD: '3' }, { USD: '3' }],
      ['head', '2023-09', '2023-09', 4, { USD: '10.00000001' }, { USD: '15.00000001', CNY: '7' }],
      ['partner', '2023-06', '2023-06', 1, {}, { USD: '2' }],
      ['shop', '2023-06', '2023-09', 4, { USD: '7', CNY: '7' }, {}],
    ]);
  });

  it('suggests from the bills and applies nothing', async () => {
    const { accounts } = await rig.call('accounts/list', {});
    expect(accounts.map(({ id, role, suggestion }) => [id, role, suggestion?.role, suggestion?.master])).toEqual([
      ['alone', null, undefined, undefined],
      ['head', null, 'master', null],
      ['partner', null, 'master', null],
      ['shop', null, 'sub', 'head'],
    ]);
  });

  it('also has accounts that no bill names', async () => {
    await set(entry('new', { name: 'Next year' }));
    const { accounts } = await rig.call('accounts/list', {});
    expect(accounts.find(({ id }) => id === 'new')).toMatchObject({ name: 'Next year', seen: null });
  });
});

describe('accounts/names', () => {
  it('tells names and companies without the bills', async () => {
    await set(entry('shop', { name: 'Shop', company: 'Acme' }), entry('head', { role: 'master' }));
    expect(await rig.call('accounts/names', {})).toEqual({
      accounts: [
        { id: 'head', name: null, company: null },
        { id: 'shop', name: 'Shop', company: 'Acme' },
      ],
      companies: [{ name: 'Acme', accounts: ['shop'] }],
    });
  });
});

describe('accounts/set', () => {
  it('keeps, and gives back what takes it back', async () => {
    const first = await set(entry('shop', { name: 'Shop', company: 'Acme', role: 'sub', master: 'head', entities: [PARTNER] }));
    expect(first.before).toEqual([blank('shop')]);
    const second = await set(entry('shop', { company: ' ACME ' }), entry('head', { company: 'acme', role: 'master' }));
    expect(second.after.map(({ company }) => company)).toEqual(['Acme', 'Acme']);
    const after = await rig.call('accounts/list', {});
    expect(after.companies).toEqual([{ name: 'Acme', accounts: ['head', 'shop'] }]);
    await set(...second.before);
    const back = await rig.call('accounts/list', {});
    expect(back.accounts.find(({ id }) => id === 'shop')).toMatchObject(first.after[0]!);
    expect(back.entities).toEqual(['Partner Ltd']);
    await set(...first.before);
    expect(rig.book.read.all('SELECT id FROM account_entry')).toEqual([]);
    expect(rig.book.read.all('SELECT entity FROM account_entity')).toEqual([]);
  });

  it('keeps all or none', async () => {
    const error = await rig.refusal('accounts/set', {
      accounts: [entry('head', { name: 'x' }), entry('shop', { role: 'sub', master: 'shop' })],
    });
    expect(error.code).toBe('accounts.own-master');
    expect((await rig.refusal('accounts/set', { accounts: [entry('a', { name: 'x' }), entry('a')] })).code).toBe('accounts.twice');
    const overlapping = entry('shop', { entities: [PARTNER, { entity: 'Other', from: '2023-06', to: null }] });
    expect((await rig.refusal('accounts/set', { accounts: [overlapping] })).code).toBe('accounts.overlap');
    expect(rig.book.read.all('SELECT id FROM account_entry')).toEqual([]);
    expect(rig.book.read.all("SELECT seq FROM audit WHERE action = 'accounts/set'")).toEqual([]);
  });

  it('takes a master and its sub-account in one step, in any order', async () => {
    await set(entry('head', { role: 'sub', master: 'x' }));
    const { after } = await set(entry('shop', { role: 'sub', master: 'head' }), entry('head', { role: 'master' }));
    expect(after).toHaveLength(2);
  });

  it('writes an audit entry for each account', async () => {
    await set(entry('shop', { name: 'Shop' }), entry('head', { name: 'Head' }));
    const subjects = rig.book.read.all<{ subject: string }>("SELECT subject FROM audit WHERE action = 'accounts/set' ORDER BY seq");
    expect(subjects.map(({ subject }) => subject)).toEqual(['account:shop', 'account:head']);
    expect(verifyAudit(rig.book.read)).toBe('ok');
  });
});

describe('accounts/matrix', () => {
  const ask = (rest: object = {}) => rig.call('accounts/matrix', { from: '2023-09', to: '2023-09', ...rest });

  it('makes a master’s bill of its own and its sub-accounts’', async () => {
    const { sections, checks } = await ask();
    const usd = sections.find(({ currency }) => currency === 'USD')!;
    expect(usd.columns).toEqual([
      { payer: 'head', total: '15.00000001', own: '10.00000001', forOthers: '5', lines: 3 },
      { payer: null, total: '3', own: '3', forOthers: null, lines: 1 },
    ]);
    expect(usd).toMatchObject({ total: '18.00000001', assumed: 1, present: true, entity: null });
    expect(checks.map(({ id, currency, left, right, pass }) => [id, currency, left, right, pass])).toEqual([
      ['cross-foot', 'CNY', '7', '7', true],
      ['bills', 'CNY', '7', '7', true],
      ['cross-foot', 'USD', '18.00000001', '18.00000001', true],
      ['bills', 'USD', '18.00000001', '18.00000001', true],
    ]);
    const { totals } = await rig.call('bills/query', { period: '2023-09', groupBy: ['payingAccount'] });
    expect(totals['USD']!.payable).toBe('18.00000001');
  });

  it('shows months under an earlier operating entity apart', async () => {
    await set(entry('shop', { entities: [PARTNER] }));
    const { sections, checks } = await ask({ from: '2023-01' });
    expect(sections.map(({ currency, entity, present, total }) => [currency, entity, present, total])).toEqual([
      ['CNY', null, true, '7'],
      ['USD', null, true, '18.00000001'],
      ['USD', 'Partner Ltd', false, '2'],
    ]);
    expect(checks.find(({ id, currency }) => id === 'bills' && currency === 'USD')).toMatchObject({ left: '20.00000001', pass: true });
  });

  it('is of a company’s accounts, and of any measure', async () => {
    const { sections } = await ask({ accounts: ['shop', 'alone'] });
    expect(sections.find(({ currency }) => currency === 'USD')!.total).toBe('8');
    const coupons = await ask({ measure: 'coupon' });
    expect(coupons.sections.find(({ currency }) => currency === 'USD')!.total).toBe('1');
    expect(coupons.sections.find(({ currency }) => currency === 'CNY')!.total).toBeNull();
    expect(coupons.checks.every(({ pass }) => pass)).toBe(true);
  });

  it('refuses a range that ends before it begins', async () => {
    expect((await rig.refusal('accounts/matrix', { from: '2023-09', to: '2023-08' })).code).toBe('bills.range');
  });
});

describe('bills/summary of a company', () => {
  it('holds all cards to its accounts', async () => {
    const found = await rig.call('bills/summary', { period: '2023-09', accounts: ['shop', 'alone'] });
    expect(found.totals['USD']!.payable).toBe('8');
    expect(found.byAccount.flatMap(({ groups }) => groups.map(({ label }) => label)).toSorted()).toEqual(['alone', 'shop', 'shop']);
    const one = await rig.call('bills/summary', { period: '2023-09', account: 'shop', accounts: ['alone'] });
    expect(one.lines).toBe(0);
  });
});
