import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, equal, subtract, sum } from '../../money/amount.ts';
import type { ImportedCertificate } from './certificate.ts';
import { exactOnes, matchCertificate, type Matched } from './match.ts';
import type { OpenInvoice } from './open-invoice.ts';
import { agreement } from './parties.ts';
import { periodOf } from './period.ts';
import { invoiceNumbers, names } from './reference.ts';
import { taxOfBase } from './row.ts';
import { LEAST_SCORE, WEIGHTS } from './signals.ts';
import { sumsOf } from './sums.ts';

const VENDOR = { names: ['Example Cloud Ltd'], taxIds: ['P000000002B'] };
let ids = 0;
const invoice = (number: string, net: string, change: Partial<OpenInvoice> = {}): OpenInvoice => ({
  id: ++ids,
  number,
  vendor: 'other',
  side: 'payer',
  seller: VENDOR,
  buyer: { names: [], taxIds: [] },
  date: '2026-01-10',
  currency: 'KES',
  net,
  total: net,
  open: net,
  paid: [],
  expected: null,
  takenBy: null,
  fx: null,
  ...change,
});
/** A certificate of 5 % on the base, in the month of January. */
const certificate = (base: string, change: Partial<ImportedCertificate> = {}, tax = taxOfBase(base, '5', 'KES')): ImportedCertificate => ({
  rows: [2],
  number: 'W-1',
  issuer: 'Example Authority',
  date: '2026-02-05',
  currency: 'KES',
  total: tax,
  base,
  side: 'payer',
  country: 'KE',
  form: null,
  payer: { name: null, taxId: null },
  payee: { name: null, taxId: null },
  first: null,
  last: null,
  remittance: '',
  remitted: null,
  income: [{ category: 'other', code: null, description: '', paid: null, base, rate: '5', tax }],
  reference: null,
  invoices: [],
  pending: false,
  remarks: [],
  figures: {},
  ...change,
});
const naming = (...numbers: string[]): Partial<ImportedCertificate> => ({ reference: numbers.join(', '), invoices: numbers });
const numbers = (m: Matched): string[][] => m.proposals.map((p) => p.lines.map((l) => l.invoice.number));
const signals = (m: Matched): string[] => m.proposals[0]!.reasons.map((r) => r.signal);

describe('one invoice', () => {
  it('is exact by its number and the tax to the last digit, and by nothing less', () => {
    const pool = [invoice('EX-1001', '1000'), invoice('EX-1002', '1000')];
    const m = matchCertificate(certificate('1000', naming('EX-1001')), pool);
    expect(m.outcome).toBe('matched');
    expect(m.proposals[0]).toMatchObject({ exact: true, blocked: false, residual: '0' });
    expect(numbers(m)[0]).toEqual(['EX-1001']);
    expect(signals(m)).toEqual(['named', 'tax-exact', 'base-net', 'same-currency']);
    expect(matchCertificate(certificate('1000'), pool).proposals.some((p) => p.exact)).toBe(false);
    const off = matchCertificate(certificate('1000', naming('EX-1001'), '50.01'), pool);
    expect(off.proposals[0]).toMatchObject({ exact: false });
    expect(signals(off)).toContain('tax-near');
  });
  it('is one of several where only the amount speaks', () => {
    const m = matchCertificate(certificate('1000'), [invoice('EX-1001', '1000'), invoice('EX-1002', '1000')]);
    expect(m.outcome).toBe('several');
    expect(numbers(m)).toEqual([['EX-1001'], ['EX-1002']]);
  });
  it('stands alone when a payment of it falls into the period', () => {
    const pool = [invoice('EX-1001', '1000'), invoice('EX-1002', '1000', { paid: ['2026-01-31'] })];
    const m = matchCertificate(
      certificate('1000', { first: '2026-01-01', last: '2026-01-31', payee: { name: 'Example Cloud Ltd', taxId: 'P000000002B' } }),
      pool,
    );
    expect(numbers(m)[0]).toEqual(['EX-1002']);
    expect(signals(m)).toContain('paid-within');
  });
  it('of another company is no match, whatever its amount', () => {
    const m = matchCertificate(certificate('1000', { payee: { name: 'Other Example', taxId: 'P999999999Z' } }), [
      invoice('EX-1001', '1000'),
    ]);
    expect(m).toMatchObject({ outcome: 'none', proposals: [] });
  });
  it.each([
    ['on another certificate', { takenBy: 'W-9' }, '2026-02-05'],
    ['younger than the certificate', { date: '2026-02-06' }, '2026-02-05'],
    ['paid but for less', { open: '49.99' }, '2026-02-05'],
  ])('%s is named and cannot be taken so', (_name, change, date) => {
    const m = matchCertificate(certificate('1000', { ...naming('EX-1001'), date }), [invoice('EX-1001', '1000', change)]);
    expect(m.outcome).toBe('none');
    expect(m.proposals[0]).toMatchObject({ blocked: true, exact: false });
    expect(signals(m)).toContain('blocked');
  });
  it('in another currency is proposed by its number, at the rate that the base implies, and never by rule', () => {
    const m = matchCertificate(certificate('129500', naming('EX-1001')), [invoice('EX-1001', '1000', { currency: 'USD' })]);
    expect(m.proposals[0]).toMatchObject({
      exact: false,
      lines: [{ amount: '6475', payAmount: '50', fx: { rate: '129.5', source: null } }],
    });
    expect(matchCertificate(certificate('129500'), [invoice('EX-1001', '1000', { currency: 'USD' })]).proposals).toEqual([]);
  });
  it('is expected to hold back what the book knows, where the row has no rate', () => {
    const row = certificate(
      '1000',
      {
        base: null,
        income: [{ category: 'other', code: null, description: '', paid: null, base: null, rate: null, tax: '80' }],
        ...naming('EX-1001'),
      },
      '80',
    );
    const m = matchCertificate(row, [invoice('EX-1001', '1000', { expected: { ratePct: '8', tax: '80' } })]);
    expect(m.proposals[0]!.exact).toBe(true);
  });
  it('on the other side of the paper is not looked at', () => {
    expect(matchCertificate(certificate('1000', { ...naming('EX-1001'), side: 'payee' }), [invoice('EX-1001', '1000')]).proposals).toEqual(
      [],
    );
  });
});

