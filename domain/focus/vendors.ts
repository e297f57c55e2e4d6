import type { Bilingual } from '../words/said.ts';

/** What is the same on every line of a vendor's bill. */
export interface VendorFacts {
  /** ProviderName, PublisherName and InvoiceIssuerName, where the line names nobody. Null: nobody knows. */
  provider: string | null;
  /** Account texts are names, so that an id and a name are the same text; else they are numbers without a name. */
  accountIsName: boolean;
  source: Bilingual;
}

export const VENDOR_FACTS: Readonly<Record<'huawei' | 'tencent' | 'qingcloud' | 'zilliz' | 'other', VendorFacts>> = {
  huawei: {
    provider: 'Huawei Cloud',
    accountIsName: true,
    source: { en: 'Huawei Cloud cost center guide, FOCUS export', zh: '华为云成本中心指南：FOCUS 导出' },
  },
  tencent: {
    provider: 'Tencent Cloud',
    accountIsName: false,
    source: { en: 'Tencent Cloud FOCUS 1.0 field mapping', zh: '腾讯云 FOCUS 1.0 字段说明' },
  },
  qingcloud: { provider: 'QingCloud', accountIsName: false, source: { en: 'QingCloud billing interface', zh: '青云计费接口' } },
  zilliz: { provider: 'Zilliz', accountIsName: false, source: { en: 'Zilliz Cloud usage interface', zh: 'Zilliz Cloud 用量接口' } },
  other: { provider: null, accountIsName: false, source: { en: 'the file itself', zh: '文件本身' } },
};

/** Provider of a native bill of another cloud, by the beginning of its format. */
const PROFILE_PROVIDERS: readonly [prefix: string, provider: string][] = [
  ['aws.', 'AWS'],
  ['azure.', 'Microsoft'],
  ['gcp.', 'Google Cloud'],
  ['oci.', 'Oracle'],
];

/** Who provides, by the format that the line was read by; null where neither vendor nor format names one. */
export const providerOf = (vendor: keyof typeof VENDOR_FACTS, format: string): string | null =>
  VENDOR_FACTS[vendor].provider ?? PROFILE_PROVIDERS.find(([prefix]) => format.startsWith(prefix))?.[1] ?? null;
