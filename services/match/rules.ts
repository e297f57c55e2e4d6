import { appendAudit } from '../../db/audit.ts';
import {
  acceptanceById,
  insertRule,
  listRules,
  ruleById,
  ruleSnapshot,
  ruleSubject,
  ruleUses,
  updateRule,
  type RuleRecord,
} from '../../db/queries/matches.ts';
import { patternOf } from '../../domain/match/learned.ts';
import type { Money } from '../../domain/match/money.ts';
import type { OpenItem } from '../../domain/match/open-item.ts';
import type { Proposal } from '../../domain/match/proposal.ts';
import { compare, type Amount } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { foldNumber } from '../../domain/wht/import/reference.ts';
import { say } from '../../domain/words/said.ts';
import type { ReadDb } from '../../db/connection.ts';
import type { RuleShown } from '../contract/match.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';
import { toRule } from './view.ts';

interface Taught {
  money: Money;
  acceptance: number;
  items: readonly OpenItem[];
  fee: Amount | null;
  proposal: Proposal | null;
}

/** Remembers whom the money's words mean, and what was withheld and kept. Nothing is learned where the other side has no name, or there are two. */
export function learn(act: Act, { money, acceptance, items, fee, proposal }: Taught): void {
  const [first] = items;
  const { pattern, shown } = patternOf(money);
  const account = foldNumber(money.account);
  if (!first || first.party.title === '' || items.some((i) => i.party.key !== first.party.key) || (pattern === '' && account === ''))
    return;
  const rate = proposal?.lines.find((l) => l.wht !== null && l.wht.ratePct !== l.item.ratePct)?.wht?.ratePct ?? null;
  const kept = fee === null ? null : { currency: money.currency, amount: fee };
  const known = listRules(act.write).find(
    (r) => r.pattern === pattern && r.account === account && r.direction === first.direction && r.partyKey === first.party.key,
  );
  if (known) {
    const next = { whtPct: rate ?? known.whtPct, fee: kept ?? known.fee, state: known.state };
    if (next.whtPct !== known.whtPct || next.fee !== known.fee) change(act, known, next, 'match/accept');
    return;
  }
  const rule = {
    at: act.at,
    who: act.who,
    pattern,
    shown: shown === '' ? money.account : shown,
    account,
    direction: first.direction,
    partyKey: first.party.key,
    vendor: first.vendor,
    party: first.party.title,
    whtPct: rate,
    fee: kept,
    acceptance,
    state: 'on' as const,
  };
  const id = insertRule(act.write, rule);
  audit(act, 'match/accept', id, null);
}

function change(act: Act, before: RuleRecord, next: Pick<RuleRecord, 'whtPct' | 'fee' | 'state'>, action: string): void {
  updateRule(act.write, before.id, next);
  audit(act, action, before.id, before);
}

function audit(act: Act, action: string, id: number, before: RuleRecord | null): void {
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: ruleSubject(id),
    before: before && ruleSnapshot(before),
    after: ruleSnapshot(ruleById(act.write, id)!),
  });
}

/** What only an acceptance taught that is undone goes with it. */
export function unlearn(act: Act, acceptance: number, action: string): void {
  const uses = ruleUses(act.write);
  for (const rule of listRules(act.write))
    if (rule.acceptance === acceptance && (uses.get(rule.id) ?? 0) === 0) change(act, rule, { ...rule, state: 'forgotten' }, action);
}

function shownRules(read: ReadDb, rules: readonly RuleRecord[]): RuleShown[] {
  const uses = ruleUses(read);
  return rules.map((r) => toRule(r, uses.get(r.id) ?? 0, acceptanceById(read, r.acceptance)!));
}

export const showRules: Handler<'match/rules'> = (_input, { session }) => {
  const { read } = session.book();
  return shownRules(read, listRules(read));
};

function findRule(read: ReadDb, id: number): RuleRecord {
  const found = ruleById(read, id);
  if (!found || found.state === 'forgotten')
    refuse('match.no-rule', say`There is no learned rule ${{ id }}.`, { value: String(id), remedy: 'Look at the list of rules again.' });
  return found;
}

/** Switches a rule on or off, or corrects what it learned. */
export const setRule: Handler<'match/setRule'> = (input, context) =>
  inTransaction(context, (act) => {
    const before = findRule(act.write, input.id);
    if (input.fee && compare(input.fee.amount, '0') <= 0)
      refuse('match.rule-fee', say`A fee of ${{ fee: input.fee.amount }} ${{ currency: input.fee.currency }} is none.`, {
        value: input.fee.amount,
        remedy: 'Write an amount above zero, or leave the fee out.',
      });
    const state = input.on === undefined ? before.state : input.on ? 'on' : 'off';
    change(
      act,
      before,
      {
        whtPct: input.whtPct === undefined ? before.whtPct : input.whtPct,
        fee: input.fee === undefined ? before.fee : input.fee,
        state,
      },
      'match/setRule',
    );
    return shownRules(act.write, [ruleById(act.write, input.id)!])[0]!;
  });

export const forgetRules: Handler<'match/forget'> = ({ id }, context) =>
  inTransaction(context, (act) => {
    const rules = id === null ? listRules(act.write) : [findRule(act.write, id)];
    for (const rule of rules) change(act, rule, { ...rule, state: 'forgotten' }, 'match/forget');
    return { forgotten: rules.length };
  });
