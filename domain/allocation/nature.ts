import type { Format } from '../formats/format.ts';

/**
 * What a line is to the allocation. `own-month`: wholly of its own month (pay-per-use, fees, adjustments). `term`: paid ahead for a
 * term. `rest`: a change or refund of something paid ahead; it is for the rest of that term, from its own day on.
 */
export type Nature = 'own-month' | 'term' | 'rest';

interface Words {
  /** Billing modes of what is paid ahead. */
  modes: RegExp;
  /** Bill types under such a mode that are of their month all the same. */
  month: RegExp;
  /** Bill types that are for the rest of a term. */
  rest: RegExp;
  /** Bill types that are paid ahead whatever the billing mode says. */
  types?: RegExp;
}

/**
 * Words of the vendors' bills. Huawei Cloud: international billing guide, sections 6.1.1 and 7.2.2.2 (计费模式, 账单类型) and the
 * glossary of 7.2.2.3 (分摊月: prepaid amounts of subscriptions and reserved instances by the order's term; pay-per-use and hourly
 * charges of reserved instances in their own month). Tencent Cloud: billing API 2018-07-09 (PayModeName, ActionTypeName).
 * FOCUS: ChargeFrequency and ChargeCategory.
 */
const WORDS: Readonly<Record<Format['vendor'], Words>> = {
  huawei: {
    modes:
      /^(?:包年|包月|包周期|预留实例|节省计划|资源包|套餐包|yearly|monthly|subscription|reserved instance|savings plan|resource package)/i,
    month:
      /按时计费|hourly|手续费|handling fee|月末补扣|保底差额|节省计划抵扣|抹零补扣|^调账|^adjustment|^消费-使用$|^expenditure-(?:use|usage|pay-per-use)$/i,
    rest: /^退款|^refund|变更|change/i,
  },
  tencent: {
    modes: /包年|包月|预付费|monthly subscription|prepaid|prepay/i,
    month: /补偿|调账|手续费|compensat|adjust/i,
    rest: /退|变配|配置变更|升配|降配|升级|降级|refund|return|modify|upgrade|downgrade|resize|change/i,
  },
  qingcloud: { modes: /包年|包月|预付|合约|prepaid|reserved|contract/i, month: /^$/, rest: /退|refund/i },
  zilliz: { modes: /prepaid|预付/i, month: /^$/, rest: /refund|退/i },
  other: { modes: /^$/, month: /^$/, rest: /^$/ },
};

/** The nature of a line by its words; null where the line has none. */
export function natureOf(vendor: Format['vendor'], billingMode: string | null, billType: string | null): Nature {
  if (vendor === 'other')
    // Purchases of FOCUS sources; their corrections and credits are of the month in which they are made.
    return billType === 'Purchase' && (billingMode === 'One-Time' || billingMode === 'Recurring') ? 'term' : 'own-month';
  const { modes, month, rest } = WORDS[vendor];
  if (billingMode === null || !modes.test(billingMode)) return 'own-month';
  if (billType !== null && month.test(billType)) return 'own-month';
  return billType !== null && rest.test(billType) ? 'rest' : 'term';
}
