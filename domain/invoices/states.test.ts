import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workCalendar } from '../calendar/calendar.ts';
import { sum, subtract } from '../money/amount.ts';
import { openOf, statusOn, type Standing } from './balance.ts';
import { PLAIN_COURSE } from './course.ts';
import { printedPolicy } from './policies.ts';
import { act, ACTS, payable, STATUSES, type InvoiceAct } from './states.ts';
import { isoCurrency, vendorStatus } from './vendor-words.ts';

/** From the document's own table: rows are states, columns acts; “.” is refused, “=” stays. */
const TABLE: Record<string, Record<InvoiceAct, string>> = {
  unbilled: {
    bill: 'to-confirm',
    confirm: '.',
    dispute: '.',
    withdraw: '.',
    issue: '.',
    fail: '.',
    schedule: '.',
    credit: '.',
    void: 'void',
  },
  'to-confirm': {
    bill: 'to-confirm',
    confirm: 'issuing',
    dispute: 'disputed',
    withdraw: '.',
    issue: '.',
    fail: '.',
    schedule: '.',
    credit: '.',
    void: 'void',
  },
  disputed: {
    bill: '.',
    confirm: 'issuing',
    dispute: '.',
    withdraw: 'to-confirm',
    issue: '.',
    fail: '.',
    schedule: '.',
    credit: '.',
    void: 'void',
  },
  issuing: { bill: '.', confirm: '.', dispute: '.', withdraw: '.', issue: 'unpaid', fail: '=', schedule: '.', credit: '.', void: 'void' },
  unpaid: { bill: '.', confirm: '.', dispute: '.', withdraw: '.', issue: '.', fail: '.', schedule: '=', credit: '=', void: 'void' },
  overdue: { bill: '.', confirm: '.', dispute: '.', withdraw: '.', issue: '.', fail: '.', schedule: '=', credit: '=', void: 'void' },
  paid: { bill: '.', confirm: '.', dispute: '.', withdraw: '.', issue: '.', fail: '.', schedule: '.', credit: '=', void: 'void' },
  free: { bill: '.', confirm: '.', dispute: '.', withdraw: '.', issue: '.', fail: '.', schedule: '.', credit: '.', void: 'void' },
  void: { bill: '.', confirm: '.', dispute: '.', withdraw: '.', issue: '.', fail: '.', schedule: '.', credit: '.', void: '.' },
};

describe('the state machine', () => {
  const cells = STATUSES.flatMap((s) => (Object.keys(ACTS) as InvoiceAct[]).map((a) => [s, a, TABLE[s]![a]] as const));
  it.each(cells)('%s + %s → %s', (status, name, expected) => {
    const result = act('N-1', status, name);
    if (expected !== '.') expect(result).toEqual({ ok: true, value: expected === '=' ? status : expected });
    else {
      expect(result).toMatchObject({ ok: false, error: { code: 'invoice.status' } });
      if (!result.ok) {
        expect(result.error.message).toMatch(/^Invoice N-1 .+\. .+\.$/);
        expect(result.error.details?.remedy).toBeTruthy();
      }
    }
  });
  it('says why', () =>
    expect(act('N-1', 'unpaid', 'confirm')).toMatchObject({
      error: { message: 'Invoice N-1 is issued and unpaid. Only a bill that waits for confirmation or is disputed can be confirmed.' },
    }));
  it('takes money only for issued invoices', () =>
    expect(STATUSES.filter((s) => payable('N', s).ok)).toEqual(['unpaid', 'overdue', 'paid']));
});

const standing = ({ vendor = 'huawei', ...change }: Partial<Standing> & { vendor?: string }): Standing => ({
  stated: 'unpaid',
  date: '2024-03-01',
  due: '2024-04-01',
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

describe('status on a day', () => {
  it.each([
    [{}, '2024-04-01', 'unpaid'],
    [{}, '2024-04-02', 'overdue'],
    [{ due: null }, '2030-01-01', 'unpaid'],
    [{ vendor: 'zilliz' }, '2024-04-15', 'unpaid'],
    [{ vendor: 'zilliz' }, '2024-04-16', 'overdue'],
    [{ paid: '92', withheld: '8' }, '2030-01-01', 'paid'],
    [{ paid: '92', withheld: '7.9999999999' }, '2030-01-01', 'overdue'],
    [{ credited: '100' }, '2030-01-01', 'paid'],
    [{ paid: '100', credited: '1' }, '2030-01-01', 'paid'],
    [{ stated: 'overdue' }, '2020-01-01', 'overdue'],
    [{ stated: 'overdue', paid: '100' }, '2020-01-01', 'paid'],
    [{ stated: 'disputed' }, '2030-01-01', 'disputed'],
    [{ stated: 'free', total: '0' }, '2030-01-01', 'free'],
    [{ stated: 'void' }, '2030-01-01', 'void'],
    [{ stated: 'paid' }, '2030-01-01', 'paid'],
  ] as const)('%j on %s is %s', (change, today, expected) => expect(statusOn(standing(change), today)).toBe(expected));

  it('has an open amount that restores the total exactly', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 24n }).map((n) => `${n / 10n ** 10n}.${(n % 10n ** 10n).toString().padStart(10, '0')}`);
    fc.assert(
      fc.property(cents, cents, cents, cents, (total, paid, withheld, credited) => {
        const open = openOf({ total, paid, withheld, credited });
        expect(subtract(sum([open, paid, withheld, credited]), total)).toBe('0');
      }),
    );
  });
});

describe('vendor words', () => {
  it.each([
    ['unconfirmed', 'to-confirm'],
    ['待确认', 'to-confirm'],
    ['存疑中', 'disputed'],
    ['Paid', 'paid'],
    ['已逾期', 'overdue'],
  ])('%s is %s', (word, status) => expect(vendorStatus(word)).toEqual({ ok: true, value: status }));
  it.each(['', 'constructor', 'void', 'pending'])('does not know %j', (word) =>
    expect(vendorStatus(word)).toMatchObject({ ok: false, error: { code: 'invoice.unknown-status' } }),
  );
  it('writes RMB as CNY', () => {
    expect(isoCurrency('RMB')).toEqual({ ok: true, value: 'CNY' });
    expect(isoCurrency('¥').ok).toBe(false);
  });
});
