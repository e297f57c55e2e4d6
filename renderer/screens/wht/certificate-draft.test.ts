import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../../services/contract/invoices.ts';
import {
  convertedOf,
  differenceOf,
  faultOf,
  inputOf,
  missingOf,
  offer,
  payOf,
  shareOfNet,
  toggled,
  withTotal,
  type CertificateDraft,
} from './certificate-draft.ts';
import { candidates, type CandidateRow } from './candidates.ts';
import { emptyDraft } from './draft-start.ts';
import { emptyLine } from './income-draft.ts';

const row = (key: string, part: Partial<CandidateRow> = {}): CandidateRow => ({
  key: `huawei:${key}`,
  number: key,
  vendor: 'huawei',
  date: '2023-10-03',
  currency: 'USD',
  net: '1000',
  total: '1070',
  open: '30',
  awaits: true,
  entity: 'SPARKOO_TH',
  sellerId: null,
  buyerId: null,
  counterparty: { vendor: 'huawei', entity: 'SPARKOO_TH', partyId: null, name: null },
  fx: null,
  ...part,
});
const [a, b] = [row('A'), row('B', { open: '50' })];
const draft = (part: Partial<CertificateDraft> = {}): CertificateDraft => ({
  ...emptyDraft({ company: '', currency: 'USD', country: 'TH' }),
  number: 'W-1',
  issuer: '',
  date: '2023-11-01',
  total: '50',
  currency: 'USD',
  note: '',
  files: ['t'],
  amounts: {},
  pays: {},
  ...part,
});
const none: ReadonlySet<string> = new Set();
const TODAY = '2024-01-01';

describe('ticking invoices', () => {
  it('gives the first the whole total, and a further one what is left', () => {
    const one = toggled(draft(), b);
    expect(one.amounts).toEqual({ 'huawei:B': '50' });
    const lowered = { ...one, amounts: { 'huawei:B': '20' } };
    expect(toggled(lowered, a).amounts).toEqual({ 'huawei:B': '20', 'huawei:A': '30' });
  });
  it('takes an invoice off with its figures', () => {
    const thb = draft({ currency: 'THB', amounts: { 'huawei:A': '50' }, pays: { 'huawei:A': '1.5' } });
    expect(toggled(thb, a)).toMatchObject({ amounts: {}, pays: {} });
  });
  it('lets the only invoice follow the total, until it was changed by hand', () => {
    expect(withTotal(toggled(draft(), b), '40').amounts).toEqual({ 'huawei:B': '40' });
    expect(withTotal(draft({ amounts: { 'huawei:B': '20' } }), '40').amounts).toEqual({ 'huawei:B': '20' });
  });
  it('offers what is left, bounded by what is open only in the same currency', () => {
    expect(offer('40', null, a, 'USD')).toBe('30');
    expect(offer('40', '5', a, 'THB')).toBe('45');
    expect(offer('0', '30', a, 'USD')).toBeNull();
  });
});

describe('figures of an invoice', () => {
  it.each([
    ['date', { date: '2023-10-02' }, { 'huawei:A': '30' }, {}],
    ['amount', {}, { 'huawei:A': '-1' }, {}],
    ['over-open', {}, { 'huawei:A': '30.01' }, {}],
    ['pay', { currency: 'THB' }, { 'huawei:A': '30' }, { 'huawei:A': '0' }],
    ['places', { currency: 'THB' }, { 'huawei:A': '30' }, { 'huawei:A': '1.005' }],
    [null, { currency: 'THB' }, { 'huawei:A': '1050.123' }, { 'huawei:A': '30' }],
  ] as const)('fault %s', (fault, part, amounts, pays) => expect(faultOf(draft({ ...part, amounts, pays }), a)).toBe(fault));
  it('are shown as a share of the net amount', () => {
    expect(shareOfNet('30', '1000')).toBe('3');
    expect(shareOfNet('630', '6300')).toBe('10');
    expect([shareOfNet(null, '1'), shareOfNet('1', '0')]).toEqual([null, null]);
  });
});

