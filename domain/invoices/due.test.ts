import { describe, expect, it } from 'vitest';
import { workCalendar } from '../calendar/calendar.ts';
import { addDays } from '../time/plain-date.ts';
import type { Standing } from './balance.ts';
import { PLAIN_COURSE } from './course.ts';
import { dueOf, inDueOrder, type DueKind } from './due.ts';
import { printedPolicy } from './policies.ts';

const TODAY = '2024-06-10';
const invoice = (change: Partial<Standing> = {}, vendor = 'huawei'): Standing => ({
  stated: 'unpaid',
  date: '2024-05-01',
  due: TODAY,
  billed: null,
  issued: null,
  termDays: null,
  course: PLAIN_COURSE,
  clock: { policy: printedPolicy(vendor), calendar: workCalendar('CN') },
  total: '100',
  paid: '0',
  withheld: '0',
  credited: '0',
  ...change,
});

describe('an item', () => {
  it.each([
    [-1, 'overdue'],
    [0, 'today'],
    [1, 'week'],
    [7, 'week'],
    [8, 'month'],
    [30, 'month'],
    [31, 'later'],
  ])('%i days from today is in %s', (days, group) =>
    expect(dueOf(invoice({ due: addDays(TODAY, days) }), TODAY)).toEqual([
      { kind: 'pay', date: addDays(TODAY, days), days, group, amount: '100', assumed: false },
    ]),
  );
  it('without a day is in undated', () =>
    expect(dueOf(invoice({ due: null }), TODAY)).toMatchObject([{ kind: 'pay', date: null, group: 'undated' }]));
});

it.each([
  ['unbilled', []],
  ['to-confirm', ['confirm']],
  ['disputed', ['clear']],
  ['issuing', ['expect']],
  ['unpaid', ['pay', 'dunning', 'frozen', 'recycle']],
  ['paid', []],
  ['free', []],
  ['void', []],
] as const)('%s asks for %j', (stated, kinds) =>
  expect(dueOf(invoice({ stated }, 'zilliz'), TODAY).map((item) => item.kind)).toEqual(kinds),
);

it('tells what follows only while it lies ahead, and nothing of what is settled', () => {
  const kinds = (due: string): DueKind[] => dueOf(invoice({ due }, 'zilliz'), TODAY).map((item) => item.kind);
  expect(kinds(addDays(TODAY, -14))).toEqual(['pay', 'dunning', 'frozen', 'recycle']);
  expect(kinds(addDays(TODAY, -15))).toEqual(['pay', 'frozen', 'recycle']);
  expect(kinds(addDays(TODAY, -16))).toEqual(['pay', 'recycle']);
  expect(kinds(addDays(TODAY, -17))).toEqual(['pay']);
  expect(dueOf(invoice({ paid: '92', withheld: '8' }, 'zilliz'), TODAY)).toEqual([]);
});

it('takes papers that are owed after a payment, with their own figure', () =>
  expect(
    dueOf(invoice({ paid: '100' }), TODAY, [{ kind: 'vat-proof', assumed: true, from: '2024-06-01', days: 30, amount: '11' }]),
  ).toEqual([{ kind: 'vat-proof', date: '2024-07-01', days: 21, group: 'month', amount: '11', assumed: true }]));

it('marks a day as assumed where neither due date nor day of issue is on record', () => {
  expect(dueOf(invoice({ due: null }, 'zilliz'), TODAY)[0]).toMatchObject({ kind: 'pay', date: '2024-05-01', assumed: true });
  expect(dueOf(invoice({ due: null, issued: '2024-06-01' }, 'zilliz'), TODAY)[0]).toMatchObject({ date: '2024-06-01', assumed: false });
});

it('orders by day, then by weight; undated last', () => {
  const of = (kind: DueKind, date: string | null) => ({ kind, date });
  const list = [of('pay', null), of('frozen', '2024-06-11'), of('pay', '2024-06-11'), of('recycle', '2024-06-10')];
  expect(list.toSorted(inDueOrder).map((i) => `${i.date} ${i.kind}`)).toEqual([
    '2024-06-10 recycle',
    '2024-06-11 pay',
    '2024-06-11 frozen',
    'null pay',
  ]);
});
