import type { Matched } from './match.ts';
import { moneyKey, type Money } from './money.ts';
import type { Proposal } from './proposal.ts';
import { daysBetween } from '../time/plain-date.ts';
import type { Bilingual } from '../words/said.ts';

/** What may be accepted in one go. A person chooses the condition, sees what it takes, and accepts all of it or nothing. */
export interface BulkCondition {
  readonly id: string;
  readonly title: Bilingual;
  takes(proposal: Proposal, money: Money, rule: number | null): boolean;
}

/** Days that money may be away from the invoice's date. */
const MOST_DAYS = 92;
const within = (money: Money, { lines }: Proposal): boolean =>
  lines.every(({ item }) => {
    const days = daysBetween(item.date, money.date);
    return days >= 0 && days <= MOST_DAYS;
  });
const whole = (p: Proposal): boolean => p.exact && p.residual === '0';

export const BULK_CONDITIONS = [
  {
    id: 'number',
    title: { en: 'Exact amount, and the number stands in the reference', zh: '金额完全相符，且摘要中有发票号码' },
    takes: (p) => p.payment === null && whole(p) && p.named,
  },
  {
    id: 'party',
    title: {
      en: 'Exact amount of a known counterparty, within 92 days of the invoice',
      zh: '已知对方的完全相符金额，距发票日期 92 天以内',
    },
    takes: (p, money) => p.payment === null && whole(p) && p.known && within(money, p),
  },
  {
    id: 'rule',
    title: { en: 'Exact amount, by a learned rule', zh: '金额完全相符，依据所选学习规则' },
    takes: (p, money, rule) => p.payment === null && whole(p) && rule !== null && p.rule === rule && p.known && within(money, p),
  },
  {
    id: 'in-book',
    title: { en: 'The payment is in the book, with amount and reference', zh: '付款已在账本中，金额与摘要相符' },
    takes: (p) => p.payment !== null && whole(p) && p.named,
  },
] as const satisfies readonly BulkCondition[];
export const BULK_IDS = BULK_CONDITIONS.map((c) => c.id) as ['number', 'party', 'rule', 'in-book'];
export type BulkId = (typeof BULK_CONDITIONS)[number]['id'];

export interface Judged {
  money: Money;
  matched: Matched;
}

/**
 * What the condition takes: money with exactly one proposal that fulfils it, of which no other money's proposal that fulfils it names an
 * invoice or a payment. Neither order changes that.
 */
export function bulkOf(judged: readonly Judged[], id: BulkId, rule: number | null = null): { money: Money; proposal: Proposal }[] {
  const condition: BulkCondition = BULK_CONDITIONS.find((c) => c.id === id)!;
  const fulfilled = judged.map(({ money, matched: { proposals } }) => ({
    money,
    // What can be a payment of the book already is not made a second one.
    proposals:
      id !== 'in-book' && proposals.some((p) => p.payment !== null) ? [] : proposals.filter((p) => condition.takes(p, money, rule)),
  }));
  const claims = new Map<string, Set<string>>();
  for (const { money, proposals } of fulfilled)
    for (const claim of proposals.flatMap(claimsOf)) {
      const by = claims.get(claim) ?? new Set();
      claims.set(claim, by.add(moneyKey(money)));
    }
  return fulfilled.flatMap(({ money, proposals }) => {
    const [only, ...others] = proposals;
    return only && others.length === 0 && claimsOf(only).every((c) => claims.get(c)!.size === 1) ? [{ money, proposal: only }] : [];
  });
}

const claimsOf = (p: Proposal): string[] => (p.payment === null ? p.lines.map((l) => `invoice:${l.item.id}`) : [`payment:${p.payment}`]);
