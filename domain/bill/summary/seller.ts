/** Who sells: the cloud vendor itself, or somebody else on the vendor's marketplace (云商店, 云市场). */
export type Seller = 'cloud' | 'store';

const STORE = /云商店|云市场|koogallery|marketplace/i;
/** Names under which vendors call themselves in the column 供应商 of their own files. */
const OWN: Readonly<Record<string, RegExp>> = { huawei: /^(华为|huawei)/i, tencent: /^(腾讯|tencent)/i };

/**
 * The seller of a line. A provider that is not the vendor itself sells on its marketplace; without a provider the product type tells.
 * What no column tells counts as the vendor's own. FOCUS files name the cloud as provider, and a marketplace only in the product.
 * Source: Huawei Cloud international billing guide, sections 7.2.3.1 (cloud and store charges) and 7.2.8.2 (供应商).
 */
export function sellerOf(vendor: string, line: { provider: string | null; productType: string | null }): Seller {
  const own = Object.hasOwn(OWN, vendor) ? OWN[vendor]! : null;
  if (line.provider !== null && own) return own.test(line.provider) ? 'cloud' : 'store';
  return STORE.test(line.provider ?? '') || STORE.test(line.productType ?? '') ? 'store' : 'cloud';
}
