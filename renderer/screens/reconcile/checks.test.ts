import { describe, expect, it } from 'vitest';
import type { Check } from '../../../services/contract/reconcile.ts';
import { bySteps, countsOf, drillsOf, firstToSee, lacking, neighbour, placeFor, type Drill } from './checks.ts';

const lines: Drill = {
  screen: 'bills',
  query: {
    period: '2023-09',
    kind: 'statement',
    where: [
      { column: 'vendor', op: 'is', value: 'huawei' },
      { column: 'currency', op: 'is', value: 'USD' },
    ],
  },
};
const invoices: Drill = { screen: 'invoices', query: { period: '2023-09', vendor: 'huawei' } };
const check = (id: string, status: Check['status'], step = 'one'): Check => ({
  id,
  check: id,
  vendor: 'huawei',
  currency: 'USD',
  title: id,
  titleZh: id,
  step,
  stepZh: `${step}-zh`,
  left: '1',
  right: '1',
  difference: '0',
  tolerance: 'exact',
  toleranceZh: '完全一致',
  status,
  explanation: '',
  explanationZh: '',
  leftSide: { label: 'l', labelZh: 'l', value: '1', drill: lines },
  rightSide: { label: 'r', labelZh: 'r', value: '1', drill: invoices },
  arithmetic: [],
  arithmeticZh: [],
  scope: 'bill',
  findings: [],
  lines: [],
  lineCount: 0,
});
const all = [check('a', 'pass'), check('b', 'missing'), check('c', 'fail', 'two'), check('d', 'explained', 'two')];

describe('checks', () => {
  it('stand by step, in order', () =>
    expect(bySteps(all).map((g) => [g.step, g.stepZh, g.checks.map((c) => c.id)])).toEqual([
      ['one', 'one-zh', ['a', 'b']],
      ['two', 'two-zh', ['c', 'd']],
    ]));
  it('are counted', () => expect(countsOf(all)).toEqual({ pass: 1, explained: 1, fail: 1, missing: 1 }));
  it('open at what fails, then at what is missing', () => {
    expect(firstToSee(all)?.id).toBe('c');
    expect(firstToSee(all.slice(0, 2))?.id).toBe('b');
    expect(firstToSee(all.slice(0, 1))?.id).toBe('a');
    expect(firstToSee([])).toBeUndefined();
  });
  it('are walked with j and k, and stay at the ends', () =>
    expect(
      [neighbour(all, 'a', 1), neighbour(all, 'a', -1), neighbour(all, 'd', 1), neighbour(all, undefined, 1)].map((c) => c?.id),
    ).toEqual(['b', 'a', 'd', 'a']));
});

describe('where a side opens', () => {
  it('is the lines with its conditions', () =>
    expect(placeFor(lines)).toEqual({
      path: '/bills/details',
      params: { period: '2023-09', kind: 'statement', currency: 'USD', where: '[["vendor","is","huawei"]]' },
    }));
  it('is the invoices of its period and vendor', () =>
    expect(placeFor(invoices)).toEqual({ path: '/invoices', params: { period: '2023-09', scope: 'period', vendor: 'huawei' } }));
  it('is the payment by its reference', () =>
    expect(placeFor({ screen: 'payments', query: { search: 'TT-1' } })).toEqual({ path: '/payments', params: { q: 'TT-1' } }));
  it('is named once where both sides open the same', () =>
    expect(
      drillsOf({
        leftSide: { label: '', labelZh: '', value: null, drill: lines },
        rightSide: { label: '', labelZh: '', value: null, drill: { ...lines } },
      }),
    ).toEqual([lines]));
});

describe('what is lacking', () => {
  it('is what the empty side holds', () => {
    expect(lacking({ ...check('x', 'missing'), right: null })).toBe('invoices');
    expect(lacking({ ...check('x', 'missing'), left: null })).toBe('bills');
    expect(lacking(check('x', 'fail'))).toBeNull();
  });
});
