import { compare, isAmount, sum } from '../../../../domain/money/amount.ts';
import type { Input } from '../../../../services/contract/index.ts';
import type { RuleRow } from '../../../../services/contract/tax-rules.ts';

export type OwnBody = Input<'tax/add-rule'>['rule'];
type Rule = RuleRow['rule'];

/** The form's state: texts as typed. */
export interface RuleDraft {
  kind: 'indirect' | 'wht';
  country: string;
  countryEn: string;
  countryZh: string;
  currency: string;
  /** Empty: every entity. */
  entity: string;
  entityName: string;
  residence: string;
  status: Rule['status'];
  region: string;
  from: string | null;
  to: string | null;
  treatment: Rule['treatment'];
  code: string;
  name: string;
  nameZh: string;
  /** Parts of the tax with their percents; an empty percent is not printed. */
  parts: { code: string; ratePct: string }[];
  whtRate: string;
  treaty: string;
  remittedBy: 'seller' | 'customer' | '';
  remittedTo: string;
  documentKind: string;
  numberPrefix: string;
  source: string;
  notes: string;
  reason: string;
}

/** What every part of the form works on. */
export interface DraftPart {
  draft: RuleDraft;
  change: (part: Partial<RuleDraft>) => void;
}

/** Treatments that the form offers for each kind; evidence and identity rules are written as files. */
export const FORM_TREATMENTS = {
  indirect: ['charged', 'not_charged', 'reverse_charge', 'self_declared', 'shown_self_accounted', 'charged_customer_remits'],
  wht: ['withheld_from_payment', 'price_excludes_wht', 'treaty_rate', 'may_apply'],
} as const;

export const emptyDraft = (country: string, entity: string): RuleDraft => ({
  kind: 'indirect',
  country,
  countryEn: '',
  countryZh: '',
  currency: '',
  entity,
  entityName: '',
  residence: '',
  status: 'any',
  region: '',
  from: null,
  to: null,
  treatment: 'charged',
  code: '',
  name: '',
  nameZh: '',
  parts: [{ code: '', ratePct: '' }],
  whtRate: '',
  treaty: '',
  remittedBy: 'seller',
  remittedTo: '',
  documentKind: '',
  numberPrefix: '',
  source: '',
  notes: '',
  reason: '',
});

/** A draft that starts from a rule, without its days: an override begins on a day of its own. */
export function draftOf(rule: Rule): RuleDraft {
  return {
    ...emptyDraft(rule.country, rule.entity ?? ''),
    kind: rule.kind === 'wht' ? 'wht' : 'indirect',
    status: rule.status,
    region: rule.region ? ('is' in rule.region ? rule.region.is : rule.region.not) : '',
    to: rule.to,
    treatment: rule.treatment,
    code: rule.tax?.code ?? '',
    name: rule.tax?.name ?? '',
    nameZh: rule.tax?.nameZh ?? '',
    parts: (rule.tax?.components ?? [{ code: '', ratePct: null }]).map((c) => ({
      code: c.code === rule.tax?.code ? '' : c.code,
      ratePct: c.ratePct ?? '',
    })),
    whtRate: rule.wht?.ratePct ?? '',
    treaty: rule.wht?.treaty ?? '',
    remittedBy: rule.remittedBy ?? '',
    remittedTo: rule.remittedTo ?? '',
    documentKind: rule.invoice?.kind ?? '',
    numberPrefix: rule.invoice?.numberPrefix ?? '',
  };
}

const RATE = /^(?:100(?:\.0{1,6})?|[0-9]{1,2}(?:\.[0-9]{1,6})?)$/;
/** True for an empty rate and for a percentage from 0 to 100. */
export const isPercent = (text: string): boolean => text.trim() === '' || RATE.test(text.trim());

/** Sum of the parts, or null where one has no rate or is no number. */
export function totalOf(parts: RuleDraft['parts']): string | null {
  const rates = parts.map((p) => p.ratePct.trim());
  return rates.every((r) => r !== '' && RATE.test(r)) ? sum(rates.map(canonical)) : null;
}

const canonical = (rate: string): string => {
  const text = rate.includes('.') ? rate.replace(/0+$/, '').replace(/\.$/, '') : rate;
  const digits = text.replace(/^0+(?=\d)/, '');
  return isAmount(digits) ? digits : rate;
};

