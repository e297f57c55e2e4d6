import { say, type Bilingual, type Said } from '../../words/said.ts';

/** What a source is known to leave out or to do its own way, as its vendor states it. */
export interface KnownSource {
  /** Tested on ProviderName, ServiceProviderName or InvoiceIssuerName. */
  provider: RegExp;
  name: string;
  /** Columns that it leaves empty, always or in named cases. */
  empty: readonly string[];
  /** What the vendor says about the use of its file; null where nothing. */
  caution: Said | null;
  source: Bilingual;
}

const native = say`Hold invoices against its native bill, not against this file.`;

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
    source: { en: 'AWS Data Exports, FOCUS conformance gaps', zh: 'AWS Data Exports：FOCUS 一致性差异' },
  },
  {
    provider: /microsoft|azure/i,
    name: 'Microsoft',
    empty: ['InvoiceId', 'ServiceName', 'PublisherName', 'ChargeDescription', 'SkuId'],
    caution: say`Microsoft prints ListCost and ContractedCost as 0 for marketplace charges and reservations, and no InvoiceId for enterprise agreements.`,
    source: {
      en: 'Microsoft FinOps toolkit, FOCUS conformance summary (2026-04)',
      zh: 'Microsoft FinOps toolkit：FOCUS 一致性摘要（2026-04）',
    },
  },
  {
    provider: /alibaba|aliyun|阿里/i,
    name: 'Alibaba Cloud',
    empty: ['ContractedCost', 'ContractedUnitPrice', 'ChargeDescription', 'ConsumedQuantity', 'ConsumedUnit'],
    caution: say`Alibaba Cloud states that its FOCUS file is not meant for reconciliation. ${{ native }}`,
    source: { en: 'Alibaba Cloud, FOCUS field differences (2026-02)', zh: '阿里云：FOCUS 字段差异（2026-02）' },
  },
  {
    provider: /tencent|腾讯/i,
    name: 'Tencent Cloud',
    empty: ['EffectiveCost', 'ServiceCategory', 'SkuId', 'SkuPriceId', 'ResourceType'],
    caution: say`Tencent Cloud asks to verify its FOCUS file with the bill details; it has no credit rows. ${{ native }}`,
    source: { en: 'Tencent Cloud document 555/67496', zh: '腾讯云文档 555/67496' },
  },
  {
    provider: /huawei|华为/i,
    name: 'Huawei Cloud',
    empty: ['ChargeClass', 'ChargeDescription'],
    caution: say`Huawei Cloud cuts months at GMT+8 and prints them in UTC with inclusive ends. ${{ native }}`,
    source: { en: 'Huawei Cloud cost center guide, FOCUS export', zh: '华为云成本中心指南：FOCUS 导出' },
  },
];

export const knownSource = (provider: string): KnownSource | null => KNOWN_SOURCES.find((s) => s.provider.test(provider)) ?? null;
