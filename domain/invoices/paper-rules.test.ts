import { describe, expect, test } from 'vitest';
import { taxPack } from '../tax/pack.ts';
import { holds, knownTitle, PAPER_COUNTRIES, PAPER_FIELDS, paperRuleOf, titleOf, type PaperCase } from './paper-rules.ts';

const at = (rest: Partial<PaperCase> = {}): PaperCase => ({
  kind: 'invoice',
  treatment: 'charged',
  status: 'registered',
  resident: true,
  date: '2024-03-05',
  ...rest,
});

test('every country whose tax the rules print has a paper of its own', () => {
  const taxed = new Set(taxPack.rules.filter((r) => r.kind === 'indirect' && r.certainty !== 'absent').map((r) => r.country));
  expect([...taxed].filter((country) => !PAPER_COUNTRIES.includes(country))).toEqual([]);
});

test('an unknown country and an inherited name have none', () => {
  expect([paperRuleOf('ZZ'), paperRuleOf('constructor'), paperRuleOf(null)]).toEqual([null, null, null]);
});

describe.each(PAPER_COUNTRIES)('the rules of %s', (country) => {
  const rule = paperRuleOf(country)!;

  test('name a source for everything', () => {
    const entries = [...rule.titles, rule.taxId, ...(rule.prints ?? []), ...rule.asks, ...(rule.numberPrefix ?? [])];
    const more = [...Object.values(rule.statements ?? {}), ...(rule.fiscal ? [rule.fiscal] : [])];
    expect([...entries, ...more].filter((entry) => entry.source.trim().length < 10)).toEqual([]);
  });

  test('speak both languages', () => {
    const pairs = [...rule.titles, rule.taxId, rule.tax, ...Object.values(rule.statements ?? {}), ...(rule.fiscal ? [rule.fiscal] : [])];
    expect(pairs.filter(({ en, zh }) => en === '' || zh === '' || !/^[ -~À-ž]+$/.test(en))).toEqual([]);
    expect(rule.titles.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
  });

  test('ask for known fields, each once in any case', () => {
    expect(rule.asks.filter(({ field }) => !PAPER_FIELDS.includes(field))).toEqual([]);
    expect(new Set(rule.asks.map(({ field }) => field)).size).toBe(rule.asks.length);
  });
});

test.each([
  ['SG', {}, 'Tax Invoice'],
  ['SG', { resident: false }, undefined],
  ['SG', { treatment: 'not_charged' }, undefined],
  ['SG', { kind: 'credit-note' }, 'Credit Note'],
  ['SA', {}, 'Tax Invoice'],
  ['SA', { status: 'unregistered' }, 'Simplified Tax Invoice'],
  ['SA', { treatment: 'shown_self_accounted' }, 'Tax Invoice'],
  ['AE', { treatment: 'reverse_charge', resident: false }, 'Tax Invoice'],
  ['AE', { kind: 'credit-note' }, 'Tax Credit Note'],
  ['ID', { treatment: 'charged_customer_remits', status: 'vat_collector' }, 'Tax Invoice'],
  ['TH', { resident: false }, undefined],
  ['JP', {}, undefined],
] as const)('%s %o is called %s', (country, rest, title) => {
  expect(titleOf(paperRuleOf(country), at(rest))?.en).toBe(title);
});

test('a rule begins on its first day', () => {
  const [first] = paperRuleOf('JP')!.asks.filter((ask) => ask.field === 'seller-tax-id');
  expect([holds(first!, at({ date: '2023-09-30' })), holds(first!, at({ date: '2023-10-01' }))]).toEqual([false, true]);
});

test('Indonesian numbers begin with the code of the customer (billing guide 8.1)', () => {
  const prefix = (status: PaperCase['status']) => paperRuleOf('ID')!.numberPrefix!.find((p) => holds(p, at({ status })))?.prefix;
  expect([prefix('vat_collector'), prefix('registered_not_collector'), prefix('unregistered')]).toEqual(['030', '010', undefined]);
});

test('a title is known by its English words, without case', () => {
  expect(knownTitle(' simplified tax invoice')).toEqual({ en: 'Simplified Tax Invoice', zh: '简易税务发票' });
  expect(knownTitle('Proforma')).toBeNull();
});