describe('several invoices', () => {
  const pool = [invoice('EX-1', '333.33'), invoice('EX-2', '333.33'), invoice('EX-3', '120.5'), invoice('EX-4', '77')];
  it('that the row names are laid out by their own tax; the rounding falls on the largest', () => {
    const m = matchCertificate(certificate('666.66', naming('EX-1', 'EX-2')), [
      invoice('EX-1', '333.33', { number: 'EX-1' }),
      invoice('EX-2', '333.33'),
    ]);
    const [best] = m.proposals;
    expect(best!.lines.map((l) => l.amount)).toEqual(['16.66', '16.67']);
    expect(best!.residual).toBe('0');
    expect(signals(m)).toContain('base-net');
  });
  it('are found by the sum of their net amounts', () => {
    const m = matchCertificate(certificate(add('120.5', '77')), pool);
    expect(numbers(m)[0]).toEqual(['EX-3', 'EX-4']);
    expect(sum(m.proposals[0]!.lines.map((l) => l.amount))).toBe(certificate(add('120.5', '77')).total);
  });
  it('of two vendors are never put together', () => {
    const other = { names: ['Another Example'], taxIds: ['P000000009Q'] };
    expect(matchCertificate(certificate('197.5'), [pool[2]!, invoice('EX-5', '77', { seller: other })]).proposals).toEqual([]);
  });
});

describe('what may be accepted by rule', () => {
  it('leaves out an invoice that two rows lay claim to', () => {
    const pool = [invoice('EX-1001', '1000', { open: '5000' }), invoice('EX-1002', '2000')];
    const rows = [
      certificate('1000', naming('EX-1001')),
      certificate('1000', { ...naming('EX-1001'), number: 'W-2' }),
      certificate('2000', { ...naming('EX-1002'), number: 'W-3' }),
    ];
    const matched = rows.map((c, key) => ({ key, matched: matchCertificate(c, pool) }));
    expect(matched.every((m) => m.matched.proposals[0]!.exact)).toBe(true);
    expect(exactOnes(matched).map((e) => e.key)).toEqual([2]);
  });
});

