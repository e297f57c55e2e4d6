import { fail, ok, type Result } from '../result.ts';
import { addDays } from '../time/plain-date.ts';
import { say, type Said } from '../words/said.ts';
import { commonDays, firstCollision } from './overlap.ts';
import { ruleOf, withPlaces, type OwnRule } from './own-rules.ts';
import type { TaxPack, TaxRule } from './pack.ts';

type Days = Pick<TaxRule, 'from' | 'to'>;

/**
 * The pack with the user's own rules on top. An override takes its days out of the rule that it replaces, which goes on before
 * and after; a rule that is off ends the day before. Refuses, naming both rules, when one case would have two rules on one day,
 * when a replaced rule is not in the pack, and when an override is for another case than its rule or for days that it never had.
 */
export function effectivePack(pack: TaxPack, own: readonly OwnRule[]): Result<TaxPack> {
  if (own.length === 0) return ok(pack);
  const cuts = new Map<string, Days[]>();
  for (const rule of own) {
    if (rule.act === 'add') continue;
    const replaced = pack.rules.find((r) => r.id === rule.replaces);
    if (!replaced)
      return fail(
        'tax.rule-unknown',
        say`The rule ${{ own: rule.id }} stands for ${{ id: rule.replaces }}, which the pack does not have.`,
        {
          value: rule.replaces,
          remedy: say`Withdraw ${{ own: rule.id }}, or give the id of a rule of the pack.`,
        },
      );
    const days: Days = rule.act === 'off' ? { from: rule.since, to: null } : rule.body;
    if (rule.act === 'override' && !sameCase(rule.body, replaced)) return otherCase(rule.id, replaced);
    if (commonDays(days, replaced) === null)
      return fail(
        'tax.rule-elsewhere',
        say`${{ id: replaced.id }} does not hold on any day of ${{ own: rule.id }}: it holds ${{ days: spanOf(replaced) }}.`,
        {
          column: rule.act === 'off' ? 'since' : 'from',
          remedy: 'Give a first day on which the replaced rule holds, or add a rule of its own.',
        },
      );
    cuts.set(replaced.id, [...(cuts.get(replaced.id) ?? []), days]);
  }
  const rules = [
    ...pack.rules.flatMap((rule) =>
      (cuts.get(rule.id) ?? []).reduce<TaxRule[]>((parts, cut) => parts.flatMap((p) => without(p, cut)), [rule]),
    ),
    ...own.map(ruleOf).filter((r) => r !== null),
  ];
  const collision = firstCollision(rules);
  if (collision) return twoRules(...collision);
  return ok({ ...pack, ...withPlaces(pack, own), rules });
}

/** What is left of the rule outside the days: nothing, one part, or two. */
function without(rule: TaxRule, cut: Days): TaxRule[] {
  if (commonDays(rule, cut) === null) return [rule];
  const before = cut.from === null ? null : { ...rule, to: addDays(cut.from, -1) };
  const after = cut.to === null ? null : { ...rule, from: addDays(cut.to, 1) };
  return [before, after].filter((part) => part !== null && (part.from === null || part.to === null || part.from <= part.to)) as TaxRule[];
}

/** An override changes what holds, never for whom. */
const sameCase = (a: Omit<TaxRule, 'id'>, b: TaxRule): boolean => {
  const key = (r: Omit<TaxRule, 'id'>): string =>
    JSON.stringify([r.country, r.kind, r.entity, r.status, r.alsoStatus?.toSorted() ?? [], r.region ?? null, r.basis === 'usage']);
  return key(a) === key(b);
};

const otherCase = (own: string, replaced: TaxRule): Result<never> =>
  fail('tax.rule-other-case', say`${{ own }} is for another case than ${{ id: replaced.id }}, which it would replace.`, {
    column: 'rule',
    value: replaced.id,
    remedy: 'Keep country, kind, entity, status and region of the replaced rule; for another case add a rule of its own.',
  });

const twoRules = (a: TaxRule, b: TaxRule): Result<never> => {
  const [own, other] = b.own || !a.own ? [b, a] : [a, b];
  return fail(
    'tax.rule-overlap',
    say`${{ own: own.id }} and ${{ other: other.id }} would both hold for one case in ${{ country: a.country }} ${{ days: spanOf(commonDays(a, b) ?? a) }}.`,
    {
      column: 'from',
      value: other.id,
      remedy: say`Give one of them other days, override or switch off ${{ other: other.id }}, or withdraw it if it is a rule of your own.`,
    },
  );
};

/** `from 2024-03-01 to 2024-12-31`, with what is open left out. */
function spanOf({ from, to }: Days): Said | string {
  if (from !== null && to !== null) return say`from ${{ from }} to ${{ to }}`;
  if (from !== null) return say`from ${{ from }} on`;
  return to === null ? say`at any time` : say`until ${{ to }}`;
}
