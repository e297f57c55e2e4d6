/** What a source is known to leave out or to do its own way, as its vendor states it. */
export interface KnownSource {
  /** Tested on ProviderName, ServiceProviderName or InvoiceIssuerName. */
  provider: RegExp;
  name: string;
  /** Columns that it leaves empty, always or in named cases. */
  empty: readonly string[];
  /** What the vendor says about the use of its file; null where nothing. */
  caution: string | null;
  source: string;
}

const NATIVE = 'Hold invoices against its native bill, not against this file.';

/**
 * Named gaps: accepted, reported with their reason, never filled in. A column that is missing from this list is reported
 * too, only without a reason.
 */
export const KNOWN_SOURCES: readonly KnownSource[] = [
  {
    provider: /\b(?:aws|amazon)\b/i,
    name: 'AWS',
    empty: ['InvoiceIssuerName', 'PublisherName', 'ListUnitPrice', 'ContractedUnitPrice', 'PricingUnit', 'SkuId'],
    caution: null,
    source: 'AWS Data Exports, FOCUS conformance gaps',
  },
  {
    provider: /microsoft|azure/i,
    name: 'Microsoft',
    empty: ['InvoiceId', 'ServiceName', 'PublisherName', 'ChargeDescription', 'SkuId'],
    caution:
      'Microsoft prints ListCost and ContractedCost as 0 for marketplace charges and reservations, and no InvoiceId for enterprise agreements.',
    source: 'Microsoft FinOps toolkit, FOCUS conformance summary (2026-04)',
  },
  {
    provider: /alibaba|aliyun|阿里/i,
    name: 'Alibaba Cloud',
    empty: ['ContractedCost', 'ContractedUnitPrice', 'ChargeDescription', 'ConsumedQuantity', 'ConsumedUnit'],
    caution: `Alibaba Cloud states that its FOCUS file is not meant for reconciliation. ${NATIVE}`,
    source: 'Alibaba Cloud, FOCUS field differences (2026-02)',
  },
  {
    provider: /tencent|腾讯/i,
    name: 'Tencent Cloud',
    empty: ['EffectiveCost', 'ServiceCategory', 'SkuId', 'SkuPriceId', 'ResourceType'],
    caution: `Tencent Cloud asks to verify its FOCUS file with the bill details; it has no credit rows. ${NATIVE}`,
    source: 'Tencent Cloud document 555/67496',
  },
  {
    provider: /huawei|华为/i,
    name: 'Huawei Cloud',
    empty: ['ChargeClass', 'ChargeDescription'],
    caution: `Huawei Cloud cuts months at GMT+8 and prints them in UTC with inclusive ends. ${NATIVE}`,
    source: 'Huawei Cloud cost center guide, FOCUS export',
  },
];

export const knownSource = (provider: string): KnownSource | null => KNOWN_SOURCES.find((s) => s.provider.test(provider)) ?? null;
