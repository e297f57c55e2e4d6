import type { Direction } from '../invoices/document.ts';
import type { Amount } from '../money/amount.ts';
import { foldName } from '../wht/import/parties.ts';
import { foldNumber } from '../wht/import/reference.ts';
import { say } from '../words/said.ts';
import type { Money } from './money.ts';
import type { OpenItem } from './open-item.ts';
import { reason, type Reason } from './proposal.ts';

/** Whom a counterparty's text or account means, as it was accepted before. */
export interface Learned {
  id: number;
  pattern: string;
  account: string;
  direction: Direction;
  partyKey: string;
  party: string;
  /** Percent that is usually withheld; null: nothing was learned of it. */
  whtPct: string | null;
  fee: { currency: string; amount: Amount } | null;
}

const MOST_WORDS = 6;

/**
 * The text by which a counterparty is known again: its name; where there is none, the first words of the line without figures, since
 * numbers and days are other ones each time. Empty where nothing is left.
 */
export function patternOf(money: Pick<Money, 'kind' | 'counterparty' | 'reference' | 'text'>): { pattern: string; shown: string } {
  const name = foldName(money.counterparty);
  if (name.length >= 2) return { pattern: name, shown: money.counterparty.trim() };
  // What stands on a payment of the book beside its reference is a person's own note.
  const plain = (money.kind === 'payment' || money.text === '' ? money.reference : money.text)
    .split(/[\s,;:|()/]+/u)
    .filter((w) => !/\d/.test(w) && foldName(w).length >= 2)
    .slice(0, MOST_WORDS);
  const pattern = foldName(plain.join(''));
  return pattern.length >= 4 ? { pattern, shown: plain.join(' ') } : { pattern: '', shown: '' };
}

/** The rules that the money calls up: by its account where one has it, else by its text. */
export function rulesFor(money: Money, rules: readonly Learned[]): Learned[] {
  const account = foldNumber(money.account);
  const { pattern } = patternOf(money);
  const fitting = rules.filter((r) => money.direction === null || r.direction === money.direction);
  const byAccount = account === '' ? [] : fitting.filter((r) => r.account === account);
  return byAccount.length > 0 ? byAccount : fitting.filter((r) => pattern !== '' && r.pattern === pattern);
}

/** The rule that speaks for an invoice, of those that the money calls up. */
export const ruleOf = (called: readonly Learned[], item: OpenItem): Learned | null =>
  called.find((r) => r.partyKey === item.party.key && r.direction === item.direction) ?? null;

/** What was learned of the money, held against an invoice: the rule that speaks for it, if one does. */
export function learnedOf(called: readonly Learned[], item: OpenItem): { rule: Learned | null; reasons: Reason[] } {
  if (called.length === 0) return { rule: null, reasons: [] };
  const own = ruleOf(called, item);
  const name = item.party.title;
  if (own === null)
    return {
      rule: null,
      reasons: [reason('party-other', say`Learned: this text has meant ${{ names: [...new Set(called.map((r) => r.party))] }} so far.`)],
    };
  return {
    rule: own,
    reasons: [
      called.length === 1
        ? reason('learned', say`Learned: this text means ${{ name }}.`)
        : reason('learned-one', say`Learned: this text has meant ${{ name }}, among others.`),
    ],
  };
}
