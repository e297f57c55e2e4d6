import { compare, isZero, type Amount } from '../money/amount.ts';
import { daysBetween, type PlainDate } from '../time/plain-date.ts';
import { say, type Said } from '../words/said.ts';
import type { Direction } from './document.ts';
import { nearness, sameNumber, type NumberForm, type NumberNearness } from './number-form.ts';

/** What of a document tells whether two of them are one. Amounts canonical, in its currency, negative on a credit note. */
export interface Paper {
  id: number;
  direction: Direction;
  kind: 'invoice' | 'credit-note';
  vendor: string;
  /** Who issued it, and the other side of it (the seller of what was received, the buyer of what was issued), where it is on record. */
  sellerId: number | null;
  partyId: number | null;
  /** Empty texts where it is not known. */
  number: NumberForm;
  date: PlainDate | null;
  period: string | null;
  currency: string;
  net: Amount | null;
  tax: Amount | null;
  total: Amount | null;
  /** Credit notes take all of it back. */
  credited: boolean;
  /** Hashes of its files, and a digest of its lines; empty and null where it has none. */
  files: readonly string[];
  lines: string | null;
}

/** Points for and against; added up and kept within 0 … 100. */
export const LIKENESS_POINTS = {
  number: 100,
  numberSwapped: 40,
  numberLonger: 30,
  numberChanged: 20,
  total: 30,
  netIsTotal: 30,
  day: 30,
  nearDay: 20,
  period: 20,
  file: 60,
  lines: 30,
  otherPeriod: -30,
  credited: -60,
} as const;
export type LikenessReason = keyof typeof LIKENESS_POINTS;

/** From so many points on, a pair is suspected; below, it is shown as explained where it is exact, and else not at all. */
export const SUSPECTED_FROM = 50;
/** Dates so many days apart are near each other, unless said otherwise. */
export const NEAR_DAYS = 7;

const BY_NUMBER: Readonly<Record<NumberNearness, LikenessReason>> = {
  same: 'number',
  transposed: 'numberSwapped',
  longer: 'numberLonger',
  changed: 'numberChanged',
};

export interface PaperLikeness {
  score: number;
  /** Same seller and same number, as normalised. */
  exact: boolean;
  suspected: boolean;
  reasons: LikenessReason[];
}

const same = <T>(a: T | null, b: T | null): boolean => a !== null && a === b;
const bothKnown = (a: number | null, b: number | null): boolean => a !== null && b !== null;

/** Whether the other side of both may be the same: by the parties on record, else by the vendor. */
export const sameParty = (a: Paper, b: Paper): boolean =>
  bothKnown(a.partyId, b.partyId) ? a.partyId === b.partyId : a.vendor === b.vendor;
const sameSeller = (a: Paper, b: Paper): boolean => (bothKnown(a.sellerId, b.sellerId) ? a.sellerId === b.sellerId : a.vendor === b.vendor);

/** How alike two documents are, whichever is named first; null where they cannot be one: other direction, kind or party. */
export function likeness(a: Paper, b: Paper, nearDays: number = NEAR_DAYS): PaperLikeness | null {
  if (a.direction !== b.direction || a.kind !== b.kind) return null;
  const near = sameSeller(a, b) ? (sameNumber(a.number, b.number) ? 'same' : nearness(a.number.whole, b.number.whole)) : null;
  if (near !== 'same' && !sameParty(a, b)) return null;
  const reasons: LikenessReason[] = [];
  const put = (reason: LikenessReason, when: boolean): void => void (when && reasons.push(reason));
  // Numbers made here follow each other: only the same one is telling.
  if (near !== null) put(BY_NUMBER[near], near === 'same' || a.direction === 'received');
  const money = a.currency === b.currency;
  const total = money && same(a.total, b.total) && !isZero(a.total!);
  put('total', total);
  put('netIsTotal', !total && money && (netIsTotal(a, b) || netIsTotal(b, a)));
  const apart = a.date === null || b.date === null ? null : Math.abs(daysBetween(a.date, b.date));
  put('day', apart === 0);
  put('nearDay', apart !== null && apart > 0 && apart <= nearDays);
  put('period', same(a.period, b.period));
  put(
    'file',
    a.files.some((hash) => b.files.includes(hash)),
  );
  put('lines', same(a.lines, b.lines));
  put('otherPeriod', a.period !== null && b.period !== null && a.period !== b.period);
  put('credited', a.credited || b.credited);
  // A day, a month or nearly the number in common is told by every series of bills: the number itself, figures, lines or the file must be alike.
  const telling = reasons.some((r) => TELLING.has(r));
  const score = telling
    ? Math.max(
        0,
        Math.min(
          100,
          reasons.reduce((points, r) => points + LIKENESS_POINTS[r], 0),
        ),
      )
    : 0;
  return { score, exact: near === 'same', suspected: score >= SUSPECTED_FROM, reasons };
}

const TELLING: ReadonlySet<LikenessReason> = new Set(['number', 'total', 'netIsTotal', 'file', 'lines']);

/** The net of one was entered as the total of the other. */
const netIsTotal = (a: Paper, b: Paper): boolean =>
  a.net !== null && b.total !== null && a.net === b.total && a.tax !== null && compare(a.tax, '0') !== 0 && !isZero(a.net);

/** What the points stand for. */
export const LIKENESS_SAID: Readonly<Record<LikenessReason, Said>> = {
  number: say`Same number, read without spaces, hyphens and leading zeros.`,
  numberSwapped: say`Numbers with two characters swapped.`,
  numberLonger: say`Numbers with one character more.`,
  numberChanged: say`Numbers that differ by one character.`,
  total: say`Same total and currency.`,
  netIsTotal: say`The net of one is the total of the other.`,
  day: say`Same date.`,
  nearDay: say`Dates within a few days.`,
  period: say`Same billing period.`,
  file: say`Same file attached.`,
  lines: say`Same lines.`,
  otherPeriod: say`For different billing periods.`,
  credited: say`Credit notes take one of them back.`,
};
