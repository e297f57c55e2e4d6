/**
 * What speaks for an invoice, and how much: data, so that a score can be explained and held to. Hundred and more is a match that a
 * person would make at a glance.
 */
export const WEIGHTS = {
  /** The reference is the number of the invoice. */
  named: 60,
  /** The reference names it among other words. */
  mentioned: 45,
  /** Tax number of the other side. */
  'party-id': 20,
  /** Only the name. */
  'party-name': 10,
  /** Another company's tax number. */
  'party-other': -60,
  /** The tax is what is expected, or net × rate, to the last digit. */
  'tax-exact': 30,
  /** It differs by no more than the rounding of the currency. */
  'tax-near': 15,
  /** The base is the net amount; or the amount with tax, which no rule means. */
  'base-net': 20,
  'base-total': 8,
  /** A payment of it falls into the period, or on the day that the row names. */
  'paid-within': 12,
  /** It was issued within the period. */
  'issued-within': 6,
  'same-currency': 5,
  /** Converted by the rate that the base implies, or that the invoice prints. */
  converted: 5,
  /** Several invoices make up the amount together. */
  together: -5,
  /** It cannot be laid against it: more than is open, dated before the invoice, on another certificate. */
  blocked: -30,
} as const;

export type Signal = keyof typeof WEIGHTS;

/** Below this nothing is proposed. */
export const LEAST_SCORE = 40;
/** A proposal so far ahead of the next stands alone. */
export const AHEAD = 20;
/** Proposals shown of one row. */
export const MOST_PROPOSALS = 5;
