import { describe, expect, it } from 'vitest';
import { formById } from '../forms/index.ts';
import type { Remark } from '../remark.ts';
import type { CheckedPaper } from './paper.ts';
import { check, codes, income, line, party } from './rig.ts';
import { paperKeys } from './twins.ts';

describe('a paper with nothing to ask', () => {
  it('has no remark', () => expect(check()).toEqual([]));
  it('has none without a form either, as long as it adds up', () => expect(check({ form: null, income: [] })).toEqual([]));
});

describe('codes and rates', () => {
  it.each([
    ['a usual rate', {}, []],
    ['another one', { rate: '4', tax: '40' }, ['wht.rate-unusual']],
    ['the relief in its days', { paid: '2020-09-30', rate: '1.5', tax: '15' }, []],
    ['the relief a day later', { paid: '2020-10-01', rate: '1.5', tax: '15' }, ['wht.rate-unusual']],
    ['a code that the form never had, with a rate of its kind', { code: '9' }, ['wht.code-unknown']],
    ['a code that the form never had, and another rate', { code: '9', rate: '4', tax: '40' }, ['wht.code-unknown', 'wht.rate-unusual']],
    ['a code of several kinds, each with its rate', { category: 'rent', rate: '5', tax: '50' } as const, []],
    ['the rate of another kind of the code', { category: 'rent' } as const, ['wht.rate-unusual']],
    ['no rate on the paper, and a tax that fits one', { rate: null }, []],
    ['no rate on the paper, and a tax that fits none', { rate: null, tax: '45' }, ['wht.rate-unusual']],
    ['neither base nor rate', { base: null, rate: null }, ['wht.field-missing']],
  ])('%s', (_what, change, expected) => {
    const lines = [income(change)];
    expect(codes({ income: lines, total: lines[0]!.tax })).toEqual(expected);
  });
  it('names the rates with their cases, and the tax that the nearest makes', () =>
    expect(
      check({
        form: formById('ID-BPPU'),
        currency: 'IDR',
        total: '3000000',
        first: '2025-03-01',
        last: '2025-03-31',
        date: '2025-04-02',
        income: [income({ code: '24-104-27', paid: '2025-03-20', base: '100000000', rate: '3', tax: '3000000' })],
        payee: party({ country: 'ID' }),
      }),
    ).toMatchObject([
      {
        code: 'wht.rate-unusual',
        severity: 'info',
        expected: '2',
        found: '3',
        difference: '1000000',
        message: 'Income line 1: 3 % is none of the rates known for 2025-03-20: 2 %, 4 % (Payee without a tax number).',
      },
    ]));
  it('knows the rate of the rule beside those of the form', () => {
    const of = (rate: string, tax: string): string[] =>
      codes(
        {
          side: 'payer',
          form: formById('PK-CPR'),
          currency: 'PKR',
          total: tax,
          remitted: '2024-04-12',
          payee: party({ country: 'SG' }),
          income: [income({ category: 'royalty', code: '152(1)', base: '100000', rate, tax })],
        },
        'PK',
        [line({ payAmount: '600' })],
      );
    expect(of('15', '15000')).toEqual([]);
    expect(of('10', '10000')).toEqual([]);
    expect(of('12', '12000')).toEqual(['wht.rate-unusual']);
  });
  it('warns of a code out of its days, and only mentions one that it does not know', () => {
    const of = (code: string, paid: string) =>
      check({ form: formById('IN-131'), income: [income({ code, paid, rate: null, base: null })] }).find((r) =>
        r.code.startsWith('wht.code'),
      );
    expect(of('1024', '2026-03-31')).toMatchObject({ code: 'wht.code-dated', severity: 'warn', found: '1024' });
    expect(of('1999', '2026-04-01')).toMatchObject({ code: 'wht.code-unknown', severity: 'info', found: '1999' });
  });
  it('tells a code out of its days from one that never was', () => {
    const india = (code: string, paid: string, last: string): string[] =>
      codes({
        form: formById('IN-16A'),
        currency: 'INR',
        first: null,
        last,
        date: last,
        income: [income({ code, paid, rate: null, base: null })],
      }).filter((c) => c.startsWith('wht.code'));
    expect(india('194C', '2026-03-31', '2026-03-31')).toEqual([]);
    expect(india('194C', '2026-04-01', '2026-06-30')).toEqual(['wht.code-dated']);
    expect(india('194Z', '2026-03-31', '2026-03-31')).toEqual(['wht.code-unknown']);
  });
});

