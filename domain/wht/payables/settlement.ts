import { amount as canonical, compare, isZero, subtract, sum, type Amount } from '../../money/amount.ts';
import { D } from '../../money/decimal.ts';
import { minorUnits } from '../../money/minor-units.ts';
import type { Direction } from '../../invoices/document.ts';
import type { Percent } from '../../tax/pack.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { AllocationRate } from '../certificate.ts';
import { withheldSoFar } from '../expected/withheld.ts';
import { isLive, type WhtStatus } from '../states.ts';
import { sharesOf, type Cash, type CashShares, type Claim } from './shares.ts';

/** One certificate's part on the invoice: `amount` in its own currency, `payAmount` in the invoice's. */
export interface CertificateOn {
  id: number;
  number: string;
  issuer: string;
  date: PlainDate;
  status: WhtStatus;
  currency: string;
  amount: Amount;
  payAmount: Amount;
  fx: AllocationRate | null;
}

/** A credit note against the invoice; amounts above zero lower it. */
export interface CreditOn {
  number: string;
  date: PlainDate;
  net: Amount;
  total: Amount;
}

/** What is known of withholding on an invoice: the rate with the rule that it comes from. */
export interface WhtTerms {
  ratePct: Percent | null;
  borne: boolean;
  rule: string | null;
  /** Tax is held back from the payment; null: it may be, as the payment tells; false: it is not, or no rule says so. */
  holds: boolean | null;
}
export const NO_TERMS: WhtTerms = { ratePct: null, borne: false, rule: null, holds: false };

/** An invoice with everything that is laid against it. */
export interface InvoiceLedger extends WhtTerms {
  direction: Direction;
  currency: string;
  net: Amount;
  tax: Amount;
  total: Amount;
  credits: readonly CreditOn[];
  cash: readonly Cash[];
  certificates: readonly CertificateOn[];
}

/**
 * Certificates beside what the rule expects: `none` expected or there; `unknown` rate; `pending`: more may come; `exact`; `short`: less
 * than the rule says, and nothing is open any more; `not-withheld`: the whole total was paid; `over`: more than the rule says; `borne`: paid on top, outside of the invoice.
 */
export const MATCHES = ['none', 'unknown', 'pending', 'exact', 'short', 'not-withheld', 'over', 'borne'] as const;
export type CertificateMatch = (typeof MATCHES)[number];

/** How an invoice is settled; amounts in its currency. paid = cash + certified; charged = paid + open. */
export interface Settlement {
  claim: Claim;
  rule: string | null;
  credited: Amount;
  cash: Amount;
  /** Submitted and accepted certificates. */
  certified: Amount;
  /** Drafts: they count nowhere. */
  drafts: Amount;
  paid: Amount;
  /** Below zero: more is laid against it than it charges. */
  open: Amount;
  /** Of `open`: what a certificate is to cover, and what is to be paid. Both zero where nothing is open. */
  openCertificates: Amount;
  openCash: Amount;
  /** Presumed to be withheld from the payments, without a certificate so far; null while no rate is known. */
  uncertified: Amount | null;
  /** Certified beyond what the payments so far can have withheld; null while no rate is known. */
  ahead: Amount | null;
  /** certified − expected; null while no rate is known or the tax is borne. */
  difference: Amount | null;
  match: CertificateMatch;
  /** Cash and certificates are there, and what is open is no more than their roundings can be. */
  rounding: boolean;
  shares: CashShares;
}

/** Something is open, and cash is laid against it: only then can anything be withheld and not certified. Cheap, for many invoices. */
export const mayAwait = ({ total, credits, cash, certificates }: InvoiceLedger): boolean =>
  cash.length > 0 &&
  compare(
    total,
    sum([
      ...credits.map((c) => c.total),
      ...cash.map((c) => c.amount),
      ...certificates.filter((c) => isLive(c.status)).map((c) => c.payAmount),
    ]),
  ) > 0;

