import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, subtract, sum, type Amount } from '../../money/amount.ts';
import { taxPack, type TaxPack, type TaxRule } from '../../tax/pack.ts';
import { addDays } from '../../time/plain-date.ts';
import type { HeldCertificate, ObligationFacts } from './facts.ts';
import { obligationOf } from './obligation.ts';
import { ruleBook } from './rules.ts';
import { bucketOf, type AgeBucket, type Obligation } from './state.ts';
import { withheldSoFar } from './withheld.ts';

const rules = ruleBook(taxPack);
const PAID = '2024-03-01';

/** An invoice of Malaysia, 100 and 8 DST, with what the test changes. */
const facts = (change: Partial<ObligationFacts> = {}): ObligationFacts => ({
  side: 'payer',
  country: 'MY',
  entity: 'SPARKOO_SG',
  date: '2024-02-05',
  usageDate: '2024-01-31',
  currency: 'USD',
  stated: 'unpaid',
  total: '108',
  net: '100',
  payments: [],
  certificates: [],
  steps: {},
  quoted: null,
  residence: [],
  ...change,
});
const paid = (...amounts: Amount[]) => amounts.map((amount, i) => ({ date: addDays(PAID, i), reference: `T${i}`, amount }));
const paper = (pay: Amount, status: HeldCertificate['status'] = 'submitted', change: Partial<HeldCertificate> = {}): HeldCertificate => ({
  number: 'W-1',
  issuer: '',
  status,
  date: '2024-03-10',
  submitted: status === 'draft' ? null : '2024-03-11',
  decided: status === 'accepted' || status === 'refused' ? '2024-03-20' : null,
  remitted: null,
  replaced: false,
  pay,
  ...change,
});
const on = (change: Partial<ObligationFacts>, day = '2024-03-31', pack: TaxPack = taxPack): Obligation | null =>
  obligationOf(facts(change), pack === taxPack ? rules : ruleBook(pack), day);
const PK = { country: 'PK', total: '113' } as const;

describe('the examples of the guide', () => {
  it('Malaysia: no rate is printed, so what was paid short was withheld: 8 of 100', () =>
    expect(on({ payments: paid('100') })).toMatchObject({
      rule: 'MY-06',
      base: '100',
      ratePct: null,
      basis: 'presumed',
      tax: null,
      withheld: '8',
      missing: '8',
      state: 'expected',
      findings: ['no-certificate', 'no-rate'],
      evidence: { rule: 'MY-07', days: 60, trigger: 'wht-paid', from: PAID, date: '2024-04-30', assumed: true },
      days: 30,
    }));
  it('Malaysia: 8 % set by the user, unpaid, then paid', () => {
    const steps = { rate: { date: '2024-02-06', reference: '', rate: '8', note: 'practice' } };
    expect(on({ steps })).toMatchObject({
      state: 'to-come',
      basis: 'own',
      tax: '8',
      amount: '8',
      withheld: '0',
      bucket: 'to-come',
      days: null,
    });
    expect(on({ steps, payments: paid('100') })).toMatchObject({
      state: 'expected',
      withheld: '8',
      missing: '8',
      findings: ['no-certificate'],
    });
  });
  it('Pakistan: 10 % of 100 from a total of 113, net 103; 60 days from the filing', () => {
    expect(on(PK)).toMatchObject({ rule: 'PK-03', ratePct: '10', basis: 'rule', tax: '10', state: 'to-come' });
    expect(on({ ...PK, payments: paid('103') })).toMatchObject({
      withheld: '10',
      closed: true,
      evidence: { rule: 'PK-04', trigger: 'wht-return-filed', assumed: true },
    });
    const steps = { filed: { date: '2024-03-15', reference: 'R', rate: null, note: '' } };
    expect(on({ ...PK, payments: paid('103'), steps })).toMatchObject({
      filed: '2024-03-15',
      evidence: { from: '2024-03-15', date: '2024-05-14', assumed: false },
    });
  });
  it('Indonesia: 2 % of 100 from a total of 111, net 109', () =>
    expect(on({ country: 'ID', entity: 'SPARKOO_ID', total: '111', payments: paid('109') })).toMatchObject({
      rule: 'ID-06',
      withheld: '2',
      evidence: { rule: 'ID-07', days: 60 },
    }));
  it('Kenya: before 2021-11 the price excluded the tax, and nothing is expected', () => {
    expect(on({ country: 'KE', usageDate: '2021-10-31', date: '2021-11-05', payments: paid('100') })).toBeNull();
    expect(on({ country: 'KE', usageDate: '2021-11-30', date: '2021-12-05', payments: paid('100') })).toMatchObject({
      rule: 'KE-04',
      withheld: '8',
    });
  });
});

