import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { keepPack, packDigest, takePack } from '../../db/queries/tax-packs.ts';
import { insertOwnRule, listOwnRules, nextOwnId, ownRuleSnapshot, ownRuleSubject } from '../../db/queries/tax-rules.ts';
import { appError, fail, unwrap, type AppError, type Result } from '../../domain/result.ts';
import { checkOwnRule } from '../../domain/tax/check-own-rule.ts';
import { firstCollision } from '../../domain/tax/overlap.ts';
import type { OwnRule } from '../../domain/tax/own-rules.ts';
import { packName, taxPack, type TaxPack } from '../../domain/tax/pack.ts';
import { packDiff, type PackDiff } from '../../domain/tax/pack-diff.ts';
import { say } from '../../domain/words/said.ts';
import type { Act } from '../invoices/act.ts';
import { basePack, layered, ownInEffect } from './book-pack.ts';
import type { PackFile } from './pack-file.ts';

export interface Plan {
  /** What holds now, and what would hold. */
  diff: PackDiff;
  /** Why it cannot be taken in as it is; `forcible`: unless it is forced. */
  refusal: AppError | null;
  forcible: boolean;
  /** Own rules of the file that the book does not have. */
  fresh: OwnRule[];
}

/** What taking the file in would do to the rules of the book (of the shipped pack without one). */
export function planOf(read: ReadDb | null, content: PackFile): Plan {
  const base = read ? basePack(read).pack : taxPack;
  const own = read ? ownInEffect(listOwnRules(read)) : [];
  const now = layered(base, own);
  const before = now.ok ? now.value : base;
  const plan = (after: Result<TaxPack>, rest: Partial<Plan> = {}): Plan => ({
    diff: packDiff(bare(before), bare(after.ok ? after.value : content.kind === 'pack' ? content.pack : before)),
    refusal: after.ok ? null : after.error,
    forcible: false,
    fresh: [],
    ...rest,
  });
  if (content.kind === 'own') {
    const fresh = renumbered(
      read,
      content.rules.filter((rule) => !own.some((o) => sameRule(o, rule))),
    );
    const wrong = fresh.map((rule) => rule.body && checkOwnRule(rule.body, before)).find((result) => result && !result.ok);
    if (content.base.id !== base.id) return plan(otherPack(content.base.id, base.id));
    return plan(wrong && !wrong.ok ? wrong : layered(base, [...own, ...fresh]), { fresh });
  }
  const { pack } = content;
  if (pack.id !== base.id) return plan(otherPack(pack.id, base.id));
  const wrong = wrongPack(pack);
  if (wrong) return plan(wrong);
  // Whole against whole: it tells what is different, but own rules are taken over as own rules.
  if (pack.layer !== undefined) return plan({ ok: true, value: pack }, { refusal: merged() });
  const after = layered(pack, own);
  const older = pack.version < base.version;
  const other = pack.version === base.version && packDigest(pack) !== packDigest(base);
  if (after.ok && (older || other)) return plan(after, { refusal: older ? olderPack(pack, base) : otherContent(pack), forcible: true });
  return plan(after);
}

/** The layer's name is no content: own rules show as rules. */
const bare = ({ layer: _, ...pack }: TaxPack): TaxPack => pack;

/** Takes the plan's file into the book; `changed` is false where the book has all of it. */
export function takeIn(act: Act, content: PackFile, force: boolean): { diff: PackDiff; changed: boolean } {
  const { diff, refusal, forcible, fresh } = planOf(act.write, content);
  if (refusal && !(force && forcible)) unwrap({ ok: false, error: refusal });
  if (content.kind === 'own') {
    for (const rule of fresh) takeRule(act, rule);
    return { diff, changed: fresh.length > 0 };
  }
  const base = basePack(act.write);
  if (packDigest(base.pack) === packDigest(content.pack)) return { diff, changed: false };
  const digest = keepPack(act.write, content.pack);
  const seq = takePack(act.write, { at: act.at, who: act.who, digest, shipped: taxPack.version });
  const state = (pack: TaxPack): Record<string, unknown> => ({ pack: packName(pack), digest: packDigest(pack) });
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action: 'tax/import-pack',
    subject: `tax-pack-taken:${seq}`,
    before: state(base.pack),
    after: { ...state(content.pack), shipped: taxPack.version },
  });
  return { diff, changed: true };
}