/** The settlement of one invoice on either side, as arithmetic alone: what it answers follows from the set of papers, not from their order. */
export function settlementOf(ledger: InvoiceLedger): Settlement {
  const credited = sum(ledger.credits.map((c) => c.total));
  const claim: Claim = {
    currency: ledger.currency,
    total: subtract(ledger.total, credited),
    base: subtract(ledger.net, sum(ledger.credits.map((c) => c.net))),
    ratePct: ledger.ratePct,
    borne: ledger.borne,
  };
  const live = ledger.certificates.filter((c) => isLive(c.status));
  const certified = payAmounts(live);
  const cash = sum(ledger.cash.map((c) => c.amount));
  const rest = notBelowZero(subtract(claim.total, cash));
  const presumed = claim.ratePct === null && !claim.borne && isPresumed(ledger, claim, certified);
  const told = sharesOf(claim, ledger.cash, presumed ? rest : certified);
  const shares: CashShares = presumed ? { ...told, kind: 'presumed' } : told;
  const paid = sum([cash, certified]);
  const open = subtract(claim.total, paid);
  const deducted = claim.borne ? '0' : shares.expected;
  // What can still have been withheld: the rule's tax, or less where more cash came than the net amount.
  const due = deducted !== null ? least(deducted, rest) : presumed ? rest : null;
  const openCertificates = due === null ? '0' : notBelowZero(least(open, subtract(due, certified)));
  const withheld = claim.borne ? '0' : shares.withheld;
  const difference = deducted === null || claim.borne ? null : subtract(certified, deducted);
  return {
    claim,
    rule: ledger.rule,
    credited,
    cash,
    certified,
    drafts: payAmounts(ledger.certificates.filter((c) => c.status === 'draft')),
    paid,
    open,
    openCertificates,
    openCash: subtract(notBelowZero(open), openCertificates),
    uncertified: withheld === null ? null : notBelowZero(subtract(withheld, certified)),
    ahead: withheld === null ? null : notBelowZero(subtract(certified, withheld)),
    difference,
    match: matchOf(claim, difference, certified, open),
    rounding: !isZero(certified) && !isZero(cash) && isRounding(open, claim, live.length + ledger.cash.length),
    shares,
  };
}

/** No rate is known, and the payments leave a rest that tax can be (withheldSoFar): it is taken as withheld until a paper says otherwise. */
function isPresumed(ledger: InvoiceLedger, claim: Claim, certified: Amount): boolean {
  const { withheld, closed } = withheldSoFar({
    total: claim.total,
    base: claim.base,
    currency: claim.currency,
    ratePct: null,
    tax: null,
    holds: ledger.holds,
    payments: ledger.cash,
    certified,
  });
  return closed && compare(withheld, certified) > 0;
}

function matchOf(claim: Claim, difference: Amount | null, certified: Amount, open: Amount): CertificateMatch {
  if (claim.borne) return 'borne';
  if (difference === null) return isZero(certified) ? 'none' : 'unknown';
  if (isZero(difference)) return isZero(certified) ? 'none' : 'exact';
  if (compare(difference, '0') > 0) return 'over';
  if (compare(open, '0') > 0) return 'pending';
  return isZero(certified) ? 'not-withheld' : 'short';
}

/** Withheld from the payments and not certified, never more than is open: it is not overdue cash. Zero while no rate is known. */
export const awaitedOf = (s: Pick<Settlement, 'uncertified' | 'open'>): Amount => notBelowZero(least(s.uncertified ?? '0', s.open));

/**
 * Base and tax of what is paid so far, by the rule; the whole once the cash is there, or a certificate came ahead of it. Null while no
 * rate is known, or where the tax is borne.
 */
export function expectedSoFar({ claim, shares, certified }: Settlement): { base: Amount; ratePct: Percent; expected: Amount } | null {
  if (claim.ratePct === null || claim.borne || shares.expected === null) return null;
  const whole = { base: shares.expectedBase, ratePct: claim.ratePct, expected: shares.expected };
  if (shares.kind === 'net-part') return { ...whole, base: shares.base, expected: shares.withheld ?? '0' };
  return shares.kind === 'none' && isZero(certified) ? { ...whole, base: '0', expected: '0' } : whole;
}

/** All papers are there and what is open is no more than their roundings: one smallest unit of the currency for each paper. */
const isRounding = (open: Amount, claim: Claim, papers: number): boolean =>
  papers > 1 && compare(open, '0') > 0 && compare(open, canonical(new D(10).pow(-minorUnits(claim.currency)).times(papers))) <= 0;

const payAmounts = (certificates: readonly CertificateOn[]): Amount => sum(certificates.map((c) => c.payAmount));
const least = (a: Amount, b: Amount): Amount => (compare(a, b) < 0 ? a : b);
const notBelowZero = (a: Amount): Amount => (compare(a, '0') > 0 ? a : '0');