describe('the evidence rules of the pack, day by day', () => {
  const dated = taxPack.rules.filter((r) => r.kind === 'evidence' && r.evidence?.document === 'wht-certificate' && r.evidence.days);
  it('are those of Malaysia, Kenya, Pakistan and Indonesia', () =>
    expect(dated.map((r) => r.id)).toEqual(['MY-07', 'KE-05', 'PK-04', 'ID-07']));
  const step = (rule: TaxRule, date: string): ObligationFacts['steps'] => ({
    [rule.evidence!.trigger === 'wht-paid' ? 'remitted' : 'filed']: { date, reference: '', rate: null, note: '' },
  });
  const invoice = (rule: TaxRule, change: Partial<ObligationFacts> = {}): Partial<ObligationFacts> => ({
    country: rule.country,
    entity: rule.entity ?? 'SPARKOO_SG',
    total: '110',
    steps: { rate: { date: '2024-02-06', reference: '', rate: '10', note: 'x' } },
    payments: paid('100'),
    ...change,
  });
  const days: [number, string, AgeBucket][] = [
    [-31, 'expected', 'later'],
    [-30, 'expected', 'within-30'],
    [-16, 'expected', 'within-30'],
    [-15, 'expected', 'within-15'],
    [-8, 'expected', 'within-15'],
    [-7, 'expected', 'within-7'],
    [-1, 'expected', 'within-7'],
    [0, 'expected', 'within-7'],
    [1, 'overdue', 'late-30'],
    [30, 'overdue', 'late-30'],
    [31, 'overdue', 'late-60'],
    [60, 'overdue', 'late-60'],
    [61, 'overdue', 'late-90'],
    [90, 'overdue', 'late-90'],
    [91, 'overdue', 'late-over'],
  ];
  for (const rule of dated)
    it.each(days)(`${rule.id}: %i days from the last day it is %s, in %s`, (offset, state, bucket) => {
      const due = addDays(PAID, rule.evidence!.days!);
      expect(on(invoice(rule), addDays(due, offset))).toMatchObject({
        state,
        bucket,
        days: 0 - offset,
        evidence: { date: due, assumed: true },
      });
    });
  it.each(dated.map((r) => [r.id, r] as const))('%s counts from the recorded day, and the other step moves nothing', (_id, rule) => {
    const from = '2024-03-09';
    expect(on(invoice(rule, { steps: { ...invoice(rule).steps, ...step(rule, from) } }))?.evidence).toEqual({
      rule: rule.id,
      days: rule.evidence!.days,
      trigger: rule.evidence!.trigger,
      from,
      date: addDays(from, rule.evidence!.days!),
      assumed: false,
    });
    const other = rule.evidence!.trigger === 'wht-paid' ? 'filed' : 'remitted';
    expect(
      on(invoice(rule, { steps: { ...invoice(rule).steps, [other]: { date: from, reference: '', rate: null, note: '' } } }))?.evidence,
    ).toMatchObject({
      from: PAID,
      assumed: true,
    });
  });
  it.each(dated.filter((r) => r.from !== null).map((r) => [r.id, r] as const))(
    '%s is not in force the day before its first',
    (_id, rule) => {
      const at = (day: string): Obligation | null =>
        on(
          invoice(rule, {
            date: '2021-09-01',
            usageDate: null,
            payments: [{ date: day, reference: 'T', amount: '100' }],
            steps: { rate: { date: '2021-09-02', reference: '', rate: '10', note: 'x' } },
          }),
          '2021-12-01',
        );
      expect(at(addDays(rule.from!, -1))?.evidence).toBeNull();
      expect(at(rule.from!)?.evidence).toMatchObject({ rule: rule.id });
    },
  );
  it("is one seller's term: without its entity nothing is due, unless the rule is the user's own", () => {
    expect(on({ entity: '', payments: paid('100') })).toMatchObject({ state: 'expected', evidence: null, bucket: 'undated' });
    const own: TaxRule = {
      ...taxPack.rules.find((r) => r.id === 'MY-07')!,
      id: 'OWN-1',
      own: { replaces: 'MY-07', reason: 'contract' },
      evidence: { days: 30, trigger: 'wht-paid', channels: [], document: 'wht-certificate' },
    };
    const pack = { ...taxPack, rules: [...taxPack.rules.filter((r) => r.id !== 'MY-07'), own] };
    expect(on({ entity: '', payments: paid('100') }, '2024-03-31', pack)).toMatchObject({
      evidence: { rule: 'OWN-1', date: '2024-03-31' },
      days: 0,
    });
  });
});

