import { mix } from '../random.ts';
import { ACCOUNTS, PRODUCTS, PROJECTS, REGIONS, type HuaweiProduct } from './catalog.ts';

/** A resource that many lines charge. Everything about it follows from seed and number, so nothing has to be kept. */
export interface HuaweiResource {
  id: string;
  name: string;
  tags: string | null;
  item: HuaweiProduct;
  itemIndex: number;
  account: string;
  accountId: string;
  project: (typeof PROJECTS)[number];
  region: (typeof REGIONS)[number];
  zone: string;
}

const hex = (value: number): string => value.toString(16).padStart(8, '0');

export function resourceOf(seed: number, index: number): HuaweiResource {
  const hash = mix(seed, index);
  const itemIndex = index % PRODUCTS.length;
  const accountIndex = hash % ACCOUNTS.length;
  const region = REGIONS[(hash >>> 4) % REGIONS.length]!;
  const tail = hex(mix(hash, 1));
  const kind = PRODUCTS[itemIndex]!.productCode.split('.').at(-1)!;
  return {
    id: `${hex(hash)}-${tail.slice(0, 4)}-4${tail.slice(4, 7)}-8${hex(index).slice(-3)}-${hex(mix(hash, 2))}${hex(index).slice(-4)}`,
    // Some names carry what tests a reader of CSV: quotes, separators, semicolons.
    name: hash % 37 === 0 ? `${kind} "blue", spare; ${index}` : `${kind}-${index}`,
    tags: hash % 3 === 0 ? null : `env:${hash % 2 ? 'prod' : 'test'};team:${['web', 'data', 'ops'][hash % 3]}`,
    item: PRODUCTS[itemIndex]!,
    itemIndex,
    account: ACCOUNTS[accountIndex]!,
    accountId: `0000000000000000000000000000000${accountIndex + 1}`,
    project: PROJECTS[(hash >>> 8) % PROJECTS.length]!,
    region,
    zone: `${region.code}${'abc'[hash % 3]}`,
  };
}
