import { ALL_ERAS, eraOf, type Era, type Settlement } from '../money/eras.ts';
import { round, POLICIES, currencyPlaces, type RoundingPolicy } from '../money/rounding.ts';
import type { Amount } from '../money/amount.ts';
import type { Period } from '../time/plain-date.ts';
import { say, type Said } from '../words/said.ts';
import type { Facts } from './facts.ts';

/** The rule of the month for Huawei Cloud (domain/money/eras.ts). */
export const huaweiEra = (period: Period, settlement: Settlement): Era => eraOf(period, settlement);

/** Ids of all rules that Huawei Cloud's months were ever cut or rounded by. */
export const HUAWEI_POLICIES: readonly string[] = ALL_ERAS.map((era) => era.policy.id);

/** What may stand between a bill and its invoice (invoicePolicy). */
export const INVOICE_POLICIES: readonly string[] = [...HUAWEI_POLICIES, POLICIES.zillizUsage.id, 'invoice.half-up-0', 'invoice.half-up-2'];
/** What may stand between base × rate and a certificate, by the places of its currency. */
export const WHT_POLICIES: readonly string[] = ['wht.half-up-0', 'wht.half-up-2', 'wht.half-up-3'];

/** The rule that takes a vendor's exact month to the invoice's figure. */
export function invoicePolicy(facts: Pick<Facts, 'vendor' | 'period' | 'settlement' | 'currency'>): RoundingPolicy {
  if (facts.vendor === 'huawei') {
    const era = huaweiEra(facts.period, facts.settlement);
    // Older bills are already cut in their lines; their sum has no fraction of a cent left to treat.
    return era.over === 'total' || era.over === 'usage' ? era.policy : POLICIES.monthTotal;
  }
  if (facts.vendor === 'zilliz') return POLICIES.zillizUsage;
  const places = currencyPlaces(facts.currency);
  return {
    id: `invoice.half-up-${places}`,
    mode: 'half-up',
    places,
    title: 'The invoice rounds the month half-up to the smallest unit of its currency',
    titleZh: '发票金额四舍五入到币种的最小单位',
    source: 'Tallybook DECISIONS: invoice rounding',
    sourceZh: 'Tallybook DECISIONS：发票取整',
  };
}

/** Tencent Cloud brings a month of eight-decimal charges to the charged cents by a row of its own (月度计费精度差异). */
export const PRECISION_ROW = { id: 'tencent.month-total.precision-row' } as const;
/** The guide's consumption total leaves refunds out (7.2.2.2, step 1); the amount due takes them in (7.2.2.3). */
export const AMOUNT_DUE = { id: 'huawei.amount-due.refunds' } as const;

/** `half-up to 2 decimals: 100.12501236 → 100.13` */
export const roundingStep = (value: Amount, policy: RoundingPolicy): Said => {
  const { places, id } = policy;
  const rounded = round(value, policy);
  return policy.mode === 'half-up'
    ? say`half-up to ${{ places }} decimals: ${{ value }} → ${{ rounded }} (${{ policy: id }})`
    : say`cut to ${{ places }} decimals: ${{ value }} → ${{ rounded }} (${{ policy: id }})`;
};