describe('where the rate comes from', () => {
  const residence = { number: 'R', residence: 'SG', forCountry: 'PK', validFrom: '2024-03-01', validTo: '2024-12-31' };
  const pk = { ...PK, residence: [residence] };
  it('a step of the user comes before the quote, the quote before the treaty, the treaty before the rule', () => {
    const quoted = { ratePct: '7', treatment: 'rate_given', rule: null };
    const steps = { rate: { date: '2024-02-06', reference: '', rate: '5', note: 'x' } };
    expect(on({ ...pk, quoted, steps })).toMatchObject({ basis: 'own', tax: '5' });
    expect(on({ ...pk, quoted })).toMatchObject({ basis: 'quote', tax: '7' });
    expect(on({ ...pk })).toMatchObject({ basis: 'treaty', tax: '10', rule: 'PK-05' });
    expect(on(PK)).toMatchObject({ basis: 'rule', rule: 'PK-03' });
  });
  it('a treaty counts on the day of payment, first and last day included', () => {
    const at = (date: string) => on({ ...pk, payments: [{ date, reference: 'T', amount: '103' }] }, '2025-06-01')?.basis;
    expect(['2024-02-29', '2024-03-01', '2024-12-31', '2025-01-01'].map(at)).toEqual(['rule', 'treaty', 'treaty', 'rule']);
  });
  it('a treaty of 0 % expects nothing', () => {
    const jp = { country: 'JP', residence: [{ ...residence, forCountry: 'JP' }] };
    expect(on({ ...jp, payments: paid('108') })).toBeNull();
    expect(on(jp)).toBeNull();
  });
  it('a quote that the price excludes the tax expects nothing', () =>
    expect(on({ quoted: { ratePct: '8', treatment: 'price_excludes_wht', rule: 'MY-05' }, payments: paid('100') })).toBeNull());
  it('a country without a rule, where nobody withholds, expects nothing; one where payers do takes what is short', () => {
    expect(on({ country: 'SG', payments: paid('100') })).toBeNull();
    expect(on({ country: 'NG', payments: paid('100') })).toMatchObject({ rule: null, basis: 'presumed', withheld: '8', evidence: null });
  });
  it('rupees are withheld whole', () => expect(on({ ...PK, currency: 'PKR', net: '95.7', total: '108.14' })).toMatchObject({ tax: '10' }));
});

