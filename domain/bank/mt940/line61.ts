import type { Amount } from '../../money/amount.ts';
import { negate } from '../../money/amount.ts';
import { addDays, daysBetween, parseDate, type PlainDate } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import { dayOf, unsigned, wrong } from '../strict.ts';
import type { Field } from './messages.ts';

/** What field 61 of a statement says of one line. */
export interface Line61 {
  booked: PlainDate;
  valued: PlainDate;
  amount: Amount;
  reversal: boolean;
  /** Last letter of the currency, where it is given. */
  funds: string;
  code: string;
  reference: string;
  bankId: string;
  supplement: string;
}

// 6!n [4!n] 2a [1!a] 15d 1!a3!c 16x [//16x], and 34x on a line of its own (SWIFT standards, category 9).
const LINE = /^([0-9]{6})([0-9]{4})?(RC|RD|EC|ED|C|D)([A-Z])?([0-9][0-9,]{0,30})([A-Z][A-Z0-9]{3})(.*)$/;

/** A year of two digits: this century up to 79. */
export const yearOf = (two: string): string => `${Number(two) < 80 ? '20' : '19'}${two}`;

/** Reads one statement line; money that leaves the account is negative, a reversed credit (RC) included. */
export function readLine61({ row, lines }: Field): Line61 {
  const place = { row, field: ':61:' };
  const match = LINE.exec(lines[0]!);
  if (!match) return wrong('bank.mt940-line', place, lines[0]!, say`“${{ value: lines[0]!.slice(0, 60) }}” is no statement line`);
  const [, value, entry, mark, funds, figure, code, rest] = match as unknown as [
    string,
    string,
    string?,
    string?,
    string?,
    string?,
    string?,
    string?,
  ];
  if (mark!.startsWith('E'))
    return wrong(
      'bank.mt940-line',
      place,
      mark!,
      say`the entry is only expected (${{ mark: mark! }}), which no statement of booked entries has`,
    );
  const valued = dayOf(yearOf(value.slice(0, 2)), value.slice(2, 4), value.slice(4, 6), value, place);
  const amount = unsigned(figure!, ',', place);
  const out = mark === 'D' || mark === 'RC';
  const [reference = '', bankId = ''] = rest!.split(/\/\/(.*)/s);
  return {
    booked: entry === undefined ? valued : entryDay(entry, valued, place),
    valued,
    amount: out ? negate(amount) : amount,
    reversal: mark!.startsWith('R'),
    funds: funds ?? '',
    code: code!,
    reference: reference === 'NONREF' ? '' : reference.trim(),
    bankId: bankId.trim(),
    supplement: lines.slice(1).join(' ').trim(),
  };
}

/** The day of an entry, MMDD, in the year that brings it nearest to the value date: at the turn of a year they differ in it. */
function entryDay(entry: string, valued: PlainDate, place: { row: number; field: string }): PlainDate {
  const year = Number(valued.slice(0, 4));
  const days = [year, year - 1, year + 1].flatMap((y) => {
    const read = parseDate(`${y}-${entry.slice(0, 2)}-${entry.slice(2, 4)}`);
    return read.ok ? [read.value] : [];
  });
  // 29 February is found only in the year that has it.
  const nearest = days.toSorted((a, b) => Math.abs(daysBetween(a, valued)) - Math.abs(daysBetween(b, valued)))[0];
  if (nearest === undefined || daysBetween(valued, nearest) > 190 || nearest < addDays(valued, -190))
    return wrong('bank.date', place, entry, say`“${{ value: entry }}” is no day of the calendar`);
  return nearest;
}
