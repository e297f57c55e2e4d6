import type { Bilingual } from '../../words/said.ts';

/**
 * A VAT category and what holds of documents that use it: the rules BR-<prefix>-01 to -10 of EN 16931-1 are the same for every
 * category but for these.
 */
export interface Family {
  /** As in the rules' ids. IGIC and IPSI: AF and AG in the present edition, IG and IP in older ones. */
  prefix: string;
  /** UNCL 5305. */
  code: string;
  name: Bilingual;
  /** How often it stands in the VAT breakdown when it is used: once, or once for each rate. */
  breakdown: 'once' | 'by-rate';
  /** What identifies the parties: any tax number of the seller, VAT numbers only, …; `none`: no VAT number may stand there. */
  ids: 'seller' | 'seller-vat' | 'seller-and-buyer' | 'seller-vat-and-buyer-vat' | 'none';
  rate: 'positive' | 'zero' | 'not-negative' | 'absent';
  /** Whether the breakdown must say why no VAT is charged, or must not. */
  exemption: 'required' | 'forbidden';
}

const named = (en: string, zh: string): Bilingual => ({ en, zh });

export const FAMILIES: readonly Family[] = [
  {
    prefix: 'S',
    code: 'S',
    name: named('standard rated', '标准税率'),
    breakdown: 'by-rate',
    ids: 'seller',
    rate: 'positive',
    exemption: 'forbidden',
  },
  { prefix: 'Z', code: 'Z', name: named('zero rated', '零税率'), breakdown: 'once', ids: 'seller', rate: 'zero', exemption: 'forbidden' },
  { prefix: 'E', code: 'E', name: named('exempt from VAT', '免税'), breakdown: 'once', ids: 'seller', rate: 'zero', exemption: 'required' },
  {
    prefix: 'AE',
    code: 'AE',
    name: named('reverse charge', '反向征收'),
    breakdown: 'once',
    ids: 'seller-and-buyer',
    rate: 'zero',
    exemption: 'required',
  },
  {
    prefix: 'IC',
    code: 'K',
    name: named('intra-community supply', '欧盟内部供应'),
    breakdown: 'once',
    ids: 'seller-vat-and-buyer-vat',
    rate: 'zero',
    exemption: 'required',
  },
  {
    prefix: 'G',
    code: 'G',
    name: named('export outside the EU', '出口至欧盟以外'),
    breakdown: 'once',
    ids: 'seller-vat',
    rate: 'zero',
    exemption: 'required',
  },
  {
    prefix: 'O',
    code: 'O',
    name: named('not subject to VAT', '不征税'),
    breakdown: 'once',
    ids: 'none',
    rate: 'absent',
    exemption: 'required',
  },
  {
    prefix: 'AF',
    code: 'L',
    name: named('IGIC (Canary Islands)', 'IGIC（加那利群岛）'),
    breakdown: 'by-rate',
    ids: 'seller',
    rate: 'not-negative',
    exemption: 'forbidden',
  },
  {
    prefix: 'AG',
    code: 'M',
    name: named('IPSI (Ceuta and Melilla)', 'IPSI（休达和梅利利亚）'),
    breakdown: 'by-rate',
    ids: 'seller',
    rate: 'not-negative',
    exemption: 'forbidden',
  },
];

/** What must identify the parties, in words. */
export const IDS: Readonly<Record<Family['ids'], Bilingual>> = {
  seller: named(
    "the seller's VAT or tax number, or the VAT number of its tax representative",
    '销售方的增值税号或税务登记号，或其税务代理人的增值税号',
  ),
  'seller-vat': named('the VAT number of the seller or of its tax representative', '销售方或其税务代理人的增值税号'),
  'seller-and-buyer': named(
    "a tax number of the seller or of its tax representative, and the buyer's VAT or registration number",
    '销售方（或其税务代理人）的税号，以及购买方的增值税号或登记号',
  ),
  'seller-vat-and-buyer-vat': named(
    "the VAT number of the seller or of its tax representative, and the buyer's",
    '销售方（或其税务代理人）的增值税号以及购买方的增值税号',
  ),
  none: named('no VAT number of seller, tax representative or buyer', '不得有销售方、税务代理人或购买方的增值税号'),
};

export const RATES: Readonly<Record<Family['rate'], Bilingual>> = {
  positive: named('a rate above zero', '大于零的税率'),
  zero: named('the rate 0', '税率 0'),
  'not-negative': named('a rate of zero or more', '不小于零的税率'),
  absent: named('no rate', '不写税率'),
};
