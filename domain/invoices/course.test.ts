import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workCalendar, type DayEdit } from '../calendar/calendar.ts';
import { addDays, daysBetween } from '../time/plain-date.ts';
import { statusOn, type Standing } from './balance.ts';
import { byRule } from './by-rule.ts';
import { datesOf, PLAIN_COURSE, resumedWindow } from './course.ts';
import { printedPolicy, termsOn, type VendorTerms } from './policies.ts';
import { timelineOf } from './timeline.ts';

const china = workCalendar('CN');
const bill = (change: Partial<Standing> = {}, country = 'CN', edits: DayEdit[] = []): Standing & { period: string | null } => ({
  stated: 'to-confirm',
  date: '2024-09-01',
  due: null,
  billed: '2024-09-01',
  issued: null,
  termDays: null,
  course: PLAIN_COURSE,
  clock: { policy: printedPolicy('zilliz'), calendar: country === 'CN' && edits.length === 0 ? china : workCalendar(country, edits) },
  total: '450',
  paid: '0',
  withheld: '0',
  credited: '0',
  period: '2024-08',
  ...change,
});

describe('the confirmation window of three working days', () => {
  // Read off the published calendars by hand: day billed, country, last day of the window.
  it.each([
    ['an ordinary week', '2024-06-03', 'CN', '2024-06-06'],
    ['over a weekend', '2024-09-05', 'CN', '2024-09-10'],
    ['billed on a Sunday', '2024-09-01', 'CN', '2024-09-04'],
    ['billed on a Saturday at month end', '2024-08-31', 'CN', '2024-09-04'],
    ['over Mid-Autumn with its Saturday worked', '2024-09-12', 'CN', '2024-09-18'],
    ['billed on National Day', '2024-10-01', 'CN', '2024-10-10'],
    ['billed before the National Day week, Sunday worked', '2024-09-28', 'CN', '2024-10-08'],
    ['Saturday worked after the National Day week', '2024-10-10', 'CN', '2024-10-14'],
    ['over Spring Festival 2025', '2025-01-26', 'CN', '2025-02-06'],
    ['over Spring Festival 2026, 9 days', '2026-02-13', 'CN', '2026-02-25'],
    ['over New Year', '2023-12-29', 'CN', '2024-01-04'],
    ['over the leap day', '2024-02-27', 'CN', '2024-03-01'],
    ['over the end of February without a leap day', '2023-02-27', 'CN', '2023-03-02'],
    ['Friday and Saturday off', '2024-06-05', 'SA', '2024-06-10'],
    ['the Emirates before 2022', '2021-12-08', 'AE', '2021-12-13'],
    ['the Emirates since 2022', '2022-01-05', 'AE', '2022-01-10'],
    ['a country without data: Saturday and Sunday', '2024-06-06', 'IS', '2024-06-11'],
  ])('%s: %s in %s ends on %s', (_, billed, country, last) => {
    const invoice = bill({ billed }, country);
    expect(datesOf(invoice)).toMatchObject({ confirmBy: last, confirmsItself: addDays(last, 1) });
    expect([statusOn(invoice, billed), statusOn(invoice, last), statusOn(invoice, addDays(last, 1))]).toEqual([
      'to-confirm',
      'to-confirm',
      'issuing',
    ]);
  });
  it('counts what a person entered', () => {
    const edits: DayEdit[] = [
      { date: '2024-06-04', kind: 'holiday', name: 'Typhoon' },
      { date: '2024-06-08', kind: 'working', name: '' },
    ];
    expect(datesOf(bill({ billed: '2024-06-03' }, 'CN', edits)).confirmBy).toBe('2024-06-07');
    expect(datesOf(bill({ billed: '2024-06-06' }, 'CN', edits)).confirmBy).toBe('2024-06-11');
  });
  it('begins with the day on which the bill appears, also for one that is not billed yet', () => {
    const invoice = bill({ stated: 'unbilled' });
    expect([statusOn(invoice, '2024-08-31'), statusOn(invoice, '2024-09-01'), statusOn(invoice, '2024-09-05')]).toEqual([
      'unbilled',
      'to-confirm',
      'issuing',
    ]);
    expect(statusOn(bill({ stated: 'unbilled', billed: null }), '2030-01-01')).toBe('unbilled');
    expect(statusOn(bill({ billed: null }), '2030-01-01')).toBe('to-confirm');
  });
  it('is stopped by a dispute, and runs on with what was left', () => {
    // Billed on Sunday 1 September: Monday is used up, the dispute came on Tuesday.
    const disputed = bill({ stated: 'disputed', course: { ...PLAIN_COURSE, disputed: '2024-09-03' } });
    expect(statusOn(disputed, '2030-01-01')).toBe('disputed');
    const window = resumedWindow(disputed, '2024-09-19');
    expect(window).toEqual({ from: '2024-09-19', days: 2 });
    const resumed = bill({ course: { ...PLAIN_COURSE, window } });
    expect(datesOf(resumed).confirmBy).toBe('2024-09-23');
    // Disputed again on the first of the two days that are left: none is used up.
    const again = bill({ stated: 'disputed', course: { ...PLAIN_COURSE, window, disputed: '2024-09-20' } });
    expect(resumedWindow(again, '2024-09-25')).toEqual({ from: '2024-09-25', days: 2 });
  });
  it('leaves at least one day, and is not known where the bill has no day', () => {
    const late = bill({ stated: 'disputed', course: { ...PLAIN_COURSE, disputed: '2024-09-30' } });
    expect(resumedWindow(late, '2024-10-08')).toEqual({ from: '2024-10-08', days: 1 });
    expect(resumedWindow(bill({ billed: null, course: { ...PLAIN_COURSE, disputed: '2024-09-03' } }), '2024-09-05')).toBeNull();
  });
});

