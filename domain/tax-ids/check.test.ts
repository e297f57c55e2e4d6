import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taxPack } from '../tax/pack.ts';
import { english } from '../words/said.ts';
import { checkTaxId, type TaxIdVerdict } from './check.ts';
import { normaliseTaxId } from './normalise.ts';
import { schemesOf, TAX_ID_SCHEMES } from './schemes/index.ts';

type Vectors = Record<string, Record<'ok' | 'unusual', string[]>>;
const vectors = JSON.parse(readFileSync(new URL('../../test/fixtures/tax-ids/vectors.json', import.meta.url), 'utf8')) as Vectors;

const check = (country: string, value: string, scheme: string | null = null, region: string | null = null): TaxIdVerdict =>
  checkTaxId({ country, scheme, value, region });
const reasons = (verdict: TaxIdVerdict): string[] => verdict.reasons.map(english);

describe('the table', () => {
  it('has a scheme for every country of the rule pack', () =>
    expect(taxPack.countries.filter(({ iso }) => schemesOf(iso).length === 0)).toEqual([]));
  it('names each scheme once in its country', () => {
    const ids = TAX_ID_SCHEMES.map((s) => `${s.country} ${s.id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it.each(TAX_ID_SCHEMES.map((s) => [`${s.country} ${s.id}`, s] as const))('%s: its example passes and is laid out alike', (_id, s) =>
    expect(check(s.country, s.example, s.id)).toMatchObject({ outcome: 'ok', scheme: s.id, formatted: s.example, reasons: [] }),
  );
});

describe('numbers that the billing guide prints', () => {
  const printed = taxPack.entities.flatMap((e) => e.registrations.filter((r) => r.number).map((r) => [r.country, r.number!] as const));
  it('are six', () => expect(printed).toHaveLength(6));
  it.each(printed)('%s %s passes', (country, number) => expect(check(country, number).outcome).toBe('ok'));
  it('the Japanese one also with its T', () => expect(check('JP', 'T7700150113391')).toMatchObject({ outcome: 'ok', scheme: 'T' }));
  it('the Chilean example has another check digit: unusual', () => {
    const verdict = check('CL', '8148691-0');
    expect(verdict.outcome).toBe('unusual');
    expect(reasons(verdict)).toEqual(['The check digit is 0; the other digits ask for 3.']);
    expect(check('CL', '8.148.691-3').outcome).toBe('ok');
  });
  it('the Philippine example has the shape', () => expect(check('PH', '123-456-789-101').outcome).toBe('ok'));
});

describe('frozen numbers', () => {
  const all = Object.entries(vectors).flatMap(([key, sets]) =>
    (['ok', 'unusual'] as const).flatMap((outcome) => sets[outcome].map((value) => [key, value, outcome] as const)),
  );
  it('are many', () => expect(all.length).toBeGreaterThan(300));
  it.each(all)('%s %s is %s', (key, value, outcome) => {
    const [country = '', scheme = ''] = key.split(' ');
    expect(check(country, value, scheme).outcome).toBe(outcome);
  });
});

describe('what else is looked at', () => {
  it.each([
    ['IN', '06AAPFU0939F1ZZ', 'IN-HR', 'ok', []],
    ['IN', '27AAPFU0939F1ZV', 'IN-HR', 'unusual', ['The state code 27 is that of IN-MH, not of IN-HR: the tax would be another.']],
    ['IN', '27AAPFU0939F1ZV', null, 'ok', []],
    ['TH', '1234567890121', null, 'ok', []],
    ['TH', '1111111111111', null, 'unusual', undefined],
    ['TH', '0123456789012', null, 'unusual', undefined],
    ['MX', 'XEXX010101000', null, 'unusual', ['XEXX010101000 stands for customers without a number of their own.']],
    ['SA', '311241898900004', null, 'unusual', ['Saudi VAT numbers begin and end with 3.']],
    ['AE', '300123456700003', null, 'unusual', ['Numbers of this country begin with 1; this one begins with 3.']],
    ['ID', '0637855263014000', null, 'ok', []],
    ['ID', '3171014708450001', null, 'ok', []],
    ['ID', '3171017308450001', null, 'unusual', undefined],
    ['KR', '000-00-00000', null, 'unusual', undefined],
    ['VN', '0100233488-001', null, 'ok', []],
    ['PH', '000-000-000-000', null, 'unusual', ['All characters are the same.']],
    ['JP', '８７００１１００５９０１', null, 'wrong-shape', undefined],
    ['TH', '12', null, 'wrong-shape', ['“12” is not written like any of these: tax identification number (0-9940-00165-50-1).']],
    ['TH', ' ', null, 'wrong-shape', ['There is no number.']],
    ['FR', 'FR 40303265045', null, 'ok', ['No form of tax numbers is known for FR: the number is kept as typed.']],
  ] as const)('%s %s in %s: %s', (country, value, region, outcome, said) => {
    const verdict = check(country, value, null, region);
    expect(verdict.outcome).toBe(outcome);
    if (said) expect(reasons(verdict)).toEqual(said);
    else expect(verdict.reasons.length).toBeGreaterThan(0);
  });
  it('keeps a number of a kind that is not in the table', () => {
    const verdict = check('TH', '12', 'BRANCH');
    expect(verdict).toMatchObject({ outcome: 'ok', depth: 'nothing', scheme: null, typed: '12' });
    expect(reasons(verdict)).toEqual(['“BRANCH” is no known kind of number of TH: the number is kept as typed.']);
  });
  it('prefers the scheme that finds nothing wrong', () => {
    expect(check('MY', '770305-02-1234')).toMatchObject({ scheme: 'NRIC', outcome: 'ok' });
    expect(check('MY', '202001234567')).toMatchObject({ scheme: 'BRN', outcome: 'ok' });
    expect(check('ID', '3171011708450001')).toMatchObject({ outcome: 'ok' });
  });
});

describe('normalisation', () => {
  it.each([
    ['CL', 'CL 76.086.428-5', '760864285'],
    ['CL', 'rut 76086428-5', '760864285'],
    ['JP', 'Ｔ７７００１５０１１３３９１', 'T7700150113391'],
    ['EG', '١٠٠-٥٣١-٣٨٥', '100531385'],
    ['TH', '๐๑๐๕๕๖๕๐๔๗๗๑๓', '0105565047713'],
    ['IN', 'gstin: 27 AAPFU0939F 1ZV', '27AAPFU0939F1ZV'],
    ['ID', '63.785.526.3–014.000', '637855263014000'],
    ['MU', 'VAT20123456', '20123456'],
  ])('%s “%s” is %s, and the typed form is kept', (country, typed, normalised) =>
    expect(check(country, typed)).toMatchObject({ outcome: 'ok', typed, normalised }),
  );
  it('does not take raised digits for digits', () => expect(normaliseTaxId('5²')).toBe('5²'));
  it('is idempotent on any text', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normaliseTaxId(normaliseTaxId(text)) === normaliseTaxId(text))));
  it('never throws, and a second look at the normalised number says the same', () =>
    fc.assert(
      fc.property(fc.constantFrom(...TAX_ID_SCHEMES), fc.string({ unit: 'grapheme', maxLength: 20 }), ({ country }, text) => {
        const once = check(country, text);
        const again = check(country, once.normalised);
        return again.outcome === once.outcome && again.normalised === once.normalised;
      }),
    ));
});

describe('check digits', () => {
  /** Schemes whose algorithm finds every single changed digit (the others, modulo 11 with two codes for one rest, need not). */
  const sure = ['CL RUT', 'SG UEN', 'CN USCC', 'ZA TIN', 'TR TCKN', 'IN GSTIN', 'MA ICE'];
  it.each(sure)('%s: a changed digit is found', (key) => {
    const [country = '', scheme = ''] = key.split(' ');
    const digit = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...vectors[key]!.ok), fc.nat(), digit, (value, position, step) => {
        const digits = [...value].flatMap((c, i) => (/[0-9]/.test(c) ? [i] : []));
        const at = digits[position % digits.length]!;
        const changed = value.slice(0, at) + String((Number(value[at]) + 1 + step) % 10) + value.slice(at + 1);
        return check(country, changed, scheme).outcome !== 'ok';
      }),
    );
  });
});
