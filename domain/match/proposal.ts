import type { Amount } from '../money/amount.ts';
import type { Said } from '../words/said.ts';
import type { OpenItem } from './open-item.ts';
import { WEIGHTS, type Signal } from './weights.ts';

/** What the money is taken to be. */
export type Hypothesis = Extract<
  Signal,
  | 'gross'
  | 'net'
  | 'net-learned'
  | 'net-known'
  | 'net-of-gross'
  | 'no-tax'
  | 'no-tax-net'
  | 'plus-tax'
  | 'fee-stated'
  | 'fee-learned'
  | 'fee'
  | 'original'
  | 'converted'
  | 'instalment'
  | 'again'
  | 'part'
  | 'more'
  | 'together'
  | 'in-book'
>;

/** One thing that speaks for a proposal, or against it. */
export interface Reason {
  signal: Signal;
  weight: number;
  said: Said;
}

/** A signal with its weight, said in words. */
export const reason = (signal: Signal, said: Said, times = 1): Reason => ({ signal, weight: WEIGHTS[signal] * times, said });

/** Tax that is taken as withheld and that a certificate is to cover. */
export interface Withheld {
  ratePct: string;
  amount: Amount;
}

/** What is laid on one invoice, in its currency; below zero: a credit that is used up. */
export interface ProposedLine {
  item: OpenItem;
  amount: Amount;
  wht: Withheld | null;
}

/** An amount in the invoices' currency for one in the money's: 1 unit of `currency` = `rate` units of the money's. */
export interface Exchange {
  currency: string;
  rate: Amount;
  /** The lines together, in that currency. */
  paid: Amount;
}

/** Invoices that the money may be for, with everything that says so. */
export interface Proposal {
  /** The same for the same lines, whatever else is in the book. */
  key: string;
  hypothesis: Hypothesis;
  lines: ProposedLine[];
  /** A payment that is in the book already: then there are no lines. */
  payment: number | null;
  /** What the bank kept, in the money's currency; null: nothing is presumed. */
  fee: Amount | null;
  fx: Exchange | null;
  /** The way to the amount. */
  steps: Said[];
  /** What stays of the money, in its currency. */
  residual: Amount;
  score: number;
  reasons: Reason[];
  /** The amount is right to the last digit, by what is on record. */
  exact: boolean;
  /** Every invoice of it is named by its number, and no other one. */
  named: boolean;
  /** The other side is known by account, name or what was learned. */
  known: boolean;
  /** The learned rule that spoke for it. */
  rule: number | null;
}
