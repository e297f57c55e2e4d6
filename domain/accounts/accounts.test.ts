import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../result.ts';
import { sum } from '../money/amount.ts';
import { changed, checkDirectory, companiesOf, MOST_OF_COMPANY, tidy } from './directory.ts';
import { entityAt, inOrder, type EntityPeriod } from './entities.ts';
import { blank, type AccountEntry } from './entry.ts';
import { matrixOf, type Charge } from './matrix.ts';
import { suggestions } from './suggest.ts';

const entry = (id: string, rest: Partial<AccountEntry> = {}): AccountEntry => ({ ...blank(id), ...rest });
const code = (result: { ok: true } | { ok: false; error: { code: string } }): string => (result.ok ? 'ok' : result.error.code);

describe('operating entities', () => {
  const until = { entity: 'Partner A', from: null, to: '2023-06' };
  const later = { entity: 'Partner B', from: '2023-09', to: null };

  it('hold their first and last month, and the vendor all others', () => {
    const months = ['1999-12', '2023-06', '2023-07', '2023-08', '2023-09', '2099-01'];
    expect(months.map((month) => entityAt([later, until], month))).toEqual([
      'Partner A',
      'Partner A',
      null,
      null,
      'Partner B',
      'Partner B',
    ]);
  });

  it('are put in order, and never two hold a month', () => {
    expect(unwrap(inOrder('a', [later, until]))).toEqual([until, later]);
    expect(code(inOrder('a', [until, { ...later, from: '2023-06' }]))).toBe('accounts.overlap');
    expect(code(inOrder('a', [until, { ...later, from: '2023-07' }]))).toBe('ok');
    expect(code(inOrder('a', [later, { entity: 'C', from: null, to: null }]))).toBe('accounts.overlap');
    expect(code(inOrder('a', [{ entity: 'C', from: '2023-02', to: '2023-01' }]))).toBe('accounts.range');
  });

  it('overlap exactly where a month has two', () => {
    const month = fc.integer({ min: 1, max: 9 }).map((m) => `2023-0${m}`);
    const one: fc.Arbitrary<EntityPeriod> = fc
      .tuple(fc.option(month), fc.option(month))
      .map(([a, b]) => ({ entity: 'E', from: a !== null && b !== null && a > b ? b : a, to: a !== null && b !== null && a > b ? a : b }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 4 }), (periods) => {
        const holds = (p: EntityPeriod, at: string): boolean => (p.from ?? '') <= at && at <= (p.to ?? '9');
        const months = ['2022-12', ...Array.from({ length: 9 }, (_, i) => `2023-0${i + 1}`), '2024-01'];
        const twice = months.some((at) => periods.filter((p) => holds(p, at)).length > 1);
        expect(inOrder('a', periods).ok).toBe(!twice);
      }),
    );
  });
});

describe('the directory', () => {
  it('keeps texts trimmed and one spelling of a company', () => {
    const kept = unwrap(tidy(entry('a', { name: ' A ', company: 'acme ', master: '  ' }), ['Acme']));
    expect(kept).toMatchObject({ name: 'A', company: 'Acme', master: null });
  });

  it('has one level: masters stand under none', () => {
    const sub = entry('s', { role: 'sub', master: 'm' });
    expect(code(checkDirectory([sub]))).toBe('ok');
    expect(code(checkDirectory([sub, entry('m', { role: 'master' })]))).toBe('ok');
    expect(code(checkDirectory([sub, entry('m', { role: 'sub', master: 'x' })]))).toBe('accounts.levels');
    expect(code(checkDirectory([entry('s', { role: 'sub', master: 's' })]))).toBe('accounts.own-master');
    expect(code(checkDirectory([entry('s', { role: 'single', master: 'm' })]))).toBe('accounts.not-under');
    expect(code(checkDirectory([entry('s', { role: 'customer', master: 'partner' })]))).toBe('ok');
  });

  it('holds as many accounts of a company as a filter takes', () => {
    const many = Array.from({ length: MOST_OF_COMPANY }, (_, i) => entry(`a${i}`, { company: 'Acme' }));
    expect(code(checkDirectory(many))).toBe('ok');
    expect(code(checkDirectory([...many, entry('b', { company: 'Acme' })]))).toBe('accounts.company-full');
  });

  it('forgets what says nothing, and lists companies', () => {
    const kept = changed([entry('a', { company: 'Acme' }), entry('b', { company: 'Acme' })], [blank('a'), entry('c', { company: 'Zed' })]);
    expect(companiesOf(kept)).toEqual([
      { name: 'Acme', accounts: ['b'] },
      { name: 'Zed', accounts: ['c'] },
    ]);
  });
});

