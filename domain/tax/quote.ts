import { amount as canonical, compare, negate, subtract, sum, type Amount } from '../money/amount.ts';
import { factsOf, reference, type AnswerFacts, type RuleReference } from './answer-facts.ts';
import { packName, type Percent, type TaxPack, type TaxRule } from './pack.ts';
import { resolveTax, type TaxCase } from './resolve.ts';
import { componentAmounts, signed, type ComponentAmount, type Step } from './tax-amounts.ts';
import { grossUp, type GrossUp } from './gross-up.ts';
import { treatyOf, type TreatyAnswer, type TreatyCase } from './treaty.ts';
import { deadlineOf, resolveWht, whtPart, type RateBasis } from './withholding.ts';
import { whtNotes } from './withholding-words.ts';
import { ownNote, ruleNotes } from './words.ts';

export interface QuoteInput extends TaxCase, TreatyCase {
  /** Service fee without indirect tax. */
  amount: Amount;
  currency: string;
  /** Null takes the rule's own rate where it prints one. */
  whtRate: Percent | null;
}

export interface Quote extends AnswerFacts {
  tax: {
    code: string;
    name: string;
    nameZh: string;
    ratePct: Percent | null;
    amount: Amount | null;
    treatment: string;
    components: ComponentAmount[];
  } | null;
  wht: { ratePct: Percent | null; basis: RateBasis | null; amount: Amount | null; due: string | null; treatment: string } | null;
  /** The printed treaty, and what it takes for its rate; null where none is printed. */
  treaty: TreatyAnswer | null;
  /** Where the price excludes WHT and the rate is known: the price that the buyer's authority sees. */
  grossUp: GrossUp | null;
  invoiceTotal: Amount | null;
  netPayable: Amount | null;
  rule: RuleReference | null;
  whtRule: RuleReference | null;
  pack: string;
  steps: Step[];
  notes: string[];
}

/**
 * What the invoice says and what is paid to the seller: net payable = fee − WHT + indirect tax that the seller
 * collects; WHT is taken on the fee without indirect tax (Huawei Cloud billing guide 8.1, 8.2).
 * Unknown stays null: no printed rule or rate is never read as 0 %.
 */
export function quote(pack: TaxPack, input: QuoteInput): Quote {
  const fee = canonical(input.amount);
  const steps: Step[] = [{ label: 'Fee', formula: 'service fee without indirect tax', value: fee }];
  const resolved = resolveTax(pack, input);
  const tax = resolved.rule ? taxPart(resolved.rule, fee, input.currency) : null;
  if (tax) steps.push(...tax.steps);

  const withholding = resolveWht(pack, input);
  const treaty = treatyOf(withholding.treaties, input);
  const wht = whtPart(withholding, treaty, fee, input);
  if (wht?.step) steps.push(wht.step);

  const onInvoice = tax ? tax.onInvoice : null;
  const invoiceTotal = onInvoice === null ? null : sum([fee, onInvoice]);
  if (invoiceTotal !== null)
    steps.push({
      label: 'Invoice total',
      formula: onInvoice === '0' ? 'fee; the seller adds no tax' : signed(fee, [onInvoice ?? '0']),
      value: invoiceTotal,
    });

  const held = wht === null || !wht.deducted ? '0' : wht.amount;
  const toSeller = tax ? tax.toSeller : null;
  const netPayable = toSeller === null || held === null ? null : sum([subtract(fee, held), toSeller]);
  if (netPayable !== null)
    steps.push({
      label: 'Net payable to the seller',
      formula: signed(
        fee,
        [held ?? '0', toSeller ?? '0'].map((v, i) => (i === 0 ? negate(v) : v)).filter((v) => v !== '0'),
      ),
      value: netPayable,
    });

  return {
    tax: tax ? tax.shown : null,
    wht: wht
      ? { ratePct: wht.ratePct, basis: wht.basis, amount: wht.amount, due: deadlineOf(withholding.evidence), treatment: wht.treatment }
      : null,
    treaty,
    grossUp: wht && !wht.deducted && grossable(wht.ratePct) ? grossUp(fee, wht.ratePct, input.currency) : null,
    invoiceTotal,
    netPayable,
    rule: resolved.rule ? reference(resolved.rule, input) : null,
    whtRule: withholding.rule ? reference(withholding.rule, input) : null,
    ...factsOf(pack, input, resolved.rule, resolved.choose ?? []),
    pack: packName(pack),
    steps,
    notes: [
      ...resolved.notes,
      ...(resolved.rule ? ruleNotes(resolved.rule) : []),
      ...(withholding.rule ? ownNote(withholding.rule) : []),
      ...whtNotes(pack, input, withholding, treaty, wht?.ratePct ?? null),
    ],
  };
}

/** A rate from which a price can be grossed up: known, above nothing and below the whole. */
const grossable = (ratePct: Percent | null): ratePct is Percent =>
  ratePct !== null && compare(ratePct, '0') > 0 && compare(ratePct, '100') < 0;

interface TaxPart {
  shown: NonNullable<Quote['tax']>;
  steps: Step[];
  onInvoice: Amount | null;
  toSeller: Amount | null;
}

function taxPart(rule: TaxRule, fee: Amount, currency: string): TaxPart {
  const printed = rule.tax;
  const components = printed?.components ?? [];
  const computed = componentAmounts(fee, components, currency);
  const shown = {
    code: printed?.code ?? '',
    name: printed?.name ?? '',
    nameZh: printed?.nameZh ?? '',
    ratePct: printed?.ratePct ?? null,
    amount: computed.total,
    treatment: rule.treatment,
    components: computed.components,
  };
  if (rule.treatment === 'charged') return { shown, steps: computed.steps, onInvoice: computed.total, toSeller: computed.total };
  // The tax stands on the invoice, but the customer pays it to the authority itself.
  if (rule.treatment === 'charged_customer_remits') return { shown, steps: computed.steps, onInvoice: computed.total, toSeller: '0' };
  return { shown, steps: [], onInvoice: '0', toSeller: '0' };
}