describe('account period and reminders', () => {
  const issued = (change: Partial<Standing> = {}) => bill({ stated: 'unpaid', issued: '2024-09-09', ...change });
  it.each([
    [{}, '2024-09-09', '2024-09-23', '2024-09-24', '2024-09-25'],
    [{ termDays: 30 }, '2024-10-09', '2024-10-23', '2024-10-24', '2024-10-25'],
    [{ issued: '2024-01-31', termDays: 29 }, '2024-02-29', '2024-03-14', '2024-03-15', '2024-03-16'],
    [{ issued: '2023-01-31', termDays: 29 }, '2023-03-01', '2023-03-15', '2023-03-16', '2023-03-17'],
    [{ due: '2024-12-31' }, '2024-12-31', '2025-01-14', '2025-01-15', '2025-01-16'],
    // Natural days: weekends and holidays count.
    [{ issued: '2024-09-27' }, '2024-09-27', '2024-10-11', '2024-10-12', '2024-10-13'],
  ])('%j', (change, payBy, dunningUntil, frozenOn, recycleOn) => {
    const invoice = issued(change);
    expect(datesOf(invoice)).toMatchObject({ payBy, dunningUntil, overdueOn: frozenOn, frozenOn, recycleOn });
    expect([payBy, dunningUntil, frozenOn].map((day) => statusOn(invoice, day))).toEqual(['unpaid', 'unpaid', 'overdue']);
    expect(statusOn({ ...invoice, paid: '442', withheld: '8' }, recycleOn)).toBe('paid');
  });
  it('of a vendor without reminders ends on the due date, and nothing is frozen', () => {
    const huawei = issued({ due: '2024-10-05', clock: { policy: printedPolicy('huawei'), calendar: china } });
    expect(datesOf(huawei)).toMatchObject({
      payBy: '2024-10-05',
      dunningUntil: null,
      overdueOn: '2024-10-06',
      frozenOn: null,
      recycleOn: null,
    });
    expect(datesOf({ ...huawei, due: null })).toMatchObject({ payBy: null, overdueOn: null });
  });
  it('takes the terms that are valid on the day', () => {
    const terms = (from: string | null, until: string | null, termDays: number): VendorTerms => ({
      ...printedPolicy('zilliz'),
      from,
      until,
      termDays,
      reason: 'x',
    });
    const all = [terms('2024-07-01', '2024-12-31', 60), terms(null, null, 15), terms('2024-01-01', null, 30)];
    expect(
      ['2023-12-31', '2024-01-01', '2024-06-30', '2024-07-01', '2024-12-31', '2025-01-01'].map((day) => termsOn(all, day)?.termDays),
    ).toEqual([15, 30, 30, 60, 60, 30]);
    expect(termsOn([terms('2024-07-01', null, 60)], '2024-06-30')).toBeNull();
  });
});

it('never goes back by the calendar alone, and every day has one status', () => {
  const rank = { unbilled: 0, 'to-confirm': 1, issuing: 2, unpaid: 3, overdue: 4 } as Record<string, number>;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1400 }),
      fc.integer({ min: 0, max: 90 }),
      fc.constantFrom('unbilled', 'to-confirm', 'unpaid'),
      (offset, term, stated) => {
        const day = addDays('2023-01-01', offset);
        const invoice = bill({
          stated: stated as Standing['stated'],
          billed: day,
          issued: stated === 'unpaid' ? day : null,
          termDays: term,
        });
        let last = -1;
        for (let i = -3; i < 130; i++) {
          const now = rank[statusOn(invoice, addDays(day, i))]!;
          expect(now).toBeGreaterThanOrEqual(last);
          last = now;
        }
        const { confirmBy, payBy, overdueOn } = datesOf(invoice);
        expect(daysBetween(day, confirmBy!)).toBeGreaterThanOrEqual(3);
        if (stated === 'unpaid') expect(daysBetween(payBy!, overdueOn!)).toBe(15);
      },
    ),
    { numRuns: 60 },
  );
});

