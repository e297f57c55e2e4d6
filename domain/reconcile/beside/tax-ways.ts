/** How a tax line comes from its base: of what is payable, before or after coupons, to cents or to eight decimals. */
export const WAYS = [
  { id: 'tax.line.half-up-2', places: 2, mode: 'half-up', coupons: true },
  { id: 'tax.line.gross.half-up-2', places: 2, mode: 'half-up', coupons: false },
  { id: 'tax.line.half-up-8', places: 8, mode: 'half-up', coupons: true },
  { id: 'tax.line.gross.half-up-8', places: 8, mode: 'half-up', coupons: false },
  { id: 'tax.line.truncate-2', places: 2, mode: 'truncate', coupons: true },
  { id: 'tax.line.truncate-8', places: 8, mode: 'truncate', coupons: true },
] as const;
export type Way = (typeof WAYS)[number];

const en = ({ places, mode, coupons }: Way): string =>
  `Each tax line is ${mode === 'truncate' ? 'cut' : 'rounded half-up'} to ${places === 2 ? 'cents' : 'eight decimals'}, on what is payable ${coupons ? 'after' : 'before'} coupons`;
const zh = ({ places, mode, coupons }: Way): string =>
  `按抵扣代金券${coupons ? '后' : '前'}的应付金额逐行计税，${mode === 'truncate' ? '截取' : '四舍五入'}到${places === 2 ? '分' : '八位小数'}`;

/** What the ways are called, by their ids. */
export const TAX_WAYS = {
  en: Object.fromEntries(WAYS.map((way) => [way.id, en(way)])) as Readonly<Record<string, string>>,
  zh: Object.fromEntries(WAYS.map((way) => [way.id, zh(way)])) as Readonly<Record<string, string>>,
} as const;