describe('properties', () => {
  const amounts = fc
    .integer({ min: 1, max: 400_000 })
    .map((cents) => subtract(add(String(Math.floor(cents / 100)), `0.${String(cents % 100).padStart(2, '0')}`), '0'));
  const pools = fc
    .array(fc.tuple(amounts, fc.integer({ min: 1, max: 28 })), { minLength: 1, maxLength: 12 })
    .map((list) =>
      list.map(([net, day], at) => invoice(`EX-${1000 + at}`, net, { id: at + 1, date: `2026-01-${String(day).padStart(2, '0')}` })),
    );
  it('neither the order of the invoices nor that of the rows changes a proposal', () => {
    fc.assert(
      fc.property(
        pools,
        fc.array(fc.tuple(amounts, fc.option(fc.nat(11))), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        (pool, told, seed) => {
          const rows = told.map(([base, at]) => certificate(base, at === null ? {} : naming(`EX-${1000 + at}`)));
          const turned = pool.map((_, i) => pool[(i + seed) % pool.length]!).toReversed();
          const straight = rows.map((row) => numbers(matchCertificate(row, pool)));
          expect(rows.toReversed().map((row) => numbers(matchCertificate(row, turned)))).toEqual(straight.toReversed());
        },
      ),
      { numRuns: 150 },
    );
  });
  it('every proposal that leaves nothing over adds up to the certificate, and every score to its reasons', () => {
    fc.assert(
      fc.property(pools, amounts, (pool, base) => {
        const row = certificate(base);
        for (const p of matchCertificate(row, pool).proposals) {
          expect(equal(add(sum(p.lines.map((l) => l.amount)), p.residual), row.total)).toBe(true);
          expect(p.score).toBe(p.reasons.reduce((n, r) => n + WEIGHTS[r.signal], 0));
          expect(p.score).toBeGreaterThanOrEqual(LEAST_SCORE);
          expect(p.lines.length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 150 },
    );
  });
  it('a sum that is found is exact, and one of two or three that is there is found', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 3, maxLength: 14 }), fc.integer({ min: 2, max: 3 }), (values, parts) => {
        const target = sum(values.slice(0, parts));
        const { found, gaveUp } = sumsOf(values, target);
        for (const places of found) expect(equal(sum(places.map((at) => values[at]!)), target)).toBe(true);
        expect(gaveUp || found.length > 0).toBe(true);
      }),
    );
  });
  it('gives a hostile list up after a bounded number of steps', () => {
    const values = Array.from({ length: 60 }, (_, i) => `${1000 + i}.01`);
    const started = performance.now();
    expect(sumsOf(values, '5000000')).toMatchObject({ found: [] });
    sumsOf(values, '5147.06');
    expect(compare(String(Math.round(performance.now() - started)), '5000')).toBe(-1);
  });
});

describe('references, parties and periods', () => {
  it.each([
    ['EX-1003; EX-1004', ['EX-1003', 'EX-1004']],
    ['EX-1 and EX-2', ['EX-1', 'EX-2']],
    ['INV', []],
    ['', []],
  ])('%s', (text, found) => expect(invoiceNumbers(text)).toEqual(found));
  it('finds a number among words, and not within another one', () => {
    expect(names('Payment of inv. SG-1204 for May', 'SG-1204')).toBe(true);
    expect(names('Payment of inv. SG-12045', 'SG-1204')).toBe(false);
    expect(names('12', '12')).toBe(false);
  });
  it('knows a party by number with or without its branch, and another one by its own', () => {
    expect(agreement({ name: null, taxId: '000-000-001' }, { taxIds: ['000000001-00000'], names: [] })).toBe('id');
    expect(agreement({ name: 'Example Cloud Ltd', taxId: 'A1234567' }, VENDOR)).toBe('other');
    expect(agreement({ name: 'EXAMPLE CLOUD, LTD.', taxId: null }, VENDOR)).toBe('name');
    expect(agreement({ name: 'Somebody', taxId: null }, VENDOR)).toBe('unknown');
  });
  it.each([
    ['2026-02', null, 1, '2026-02-01', '2026-02-28'],
    ['09/2025', null, 1, '2025-09-01', '2025-09-30'],
    ['09', '2025', 1, '2025-09-01', '2025-09-30'],
    ['Q3 2025', null, 1, '2025-07-01', '2025-09-30'],
    ['2025Q4', null, 1, '2025-10-01', '2025-12-31'],
    ['Q4 2025-26', null, 4, '2026-01-01', '2026-03-31'],
    ['Februari', '2024', 1, '2024-02-01', '2024-02-29'],
    ['2025', null, 1, '2025-01-01', '2025-12-31'],
  ])('reads the period %s', (text, year, from, first, last) => expect(periodOf(text, year, from, 'ymd')).toEqual({ first, last }));
  it('leaves what is no period', () => expect(periodOf('whenever', null, 1, 'ymd')).toBeNull());
});