describe('what the rule did by itself', () => {
  it('is told with its day and is not there before', () => {
    expect(byRule(bill(), '2024-09-04', null)).toEqual([]);
    expect(byRule(bill(), '2024-09-05', null)).toEqual([
      { date: '2024-09-05', event: 'confirmed-itself', from: 'to-confirm', to: 'issuing' },
    ]);
    expect(byRule(bill({ stated: 'unbilled' }), '2024-09-02', null)).toEqual([
      { date: '2024-09-01', event: 'appeared', from: 'unbilled', to: 'to-confirm' },
    ]);
  });
  it('stays after the act that came next, whatever the calendar says later', () => {
    const course = { ...PLAIN_COURSE, confirmed: '2024-09-05', confirmedByRule: true };
    const after = bill({ stated: 'unpaid', issued: '2024-09-09', course }, 'CN', [{ date: '2024-09-02', kind: 'holiday', name: 'x' }]);
    expect(byRule(after, '2024-09-24', null).map((e) => [e.date, e.event])).toEqual([
      ['2024-09-05', 'confirmed-itself'],
      ['2024-09-24', 'fell-overdue'],
    ]);
    expect(byRule(after, '2024-12-24', '2024-09-24').map((e) => e.event)).toEqual(['confirmed-itself']);
    expect(byRule(after, '2024-12-24', '2024-09-25').map((e) => e.event)).toEqual(['confirmed-itself', 'fell-overdue']);
  });
});

describe('the days of its life', () => {
  const steps = (...args: Parameters<typeof timelineOf>) =>
    timelineOf(...args).map(
      (t) => `${t.step} ${t.date}${t.until ? `..${t.until}` : ''} ${t.basis}${t.past ? ' past' : ''}${t.unsure ? ' unsure' : ''}`,
    );
  it('of a bill that is not billed yet, assumed from its month', () =>
    expect(steps(bill({ stated: 'unbilled', billed: null }), '2024-08-20', null)).toEqual([
      'billed 2024-09-01 assumed',
      'confirm-by 2024-09-04 assumed',
      'confirmed 2024-09-05 assumed',
      'expected 2024-09-06..2024-09-10 assumed',
      'pay-by 2024-09-10 assumed',
      'dunning-until 2024-09-24 assumed',
      'frozen 2024-09-25 assumed',
      'recycle 2024-09-26 assumed',
    ]));
  it('of a bill that waits', () =>
    expect(steps(bill(), '2024-09-03', null).slice(0, 4)).toEqual([
      'billed 2024-09-01 recorded past',
      'confirm-by 2024-09-04 rule',
      'confirmed 2024-09-05 rule',
      'expected 2024-09-06..2024-09-10 assumed',
    ]));
  it('of one that is being issued again', () =>
    expect(
      steps(
        bill({ stated: 'issuing', course: { ...PLAIN_COURSE, confirmed: '2024-09-02', reapplied: '2024-09-13' } }),
        '2024-09-14',
        null,
      ).slice(0, 4),
    ).toEqual([
      'billed 2024-09-01 recorded past',
      'confirmed 2024-09-02 recorded past',
      'reapplied 2024-09-13 recorded past',
      'expected 2024-09-14..2024-09-19 rule',
    ]));
  it('of one that was paid in time: nothing follows', () => {
    const paid = bill({ stated: 'unpaid', issued: '2024-09-09', paid: '450', course: { ...PLAIN_COURSE, confirmed: '2024-09-02' } });
    expect(steps(paid, '2024-10-01', '2024-09-12')).toEqual([
      'billed 2024-09-01 recorded past',
      'confirmed 2024-09-02 recorded past',
      'issued 2024-09-09 recorded past',
      'pay-by 2024-09-09 rule past',
      'ended 2024-09-12 recorded past',
    ]);
  });
  it('says where the holidays of the year are not known', () =>
    expect(steps(bill({ billed: '2031-02-03', date: '2031-02-03' }), '2031-02-03', null).slice(0, 2)).toEqual([
      'billed 2031-02-03 recorded',
      'confirm-by 2031-02-06 rule unsure',
    ]));
});