describe('a treaty rate', () => {
  const malaysia = (change: Partial<CheckedPaper> = {}): Remark[] =>
    check(
      {
        side: 'payer',
        form: null,
        currency: 'MYR',
        total: '2284.80',
        date: '2024-05-02',
        income: [income({ category: 'royalty', code: null, paid: '2024-05-02', base: '28560', rate: '8', tax: '2284.80' })],
        ...change,
      },
      'MY',
      [line()],
    ).filter((r) => r.code === 'wht.residence-missing');
  const proof = (validFrom: string, validTo: string) => ({ number: 'TRC-1', residence: 'SG', forCountry: 'MY', validFrom, validTo });

  it('needs a certificate of residence on the day of payment (MY-08)', () =>
    expect(malaysia()).toMatchObject([
      {
        severity: 'warn',
        message: 'Income line 1: 8 % is a rate of the treaty (MY-08); no certificate of residence covers the payment on 2024-05-02.',
      },
    ]));
  it.each([
    ['2024-05-02', '2024-12-31', 0],
    ['2024-01-01', '2024-05-02', 0],
    ['2024-05-03', '2024-12-31', 1],
    ['2023-01-01', '2024-05-01', 1],
  ])('certificate of %s to %s: %i remarks', (from, to, count) => expect(malaysia({ residence: [proof(from, to)] })).toHaveLength(count));
  it('is not asked of the rate that the form itself lists', () =>
    expect(
      malaysia({
        form: formById('MY-CP37'),
        income: [income({ category: 'royalty', code: '109', base: '28560', rate: '10', tax: '2856' })],
      }),
    ).toEqual([]));
  it('is told by the amounts where no income is printed and the book holds certificates', () => {
    const at = { income: [], payments: [{ invoice: 'A', days: ['2024-04-20'] }] };
    expect(malaysia(at)).toEqual([]);
    expect(malaysia({ ...at, residence: [proof('2023-01-01', '2024-04-19')] })).toHaveLength(1);
    expect(malaysia({ ...at, residence: [proof('2023-01-01', '2024-04-20')] })).toEqual([]);
  });
  it('is held to the payment of the invoices where the line has no day of its own', () => {
    const undated = [income({ category: 'royalty', code: null, paid: null, base: '28560', rate: '8', tax: '2284.80' })];
    const at = { income: undated, last: '2024-06-30', residence: [proof('2024-05-01', '2024-05-31')] };
    expect(malaysia({ ...at, payments: [{ invoice: 'A', days: ['2024-04-02', '2024-05-31'] }] })).toEqual([]);
    expect(malaysia(at)).toHaveLength(1);
  });
  it('is not asked of papers that others gave us', () => expect(malaysia({ side: 'payee' })).toEqual([]));
});

describe('fields', () => {
  const bare = party({ taxIds: [], addresses: [] });
  it('are asked of what we write ourselves, by name', () =>
    expect(check({ side: 'payer', generated: true, payer: bare, income: [income({ paid: null, code: null })] })).toMatchObject([
      {
        code: 'wht.field-missing',
        severity: 'warn',
        message: "50 Tawi also states: number, payer's tax number, payer's address, day of payment, code of the income.",
      },
    ]));
  it('are only a hint on a paper of the other side or of a portal', () => {
    expect(check({ payer: bare })).toMatchObject([{ code: 'wht.field-missing', severity: 'info' }]);
    expect(check({ side: 'payer', form: formById('KE-ITAX'), currency: 'KES', income: [] }).at(-1)).toMatchObject({
      code: 'wht.field-missing',
      severity: 'info',
    });
  });
  it('ask for no number where the form has none', () =>
    expect(check({ form: formById('PH-2307'), generated: true }).find((r) => r.code === 'wht.field-missing')?.message).not.toContain(
      'number,',
    ));
});