function takeRule(act: Act, rule: OwnRule): void {
  insertOwnRule(act.write, { ...rule, at: act.at, who: act.who });
  const record = listOwnRules(act.write).find((r) => r.id === rule.id)!;
  const after = ownRuleSnapshot(record);
  appendAudit(act.write, { at: act.at, who: act.who, action: 'tax/import-pack', subject: ownRuleSubject(rule.id), before: null, after });
}

const sameRule = (a: OwnRule, b: OwnRule): boolean => {
  const key = ({ act, replaces, since, body }: OwnRule): string => packDigest({ act, replaces, since, body });
  return key(a) === key(b);
};

/** A rule keeps the id of the file where the book has not given it yet. */
function renumbered(read: ReadDb | null, rules: readonly OwnRule[]): OwnRule[] {
  const taken = new Set(read ? listOwnRules(read).map((r) => r.id) : []);
  return rules.map((rule) => {
    const country = (rule.replaces ?? rule.body?.country ?? rule.id).slice(0, 2);
    let id = /-U/.test(rule.id) && rule.id.startsWith(country) ? rule.id : `${country}-U01`;
    for (let n = read ? Number(nextOwnId(read, country).slice(4)) : 1; taken.has(id); n++) id = `${country}-U${String(n).padStart(2, '0')}`;
    taken.add(id);
    return { ...rule, id };
  });
}

/** What a pack's shape alone does not say: ids once, known countries and entities, no two rules of one case. */
function wrongPack(pack: TaxPack): Result<never> | null {
  const seen = new Set<string>();
  for (const rule of pack.rules) {
    const wrong = (field: string, value: string): Result<never> =>
      fail('tax.pack-rule', say`Rule ${{ rule: rule.id }}, field ${{ field }}: the pack does not have ${{ value }}.`, {
        column: field,
        value: rule.id,
        remedy: 'Add it to the countries or entities of the pack, or correct the rule.',
      });
    if (!pack.countries.some((c) => c.iso === rule.country)) return wrong('country', rule.country);
    if (rule.entity !== null && !pack.entities.some((e) => e.id === rule.entity)) return wrong('entity', rule.entity);
    const key = `${rule.id} ${rule.from ?? ''}`;
    if (seen.has(key))
      return fail('tax.pack-rule-twice', say`The rule ${{ rule: rule.id }} is in the pack twice.`, {
        value: rule.id,
        remedy: 'Give one of them another id.',
      });
    seen.add(key);
  }
  const both = firstCollision(pack.rules);
  return both
    ? fail(
        'tax.rule-overlap',
        say`${{ own: both[0].id }} and ${{ other: both[1].id }} would both hold for one case in ${{ country: both[0].country }}.`,
        {
          value: both[1].id,
          remedy: 'Correct their days in the file.',
        },
      )
    : null;
}

const otherPack = (id: string, base: string): Result<never> =>
  fail('tax.pack-other', say`The file is of the pack ${{ id }}, the book uses ${{ base }}.`, {
    value: id,
    remedy: say`Choose a file of ${{ base }}.`,
  });
const merged = (): AppError =>
  appError('tax.pack-merged', 'The file is a pack with the own rules of a book written into it.', {
    remedy: 'Export the pack of a book without own rules, and own rules by themselves (“tax pack export --own”).',
  });
const olderPack = (pack: TaxPack, base: TaxPack): AppError =>
  appError(
    'tax.pack-older',
    say`The file is edition ${{ version: pack.version }}, the book uses edition ${{ base: base.version }}, which is newer.`,
    {
      value: String(pack.version),
      remedy: 'Choose a newer file, or force it if the older rules are wanted.',
    },
  );
const otherContent = (pack: TaxPack): AppError =>
  appError('tax.pack-same-edition', say`The file has other content than edition ${{ version: pack.version }}, which the book uses.`, {
    value: String(pack.version),
    remedy: 'Give a changed pack a higher edition, hand own rules on as own rules, or force it.',
  });