/** What is still missing or wrong, by the word for it in taxRules.json; null where the rule can be kept. */
export function missingOf(draft: RuleDraft, known: { country: boolean; entity: boolean }): string | null {
  const { kind, parts } = draft;
  if (!/^[A-Z]{2}$/.test(draft.country)) return 'needCountry';
  if (!known.country && (!draft.countryEn.trim() || !/^[A-Z]{3}$/.test(draft.currency))) return 'needCountryFacts';
  if (draft.entity !== '' && !/^[A-Z0-9_]{2,40}$/.test(draft.entity)) return 'needEntity';
  if (!known.entity && (!draft.entityName.trim() || !/^[A-Z]{2}$/.test(draft.residence))) return 'needEntityFacts';
  if (draft.from !== null && draft.to !== null && draft.from > draft.to) return 'daysReversed';
  if (kind === 'indirect') {
    if (!/^[A-Z][A-Z0-9_+-]{0,39}$/.test(draft.code) || !draft.name.trim()) return 'needTax';
    if (!parts.every((p) => isPercent(p.ratePct))) return 'needRate';
    const total = totalOf(parts);
    if (total !== null && compare(total, '100') > 0) return 'needRate';
    if (draft.treatment === 'charged' && parts.every((p) => p.ratePct.trim() === '')) return 'needRate';
  } else {
    if (!isPercent(draft.whtRate)) return 'needRate';
    if (draft.treatment === 'treaty_rate' && !draft.treaty.trim()) return 'needTreaty';
  }
  if (!draft.source.trim()) return 'needSource';
  return draft.reason.trim() ? null : 'needReason';
}

/** The rule that the draft says. `base` is the rule that it stands for: what the form does not show is taken over from it. */
export function bodyOf(draft: RuleDraft, known: { country: boolean; entity: boolean }, base?: Rule): OwnBody {
  const { id: _, own: _own, example: _example, notes: _notes, wht, tax: _tax, ...kept } = base ?? ({} as Rule);
  const notes = draft.notes
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const country = { iso: draft.country, nameEn: draft.countryEn.trim(), nameZh: draft.countryZh.trim() || draft.countryEn.trim() };
  const entity = { id: draft.entity, name: draft.entityName.trim(), nameZh: draft.entityName.trim(), residence: draft.residence };
  const defines = {
    ...(!known.country && { country: { ...country, currency: draft.currency, regions: [] } }),
    ...(!known.entity && { entity: { ...entity, registrations: [] } }),
  };
  const rate = draft.whtRate.trim();
  const invoice = {
    ...kept.invoice,
    ...(draft.documentKind.trim() && { kind: draft.documentKind.trim() }),
    ...(draft.numberPrefix.trim() && { numberPrefix: draft.numberPrefix.trim() }),
  };
  return {
    ...kept,
    country: draft.country,
    kind: draft.kind,
    entity: draft.entity === '' ? null : draft.entity,
    status: draft.kind === 'wht' ? 'any' : draft.status,
    ...(base ? {} : draft.kind === 'indirect' && draft.region.trim() && { region: { is: draft.region.trim() } }),
    from: draft.from,
    to: draft.to,
    treatment: draft.treatment,
    ...(draft.kind === 'indirect' && { tax: taxOf(draft, base) }),
    ...(draft.kind === 'wht' && {
      wht: {
        ...wht,
        deducted: draft.treatment !== 'price_excludes_wht',
        ...(draft.treaty.trim() && { treaty: draft.treaty.trim() }),
        ratePct: draft.treatment === 'treaty_rate' || rate === '' ? null : canonical(rate),
        rates: draft.treatment === 'treaty_rate' && rate !== '' ? [{ incomeType: 'as applied for', ratePct: canonical(rate) }] : [],
      },
    }),
    ...(draft.remittedBy !== '' && { remittedBy: draft.remittedBy }),
    ...(draft.remittedTo.trim() && { remittedTo: draft.remittedTo.trim() }),
    ...(Object.keys(invoice).length > 0 && { invoice }),
    certainty: 'explicit',
    source: draft.source.trim(),
    ...(notes.length > 0 && { notes }),
    ...(Object.keys(defines).length > 0 && { defines }),
  };
}

function taxOf(draft: RuleDraft, base?: Rule): NonNullable<OwnBody['tax']> {
  const total = totalOf(draft.parts);
  const components = draft.parts.map(({ code, ratePct }) => ({
    code: code.trim() || draft.code,
    ratePct: ratePct.trim() === '' ? null : canonical(ratePct.trim()),
  }));
  const names = { code: draft.code, name: draft.name.trim(), nameZh: draft.nameZh.trim() || draft.name.trim() };
  const hint = base?.tax?.chargedStatusRatePct;
  return { ...names, ratePct: total, components, ...(hint !== undefined && { chargedStatusRatePct: hint }) };
}
