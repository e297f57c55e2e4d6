import { equal, negate, subtract } from '../../money/amount.ts';
import { currencyPlaces, round } from '../../money/rounding.ts';
import { isPrecisionRow, sumMeasures, sumsWhere } from '../bill-types.ts';
import { judge, type CheckRule } from '../check.ts';
import { figure, linesDrill } from '../figures.ts';
import { PRECISION_ROW } from '../policies.ts';
import { STEPS } from '../steps.ts';

/** Left: the month as charged, in cents, the precision row included. Right: the same without it, in eight decimals. */
export const tencentMonth: CheckRule = {
  id: 'tencent.month-total',
  title: { en: 'Charged month = usage of the month', zh: '本月实际扣费 = 本月用量费用' },
  step: STEPS.vendor,
  scope: 'bill',
  left: { en: 'the month with its precision row, in cents', zh: '含精度差异行的本月金额（分）' },
  right: { en: 'the month without it, eight decimals', zh: '不含精度差异行的本月金额（八位小数）' },
  tolerance: [PRECISION_ROW.id],
  explanation: {
    en: 'One row brings a month of eight decimals to whole cents; without it the month is not complete.',
    zh: '精度差异行把八位小数的本月金额调整到分；缺少该行则账单不完整。',
  },
  vendors: ['tencent'],
  source: 'Tencent Cloud billing API 2018-07-09, DescribeBillSummaryByPayMode (billVirtualId, 月度计费精度差异)',
  run(facts) {
    if (!facts.detail) return [];
    const all = sumMeasures(facts.detail.sums, ['payable']);
    const row = sumMeasures(sumsWhere(facts.detail, isPrecisionRow), ['payable']);
    const places = currencyPlaces(facts.currency);
    const whole = all !== null && equal(round(all, { mode: 'half-up', places }), all);
    const usage = all === null ? null : subtract(all, row ?? '0');
    // Without its precision row a month of eight decimals is not the charged one.
    const charged = row === null && !whole ? null : all;
    return [
      judge({
        left: figure('Charged, with the precision row', '实际扣费（含精度差异行）', charged, linesDrill(facts, 'detail')),
        right: figure('Usage, without the precision row', '用量费用（不含精度差异行）', usage, linesDrill(facts, 'detail')),
        missing: {
          left: {
            en: `The month adds up to ${all ?? 'nothing'}, and the row that brings it to whole cents (月度计费精度差异) is not there. Import the complete monthly bill.`,
            zh: `本月合计 ${all ?? '—'}，缺少将其调整到分的“月度计费精度差异”行。请导入完整的月账单。`,
          },
          right: { en: 'The bill prints no total after discount.', zh: '账单没有优惠后总价。' },
        },
        pass: { en: 'The month is charged as it was used.', zh: '扣费与用量一致。' },
        explain: (difference) =>
          whole && row !== null && equal(difference, row)
            ? {
                policy: PRECISION_ROW,
                words: { en: `The precision row of ${row} brings the month to whole cents.`, zh: `精度差异行 ${row} 将本月金额调整到分。` },
                arithmetic: [`${usage} ${row.startsWith('-') ? `− ${negate(row)}` : `+ ${row}`} = ${all}`],
              }
            : null,
        fail: (difference) => ({
          en: `The precision row of ${difference} leaves ${all}, which is not in whole cents.`,
          zh: `计入精度差异行 ${difference} 后为 ${all}，仍不是整分。`,
        }),
        tolerance: PRECISION_ROW.id,
      }),
    ];
  },
};
