import { describe, expect, it } from 'vitest';
import { parseDate } from '../../time/plain-date.ts';
import { INCOME_CATEGORIES } from '../certificate.ts';
import { deadlinesOf } from './due.ts';
import { CERTAINTIES, FORM_FIELDS, type CertificateForm, type UsualRate, type Validity } from './form.ts';
import { certificateFormsOf, codesOf, FORMS, formById, formsOf } from './index.ts';
import { periodOf } from './period.ts';
import { taxOn } from './rounding.ts';

const han = /\p{Script=Han}/u;
const starts = ({ from }: Validity): string => from ?? '0000-00-00';
const ends = ({ to }: Validity): string => to ?? '9999-99-99';
const overlap = (a: Validity, b: Validity): boolean => starts(a) <= ends(b) && starts(b) <= ends(a);
/** Every pair of the list, each once. */
const pairs = <T>(all: readonly T[]): [T, T][] => all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));

/** Everything in a form that has dates. */
const dated = (form: CertificateForm): Validity[] => [
  form,
  ...form.deadlines,
  ...form.codes,
  ...form.codes.flatMap((code) => code.rates as readonly UsualRate[]),
];

describe.each(FORMS.map((form) => [form.id, form] as const))('%s', (_id, form) => {
  it('is named in both languages and says where it is read from', () => {
    const named = [form.name, ...form.codes.map((c) => c.name)];
    expect(named.filter((name) => name.en === '' || !han.test(name.zh))).toEqual([]);
    const said = [
      form.note,
      ...form.copies,
      ...form.deadlines.map((d) => d.note),
      ...form.codes.flatMap((c) => c.rates.map((r) => r.when)),
    ];
    expect(said.filter((text) => text !== undefined && (text.en === '' || !han.test(text.zh)))).toEqual([]);
    const sources = [form, ...form.codes, ...form.deadlines];
    expect(sources.filter((s) => s.source.length < 10 || !CERTAINTIES.includes(s.certainty))).toEqual([]);
  });
  it('has days of the calendar, the first not after the last', () => {
    const days = dated(form).flatMap(({ from, to }) => [from, to].filter((d) => d !== null));
    expect(days.filter((day) => !parseDate(day).ok)).toEqual([]);
    expect(dated(form).filter((v) => starts(v) > ends(v))).toEqual([]);
  });
  it('has each code of a kind of income once on a day', () => {
    const twice = pairs(form.codes).filter(([a, b]) => a.code === b.code && a.category === b.category && overlap(a, b));
    expect(twice.map(([a]) => `${a.code} ${a.category}`)).toEqual([]);
  });
  it('has each rate once on a day and case, within the days of its code', () => {
    const same = (a: UsualRate, b: UsualRate): boolean => a.ratePct === b.ratePct && a.when?.en === b.when?.en && overlap(a, b);
    expect(form.codes.filter((code) => pairs(code.rates).some(([a, b]) => same(a, b))).map((c) => c.code)).toEqual([]);
    expect(form.codes.filter((code) => code.rates.some((rate) => !overlap(code, rate))).map((c) => c.code)).toEqual([]);
    expect(form.codes.flatMap((c) => c.rates).filter((r) => !/^\d{1,2}(\.\d{1,2})?$/.test(r.ratePct))).toEqual([]);
  });
  it('knows its categories, fields, currency and returns', () => {
    expect(form.codes.filter((code) => !INCOME_CATEGORIES.includes(code.category))).toEqual([]);
    expect(new Set(form.required).size).toBe(form.required.length);
    expect(form.required.filter((field) => !FORM_FIELDS.includes(field))).toEqual([]);
    expect(form.returns.map((id) => formById(id)?.role)).toEqual(form.returns.map(() => 'return'));
    expect(form.currency === null).toBe(form.country === null);
    expect(form.copies.length).toBeGreaterThan(0);
    expect(form.yearFrom).toBeGreaterThanOrEqual(1);
    expect(form.yearFrom).toBeLessThanOrEqual(12);
  });
  it('asks for a code only where it has some, and for no number where none is printed', () => {
    if (form.required.includes('code')) expect(form.codes.some((code) => code.code !== null)).toBe(true);
    if (form.numbering === 'none') expect(form.required).not.toContain('number');
  });
});

