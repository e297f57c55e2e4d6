import type { MeasureName } from '../../formats/fields.ts';
import { payableIdentity } from '../../formats/huawei/rules.ts';
import { equal, isZero } from '../../money/amount.ts';
import { POLICIES, round } from '../../money/rounding.ts';
import { say, type Sentence } from '../../words/said.ts';
import { sumMeasures } from '../bill-types.ts';
import { judge, type CheckRule, type Explanation, type Words } from '../check.ts';
import { NO_LINES, type Facts, type MeasureSums } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { roundingStep } from '../policies.ts';
import { STEPS } from '../steps.ts';
import { COARSE_POLICIES } from '../tellings/rounding.ts';
import { printedBy, toldBy, type Told } from '../tellings/told.ts';
import { MEASURE_WORDS } from '../why/words.ts';

const POLICY = POLICIES.nonMonthlyCharge;
const PARTS: readonly MeasureName[] = payableIdentity.right;

/** Left: payable of the summary. Right: its cash, coupons and what is outstanding, and what else it prints as paid. */
export const huaweiParts: CheckRule = {
  id: 'huawei.non-monthly.parts',
  title: { en: "Summary: month's payable = cash + coupons + outstanding", zh: '汇总账单：应付金额 = 现金支付 + 代金券抵扣 + 欠费金额' },
  step: STEPS.payments,
  scope: 'bill',
  left: { en: 'payable of the summary bill', zh: '汇总账单应付金额' },
  right: {
    en: 'its cash, coupons and outstanding, and every other means of payment that it prints',
    zh: '其现金支付、代金券、欠费及其他已列支付方式',
  },
  tolerance: [POLICY.id, ...COARSE_POLICIES.map((policy) => policy.id)],
  explanation: {
    en: 'For accounts that are not settled monthly the summary states what the month costs and how it was paid.',
    zh: '非月结账号的汇总账单列示本月应付及其支付构成。',
  },
  vendors: ['huawei'],
  source: 'Huawei Cloud billing guide 13.2.8, reconciliation step 1 (97.21 = 89.29 + 0.00 + 7.92)',
  run(facts) {
    const told = facts.settlement === 'non-monthly' ? toldBy(facts, 'summary', 'expenditures') : null;
    if (!told) return [];
    const { sums, words } = told;
    const right = sumMeasures(sums, PARTS);
    const unprinted = hidden(told);
    const open = right !== null && sums.payable !== null && unprinted.length > 0 && !equal(sums.payable, right);
    const drill = told.telling ? null : linesDrill(facts, 'detail');
    return [
      judge({
        left: figure(`The ${words.en}: payable`, `${words.zh}：应付金额`, sums.payable, drill),
        right: figure(`The ${words.en}: what it was paid with`, `${words.zh}：支付构成`, open ? null : right, drill),
        missing: {
          left: { en: 'The summary prints no payable amount.', zh: '汇总账单没有应付金额。' },
          right: open
            ? listed(
                unprinted,
                'The summary does not print',
                ', which the bill has. Export it with all columns.',
                '汇总账单没有账单中的',
                '列。请导出全部列。',
              )
            : { en: 'The summary prints no means of payment. Export it with all columns.', zh: '汇总账单没有支付构成列。请导出全部列。' },
        },
        pass: { en: 'The month is paid as it is charged.', zh: '应付与支付构成一致。' },
        explain: () => explain(facts, told, right!),
        fail: (difference) => ({
          en: `Payable and its parts differ by ${difference} ${facts.currency}, which ${POLICY.id} does not explain.`,
          zh: `应付与支付构成相差 ${difference} ${facts.currency}，取整规则 ${POLICY.id} 不能解释。`,
        }),
        arithmetic: [sumStep(sums)],
        why: (difference) => [
          {
            kind: 'line.arithmetic',
            amount: difference,
            text: say`The summary's columns do not add up: payable ${{ payable: sums.payable ?? '—' }}, its parts ${{ parts: right ?? '—' }}.`,
            bad: NO_LINES,
          },
        ],
      }),
    ];
  },
};

/** Means of payment that the bill prints an amount of and the summary does not print at all. */
const hidden = ({ telling, sums }: Told): MeasureName[] =>
  telling ? PARTS.filter((m) => sums[m] === null && telling.bill[m] !== null && !isZero(telling.bill[m])) : [];

function listed(measures: readonly MeasureName[], en: string, enEnd: string, zh: string, zhEnd: string): Words {
  const words = measures.map((m) => MEASURE_WORDS[m]);
  return { en: `${en} ${words.map((w) => w.en).join(', ')}${enEnd}`, zh: `${zh}${words.map((w) => w.zh).join('、')}${zhEnd}` };
}

const sumStep = (sums: MeasureSums): Sentence =>
  say`${{ parts: PARTS.filter((m) => sums[m] !== null).map((m) => say`${{ figure: MEASURE_WORDS[m] }} ${{ amount: sums[m]! }}`) }} make ${{ sum: sumMeasures(sums, PARTS) ?? '—' }}`;

/** One side in cents, cut from the other; or each column cut from the bill's by itself; or rows that are printed in cents. */
function explain(facts: Facts, { telling, sums }: Told, right: string): Explanation | null {
  const payable = sums.payable!;
  const words = { en: `${POLICY.title}.`, zh: `${POLICY.titleZh}（${POLICY.id}）。` };
  const cut = (value: string): string => round(value, POLICY);
  if (equal(cut(right), payable)) return { policy: POLICY, words, arithmetic: [roundingStep(right, POLICY)] };
  if (equal(cut(payable), right)) return { policy: POLICY, words, arithmetic: [roundingStep(payable, POLICY)] };
  const columns = (['payable', ...PARTS] as const).filter((m) => sums[m] !== null);
  const fromBill = (m: MeasureName): boolean => {
    const exact = telling?.bill[m] ?? null;
    return exact !== null && (equal(exact, sums[m]!) || equal(cut(exact), sums[m]!));
  };
  if (telling && columns.every(fromBill)) {
    const changed = columns.filter((m) => !equal(telling.bill[m]!, sums[m]!));
    return {
      policy: POLICY,
      words,
      arithmetic: changed.map((m) => say`${{ figure: MEASURE_WORDS[m] }}: ${{ step: roundingStep(telling.bill[m]!, POLICY) }}`),
    };
  }
  return printedBy(facts, telling);
}