describe('saving', () => {
  const both = { 'huawei:A': '20.5', 'huawei:B': '29.5' };
  it('wants the sum to be the total to the last digit', () => {
    expect(missingOf(draft({ amounts: both }), [a, b], none, TODAY)).toBeNull();
    expect(missingOf(draft({ amounts: { ...both, 'huawei:B': '29.49' } }), [a, b], none, TODAY)).toBe('remainder');
  });
  it.each([
    ['number', { number: ' ' }],
    ['date', { date: null }],
    ['future', { date: '2024-01-02' }],
    ['total', { total: null }],
    ['totalSign', { total: '0' }],
    ['invoices', { amounts: {} }],
    ['lines', { amounts: { ...both, 'huawei:A': null } }],
    ['lines', { currency: 'THB' }],
    ['line', { date: '2023-10-01' }],
    ['files', { files: [] }],
    ['period', { first: '2023-10-31', last: '2023-10-01' }],
    ['incomeTax', { income: [emptyLine()] }],
    ['incomeSum', { income: [emptyLine({ tax: '49.99' })] }],
  ] as const)('waits for %s', (missing, part) => expect(missingOf(draft({ amounts: both, ...part }), [a, b], none, TODAY)).toBe(missing));
  it('keeps a draft that lacks sum, income and paper, but no amount of a chosen invoice', () => {
    const kept = (part: Partial<CertificateDraft>) => missingOf(draft({ amounts: both, ...part }), [a, b], none, TODAY, false);
    expect(kept({ amounts: {}, files: [] })).toBeNull();
    expect(kept({ amounts: { 'huawei:A': '1' }, income: [emptyLine({ tax: '2' })], date: '2024-06-01' })).toBeNull();
    expect(kept({ amounts: { 'huawei:A': null } })).toBe('lines');
    expect(kept({ total: null })).toBe('total');
  });
  it('waits where the invoices are of different entities', () => {
    const other = row('C', { counterparty: { vendor: 'huawei', entity: 'SPARKOO_SG', partyId: null, name: null } });
    expect(missingOf(draft({ amounts: { 'huawei:A': '30', 'huawei:C': '20' } }), [a, other], none, TODAY)).toBe('other');
  });
  it('converts by the rate, and shows how far an entered amount lies from it', () => {
    const thb = draft({
      currency: 'THB',
      total: '1064.7',
      amounts: { 'huawei:A': '1064.7' },
      rates: { 'huawei:A': { rate: '35.5', date: '2023-10-31', source: '' } },
    });
    expect(convertedOf(thb, a)).toBe('29.99');
    expect(payOf(thb, a)).toBe('29.99');
    expect(differenceOf({ ...thb, pays: { 'huawei:A': '30' } }, a)).toBe('0.01');
    expect(missingOf(thb, [a], none, TODAY)).toBeNull();
    expect(inputOf(thb, [a], none, TODAY)?.allocate?.[0]).toMatchObject({
      payAmount: null,
      fx: { rate: '35.5', date: '2023-10-31', source: null },
    });
    expect(faultOf(draft({ ...thb, rates: { 'huawei:A': { rate: '0', date: null, source: '' } } }), a)).toBe('rate');
  });
  it('sends a null number to be generated, and pay amounts only where the currencies differ', () => {
    expect(inputOf(draft({ number: null, amounts: both }), [a, b], none, TODAY)).toMatchObject({
      number: null,
      allocate: [
        { invoice: 'A', amount: '20.5', payAmount: null },
        { invoice: 'B', amount: '29.5', payAmount: null },
      ],
    });
    const thb = draft({ currency: 'THB', amounts: both, pays: { 'huawei:A': '0.6', 'huawei:B': '0.87' } });
    expect(inputOf(thb, [a, b], none, TODAY)?.allocate?.[1]).toEqual({
      invoice: 'B',
      vendor: 'huawei',
      amount: '29.5',
      payAmount: '0.87',
      fx: null,
    });
  });
});

const offered = {
  side: 'payer' as const,
  partial: false,
  freed: new Map<string, string>(),
  always: new Set<string>(),
  replaces: null,
  entity: 'SPARKOO_TH',
};

describe('candidates', () => {
  const invoice = (part: Partial<Invoice>): Invoice => ({
    number: 'X',
    vendor: 'huawei',
    entity: null,
    kind: 'invoice',
    date: '2023-10-03',
    due: null,
    period: null,
    currency: 'USD',
    net: '1000',
    tax: '70',
    total: '1070',
    paid: '0',
    withheld: '0',
    credited: '0',
    open: '1070',
    status: 'unpaid',
    credits: null,
    note: '',
    source: 'entered',
    attachments: [],
    history: [],
    allocations: [],
    figures: {},
    direction: 'received',
    type: 'other',
    billed: null,
    issued: null,
    termDays: null,
    fx: null,
    converted: null,
    sellerId: null,
    buyerId: null,
    seller: null,
    buyer: null,
    quoteId: null,
    series: null,
    document: {},
    ...part,
  });
  it('leave out what a certificate holds, and put those that wait first', () => {
    const pay = { kind: 'payment' as const, reference: 'P', date: '2023-10-20', amount: '1040', currency: 'USD' };
    const rows = candidates(
      [
        invoice({ number: 'unpaid' }),
        invoice({ number: 'net', date: '2023-12-01', paid: '1040', open: '30', allocations: [pay] }),
        invoice({
          number: 'taken',
          paid: '1000',
          open: '40',
          allocations: [pay, { ...pay, kind: 'certificate', reference: 'W-9', amount: '30' }],
        }),
        invoice({ number: 'void', status: 'void' }),
        invoice({ number: 'waits', status: 'to-confirm' }),
        invoice({ number: 'made here', direction: 'issued' }),
      ],
      offered,
    );
    expect(rows.map((r) => r.number)).toEqual(['net', 'unpaid']);
  });
  it('are the issued ones where a customer withheld', () =>
    expect(
      candidates([invoice({ number: 'in' }), invoice({ number: 'out', direction: 'issued', vendor: 'other' })], {
        ...offered,
        side: 'payee',
      }).map((r) => r.number),
    ).toEqual(['out']));
  const held = invoice({
    number: 'held',
    open: '1030',
    allocations: [{ kind: 'certificate', reference: 'W-9', date: '2023-11-01', amount: '40', currency: 'USD' }],
  });
  it('take a held one where certificates may share, and where they replace its certificate', () => {
    const find = (part: object) => candidates([held], { ...offered, ...part }).map((r) => [r.number, r.open]);
    expect(find({})).toEqual([]);
    expect(find({ partial: true })).toEqual([['held', '1030']]);
    expect(find({ replaces: 'W-9', freed: new Map([['huawei:held', '40']]) })).toEqual([['held', '1070']]);
  });
  it('keep those that stand on the paper already, whatever became of them', () =>
    expect(candidates([invoice({ number: 'gone', status: 'void' })], { ...offered, always: new Set(['huawei:gone']) })).toHaveLength(1));
});