describe('the list of forms', () => {
  it('has each id once', () => expect(new Set(FORMS.map((f) => f.id)).size).toBe(FORMS.length));
  it('covers the countries, and any other by the last form', () => {
    expect([...new Set(FORMS.map((f) => f.country))]).toEqual(['TH', 'MY', 'ID', 'PH', 'IN', 'PK', 'KE', 'NG', null]);
    expect(formsOf('VN', '2024-04-16').map((f) => f.id)).toEqual(['GENERIC']);
    expect(formById('nowhere')).toBeNull();
  });
  it.each([
    ['MY', '2022-07-31', ['MY-CP37', 'MY-CP37D', 'GENERIC']],
    ['MY', '2022-08-01', ['MY-CP37', 'MY-CP37D', 'MY-CP37S', 'MY-CP37DS', 'GENERIC']],
    ['ID', '2024-12-31', ['ID-BPBS-2021', 'ID-BPNR-2021', 'GENERIC']],
    ['ID', '2025-02-01', ['ID-BPPU', 'ID-BPNR', 'GENERIC']],
    ['ID', '2021-12-31', ['GENERIC']],
    ['IN', '2026-03-31', ['IN-16A', 'GENERIC']],
    ['IN', '2026-04-01', ['IN-16A', 'IN-131', 'GENERIC']],
    ['TH', '2020-09-30', ['TH-50-TAWI', 'TH-PND-54', 'GENERIC']],
    ['TH', '2020-10-01', ['TH-50-TAWI', 'TH-E-WHT', 'TH-PND-54', 'GENERIC']],
  ])('offers for certificates of %s on %s %j', (country, day, ids) =>
    expect(certificateFormsOf(country, day).map((f) => f.id)).toEqual(ids),
  );
  it('keeps the returns of a country apart from its certificates', () =>
    expect(
      formsOf('TH', '2024-04-16')
        .filter((f) => f.role === 'return')
        .map((f) => f.id),
    ).toEqual(['TH-PND-3', 'TH-PND-53']));
});

describe('codes of a day', () => {
  const rates = (form: string, code: string | null, category: string, day: string): string[] =>
    codesOf(formById(form)!, day)
      .filter((c) => c.code === code && c.category === category)
      .flatMap((c) => c.rates.map((r) => r.ratePct));
  it.each([
    ['TH-50-TAWI', '5', 'services', '2020-03-31', ['3']],
    ['TH-50-TAWI', '5', 'services', '2020-04-01', ['3', '1.5']],
    ['TH-50-TAWI', '5', 'services', '2020-09-30', ['3', '1.5']],
    ['TH-50-TAWI', '5', 'services', '2020-10-01', ['3']],
    ['TH-E-WHT', '5', 'services', '2022-12-31', ['3', '2']],
    ['TH-E-WHT', '5', 'services', '2023-01-01', ['3', '1']],
    ['TH-E-WHT', '5', 'services', '2026-01-01', ['3']],
    ['TH-E-WHT', '5', 'advertising', '2022-12-31', ['2']],
    ['TH-E-WHT', '5', 'transport', '2023-01-01', ['1']],
    ['PH-2306', 'WC230', 'services', '2020-12-31', ['30']],
    ['PH-2306', 'WC230', 'services', '2021-01-01', ['25']],
    ['IN-16A', '194J', 'technical-services', '2020-03-31', ['10', '20']],
    ['IN-16A', '194J', 'technical-services', '2020-04-01', ['2', '20']],
    ['IN-16A', '194J', 'technical-services', '2020-05-14', ['2', '1.5', '20']],
    ['IN-16A', '194H', 'other', '2024-09-30', ['5', '20']],
    ['IN-16A', '194H', 'other', '2024-10-01', ['2', '20']],
    ['IN-16A', '195', 'royalty', '2023-03-31', ['10', '10.4']],
    ['IN-16A', '195', 'royalty', '2023-04-01', ['20', '20.8']],
    ['IN-16A', '194C', 'services', '2026-04-01', []],
    ['IN-131', '1024', 'services', '2026-03-31', []],
    ['IN-131', '1024', 'services', '2026-04-01', ['2']],
    ['PK-CPR', '153(1)(b)', 'services', '2025-06-30', ['9', '11', '4']],
    ['PK-CPR', '153(1)(b)', 'services', '2025-07-01', ['15', '6', '4']],
    ['NG-CREDIT-NOTE', null, 'services', '2024-12-31', ['5']],
    ['NG-CREDIT-NOTE', null, 'services', '2025-01-01', ['2', '5']],
    ['ID-BPPU', '24-104-27', 'services', '2025-01-01', ['2', '4']],
  ])('%s %s %s on %s: %j', (form, code, category, day, expected) => expect(rates(form, code, category, day)).toEqual(expected));
});

