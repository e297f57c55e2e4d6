import { describe, expect, it } from 'vitest';
import { POLICIES } from '../../../domain/money/rounding.ts';
import { roundingStep } from '../../../domain/reconcile/policies.ts';
import { sayArithmetic } from './arithmetic.ts';

describe('arithmetic in Chinese', () => {
  it.each([
    ['paid 4013.41 + withheld 0 − tax not on the bill 310.46 = 3702.95', '已付 4013.41 + 预扣税 0 − 账单外税额 310.46 = 3702.95'],
    ['HW-1: 108 = paid 100 + withheld 8 + credited 0 + open 0', 'HW-1: 108 = 已付 100 + 预扣税 8 + 已冲销 0 + 未结 0'],
    ['42.5 + refunds -2.5 = 40', '42.5 + 退款 -2.5 = 40'],
    ['W-1: 30; lines 20 + 10', 'W-1: 30; 各行 20 + 10'],
    [
      '1.239, its 3 settlements cut to 2 decimals: 1.2 (huawei.per-settlement.truncate-2)',
      '1.239，其 3 笔结算逐笔截取到 2 位小数：1.2 (huawei.per-settlement.truncate-2)',
    ],
    ['HW-1: 108 − credited 0 − paid 100 = 8; certificates 8', 'HW-1: 108 − 已冲销 0 − 已付 100 = 8; 凭证 8'],
    ['10 ≠ 9; off by 1', '10 ≠ 9; 相差 1'],
  ])('%s', (en, zh) => expect(sayArithmetic(en)).toBe(zh));
  it('says the rounding steps that the checks write', () => {
    expect(sayArithmetic(roundingStep('100.12501236', POLICIES.monthTotal))).toBe(
      '四舍五入到 2 位小数：100.12501236 → 100.13 (huawei.month-total.half-up-2)',
    );
    expect(sayArithmetic(roundingStep('100.129', POLICIES.nonMonthlyCharge))).toBe(
      '截取到 2 位小数：100.129 → 100.12 (huawei.non-monthly.truncate-2)',
    );
  });
  it('leaves names that look like words alone', () => expect(sayArithmetic('prepaid-open-7: 5 − 5 = 0')).toBe('prepaid-open-7: 5 − 5 = 0'));
});
