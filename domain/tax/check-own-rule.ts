import { COUNTRIES } from '../einvoice/codes/places.ts';
import { equal, sum } from '../money/amount.ts';
import { fail, ok, type Result } from '../result.ts';
import { say, type Sentence } from '../words/said.ts';
import type { OwnBody } from './own-rules.ts';
import type { TaxPack, TaxRule, Treatment } from './pack.ts';

/** Treatments that a rule of each kind may have. */
export const TREATMENTS: Readonly<Record<TaxRule['kind'], readonly Treatment[]>> = {
  indirect: ['charged', 'not_charged', 'reverse_charge', 'self_declared', 'shown_self_accounted', 'charged_customer_remits'],
  wht: ['withheld_from_payment', 'price_excludes_wht', 'treaty_rate', 'may_apply'],
  evidence: ['certificate_required', 'certificate_delivery', 'online_upload_available', 'vat_payment_proof_required'],
  identity: ['customer_must_record_tax_id', 'status_selection_rule'],
};

/**
 * Whether a rule that a user wrote makes sense by itself and knows its country and entity; its shape is the contract's business.
 * Hands it back with what the pack does not know (`defines`) kept and the rest of it dropped.
 */
export function checkOwnRule(rule: OwnBody, pack: TaxPack): Result<OwnBody> {
  const wrong = (column: string, message: Sentence, remedy: Sentence, value?: string): Result<never> =>
    fail('tax.rule-wrong', message, { column: `rule.${column}`, remedy, ...(value !== undefined && { value }) });

  if (!TREATMENTS[rule.kind].includes(rule.treatment))
    return wrong(
      'treatment',
      say`“${{ treatment: rule.treatment }}” is no treatment of a rule of the kind ${{ kind: rule.kind }}.`,
      say`Choose one of: ${{ choices: TREATMENTS[rule.kind] }}.`,
      rule.treatment,
    );
  if (rule.from !== null && rule.to !== null && rule.from > rule.to)
    return wrong(
      'to',
      say`The last day ${{ to: rule.to }} is before the first day ${{ from: rule.from }}.`,
      say`Correct one of the two dates.`,
      rule.to,
    );

  if (rule.kind === 'indirect') {
    if (!rule.tax)
      return wrong('tax', say`A rule of an indirect tax needs the tax: its code, names, rate and components.`, say`Add “tax”.`);
    const rates = rule.tax.components.map((c) => c.ratePct);
    const known = rates.filter((r) => r !== null);
    const total = known.length === rates.length ? sum(known) : null;
    const stated = rule.tax.ratePct;
    if (stated !== null && (total === null || !equal(total, stated)))
      return wrong(
        'tax.ratePct',
        say`The components come to ${{ total: total ?? '–' }} %, the rate is ${{ rate: stated }} %.`,
        say`Give every component its rate, so that they add up to the rate of the tax.`,
        stated,
      );
    if (stated === null && total !== null)
      return wrong(
        'tax.ratePct',
        say`The components come to ${{ total }} %, but the tax has no rate.`,
        say`Give the tax the sum of its components as its rate.`,
      );
    if (rule.treatment === 'charged' && known.length === 0)
      return wrong('tax.ratePct', say`A tax that is charged needs a rate.`, say`Give the rate in percent, such as 8 for 8 %.`);
  }
  if (rule.kind === 'wht') {
    if (!rule.wht) return wrong('wht', say`A withholding rule needs its rate.`, say`Add “wht”.`);
    if (rule.status !== 'any' || rule.alsoStatus || rule.region)
      return wrong(
        'status',
        say`A withholding rule is for every status and region.`,
        say`Give it the status “any” and no region.`,
        rule.status,
      );
    if (rule.treatment === 'treaty_rate' && !rule.wht.treaty)
      return wrong('wht.treaty', say`A treaty rate needs the name of the treaty.`, say`Name it, such as MY-SG.`);
  }
  if (rule.kind === 'evidence' && !rule.evidence)
    return wrong('evidence', say`A rule on evidence needs what is due.`, say`Add “evidence”: document, days, trigger and channels.`);

  const region = rule.region && ('is' in rule.region ? rule.region.is : rule.region.not);
  if (region && !region.startsWith(`${rule.country}-`))
    return wrong(
      'region',
      say`The region ${{ region }} is not in ${{ country: rule.country }}.`,
      say`Give an ISO 3166-2 code of the country.`,
      region,
    );
  return withDefines(rule, pack, wrong);
}

type Wrong = (column: string, message: Sentence, remedy: Sentence, value?: string) => Result<never>;

function withDefines({ defines, ...rule }: OwnBody, pack: TaxPack, wrong: Wrong): Result<OwnBody> {
  const kept: NonNullable<OwnBody['defines']> = {};
  if (!pack.countries.some((c) => c.iso === rule.country)) {
    if (!COUNTRIES.has(rule.country))
      return wrong('country', say`There is no country ${{ country: rule.country }}.`, say`Give an ISO 3166 code such as TH.`, rule.country);
    if (defines?.country?.iso !== rule.country)
      return wrong(
        'defines.country',
        say`The rule pack does not know the country ${{ country: rule.country }}.`,
        say`Add its names and currency under “defines.country”.`,
        rule.country,
      );
    kept.country = defines.country;
  }
  if (rule.entity !== null && !pack.entities.some((e) => e.id === rule.entity)) {
    if (defines?.entity?.id !== rule.entity)
      return wrong(
        'defines.entity',
        say`The rule pack does not know the contracting entity ${{ entity: rule.entity }}.`,
        say`Add its names and residence under “defines.entity”, or choose one of: ${{ choices: pack.entities.map((e) => e.id) }}.`,
        rule.entity,
      );
    kept.entity = defines.entity;
  }
  return ok(Object.keys(kept).length > 0 ? { ...rule, defines: kept } : rule);
}