describe('days', () => {
  const period = (form: string, first: string, last: string): string[] =>
    codes({ form: formById(form), date: '2024-12-31', first, last, income: [] }).filter((c) => c.startsWith('wht.period'));
  it.each([
    ['PH-2307', '2024-01-01', '2024-03-31', []],
    ['PH-2307', '2024-02-01', '2024-04-30', ['wht.period-kind']],
    ['PH-2307', '2024-01-01', '2024-03-30', ['wht.period-kind']],
    ['PH-2307', '2024-01-01', '2024-06-30', ['wht.period-kind']],
    ['IN-16A', '2024-04-01', '2024-06-30', []],
    ['IN-16A', '2024-05-01', '2024-06-30', ['wht.period-kind']],
    ['NG-CREDIT-NOTE', '2024-02-01', '2024-02-29', []],
    ['NG-CREDIT-NOTE', '2024-02-01', '2024-02-28', ['wht.period-kind']],
    ['MY-CP37DS', '2022-12-01', '2023-05-31', []],
    ['MY-CP37DS', '2023-01-01', '2023-06-30', ['wht.period-kind']],
    ['MY-CP37D', '2024-02-03', '2024-02-28', []],
  ])('%s of %s – %s: %j', (form, first, last, expected) => expect(period(form, first, last)).toEqual(expected));
  it('says which period it would be', () =>
    expect(check({ form: formById('PH-2307'), first: '2024-01-05', last: '2024-03-31', income: [] })[0]!.message).toBe(
      '2307 speaks of one quarter: 2024-01-01 – 2024-03-31, not 2024-01-05 – 2024-03-31.',
    ));
  it.each([
    [['2024-01-01'], 0],
    [['2024-03-31'], 0],
    [['2024-04-01'], 1],
    [['2023-12-31', '2024-04-01'], 1],
    [['2023-12-31', '2024-02-01'], 0],
    [[], 0],
  ])('payments of %j: %i outside the quarter', (days, count) =>
    expect(
      codes({ form: null, income: [], first: '2024-01-01', last: '2024-03-31', payments: [{ invoice: 'A', days }] }).filter(
        (c) => c === 'wht.payment-outside-period',
      ),
    ).toHaveLength(count),
  );
  it('asks about a form before its first or after its last day', () => {
    const dated = (form: string, date: string): boolean => codes({ form: formById(form), date, income: [] }).includes('wht.form-dated');
    expect(['2021-12-31', '2022-01-01', '2025-01-31', '2025-02-01'].map((d) => dated('ID-BPBS-2021', d))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(['2024-12-31', '2025-01-01'].map((d) => dated('ID-BPPU', d))).toEqual([true, false]);
  });
});

describe('parties', () => {
  const asks = (form: string, country: string): boolean =>
    codes({ form: formById(form), payee: party({ country }), income: [] }).includes('wht.form-payee');
  it('wants residents on one form and others on another', () => {
    expect([asks('ID-BPPU', 'ID'), asks('ID-BPPU', 'SG'), asks('ID-BPNR', 'ID'), asks('ID-BPNR', 'SG')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([asks('PH-2306', 'SG'), asks('PH-2306', 'PH'), asks('GENERIC', 'SG')]).toEqual([false, false, false]);
  });
});

describe('papers without a number', () => {
  const key = {
    form: formById('PH-2307'),
    date: '2024-04-10',
    first: '2024-01-01',
    payer: party({ name: 'Payor' }),
    payee: party(),
    income: [income({ code: 'WC160' })],
  };
  it('are told by payor, payee, quarter and code', () => {
    expect(paperKeys(key)).toEqual(['PH-2307|0105565047713|0105565047713|2024-01-01|WC160']);
    expect(paperKeys({ ...key, first: '2024-03-31' })).toEqual(paperKeys(key));
    expect(paperKeys({ ...key, first: '2024-04-01' })).not.toEqual(paperKeys(key));
    expect(paperKeys({ ...key, income: [income({ code: 'WC160' }), income({ code: 'WC160' }), income({ code: 'WC100' })] })).toHaveLength(
      2,
    );
    expect(paperKeys({ ...key, payee: party({ taxIds: [{ scheme: 'TIN', value: '0 1055 65047 71 3' }] }) })).toEqual(paperKeys(key));
  });
  it('have no key where the form numbers its papers or a party is not known', () => {
    expect(paperKeys({ ...key, form: formById('KE-ITAX') })).toEqual([]);
    expect(paperKeys({ ...key, payer: null })).toEqual([]);
    expect(paperKeys({ ...key, form: formById('GENERIC') })).toEqual([]);
  });
  it('warn of the other one', () =>
    expect(check({ form: formById('PH-2307'), twins: ['TB-WHT-000003'] }).find((r) => r.code === 'wht.same-paper')).toMatchObject({
      severity: 'warn',
      message: 'TB-WHT-000003 is on record for the same payer, payee, period and code; 2307 has no number to tell them apart.',
    }));
});

describe('the order of remarks', () => {
  it('puts warnings first', () => {
    const found = check({ total: '40', income: [income({ code: '9', tax: '40' })], payer: party({ taxIds: [] }) }).map((r) => r.severity);
    expect(found).toEqual(['warn', 'info', 'info']);
  });
});
