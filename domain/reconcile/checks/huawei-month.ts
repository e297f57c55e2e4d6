import type { View } from '../../formats/views.ts';
import { equal, type Amount } from '../../money/amount.ts';
import { round } from '../../money/rounding.ts';
import type { Sentence } from '../../words/said.ts';
import { sumMeasures } from '../bill-types.ts';
import { judge, type CheckRule, type Explanation, type Words } from '../check.ts';
import { waysOf } from '../eras.ts';
import type { Facts } from '../facts.ts';
import { cashMeasures, cashWords, figure, linesDrill } from '../figures.ts';
import { huaweiEra, HUAWEI_POLICIES, roundingStep } from '../policies.ts';
import { STEPS } from '../steps.ts';
import { COARSE_POLICIES } from '../tellings/rounding.ts';
import { printedBy, toldBy, type Told } from '../tellings/told.ts';
import { whyStatement } from './huawei-detail.ts';

/**
 * Left: the month's total in cents, from the statement, or from the counted bill where that is another telling. Right: cash and
 * monthly-settled of the bill of the view, eight decimals.
 */
const monthCheck = (id: string, view: View, words: Words): CheckRule => ({
  id,
  title: { en: `Monthly total = cash of the bill ${words.en}`, zh: `月账单现金消费总计 = ${words.zh}现金支付总计` },
  step: STEPS.detail,
  scope: 'bill',
  left: { en: "the month's total as the bill page prints it", zh: '月账单总计（账单页面金额）' },
  right: { en: `cash and monthly-settled of the bill ${words.en}, eight decimals`, zh: `${words.zh}现金支付与月度结算（八位小数）` },
  tolerance: [...new Set([...HUAWEI_POLICIES, ...COARSE_POLICIES.map((policy) => policy.id)])],
  explanation: {
    en: 'The page prints the month in cents by the rule of its time; the bill keeps every digit.',
    zh: '账单页面按当时规则取整到分；明细账单保留全部小数。',
  },
  vendors: ['huawei'],
  source: 'Huawei Cloud billing guide 7.2.2.2, reconciliation step 3',
  run(facts) {
    if (facts.settlement !== 'monthly' || !facts.detail) return [];
    const told = toldBy(facts, view);
    const month = told && totalOf(facts, told);
    if (!told || !month) return [];
    const measures = cashMeasures(facts);
    const { policy } = huaweiEra(facts.period, facts.settlement);
    const cash = cashWords(facts);
    const right = sumMeasures(told.sums, measures);
    return [
      judge({
        left: figure('Monthly total, as the bill page prints it', '月账单总计（账单页面金额）', month.value, linesDrill(facts, month.from)),
        right: figure(
          `The bill ${words.en}: ${cash.en}, exact`,
          `${words.zh}：${cash.zh}（准确金额）`,
          right,
          told.telling ? null : linesDrill(facts, 'detail'),
        ),
        missing: {
          left: { en: 'There is no bill of this period to total. Import it.', zh: '本期没有账单。请导入账单。' },
          right: {
            en: `The bill ${words.en} does not print ${cash.en}. Export it with all columns.`,
            zh: `${words.zh}没有${cash.zh}列。请导出全部列。`,
          },
        },
        pass: { en: 'The month is in whole cents, and both agree to the last digit.', zh: '本月为整分，两者完全一致。' },
        explain: () => explain(facts, told, month, right!),
        fail: (difference) => ({
          en: `The month and the bill ${words.en} differ by ${difference} ${facts.currency}, which ${policy.id} does not explain.`,
          zh: `月账单与${words.zh}相差 ${difference} ${facts.currency}，取整规则 ${policy.id} 不能解释。`,
        }),
        tolerance: policy.id,
        arithmetic: month.steps,
        why: () => (told.telling ? facts.probe.tellings.compare(told.telling).why(measures) : whyStatement(facts, measures)),
        bad: () => facts.probe.differingOrders(measures),
      }),
    ];
  },
});

interface Total {
  value: Amount;
  exact: Amount;
  from: 'statement' | 'detail';
  steps: readonly Sentence[];
}

/** The month in cents, from another telling than the one that it is held against; null where there is none. */
function totalOf(facts: Facts, { telling }: Told): Total | null {
  const measures = cashMeasures(facts);
  const statement = facts.statement && sumMeasures(facts.statement.sums, measures);
  const detail = facts.detail && sumMeasures(facts.detail.sums, measures);
  const { over, policy } = huaweiEra(facts.period, facts.settlement);
  if (over === 'total' && statement !== null)
    return { value: round(statement, policy), exact: statement, from: 'statement', steps: [roundingStep(statement, policy)] };
  // What was cut piece by piece is made of the single charges: of the details, or of the statement where those are held against it.
  const [from, exact] = telling ? (['detail', detail] as const) : (['statement', over === 'total' ? null : statement] as const);
  if (exact === null) return null;
  const way = waysOf(facts, { kind: from, measures, billTypes: null, exact }).next().value;
  return way ? { value: way.value, exact, from, steps: way.steps } : null;
}

/** Nothing but the rounding of the month lies between them; or rows that are printed in cents, beside a month that is the bill's. */
function explain(facts: Facts, { telling }: Told, { value, exact }: Total, right: Amount): Explanation | null {
  const { over, policy } = huaweiEra(facts.period, facts.settlement);
  if (equal(exact, right) || (over === 'total' && equal(round(right, policy), value)))
    return {
      policy,
      words: {
        en: `The page prints the month in cents, the bill keeps eight decimals. ${policy.title}.`,
        zh: `月账单总计保留两位小数，明细账单保留八位小数；差异由取整规则 ${policy.id} 产生。`,
      },
      arithmetic: over === 'total' ? [roundingStep(right, policy)] : [],
    };
  const bill = facts.detail && sumMeasures(facts.detail.sums, cashMeasures(facts));
  return bill !== null && equal(bill, exact) ? printedBy(facts, telling) : null;
}

export const huaweiMonthChecks: readonly CheckRule[] = [
  monthCheck('huawei.month-resource', 'resource-cycle', { en: 'by resource, by billing cycle', zh: '资源按账期账单' }),
  monthCheck('huawei.month-usage', 'detail', { en: 'by usage, line by line', zh: '使用量按明细账单' }),
];