describe('suggestions', () => {
  const paid = (payer: string, user: string, period = '2023-09') => ({ payer, user, period, lines: 2 });

  it('take the payer of others for a master and those for subs', () => {
    const found = suggestions([paid('m', 'm'), paid('m', 's', '2023-08'), paid('m', 's'), paid('m', 't'), paid('own', 'own')], []);
    expect(found).toEqual([
      { id: 'm', role: 'master', master: null, lines: 6, others: 2, first: '2023-08', last: '2023-09' },
      { id: 's', role: 'sub', master: 'm', lines: 4, others: 1, first: '2023-08', last: '2023-09' },
      { id: 't', role: 'sub', master: 'm', lines: 2, others: 1, first: '2023-09', last: '2023-09' },
    ]);
  });

  it('say nothing where a role is stated, where it is a chain, or where two pay', () => {
    expect(suggestions([paid('m', 's')], [entry('s', { role: 'single' }), entry('m', { role: 'master' })])).toEqual([]);
    expect(suggestions([paid('m', 's'), paid('s', 't')], []).map(({ id }) => id)).toEqual(['m']);
    expect(suggestions([paid('m', 's'), paid('n', 's')], []).map(({ id }) => id)).toEqual(['m', 'n']);
    expect(suggestions([paid('m', 's')], [entry('m', { role: 'single' })])).toEqual([]);
  });

  it('follow the latest month where the payer changed', () => {
    const found = suggestions([paid('m', 's', '2023-01'), paid('n', 's', '2023-02')], []);
    expect(found.find(({ id }) => id === 's')).toMatchObject({ role: 'sub', master: 'n', others: 2 });
  });
});

describe('the matrix', () => {
  const vendorAlways = () => ({ entity: null, present: true });
  const charge = (payer: string | null, user: string | null, amount: string | null, rest: Partial<Charge> = {}): Charge => ({
    period: '2023-09',
    vendor: 'huawei',
    currency: 'USD',
    payer,
    user,
    lines: 1,
    amount,
    ...rest,
  });

  it('gives a master what it used and what it paid for others', () => {
    const [section, more] = matrixOf(
      [charge('m', 'm', '1.1'), charge('m', 's', '2.00000001'), charge('t', 't', '3'), charge(null, 'u', '4'), charge('s', 's', null)],
      vendorAlways,
    );
    expect(more).toBeUndefined();
    expect(section!.columns).toEqual([
      { payer: 'm', total: '3.10000001', own: '1.1', forOthers: '2.00000001', lines: 2 },
      { payer: null, total: '7', own: '7', forOthers: null, lines: 3 },
    ]);
    expect(section!.rows.map(({ user, cells, total }) => [user, ...cells, total])).toEqual([
      ['m', '1.1', null, '1.1'],
      ['s', '2.00000001', null, '2.00000001'],
      ['t', null, '3', '3'],
      ['u', null, '4', '4'],
    ]);
    expect(section).toMatchObject({ total: '10.10000001', lines: 5, assumed: 1, difference: '0' });
  });

  it('keeps what an earlier entity operated apart', () => {
    const operated = (account: string | null, period: string) =>
      account === 's' && period < '2023-07' ? { entity: 'Partner', present: false } : { entity: null, present: true };
    const sections = matrixOf(
      [charge('m', 's', '1', { period: '2023-06' }), charge('m', 's', '2'), charge('m', 'm', '5', { period: '2023-06' })],
      operated,
    );
    expect(sections.map(({ entity, present, total, first, last }) => [entity, present, total, first, last])).toEqual([
      [null, true, '7', '2023-06', '2023-09'],
      ['Partner', false, '1', '2023-06', '2023-06'],
    ]);
  });

  it('cross-foots for any charges, and all sections make the whole', () => {
    const account = fc.constantFrom('a', 'b', 'c', null);
    const amount = fc.option(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((n) =>
        sum([
          `${n / 10n ** 8n}`,
          (n < 0n ? '-0.' : '0.') +
            String(n < 0n ? -n : n)
              .slice(-8)
              .padStart(8, '0'),
        ]),
      ),
    );
    const any = fc.record({
      period: fc.constantFrom('2023-01', '2023-02'),
      vendor: fc.constantFrom('huawei', 'tencent'),
      currency: fc.constantFrom('USD', 'CNY'),
      payer: account,
      user: account,
      lines: fc.nat(9),
      amount,
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (charges) => {
        const sections = matrixOf(charges, (who, period) => ({
          entity: who === 'a' && period === '2023-01' ? 'P' : null,
          present: who !== 'a' || period !== '2023-01',
        }));
        for (const { difference, columns, rows, total } of sections) {
          expect(difference).toBe('0');
          expect(sum(columns.flatMap(({ own, forOthers }) => [own, forOthers]))).toBe(sum([total]));
          expect(sum(rows.flatMap(({ cells }) => cells))).toBe(sum([total]));
        }
        expect(sum(sections.map(({ total }) => total))).toBe(sum(charges.map(({ amount: own }) => own)));
        expect(sections.reduce((n, { lines }) => n + lines, 0)).toBe(charges.reduce((n, { lines }) => n + lines, 0));
      }),
    );
  });
});
