import { z } from 'zod';
import { command, query } from './procedure.ts';
import { country, fileToken, instant, plainDate, saidError } from './schema.ts';
import { ownBody, percent, reason, ruleId, taxRule } from './tax-rule.ts';

const fieldChange = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });
const part = z.enum(['pack', 'country', 'entity', 'rule']);
const named = z.object({ part, id: z.string() });
const diff = z.object({
  added: z.array(named),
  removed: z.array(named),
  changed: z.array(named.extend({ fields: z.array(fieldChange) })),
});

const ownFacts = z.object({
  act: z.enum(['add', 'override', 'off']),
  replaces: ruleId.nullable(),
  since: plainDate.nullable(),
  reason: z.string(),
  at: instant,
  who: z.string(),
  withdrawn: z.object({ at: instant, who: z.string(), reason: z.string() }).nullable(),
});
/** A rule of the list: as it is printed or written, which layer it is of, and what stands over it. */
export const ruleRow = z.object({
  id: ruleId,
  layer: z.enum(['pack', 'own']),
  /** `partly`: an own rule took some of its days. */
  state: z.enum(['holds', 'partly', 'replaced', 'off', 'withdrawn']),
  rule: taxRule,
  own: ownFacts.nullable(),
  /** Own rules in effect that stand in its place, with their days. */
  over: z.array(z.object({ id: ruleId, act: z.enum(['override', 'off']), from: plainDate.nullable(), to: plainDate.nullable() })),
});
export type RuleRow = z.infer<typeof ruleRow>;

const problem = z.object({
  code: z.string(),
  message: z.string(),
  details: z.object({ remedy: z.string().optional(), said: saidError.optional() }).loose().optional(),
});
const packFacts = z.object({
  id: z.string(),
  version: z.number(),
  /** As quotes name it. */
  name: z.string(),
  asOf: plainDate,
  title: z.string(),
  /** `taken`: a pack that a person took into the book in the place of the shipped one. */
  from: z.enum(['shipped', 'taken']),
  shippedVersion: z.number(),
  taken: z.object({ at: instant, who: z.string() }).nullable(),
});

const made = z.object({ id: ruleId });

export const taxRules = {
  /** Needs no book: without one, the shipped rules. `problem`: why own rules and pack do not go together, if so. */
  'tax/rules': query(
    z.object({ country: country.nullable().default(null) }),
    z.object({
      pack: packFacts,
      problem: problem.nullable(),
      rules: z.array(ruleRow),
      countries: z.array(z.object({ iso: country, nameEn: z.string(), nameZh: z.string(), indirect: z.number(), rules: z.number() })),
    }),
  ),
  'tax/add-rule': command(z.object({ rule: ownBody, reason }), made, ['tax']),
  /** With `ratePct`, the replaced rule at another rate; else the whole rule. `from` is its first day. */
  'tax/override-rule': command(
    z.object({
      replaces: ruleId,
      with: z.union([z.strictObject({ ratePct: percent, from: plainDate }), z.strictObject({ rule: ownBody })]),
      reason,
    }),
    made,
    ['tax'],
  ),
  /** `since`: first day without the rule; null: it never held. */
  'tax/switch-off-rule': command(z.object({ replaces: ruleId, since: plainDate.nullable().default(null), reason }), made, ['tax']),
  'tax/withdraw-rule': command(z.object({ id: ruleId, reason }), made, ['tax']),

  'tax/export-pack': command(
    z.object({ target: fileToken, what: z.enum(['pack', 'own']).default('pack') }),
    z.object({ file: z.string(), sha256: z.string(), what: z.enum(['pack', 'own']), name: z.string(), rules: z.number() }),
    [],
  ),
  /** What the file would change, and the refusal that taking it in would meet; nothing is changed. */
  'tax/diff-pack': query(
    z.object({ file: fileToken }),
    z.object({
      kind: z.enum(['pack', 'own']),
      name: z.string(),
      current: z.string(),
      diff,
      refusal: problem.nullable(),
      forcible: z.boolean(),
    }),
  ),
  /** Takes in a newer pack of the same id, or own rules. `force`: also an older edition, or other content of the same edition. */
  'tax/import-pack': command(
    z.object({ file: fileToken, force: z.boolean().default(false) }),
    z.object({ kind: z.enum(['pack', 'own']), name: z.string(), diff, changed: z.boolean() }),
    ['tax'],
  ),
};