describe('periods and deadlines', () => {
  it.each([
    ['PH-2307', '2024-02-29', { first: '2024-01-01', last: '2024-03-31' }],
    ['PH-2307', '2024-12-31', { first: '2024-10-01', last: '2024-12-31' }],
    ['IN-16A', '2024-03-31', { first: '2024-01-01', last: '2024-03-31' }],
    ['IN-16A', '2024-04-01', { first: '2024-04-01', last: '2024-06-30' }],
    ['MY-CP37S', '2023-01-15', { first: '2022-12-01', last: '2023-05-31' }],
    ['MY-CP37S', '2023-11-30', { first: '2023-06-01', last: '2023-11-30' }],
    ['MY-CP37S', '2023-12-01', { first: '2023-12-01', last: '2024-05-31' }],
    ['ID-BPPU', '2025-02-10', { first: '2025-02-01', last: '2025-02-28' }],
    ['TH-50-TAWI', '2024-02-10', null],
  ])('%s holds %s in %j', (form, day, expected) => expect(periodOf(formById(form)!, day)).toEqual(expected));

  it.each([
    // EY Malaysia tax alert 20/2022.
    ['MY-CP37S', '2022-12-01', 'remittance', '2023-06-30'],
    ['MY-CP37S', '2022-11-30', 'remittance', '2022-12-31'],
    ['MY-CP37D', '2024-01-31', 'remittance', '2024-02-29'],
    // Google Cloud India asks for 16A by 30 July, 30 October …: a fortnight before the deductor's own last day.
    ['IN-16A', '2024-05-02', 'certificate', '2024-08-15'],
    ['IN-16A', '2024-12-31', 'certificate', '2025-02-15'],
    ['IN-16A', '2024-03-31', 'certificate', '2024-06-15'],
    ['PH-2307', '2024-01-05', 'certificate', '2024-04-20'],
    ['PH-2307', '2024-01-05', 'remittance', '2024-04-30'],
    ['TH-PND-54', '2024-12-02', 'remittance', '2025-01-07'],
    ['TH-50-TAWI', '2024-12-02', 'certificate', '2024-12-02'],
    ['ID-BPPU', '2025-01-31', 'remittance', '2025-02-15'],
    ['ID-BPBS-2021', '2024-11-30', 'remittance', '2024-12-10'],
    ['KE-ITAX', '2023-06-30', 'remittance', '2023-07-20'],
    // Saturday 1 July; five working days are Monday to Friday.
    ['KE-ITAX', '2023-07-01', 'remittance', '2023-07-07'],
    ['NG-CREDIT-NOTE', '2024-04-16', 'remittance', '2024-05-21'],
  ] as const)('%s, paid on %s: %s by %s', (form, paid, of, day) =>
    expect(
      deadlinesOf(formById(form)!, paid)
        .filter((d) => d.of === of)
        .map((d) => d.day),
    ).toEqual([day]),
  );
});

describe('the tax on a form', () => {
  it.each([
    ['PK-CPR', '12345', '10', 'PKR', '1235'],
    ['PK-CPR', '12344', '10', 'PKR', '1234'],
    ['PK-CPR', '100.05', '10', 'USD', '10.01'],
    ['ID-BPPU', '70000020.50', '15', 'IDR', '10500003'],
    ['TH-50-TAWI', '1234.50', '3', 'THB', '37.04'],
    ['GENERIC', '1005', '10.21', 'JPY', '103'],
    ['GENERIC', '10.005', '10', 'BHD', '1.001'],
  ])('%s: %s × %s %% in %s is %s', (form, base, rate, currency, tax) => expect(taxOn(formById(form)!, base, rate, currency)).toBe(tax));
});
