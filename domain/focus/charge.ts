import { isProduct, readExact } from '../formats/profiles/kit/exact.ts';
import type { LocalBounds } from './bounds.ts';
import { chargeKindOf, modeKindOf, type ChargeKind } from './charges.ts';
import type { BookLine } from './line.ts';
import { serviceOf } from './services.ts';
import { tagsJson } from './tags-json.ts';
import { VENDOR_FACTS } from './vendors.ts';

/** What a batch says of all its lines. */
export interface LineSource {
  /** Who provides; null where neither vendor nor format names one. */
  provider: string | null;
  bounds: LocalBounds;
  /** A file that Tallybook's own export wrote. */
  own: boolean;
}

/** Values of one FOCUS row by column; a column that is not there is null. */
export type Charge = Record<string, string | null>;

const UNTOLD: ChargeKind = { category: 'Usage', frequency: 'Usage-Based' };
/** No currency: the book could not say which. */
const CURRENCY = /^[A-Z]{3}$/;
const CODE_LIKE = /^[a-z0-9][a-z0-9._-]*$/i;

/**
 * The FOCUS 1.2 row of a line of a native bill. What the bill does not tell stays null; columns that the specification never
 * lets be null take the nearest figure or word that it does tell, and are named in `filled`.
 */
export function chargeOf(line: BookLine, source: LineSource, filled: string[]): Charge {
  const facts = VENDOR_FACTS[line.vendor];
  const kind = chargeKindOf(line.vendor, line.billType) ?? modeKindOf(line.vendor, line.billingMode)?.kind ?? null;
  if (!kind) filled.push('ChargeCategory', 'ChargeFrequency');
  const { category, frequency, committed } = kind ?? UNTOLD;
  const isPriced = category === 'Usage' || category === 'Purchase';

  const month = source.bounds.month(line.period);
  const charged = line.date === null ? month : source.bounds.day(line.date);
  const provider = line.provider ?? source.provider;
  if (provider !== null) filled.push('InvoiceIssuerName', 'PublisherName');

  const accounts = accountsOf(line, facts.accountIsName, filled);
  const service = line.productType ?? line.product;
  const known = service === null ? null : serviceOf(service);
  const costs = costsOf(line, category, committed ?? false, filled);
  const measured = line.usage !== null && line.usageUnit !== null;
  const pricing = !isPriced ? null : committed ? 'Committed' : (modeKindOf(line.vendor, line.billingMode)?.pricing ?? null);
  if (line.region !== null) filled.push(CODE_LIKE.test(line.region) ? 'RegionName' : 'RegionId');

  return {
    ...accounts,
    ...costs,
    AvailabilityZone: line.availabilityZone,
    BillingCurrency: CURRENCY.test(line.currency ?? '') ? line.currency : null,
    BillingPeriodStart: month.start,
    BillingPeriodEnd: month.end,
    ChargeCategory: category,
    ChargeClass: null,
    ChargeDescription: describe(line),
    ChargeFrequency: frequency,
    ChargePeriodStart: charged.start,
    ChargePeriodEnd: charged.end,
    ConsumedQuantity: category === 'Usage' && measured ? line.usage : null,
    ConsumedUnit: category === 'Usage' && measured ? line.usageUnit : null,
    InvoiceId: line.invoiceId,
    InvoiceIssuerName: provider,
    PricingCategory: pricing,
    PricingQuantity: category !== 'Tax' && measured ? line.usage : null,
    PricingUnit: category !== 'Tax' && measured ? line.usageUnit : null,
    ProviderName: provider,
    PublisherName: provider,
    RegionId: line.region,
    RegionName: line.region,
    ResourceId: line.resourceId,
    ResourceName: line.resourceId === null ? null : line.resourceName,
    ResourceType: line.resourceId === null ? null : (line.product ?? line.productType),
    ServiceCategory: known?.category ?? null,
    ServiceName: service,
    ServiceSubcategory: known?.subcategory ?? null,
    Tags: tagsJson(line.tags),
  };
}

/** The payer is the billing account, the user a sub account; a bill that names one account only means the billing account. */
function accountsOf(line: BookLine, isName: boolean, filled: string[]): Charge {
  const payer = line.payingAccount ?? line.account;
  const user = line.payingAccount === null ? null : line.account;
  if (user !== null && !isName) filled.push('SubAccountName');
  return { BillingAccountId: payer, BillingAccountName: isName ? payer : null, SubAccountId: user, SubAccountName: user };
}

/**
 * The four costs. Billed is what is payable; a list cost that is not told is the billed one, a contracted cost too. Effective is
 * the billed cost of what is used: bills do not spread a purchase over its term, so it stands whole where it was billed.
 */
function costsOf(line: BookLine, category: string, committed: boolean, filled: string[]): Charge {
  const billed = line.payable;
  if (billed !== null) {
    if (line.listPrice === null) filled.push('ListCost');
    if (line.contractedCost === null) filled.push('ContractedCost');
    if (line.effectiveCost === null && (category === 'Purchase' || committed)) filled.push('EffectiveCost');
  }
  // On credits without a price the specification makes all costs one.
  const one = category === 'Credit';
  return {
    BilledCost: billed,
    ContractedCost: one ? billed : (line.contractedCost ?? billed),
    EffectiveCost: one ? billed : (line.effectiveCost ?? billed),
    ListCost: one ? billed : (line.listPrice ?? billed),
    ListUnitPrice: one || category === 'Tax' ? null : listUnitPrice(line),
  };
}

/** The price per unit where it is the list price: price × usage must be the list cost as printed. Prices are never negative. */
function listUnitPrice({ unitPrice, usage, usageUnit, listPrice }: BookLine): string | null {
  if (unitPrice === null || usage === null || usageUnit === null || listPrice === null || unitPrice.startsWith('-')) return null;
  const [price, quantity, cost] = [readExact(unitPrice), readExact(usage), readExact(listPrice)];
  return price && quantity && cost && isProduct(cost, price, quantity) ? unitPrice : null;
}

/** A charge in the bill's own words. */
function describe({ billType, productType, product, spec, usageType }: BookLine): string | null {
  const words = [...new Set([billType, productType, product, spec, usageType].filter((word) => word !== null))];
  return words.length > 0 ? words.join(' · ') : null;
}
