import type { ReadDb } from '../../db/connection.ts';
import { listOwnRules, type OwnRuleRecord } from '../../db/queries/tax-rules.ts';
import type { AppError } from '../../domain/result.ts';
import { commonDays } from '../../domain/tax/overlap.ts';
import { ruleOf, withPlaces, type OwnRule } from '../../domain/tax/own-rules.ts';
import { packName, taxPack, type TaxPack, type TaxRule } from '../../domain/tax/pack.ts';
import type { Output } from '../contract/index.ts';
import type { RuleRow } from '../contract/tax-rules.ts';
import { basePack, layered, ownInEffect } from './book-pack.ts';

/**
 * Every rule of the pack and every own rule, withdrawn ones too, in the order of the pack's countries; with what stands over what.
 * Works, and says what is wrong, where own rules and pack do not go together. `read` is null without a book.
 */
export function rulesOf(read: ReadDb | null, country: string | null): Output<'tax/rules'> {
  const { pack, taken } = read ? basePack(read) : { pack: taxPack, taken: null };
  const records = read ? listOwnRules(read) : [];
  const inEffect = ownInEffect(records);
  const whole = layered(pack, inEffect);
  const { countries } = withPlaces(pack, inEffect);
  const rows = [...pack.rules.map((rule) => packRow(rule, inEffect)), ...records.map((record) => ownRow(record, pack))];
  const order = new Map(countries.map((c, place) => [c.iso, place]));
  return {
    pack: {
      id: pack.id,
      version: pack.version,
      name: packName(whole.ok ? whole.value : pack),
      asOf: pack.asOf,
      title: pack.title,
      from: taken ? 'taken' : 'shipped',
      shippedVersion: taxPack.version,
      taken: taken && { at: taken.at, who: taken.who },
    },
    problem: whole.ok ? null : problemOf(whole.error),
    rules: rows
      .filter((row) => country === null || row.rule.country === country)
      .toSorted((a, b) => (order.get(a.rule.country) ?? 999) - (order.get(b.rule.country) ?? 999)),
    countries: countries.map(({ iso, nameEn, nameZh }) => {
      const here = (whole.ok ? whole.value : pack).rules.filter((r) => r.country === iso);
      const taxed = here.filter((r) => r.kind === 'indirect' && r.treatment !== 'not_stated');
      return { iso, nameEn, nameZh, rules: here.length, indirect: taxed.length };
    }),
  };
}

const problemOf = ({ code, message, details }: AppError): NonNullable<Output<'tax/rules'>['problem']> => ({
  code,
  message,
  ...(details && { details }),
});

function packRow(rule: TaxRule, own: readonly OwnRule[]): RuleRow {
  const over = own.flatMap((r) => {
    if (r.act === 'add' || r.replaces !== rule.id) return [];
    const days = commonDays(r.act === 'off' ? { from: r.since, to: null } : r.body, rule);
    return days ? [{ id: r.id, act: r.act, ...days }] : [];
  });
  const whole = over.find((o) => o.from === rule.from && o.to === rule.to);
  const state = whole ? (whole.act === 'off' ? 'off' : 'replaced') : over.length > 0 ? 'partly' : 'holds';
  return { id: rule.id, layer: 'pack', state, rule, own: null, over };
}

function ownRow({ id, act, replaces, since, body, reason, at, who, withdrawn }: OwnRuleRecord, pack: TaxPack): RuleRow {
  const replaced = pack.rules.find((r) => r.id === replaces);
  const made = ruleOf({ id, act, replaces, since, body, reason } as OwnRule);
  // A switching off has no body: what it shows is the rule that it ends, from that day.
  const rule = made ?? { ...(replaced ?? gone(id)), id, from: since ?? replaced?.from ?? null, own: { replaces, reason } };
  return {
    id,
    layer: 'own',
    state: withdrawn ? 'withdrawn' : act === 'off' ? 'off' : 'holds',
    rule,
    own: { act, replaces, since, reason, at, who, withdrawn },
    over: [],
  };
}

/** Stands for a rule that the pack no longer has. */
const gone = (id: string): TaxRule => ({
  id,
  country: id.slice(0, 2),
  kind: 'indirect',
  entity: null,
  status: 'any',
  from: null,
  to: null,
  treatment: 'not_stated',
  certainty: 'absent',
  source: '–',
});