describe('what was withheld', () => {
  it('a part payment carries its share, the last one takes the remainder', () => {
    expect(on({ ...PK, payments: paid('50') })).toMatchObject({ withheld: '4.85', closed: false, tax: '10' });
    expect(on({ ...PK, payments: paid('50', '53') })).toMatchObject({ withheld: '10', closed: true, paidOn: addDays(PAID, 1) });
  });
  it('paid more than the net amount: less was withheld than the rule says', () =>
    expect(on({ ...PK, payments: paid('105') })).toMatchObject({ withheld: '8', findings: ['no-certificate', 'less-than-rule'] }));
  it('paid whole: nothing was', () => {
    expect(on({ ...PK, payments: paid('113') })).toBeNull();
    expect(on({ ...PK, payments: paid('112.99') })).toBeNull();
    expect(on({ ...PK, net: '0.1', total: '0.12', payments: paid('0.11') })).toMatchObject({ tax: '0.01', withheld: '0.01' });
  });
  it('without a rate, a rest of more than half the base is a payment to come', () => {
    expect(on({ payments: paid('57.99') })).toBeNull();
    expect(on({ payments: paid('58') })).toMatchObject({ withheld: '50' });
  });
  it('never more than base × rate, never less than nothing, and it grows with what is paid up to the net amount', () => {
    const money = fc.integer({ min: 1, max: 5_000_000 }).map((c) => (c / 100).toFixed(2).replace(/\.?0+$/, ''));
    fc.assert(
      fc.property(
        money,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (net, rate, first, second) => {
          const total = add(net, '1');
          const found = obligationOf(
            facts({ net, total, steps: { rate: { date: '2024-02-06', reference: '', rate: String(rate), note: 'x' } } }),
            rules,
            '2024-03-31',
          );
          const tax = found?.tax ?? '0';
          const cash = subtract(total, tax);
          const part = (pct: number): Amount => String(Math.floor(Number(cash) * pct) / 100);
          const held = (pct: number): Amount =>
            withheldSoFar({
              total,
              base: net,
              currency: 'USD',
              ratePct: String(rate),
              tax,
              holds: true,
              certified: '0',
              payments: [{ date: PAID, reference: 'T', amount: part(pct) }],
            }).withheld;
          const [low, high] = [Math.min(first, second), Math.max(first, second)];
          expect(compare(held(low), tax)).toBeLessThanOrEqual(0);
          expect(compare(held(low), '0')).toBeGreaterThanOrEqual(0);
          expect(compare(held(low), held(high))).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
});

describe('papers against what was withheld', () => {
  const state = (certificates: HeldCertificate[], change: Partial<ObligationFacts> = {}) =>
    on({ payments: paid('100'), certificates, ...change });
  it.each([
    ['a draft is received', [paper('8', 'draft')], 'received', '8', ['no-rate']],
    ['submitted', [paper('8')], 'submitted', '0', []],
    ['accepted', [paper('8', 'accepted')], 'accepted', '0', []],
    ['refused', [paper('8', 'refused')], 'refused', '8', ['no-certificate', 'no-rate']],
    ['refused and replaced by a draft', [paper('8', 'refused', { replaced: true }), paper('8', 'draft')], 'received', '8', ['no-rate']],
    [
      'refused and replaced by one that is accepted',
      [paper('8', 'refused', { replaced: true }), paper('8', 'accepted')],
      'accepted',
      '0',
      [],
    ],
    ['two papers, one accepted', [paper('5', 'accepted'), paper('3')], 'submitted', '0', []],
    ['two papers, both accepted', [paper('5', 'accepted'), paper('3', 'accepted')], 'accepted', '0', []],
    ['a part of it', [paper('5', 'accepted')], 'expected', '3', ['no-certificate', 'short', 'no-rate']],
    ['a part of it, the rest as a draft', [paper('5', 'accepted'), paper('3', 'draft')], 'received', '3', ['short', 'no-rate']],
    ['a cent short is covered, and told', [paper('7.99', 'accepted')], 'accepted', '0.01', ['short']],
  ] as const)('%s', (_name, certificates, expected, missing, findings) =>
    expect(state([...certificates])).toMatchObject({ state: expected, missing, findings }),
  );
  it('tells a paper over what was withheld, and one without any payment', () => {
    expect(on({ ...PK, payments: paid('103'), certificates: [paper('12')] })).toMatchObject({
      state: 'submitted',
      difference: '2',
      findings: ['over'],
    });
    expect(on({ ...PK, certificates: [paper('10')] })).toMatchObject({ state: 'submitted', difference: '0', findings: ['no-withholding'] });
    expect(on({ country: 'SG', payments: paid('50'), certificates: [paper('8')] })).toMatchObject({
      state: 'submitted',
      findings: ['no-withholding'],
    });
  });
  it('a paper for the whole tax after a part payment is not over', () =>
    expect(on({ ...PK, payments: paid('50'), certificates: [paper('10')] })).toMatchObject({ difference: '0', findings: [] }));
  it('not due and written off end the waiting', () => {
    const end = { date: '2024-03-20', reference: '', rate: null, note: 'x' };
    expect(state([], { steps: { 'not-due': end } })).toMatchObject({ state: 'not-due', bucket: null, findings: [] });
    expect(state([], { steps: { 'written-off': end } })).toMatchObject({ state: 'written-off', amount: '8', bucket: null });
  });
  it('tells that the tax was not paid to the authority in its time', () => {
    expect(on({ payments: paid('100') }, '2024-04-01')?.findings).not.toContain('not-remitted');
    expect(on({ payments: paid('100') }, '2024-04-02')).toMatchObject({
      remitBy: { rule: 'MY-109B', date: '2024-04-01' },
      findings: ['no-certificate', 'no-rate', 'not-remitted'],
    });
    const remitted = (date: string) => ({ remitted: { date, reference: 'R', rate: null, note: '' } });
    expect(on({ payments: paid('100'), steps: remitted('2024-04-01') }, '2024-05-01')?.findings).toEqual(['no-certificate', 'no-rate']);
    expect(on({ payments: paid('100'), steps: remitted('2024-04-02') }, '2024-05-01')?.findings).toContain('remitted-late');
  });
});

describe('the other side: a customer withholds from us', () => {
  const issued = { side: 'payee', country: 'PK', entity: '', total: '100' } as const;
  it('is expected once it paid short, not before, unless a rate was told', () => {
    expect(on(issued)).toBeNull();
    expect(on({ ...issued, payments: paid('90') })).toMatchObject({
      rule: 'PK-03',
      withheld: '10',
      state: 'expected',
      evidence: { rule: 'PK-04' },
    });
    expect(on({ ...issued, quoted: { ratePct: '10', treatment: 'withheld_from_payment', rule: 'PK-03' } })).toMatchObject({
      state: 'to-come',
      tax: '10',
    });
  });
  it('has no country, no rule: nothing', () => expect(on({ ...issued, country: null, payments: paid('90') })).toBeNull());
});

describe('as of a day', () => {
  const all = { ...PK, payments: paid('103'), certificates: [paper('10', 'accepted')] };
  it.each([
    ['2024-02-04', undefined],
    ['2024-02-05', 'to-come'],
    ['2024-02-29', 'to-come'],
    ['2024-03-01', 'expected'],
    ['2024-03-10', 'received'],
    ['2024-03-11', 'submitted'],
    ['2024-03-19', 'submitted'],
    ['2024-03-20', 'accepted'],
  ] as const)('on %s it is %s', (day, state) => expect(on(all, day)?.state).toBe(state));
});

it('is in no bucket once nothing is missing', () => expect(bucketOf('accepted', -5)).toBeNull());
it('adds up: missing and certified make what was withheld', () => {
  const cents = fc.integer({ min: 1, max: 1300 }).map((c) => (c / 100).toFixed(2).replace(/\.?0+$/, ''));
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      const found = on({ ...PK, payments: paid('100'), certificates: [paper(a), paper(b, 'accepted')] })!;
      expect(found.certified).toBe(sum([a, b]));
      if (compare(found.certified, found.withheld) <= 0) expect(add(found.missing, found.certified)).toBe(found.withheld);
      else expect(found.missing).toBe('0');
    }),
  );
});
