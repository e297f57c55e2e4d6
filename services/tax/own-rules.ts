import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import {
  insertOwnRule,
  listOwnRules,
  nextOwnId,
  ownRuleSnapshot,
  ownRuleSubject,
  withdrawOwnRule,
  type OwnRuleRecord,
} from '../../db/queries/tax-rules.ts';
import { refuse, unwrap, type Result } from '../../domain/result.ts';
import { checkOwnRule } from '../../domain/tax/check-own-rule.ts';
import { overrideBody } from '../../domain/tax/override-body.ts';
import type { OwnBody } from '../../domain/tax/own-rules.ts';
import type { TaxPack, TaxRule } from '../../domain/tax/pack.ts';
import { say } from '../../domain/words/said.ts';
import type { Act } from '../invoices/act.ts';
import { basePack, layered, ownInEffect } from './book-pack.ts';

/** Source of a rate that a user gave without naming one. */
const OWN_SOURCE = 'Own rule of this book';

/** Adds a rule of the user's beside those of the pack. Hands back its id, such as MY-U01. */
export function addRule(act: Act, rule: OwnBody, reason: string): { id: string } {
  const body = checked(act.write, rule);
  return keep(act, 'tax/add-rule', { act: 'add', replaces: null, since: null, body, reason });
}

/** Puts a rule in the place of one of the pack, from its first day on; the replaced rule goes on on all other days. */
export function overrideRule(
  act: Act,
  replaces: string,
  by: { ratePct: string; from: string } | { rule: OwnBody },
  reason: string,
): { id: string } {
  const replaced = ruleOfPack(act.write, replaces);
  const given = 'rule' in by ? by.rule : unwrap(overrideBody(replaced, by.ratePct, by.from, OWN_SOURCE));
  return keep(act, 'tax/override-rule', { act: 'override', replaces, since: null, body: checked(act.write, given), reason });
}

/** Ends a rule of the pack the day before `since`, or takes it away altogether. */
export function switchOffRule(act: Act, replaces: string, since: string | null, reason: string): { id: string } {
  ruleOfPack(act.write, replaces);
  return keep(act, 'tax/switch-off-rule', { act: 'off', replaces, since, body: null, reason });
}

/** Takes an own rule out of effect for good; it stays on record. */
export function withdrawRule(act: Act, id: string, reason: string): { id: string } {
  const before = ownRule(act.write, id);
  if (before.withdrawn)
    refuse('tax.rule-withdrawn', say`${{ id }} is withdrawn already, since ${{ at: before.withdrawn.at.slice(0, 10) }}.`, {
      value: id,
      remedy: 'Nothing needs to be done.',
    });
  const fitted = together(act.write).ok;
  withdrawOwnRule(act.write, id, { at: act.at, who: act.who, reason });
  const after = ownRule(act.write, id);
  // The rule of the pack comes back, and may meet another own rule. What did not fit before is mended one by one.
  if (fitted) unwrap(together(act.write));
  audit(act, 'tax/withdraw-rule', before, after);
  return { id };
}

/** Stores the rule under the next id of its country and holds the whole against collisions. */
function keep(act: Act, action: string, rule: Omit<OwnRuleRecord, 'id' | 'at' | 'who' | 'withdrawn'>): { id: string } {
  const country = (rule.replaces ?? (rule.body as OwnBody).country).slice(0, 2);
  const id = nextOwnId(act.write, country);
  insertOwnRule(act.write, { id, ...rule, at: act.at, who: act.who });
  unwrap(together(act.write));
  audit(act, action, null, ownRule(act.write, id));
  return { id };
}

const together = (read: ReadDb): Result<TaxPack> => layered(basePack(read).pack, ownInEffect(listOwnRules(read)));

function audit(act: Act, action: string, before: OwnRuleRecord | null, after: OwnRuleRecord): void {
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: ownRuleSubject(after.id),
    before: before && ownRuleSnapshot(before),
    after: ownRuleSnapshot(after),
  });
}

function ownRule(read: ReadDb, id: string): OwnRuleRecord {
  const all = listOwnRules(read);
  return (
    all.find((r) => r.id === id) ??
    refuse('tax.rule-not-own', say`The book has no own rule ${{ id }}.`, {
      value: id,
      remedy:
        all.length > 0
          ? say`Choose one of: ${{ choices: all.map((r) => r.id) }}.`
          : 'Rules of the pack are overridden or switched off instead.',
    })
  );
}

function ruleOfPack(read: ReadDb, id: string): TaxRule {
  return (
    basePack(read).pack.rules.find((r) => r.id === id) ??
    refuse('tax.rule-unknown', say`The pack has no rule ${{ id }}.`, {
      value: id,
      remedy: 'See the list of rules for its ids; an own rule is withdrawn and made anew instead.',
    })
  );
}

/** The rule checked; a country or entity that another own rule in effect has brought along needs no telling again. */
function checked(read: ReadDb, given: OwnBody): OwnBody {
  const own = ownInEffect(listOwnRules(read));
  const country = given.defines?.country ?? own.find((r) => r.body?.defines?.country?.iso === given.country)?.body?.defines?.country;
  const entity = given.defines?.entity ?? own.find((r) => r.body?.defines?.entity?.id === given.entity)?.body?.defines?.entity;
  return unwrap(checkOwnRule({ ...given, defines: { ...(country && { country }), ...(entity && { entity }) } }, basePack(read).pack));
}
