import type { MeasureName } from '../../formats/fields.ts';
import { sumMeasures } from '../bill-types.ts';
import { negate } from '../../money/amount.ts';
import { judge, type CheckRule, type Finding, type Verdict, type Words } from '../check.ts';
import type { Facts } from '../facts.ts';
import { cashMeasures, cashWords, figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

const SOURCE = 'Huawei Cloud billing guide 7.2.2.2, reconciliation step 3';

/** What statement and details differ by, named; left and right are the other way round there. */
export const whyStatement = (facts: Facts, measures: readonly MeasureName[]): readonly Finding[] =>
  facts.probe.tellings
    .list()
    .filter((telling) => telling.view === 'statement')
    .flatMap((telling) => facts.probe.tellings.compare(telling).why(measures))
    .map((finding) => ({ ...finding, amount: finding.amount && negate(finding.amount) }));

function hold(facts: Facts, measures: readonly MeasureName[], words: Words): Verdict[] {
  if (!facts.statement) return [];
  return [
    judge({
      left: figure(
        `Statement: ${words.en}`,
        `流水账单：${words.zh}`,
        sumMeasures(facts.statement.sums, measures),
        linesDrill(facts, 'statement'),
      ),
      right: figure(
        `Details: ${words.en}`,
        `明细账单：${words.zh}`,
        facts.detail && sumMeasures(facts.detail.sums, measures),
        linesDrill(facts, 'detail'),
      ),
      missing: {
        left: { en: `The statement does not print ${words.en}.`, zh: `流水账单没有${words.zh}列。` },
        right: facts.detail
          ? {
              en: `The details do not print ${words.en}. Import the detail bill with all columns.`,
              zh: `明细账单没有${words.zh}列。请导出全部列后重新导入。`,
            }
          : { en: 'There is no detail bill of this period. Import it.', zh: '本期没有明细账单。请导入明细账单。' },
      },
      pass: { en: 'Both keep eight decimals and agree to the last digit.', zh: '两者均为八位小数，完全一致。' },
      fail: (difference) => ({
        en: `Statement and details differ by ${difference} ${facts.currency}. Both are exact, so no rounding explains it.`,
        zh: `流水账单与明细账单相差 ${difference} ${facts.currency}。两者均为准确金额，取整不能解释。`,
      }),
      bad: () => facts.probe.differingOrders(measures),
      why: () => whyStatement(facts, measures),
    }),
  ];
}

export const huaweiDetailPayable: CheckRule = {
  id: 'huawei.detail-payable',
  title: { en: 'Statement = details: payable', zh: '流水账单 = 明细账单：应付金额' },
  step: STEPS.detail,
  scope: 'bill',
  left: { en: 'payable of the statement', zh: '流水账单应付金额' },
  right: { en: 'payable of the details', zh: '明细账单应付金额' },
  tolerance: [],
  explanation: {
    en: 'Statement and details tell the same transactions; both keep eight decimals.',
    zh: '流水账单与明细账单记录同一笔交易，均保留八位小数。',
  },
  vendors: ['huawei'],
  source: SOURCE,
  run: (facts) => hold(facts, ['payable'], { en: 'payable', zh: '应付金额' }),
};

export const huaweiDetailCash: CheckRule = {
  id: 'huawei.detail-cash',
  title: { en: 'Statement = details: cash consumption', zh: '流水账单 = 明细账单：现金消费' },
  step: STEPS.detail,
  scope: 'bill',
  left: { en: 'cash and monthly-settled of the statement', zh: '流水账单现金支付与月度结算' },
  right: { en: 'the same of the details', zh: '明细账单现金支付与月度结算' },
  tolerance: [],
  explanation: {
    en: 'Statement and details tell the same transactions; both keep eight decimals.',
    zh: '流水账单与明细账单记录同一笔交易，均保留八位小数。',
  },
  vendors: ['huawei'],
  source: SOURCE,
  run: (facts) => hold(facts, cashMeasures(facts), cashWords(facts)),
};
