import { amount as canonical, negate, subtract, sum, type Amount } from '../money/amount.ts';
import type { Percent, TaxPack, TaxRule } from './pack.ts';
import { resolveTax, resolveWht, type ResolvedWht, type TaxCase } from './resolve.ts';
import { componentAmounts, signed, taxOf, type ComponentAmount, type Step } from './tax-amounts.ts';
import { deadlineOf, ruleNotes, whtNotes } from './words.ts';

export interface QuoteInput extends TaxCase {
  /** Service fee without indirect tax. */
  amount: Amount;
  currency: string;
  /** Null takes the rule's own rate where it prints one. */
  whtRate: Percent | null;
}

export interface Quote {
  tax: {
    code: string;
    name: string;
    ratePct: Percent | null;
    amount: Amount | null;
    treatment: string;
    components: ComponentAmount[];
  } | null;
  wht: { ratePct: Percent | null; amount: Amount | null; due: string | null; treatment: string } | null;
  invoiceTotal: Amount | null;
  netPayable: Amount | null;
  rule: { id: string; source: string } | null;
  whtRule: { id: string; source: string } | null;
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
  const wht = whtPart(withholding, fee, input);
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
    wht: wht ? { ratePct: wht.ratePct, amount: wht.amount, due: deadlineOf(withholding.evidence), treatment: wht.treatment } : null,
    invoiceTotal,
    netPayable,
    rule: resolved.rule ? reference(resolved.rule) : null,
    whtRule: withholding.rule ? reference(withholding.rule) : null,
    pack: pack.id,
    steps,
    notes: [
      ...resolved.notes,
      ...(resolved.rule ? ruleNotes(resolved.rule) : []),
      ...whtNotes(pack, input, withholding, wht?.ratePct ?? null),
    ],
  };
}

const reference = (rule: TaxRule): { id: string; source: string } => ({ id: rule.id, source: rule.source });

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

interface WhtPart {
  ratePct: Percent | null;
  amount: Amount | null;
  treatment: string;
  deducted: boolean;
  step: Step | null;
}

/** Null where neither a rule nor a rate is known: nothing is said about withholding then. */
function whtPart(withholding: ResolvedWht, fee: Amount, input: QuoteInput): WhtPart | null {
  const rule = withholding.rule;
  if (!rule && input.whtRate === null) return null;
  const ratePct = input.whtRate === null ? (rule?.wht?.ratePct ?? null) : canonical(input.whtRate.replace(/^0+(?=\d)/, ''));
  const treatment = rule?.treatment ?? 'rate_given';
  // On top of the price, the customer pays it out of its own pocket: the payment to the seller stays whole.
  // “May apply” without a rate of the user's is no reason to hold anything back, and none to say that nothing is.
  const deducted = treatment !== 'price_excludes_wht';
  const step = ratePct === null ? null : taxOf('WHT', fee, ratePct, input.currency);
  return { ratePct, amount: step?.value ?? null, treatment, deducted, step };
}
