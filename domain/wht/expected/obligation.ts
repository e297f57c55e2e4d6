import type { Amount } from '../../money/amount.ts';
import type { TaxRule } from '../../tax/pack.ts';
import { daysBetween, type PlainDate } from '../../time/plain-date.ts';
import { isLive, type WhtStatus } from '../states.ts';
import { evidenceDay, remittedOn } from './evidence.ts';
import { factsOn, type ObligationFacts } from './facts.ts';
import { added, atLeast, less, none, positive } from './figures.ts';
import { findingsOf } from './findings.ts';
import { remitBy } from './practice.ts';
import { rateOf, type ExpectedBasis } from './rate.ts';
import type { RulesOf } from './rules.ts';
import { bucketOf, type ExpectedState, type Obligation, type Papers } from './state.ts';
import { withheldOf } from '../payables/policy.ts';
import { nearly, withheldSoFar } from './withheld.ts';

/**
 * What certificate the invoice waits for at the end of the day, or null where none is to be expected: no rule, no rate and no paper
 * speaks of withholding, or the invoice was paid whole. The rate is that of the day of payment, today's while it is unpaid.
 */
export function obligationOf(all: ObligationFacts, rules: RulesOf, asOf: PlainDate): Obligation | null {
  const facts = factsOn(all, asOf);
  if (facts === null) return null;
  const { steps, certificates, payments, currency, total, net, country } = facts;
  const paidOn = payments.at(-1)?.date ?? null;
  const resolved = country === null ? null : rules({ country, entity: facts.entity, date: facts.date, usageDate: facts.usageDate });
  const rate = rateOf(facts, resolved, paidOn ?? asOf);
  const tax = rate.ratePct !== null && rate.holds !== false ? withheldOf(net, rate.ratePct, currency) : null;
  const papers = papersOf(facts);
  const { withheld, closed } = withheldSoFar({
    total,
    base: net,
    currency,
    ratePct: rate.ratePct,
    tax,
    holds: rate.holds,
    payments,
    certified: papers.live,
  });
  const toCome = comes(facts, rate.holds === true, rate.basis, tax);
  if (none(withheld) && certificates.length === 0 && !toCome && noStep(steps)) return null;

  const left = less(withheld, papers.live);
  const missing = positive(left) ? left : '0';
  const rulesOfDay = country === null ? [] : evidenceRules(facts, rules, paidOn);
  const evidence = evidenceDay(facts, rulesOfDay, paidOn);
  const days = evidence === null ? null : daysBetween(asOf, evidence.date);
  const state = stateOf(facts, papers, { withheld, closed, tax }, days);
  const should = !closed && tax !== null && !atLeast(withheld, papers.live) ? tax : withheld;
  const found: Omit<Obligation, 'findings'> = {
    rule: rate.rule,
    base: net,
    ratePct: rate.ratePct,
    basis: rate.basis ?? (none(withheld) ? null : 'presumed'),
    tax,
    paid: added(payments.map((p) => p.amount)),
    paidOn,
    withheld,
    closed,
    certified: papers.live,
    drafted: papers.draft,
    missing,
    difference: none(papers.live) ? null : less(papers.live, should),
    state,
    amount: amountOf(state, { tax, missing, papers }),
    remitted: remittedOn(facts),
    filed: steps.filed?.date ?? null,
    remitBy: paidOn === null ? null : remitBy(country, paidOn),
    evidence,
    days,
    bucket: bucketOf(state, days),
  };
  return { ...found, findings: findingsOf(found, facts, rate.holds, asOf) };
}

const noStep = (steps: ObligationFacts['steps']): boolean => Object.keys(steps).length === 0;

/** Rules of evidence count by the day of payment. */
const evidenceRules = (facts: ObligationFacts, rules: RulesOf, paidOn: PlainDate | null): TaxRule[] =>
  paidOn === null ? [] : rules({ country: facts.country!, entity: facts.entity, date: paidOn, usageDate: facts.usageDate }).evidence;

/** An invoice that waits for its payment, and from which something will be withheld; of our own ones only where we were told so. */
function comes(facts: ObligationFacts, holds: boolean, basis: ExpectedBasis | null, tax: Amount | null): boolean {
  const waits = facts.stated !== 'paid' && facts.payments.length === 0 && positive(facts.total);
  if (!waits || !holds || (tax !== null && none(tax))) return false;
  return facts.side === 'payer' || basis === 'own' || basis === 'quote';
}

function papersOf({ certificates }: ObligationFacts): Papers {
  if (certificates.length === 0) return { accepted: '0', live: '0', draft: '0', refused: false };
  const held = (of: (status: WhtStatus) => boolean): Amount => added(certificates.filter((c) => of(c.status)).map((c) => c.pay));
  return {
    accepted: held((s) => s === 'accepted'),
    live: held(isLive),
    draft: held((s) => s === 'draft'),
    refused: certificates.some((c) => c.status === 'refused' && !c.replaced),
  };
}

function stateOf(
  { steps, currency }: ObligationFacts,
  papers: Papers,
  { withheld, closed, tax }: Pick<Obligation, 'withheld' | 'closed' | 'tax'>,
  days: number | null,
): ExpectedState {
  if (steps['written-off']) return 'written-off';
  if (steps['not-due']) return 'not-due';
  const covers = (amount: Amount): boolean => atLeast(amount, withheld) || nearly(amount, withheld, currency);
  if (!none(papers.live)) {
    if (covers(papers.accepted) && !none(papers.accepted)) return 'accepted';
    if (covers(papers.live)) return 'submitted';
  }
  if (!none(papers.draft) && covers(added([papers.live, papers.draft]))) return 'received';
  if (none(withheld)) {
    if (papers.refused) return 'refused';
    return closed || (tax !== null && none(tax)) ? 'not-due' : 'to-come';
  }
  if (papers.refused && none(papers.draft)) return 'refused';
  return days !== null && days < 0 ? 'overdue' : 'expected';
}

function amountOf(state: ExpectedState, { tax, missing, papers }: { tax: Amount | null; missing: Amount; papers: Papers }): Amount | null {
  if (state === 'to-come') return tax;
  if (state === 'received') return papers.draft;
  if (state === 'submitted' || state === 'accepted') return papers.live;
  return missing;
}
