import { equal, type Amount } from '../../money/amount.ts';
import { sumMeasures } from '../bill-types.ts';
import { judge, type CheckRule } from '../check.ts';
import type { Facts } from '../facts.ts';
import { cashMeasures, cashWords, figure, linesDrill } from '../figures.ts';
import { roundedOtherwise, waysOf, type Charges } from '../eras.ts';
import { huaweiEra, roundingStep, HUAWEI_POLICIES } from '../policies.ts';
import { STEPS } from '../steps.ts';

/** The month's details, all of them: the page's total is made of them by the rule of its time. */
const details = (facts: Facts, exact: Amount): Charges => ({ kind: 'detail', measures: cashMeasures(facts), billTypes: null, exact });

/** Left: the month's total in cents. Right: cash and monthly-settled of the statement with its eight decimals. */
export const huaweiStatement: CheckRule = {
  id: 'huawei.statement',
  title: { en: "Monthly total = statement's cash consumption total", zh: '月账单现金消费总计 = 流水账单现金消费总计' },
  step: STEPS.statement,
  scope: 'bill',
  left: { en: "the month's total as the bill page prints it, from the details", zh: '按明细计算的月账单总计' },
  right: { en: 'cash and monthly-settled of the statement, eight decimals', zh: '流水账单现金支付与月度结算（八位小数）' },
  tolerance: HUAWEI_POLICIES,
  explanation: {
    en: 'The page rounds or cuts the month by the rule of its time; the statement keeps every digit.',
    zh: '账单页面按当时规则取整；流水账单保留全部小数。',
  },
  vendors: ['huawei'],
  source: 'Huawei Cloud billing guide 7.2.2.2, reconciliation step 2; 13.2.8',
  run(facts) {
    if (!facts.detail && !facts.statement) return [];
    const measures = cashMeasures(facts);
    const exact = facts.detail && sumMeasures(facts.detail.sums, measures);
    const statement = facts.statement && sumMeasures(facts.statement.sums, measures);
    const { policy, over } = huaweiEra(facts.period, facts.settlement);
    const month = exact === null ? null : (waysOf(facts, details(facts, exact)).next().value ?? null);
    const words = cashWords(facts);
    const roundsTo = (value: Amount): boolean => {
      if (over !== 'total' && over !== 'usage') return false;
      const own = waysOf(facts, { kind: 'statement', measures, billTypes: null, exact: statement! }).next().value;
      return own !== undefined && equal(own.value, value);
    };
    return [
      judge({
        left: figure(
          'Monthly total, as the bill page prints it',
          '月账单总计（账单页面金额）',
          month?.value ?? null,
          linesDrill(facts, 'detail'),
        ),
        right: figure(`Statement: ${words.en}, exact`, `流水账单：${words.zh}（准确金额）`, statement, linesDrill(facts, 'statement')),
        missing: {
          left:
            exact === null
              ? { en: 'There is no detail bill of this period to total. Import it.', zh: '本期没有明细账单。请导入明细账单。' }
              : {
                  en: 'The bill of this period does not tell the single charges that were cut. Import the bill by usage type, line by line.',
                  zh: '本期账单未列出逐笔截取的费用。请导入按使用量类型的明细账单。',
                },
          right: {
            en: 'There is no transaction statement of this period. Export it from the billing page and import it.',
            zh: '本期没有流水账单。请从账单页面导出并导入。',
          },
        },
        pass: { en: 'The month and its statement agree to the last digit.', zh: '月账单与流水账单完全一致。' },
        explain: () => {
          // Either the statement itself rounds to the month's total, or it agrees exactly with what was cut piece by piece.
          if (!equal(statement!, exact!) && !roundsTo(month!.value)) return null;
          return {
            policy,
            words: {
              en: `The page prints the month in cents, the statement keeps eight decimals. ${policy.title}.`,
              zh: `月账单总计保留两位小数，流水账单保留八位小数；差异由取整规则 ${policy.id} 产生。`,
            },
            arithmetic: over === 'total' ? [roundingStep(statement!, policy)] : [],
          };
        },
        why: (difference) => {
          const other = roundedOtherwise(facts, details(facts, exact!), statement!, difference);
          return other ? [other] : [];
        },
        fail: (difference) => ({
          en: `Month and statement differ by ${difference} ${facts.currency}, which ${policy.id} does not explain.`,
          zh: `月账单与流水账单相差 ${difference} ${facts.currency}，取整规则 ${policy.id} 不能解释。`,
        }),
        tolerance: policy.id,
        arithmetic: month?.steps ?? [],
        bad: () => facts.probe.differingOrders(measures),
      }),
    ];
  },
};
