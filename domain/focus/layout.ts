import { isMeasure } from '../formats/fields.ts';
import { costAndUsage } from './dataset.ts';
import { FILLED, GUARDED, LINE_KEY, OWN_FIELDS, ownColumn, type OwnField } from './own-columns.ts';

/** What a batch can fill: fields of its lines, or the FOCUS columns of its file. */
export interface Fillable {
  fields: ReadonlySet<OwnField>;
  /** FOCUS columns of the file that the lines came from; null for a native bill. */
  told: readonly string[] | null;
}

export interface OutColumn {
  name: string;
  type: 'text' | 'number' | 'time' | 'json';
  /** Amounts of the book have ten decimals; prices and quantities of foreign files may have more. */
  isMoney: boolean;
}

/** Columns of FOCUS 1.2 that a native bill fills where its lines have all of these fields; the mandatory ones are always there. */
const NEEDS: Readonly<Record<string, readonly OwnField[]>> = {
  AvailabilityZone: ['availabilityZone'],
  ChargeFrequency: [],
  ConsumedQuantity: ['usage', 'usageUnit'],
  ConsumedUnit: ['usage', 'usageUnit'],
  ListUnitPrice: ['unitPrice', 'usage', 'usageUnit', 'listPrice'],
  PricingCategory: ['billingMode'],
  RegionId: ['region'],
  RegionName: ['region'],
  ResourceId: ['resourceId'],
  ResourceName: ['resourceId', 'resourceName'],
  ResourceType: ['resourceId'],
  ServiceSubcategory: [],
  SubAccountId: ['account', 'payingAccount'],
  SubAccountName: ['account', 'payingAccount'],
  Tags: ['tags'],
};

/** Columns of other versions that a FOCUS 1.2 row takes from a file that has them. */
const RENAMED: Readonly<Record<string, readonly string[]>> = {
  RegionId: ['Region'],
  RegionName: ['Region'],
  ConsumedQuantity: ['UsageQuantity'],
  ConsumedUnit: ['UsageUnit'],
};

/** Recommended, and the column by which readers know a file as 1.2. */
const ALWAYS = new Set(['InvoiceId']);

const COSTS = new Set(['BilledCost', 'ContractedCost', 'EffectiveCost', 'ListCost']);

/**
 * Columns of a FOCUS 1.2 file of these batches: the mandatory ones, those of the others that some batch can fill, in alphabetical
 * order; then Tallybook's own. A column that nobody can fill is left out, as the specification has it for conditional ones.
 */
export function layoutOf(batches: readonly Fillable[], isCsv: boolean): OutColumn[] {
  const focus = costAndUsage('1.2').filter(
    ({ name, level }) => level === 'mandatory' || ALWAYS.has(name) || batches.some((b) => canFill(b, name)),
  );
  const fields = OWN_FIELDS.filter((f) => f === 'vendor' || f === 'period' || f === 'currency' || batches.some((b) => b.fields.has(f)));
  return [
    ...focus.map(({ name, type }): OutColumn => ({ name, type, isMoney: COSTS.has(name) })),
    ...[LINE_KEY, FILLED, ...(isCsv ? [GUARDED] : [])].map((name): OutColumn => ({ name, type: 'text', isMoney: false })),
    ...fields.map((field): OutColumn => {
      const isMoney = isMeasure(field) || field === 'usage' || field === 'unitPrice';
      return { name: ownColumn(field), type: isMoney ? 'number' : 'text', isMoney };
    }),
  ];
}

function canFill({ fields, told }: Fillable, column: string): boolean {
  if (told) return told.includes(column) || (RENAMED[column]?.some((name) => told.includes(name)) ?? false);
  return NEEDS[column]?.every((field) => fields.has(field)) ?? false;
}

/** Fields that own columns are written for, by the column's name. */
export const OWN_FIELD_OF: ReadonlyMap<string, OwnField> = new Map(OWN_FIELDS.map((field) => [ownColumn(field), field]));
