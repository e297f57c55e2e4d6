import type { Amount } from '../../money/amount.ts';
import type { Percent } from '../../tax/pack.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { RemitBy } from './practice.ts';
import type { ExpectedBasis } from './rate.ts';

/**
 * Where the certificate of an invoice stands. `to-come`: the invoice is not paid yet; `expected`: tax was withheld and no paper is
 * there; `received`: a draft is at hand; `submitted`, `accepted`, `refused`: what the one who asks for it has answered;
 * `overdue`: not there and its day has passed; `not-due`, `written-off`: the user said so.
 */
export const EXPECTED_STATES = [
  'to-come',
  'expected',
  'overdue',
  'received',
  'submitted',
  'refused',
  'accepted',
  'not-due',
  'written-off',
] as const;
export type ExpectedState = (typeof EXPECTED_STATES)[number];

/** The paper has still to be got or handed in. */
export const MISSING_STATES = ['expected', 'overdue', 'refused', 'received'] as const satisfies readonly ExpectedState[];
export const isMissing = (state: ExpectedState): boolean => (MISSING_STATES as readonly ExpectedState[]).includes(state);

/** Age of what is missing, by the days left to its last day. `undated`: no rule prints one. */
export const AGE_BUCKETS = [
  'to-come',
  'undated',
  'later',
  'within-30',
  'within-15',
  'within-7',
  'late-30',
  'late-60',
  'late-90',
  'late-over',
] as const;
export type AgeBucket = (typeof AGE_BUCKETS)[number];

const LATE: readonly AgeBucket[] = ['late-30', 'late-60', 'late-90', 'late-over'];
export const isLate = (bucket: AgeBucket): boolean => LATE.includes(bucket);

/** Bounds are inclusive: on the last day itself 0 days are left, and the paper is not late. */
export function bucketOf(state: ExpectedState, days: number | null): AgeBucket | null {
  if (state === 'to-come') return 'to-come';
  if (!isMissing(state)) return null;
  if (days === null) return 'undated';
  if (days < 0) return days >= -30 ? 'late-30' : days >= -60 ? 'late-60' : days >= -90 ? 'late-90' : 'late-over';
  return days <= 7 ? 'within-7' : days <= 15 ? 'within-15' : days <= 30 ? 'within-30' : 'later';
}

/**
 * What a careful reader would ask. `no-certificate`: withheld, and no paper; `no-withholding`: a paper, and nothing was paid short;
 * `short`, `over`: the papers against what was withheld; `less-than-rule`: less was withheld than base × rate; `no-rate`: no rule
 * says how much; `not-remitted`: the authority's day passed and no payment to it is on record; `remitted-late`.
 */
export const EXPECTED_FINDINGS = [
  'no-certificate',
  'no-withholding',
  'short',
  'over',
  'less-than-rule',
  'no-rate',
  'not-remitted',
  'remitted-late',
] as const;
export type ExpectedFinding = (typeof EXPECTED_FINDINGS)[number];

/** Until when the paper is to be handed in; `assumed`: it counts from the last payment because the day it counts from is not on record. */
export interface EvidenceDay {
  rule: string;
  days: number;
  trigger: 'wht-paid' | 'wht-return-filed' | null;
  from: PlainDate;
  date: PlainDate;
  assumed: boolean;
}

/** Papers on the invoice, added up by where they stand; in its currency. */
export interface Papers {
  accepted: Amount;
  /** Submitted and accepted. */
  live: Amount;
  draft: Amount;
  /** One was refused and none stands in its place. */
  refused: boolean;
}

/** What is expected for one invoice on a day. Amounts in the invoice's currency. */
export interface Obligation {
  rule: string | null;
  base: Amount;
  ratePct: Percent | null;
  basis: ExpectedBasis | null;
  /** base × rate for the whole invoice; null without a rate. */
  tax: Amount | null;
  paid: Amount;
  paidOn: PlainDate | null;
  /** So far, as the payments tell; `closed`: no more cash is to come. */
  withheld: Amount;
  closed: boolean;
  /** On submitted and accepted papers; on drafts. */
  certified: Amount;
  drafted: Amount;
  /** Withheld and not certified; never below zero. */
  missing: Amount;
  /** Certified less what the papers should say; null while there is none. */
  difference: Amount | null;
  state: ExpectedState;
  /** What the state speaks of; null where it is not known. */
  amount: Amount | null;
  remitted: PlainDate | null;
  filed: PlainDate | null;
  remitBy: RemitBy | null;
  evidence: EvidenceDay | null;
  /** Left until the evidence is due; below zero: late. */
  days: number | null;
  bucket: AgeBucket | null;
  findings: ExpectedFinding[];
}
