import { textAt, type JsonObject } from '../json.ts';

/** Cell key under which the API formats hand the billing mode over: charge mode, and the period's unit where one applies. */
export const BILLING_MODE = 'charge_mode/period_type';

/**
 * `charge_mode` with `period_type` → the words that bill files print. Source: BSS API models (charge_mode 1, 3, 10, 11;
 * period_type 5, 19, 20, 24, 25) and Huawei Cloud billing guide 6.1.1 (计费模式).
 */
export const billingModeCodes: Readonly<Record<string, string>> = {
  '1': '包年/包月',
  '1/19': '包年/包月-年',
  '1/20': '包年/包月-月',
  '1/24': '包年/包月-天',
  '1/5': '包年/包月-一次性',
  '3': '按需',
  '10': '预留实例',
  '11': '节省计划',
};

/** Only subscriptions are told apart by their period: a file says 包年/包月-月, but just 按需. */
export function billingMode(record: JsonObject): string | null {
  const mode = textAt(record, 'charge_mode');
  const unit = textAt(record, 'period_type');
  return mode === '1' && unit ? `${mode}/${unit}` : mode;
}
