import { POLICIES } from '../money/rounding.ts';
import { AMOUNT_DUE, PRECISION_ROW } from './policies.ts';
import { TAX_WAYS } from './beside/tax-ways.ts';
import { TIER_WAY_TITLES } from './beside/tiered.ts';
import { COARSE_POLICIES } from './tellings/rounding.ts';

/** How near two figures must come, in Chinese. */
const WORDS: Readonly<Record<string, string>> = {
  exact: '完全一致',
  'exact, line by line': '逐行完全一致',
};

/** Named rules in English, as far as they have words beside their name. */
const TITLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...Object.values(POLICIES), ...COARSE_POLICIES].map((policy) => [policy.id, policy.title])),
  ...TAX_WAYS.en,
  ...TIER_WAY_TITLES.en,
  'conversion.half-up-2': 'Converted amounts are rounded half-up to cents',
  'conversion.half-up-0': 'Converted amounts are rounded half-up to whole units',
  [PRECISION_ROW.id]: 'One row brings the month to the charged cents',
  [AMOUNT_DUE.id]: 'What is due takes refunds in',
  'invoice.half-up-0': 'The invoice rounds half-up to whole units',
  'invoice.half-up-2': 'The invoice rounds half-up to cents',
  'wht.half-up-0': 'Withheld tax is rounded half-up to whole units',
  'wht.half-up-2': 'Withheld tax is rounded half-up to cents',
  'wht.half-up-3': 'Withheld tax is rounded half-up to three decimals',
};

/** What a named rule says, in English; its name where it has no words. */
export const policyTitle = (id: string): string => (Object.hasOwn(TITLES, id) ? TITLES[id]! : id);

/** Named rules in Chinese; the name itself stays beside the words, as it is what a reader looks up. */
const RULES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...Object.values(POLICIES), ...COARSE_POLICIES].map((policy) => [policy.id, policy.titleZh])),
  ...TAX_WAYS.zh,
  ...TIER_WAY_TITLES.zh,
  'conversion.half-up-2': '折算金额四舍五入到分',
  'conversion.half-up-0': '折算金额四舍五入到整数',
  [PRECISION_ROW.id]: '月度计费精度差异行',
  [AMOUNT_DUE.id]: '应还金额计入退款',
  'invoice.half-up-0': '发票金额四舍五入到整数',
  'invoice.half-up-2': '发票金额四舍五入到分',
  'wht.half-up-0': '代扣税额四舍五入到整数',
  'wht.half-up-2': '代扣税额四舍五入到分',
  'wht.half-up-3': '代扣税额四舍五入保留三位小数',
};

/** The tolerance of a check in Chinese; a rule without Chinese words stays as it is named. */
export function toleranceZh(tolerance: string): string {
  if (Object.hasOwn(WORDS, tolerance)) return WORDS[tolerance]!;
  return Object.hasOwn(RULES, tolerance) ? `${RULES[tolerance]!}（${tolerance}）` : tolerance;
}
