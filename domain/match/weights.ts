/**
 * What speaks for a proposal, and how much: data, so that a score can be explained and held to. A hundred is a match that a person
 * would make at a glance.
 */
export const WEIGHTS = {
  /** The whole amount that is open; what is to be paid after the tax that is withheld by rule. */
  gross: 40,
  net: 42,
  /** After tax at the rate that was learned of this counterparty; at another rate that the rules know; of the amount with tax. */
  'net-learned': 40,
  'net-known': 22,
  'net-of-gross': 12,
  /** Without the indirect tax (the buyer remits it), and after withholding too; with an indirect tax that the invoice lacks. */
  'no-tax': 16,
  'no-tax-net': 16,
  'plus-tax': 18,
  /** After what the bank kept: as the bank states it, as it usually does, or up to the limit. */
  'fee-stated': 38,
  'fee-learned': 36,
  fee: 16,
  /** In another currency: the bank states the amount before conversion; or near it by a rate that is on record. */
  original: -2,
  converted: 22,
  /** One of equal instalments; as much as an earlier payment of it; a part of it; more than it has open. */
  instalment: 18,
  again: 15,
  part: 4,
  more: 2,
  /** The number stands in the reference or the text; another reference of the invoice does; its month; a number that is nearly it. */
  number: 50,
  order: 30,
  period: 6,
  alike: 12,
  /** The other side: by account, by name, by a name that contains it; as it was learned, or as one of several that were learned. */
  account: 25,
  name: 15,
  'name-part': 8,
  learned: 20,
  'learned-one': 8,
  /** Somebody else, by account or by what was learned. */
  'party-other': -30,
  /** Days from the day on which it is due, else from its date. */
  'days-near': 10,
  'days-week': 6,
  'days-month': 3,
  /** Before the invoice was issued. */
  'days-before': -10,
  /** Several invoices together, each beyond the first; with a credit note. */
  together: -4,
  credit: -4,
  /** The payment that is in the book already. */
  'in-book': 45,
  'same-reference': 40,
} as const;

export type Signal = keyof typeof WEIGHTS;

/** Below this nothing is proposed. */
export const LEAST_SCORE = 20;
/** A proposal so far ahead of the next stands alone. */
export const AHEAD = 15;
/** Proposals shown of one amount: the keys 1 to 9. */
export const MOST_PROPOSALS = 9;
