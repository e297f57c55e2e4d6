/** Versions of the specification, oldest first. 0.5 had other amounts and is not read. */
export const VERSIONS = ['1.0-preview', '1.0', '1.1', '1.2', '1.3', '1.4'] as const;
export type Version = (typeof VERSIONS)[number];
export const since = (version: Version, other: Version): boolean => VERSIONS.indexOf(version) >= VERSIONS.indexOf(other);

/** One column of the cost and usage dataset. */
export interface FocusColumn {
  name: string;
  type: 'text' | 'number' | 'time' | 'json';
  since: Version;
  /** Last version that has it. */
  until?: Version;
  mandatory?: boolean;
  /** Never empty where the column is there. */
  notNull?: boolean;
  /** Allowed values; case matters. */
  allowed?: readonly string[];
  /** A code of ISO 4217. */
  currency?: boolean;
}

/**
 * FinOps Open Cost and Usage Specification 1.0 to 1.4, tables of the columns (© the FOCUS contributors, CC BY 4.0).
 * Levels and nullability are those of 1.2, for columns that came later those of 1.4.
 */
export const COLUMNS: readonly FocusColumn[] = [
  { name: 'AllocatedMethodDetails', type: 'json', since: '1.3' },
  { name: 'AllocatedMethodId', type: 'text', since: '1.3' },
  { name: 'AllocatedResourceId', type: 'text', since: '1.3' },
  { name: 'AllocatedResourceName', type: 'text', since: '1.3' },
  { name: 'AllocatedTags', type: 'json', since: '1.3' },
  { name: 'AvailabilityZone', type: 'text', since: '1.0-preview' },
  { name: 'BilledCost', type: 'number', since: '1.0-preview', mandatory: true, notNull: true },
  { name: 'BillingAccountId', type: 'text', since: '1.0-preview', mandatory: true, notNull: true },
  { name: 'BillingAccountName', type: 'text', since: '1.0-preview', mandatory: true },
  { name: 'BillingAccountType', type: 'text', since: '1.2', notNull: true },
  { name: 'BillingCurrency', type: 'text', since: '1.0-preview', mandatory: true, notNull: true, currency: true },
  { name: 'BillingPeriodEnd', type: 'time', since: '1.0-preview', mandatory: true, notNull: true },
  { name: 'BillingPeriodStart', type: 'time', since: '1.0-preview', mandatory: true, notNull: true },
  { name: 'CapacityReservationId', type: 'text', since: '1.1' },
  { name: 'CapacityReservationStatus', type: 'text', since: '1.1', allowed: ['Used', 'Unused'] },
  {
    name: 'ChargeCategory',
    type: 'text',
    since: '1.0-preview',
    mandatory: true,
    notNull: true,
    allowed: ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'],
  },
  { name: 'ChargeClass', type: 'text', since: '1.0', mandatory: true, allowed: ['Correction'] },
  { name: 'ChargeDescription', type: 'text', since: '1.0-preview', mandatory: true },
  { name: 'ChargeFrequency', type: 'text', since: '1.0-preview', notNull: true, allowed: ['One-Time', 'Recurring', 'Usage-Based'] },
  { name: 'ChargePeriodEnd', type: 'time', since: '1.0-preview', mandatory: true, notNull: true },
  { name: 'ChargePeriodStart', type: 'time', since: '1.0-preview', mandatory: true, notNull: true },
  { name: 'ChargeSubcategory', type: 'text', since: '1.0-preview', until: '1.0-preview' },
  { name: 'CommitmentDiscountCategory', type: 'text', since: '1.0-preview', allowed: ['Spend', 'Usage'] },
  { name: 'CommitmentDiscountId', type: 'text', since: '1.0-preview' },
  { name: 'CommitmentDiscountName', type: 'text', since: '1.0-preview' },
  { name: 'CommitmentDiscountQuantity', type: 'number', since: '1.1' },
  { name: 'CommitmentDiscountStatus', type: 'text', since: '1.0', allowed: ['Used', 'Unused'] },
  { name: 'CommitmentDiscountType', type: 'text', since: '1.0-preview' },
  { name: 'CommitmentDiscountUnit', type: 'text', since: '1.1' },
  { name: 'CommitmentProgramEligibilityDetails', type: 'json', since: '1.4' },
  { name: 'ConsumedQuantity', type: 'number', since: '1.0' },
  { name: 'ConsumedUnit', type: 'text', since: '1.0' },
  { name: 'ContractApplied', type: 'json', since: '1.3' },
  { name: 'ContractedCost', type: 'number', since: '1.0', mandatory: true, notNull: true },
  { name: 'ContractedUnitPrice', type: 'number', since: '1.0' },
  { name: 'EffectiveCost', type: 'number', since: '1.0-preview', mandatory: true, notNull: true },
  { name: 'HostProviderName', type: 'text', since: '1.3', mandatory: true },
  { name: 'InvoiceDetailId', type: 'text', since: '1.4' },
  { name: 'InvoiceId', type: 'text', since: '1.2' },
  { name: 'InvoiceIssuerName', type: 'text', since: '1.0-preview', mandatory: true, notNull: true },
  { name: 'ListCost', type: 'number', since: '1.0-preview', mandatory: true, notNull: true },
  { name: 'ListUnitPrice', type: 'number', since: '1.0-preview' },
  { name: 'PricingCategory', type: 'text', since: '1.0-preview', allowed: ['Standard', 'Dynamic', 'Committed', 'Other'] },
  { name: 'PricingCurrency', type: 'text', since: '1.2' },
  { name: 'PricingCurrencyContractedUnitPrice', type: 'number', since: '1.2' },
  { name: 'PricingCurrencyEffectiveCost', type: 'number', since: '1.2' },
  { name: 'PricingCurrencyListUnitPrice', type: 'number', since: '1.2' },
  { name: 'PricingQuantity', type: 'number', since: '1.0-preview', mandatory: true },
  { name: 'PricingUnit', type: 'text', since: '1.0-preview', mandatory: true },
  { name: 'ProviderName', type: 'text', since: '1.0-preview', until: '1.3', mandatory: true, notNull: true },
  { name: 'PublisherName', type: 'text', since: '1.0-preview', until: '1.3', mandatory: true, notNull: true },
  { name: 'Region', type: 'text', since: '1.0-preview', until: '1.0-preview' },
  { name: 'RegionId', type: 'text', since: '1.0' },
  { name: 'RegionName', type: 'text', since: '1.0' },
  { name: 'ResourceId', type: 'text', since: '1.0-preview' },
  { name: 'ResourceName', type: 'text', since: '1.0-preview' },
  { name: 'ResourceType', type: 'text', since: '1.0-preview' },
  {
    name: 'ServiceCategory',
    type: 'text',
    since: '1.0-preview',
    mandatory: true,
    notNull: true,
    allowed: [
      'AI and Machine Learning',
      'Analytics',
      'Business Applications',
      'Compute',
      'Databases',
      'Developer Tools',
      'Multicloud',
      'Identity',
      'Integration',
      'Internet of Things',
      'Management and Governance',
      'Media',
      'Migration',
      'Mobile',
      'Networking',
      'Security',
      'Storage',
      'Web',
      'Other',
    ],
  },
  { name: 'ServiceName', type: 'text', since: '1.0-preview', mandatory: true, notNull: true },
  { name: 'ServiceProviderName', type: 'text', since: '1.3', mandatory: true, notNull: true },
  { name: 'ServiceSubcategory', type: 'text', since: '1.1', notNull: true },
  { name: 'SkuId', type: 'text', since: '1.0-preview' },
  { name: 'SkuMeter', type: 'text', since: '1.1' },
  { name: 'SkuPriceDetails', type: 'json', since: '1.1' },
  { name: 'SkuPriceId', type: 'text', since: '1.0-preview' },
  { name: 'SubAccountId', type: 'text', since: '1.0-preview' },
  { name: 'SubAccountName', type: 'text', since: '1.0-preview' },
  { name: 'SubAccountType', type: 'text', since: '1.2' },
  { name: 'Tags', type: 'json', since: '1.0-preview' },
  { name: 'UsageQuantity', type: 'number', since: '1.0-preview', until: '1.0-preview' },
  { name: 'UsageUnit', type: 'text', since: '1.0-preview', until: '1.0-preview' },
];

export const inVersion = (column: FocusColumn, version: Version): boolean =>
  since(version, column.since) && (!column.until || since(column.until, version));
