import { equal, negate, type Amount } from '../../money/amount.ts';
import { POLICIES, round } from '../../money/rounding.ts';
import { judge, type CheckRule, type Explanation, type Finding } from '../check.ts';
import { waysOf, type Charges } from '../eras.ts';
import type { Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { HUAWEI_POLICIES, roundingStep } from '../policies.ts';
import { STEPS } from '../steps.ts';
import { COARSE_POLICIES } from '../tellings/rounding.ts';
import { printedBy, toldBy, type Told } from '../tellings/told.ts';
import { whyStatement } from './huawei-detail.ts';

const charges = (kind: Charges['kind'], exact: Amount): Charges => ({ kind, measures: ['payable'], billTypes: null, exact });

/** Left: payable of the summary, in cents as it is charged. Right: payable of the statement with its eight decimals. */
export const huaweiSummaryStatement: CheckRule = {
  id: 'huawei.non-monthly.statement',
  title: { en: "Summary's payable = statement's payable", zh: '汇总账单应付金额 = 流水账单应付金额' },
  step: STEPS.statement,
  scope: 'bill',
  left: {
    en: 'payable of the summary bill; without one, of the details by the rule of the time',
    zh: '汇总账单应付金额；没有时按明细与当时规则计算',
  },
  right: { en: 'payable of the statement, eight decimals', zh: '流水账单应付金额（八位小数）' },
  tolerance: [...new Set([...HUAWEI_POLICIES, ...COARSE_POLICIES.map((policy) => policy.id)])],
  explanation: {
    en: 'The summary is made of the statement; what accounts that are not settled monthly are charged is cut to cents.',
    zh: '汇总账单由流水账单汇总而来；非月结账号按截取到分的金额扣费。',
  },
  vendors: ['huawei'],
  source: 'Huawei Cloud billing guide 13.2.8, reconciliation step 2',
  run(facts) {
    if (facts.settlement !== 'non-monthly') return [];
    const told = toldBy(facts, 'summary');
    const statement = facts.statement?.sums.payable ?? null;
    if (!told && (statement === null || !facts.detail)) return [];
    const exact = facts.detail?.sums.payable ?? null;
    const computed = told || exact === null ? null : (waysOf(facts, charges('detail', exact)).next().value ?? null);
    const left = told ? told.sums.payable : (computed?.value ?? null);
    return [
      judge({
        left: figure(
          told ? 'Summary bill: payable' : "Month's payable, by the rule of the time",
          told ? '汇总账单：应付金额' : '本月应付金额（按当时规则）',
          left,
          told?.telling ? null : linesDrill(facts, 'detail'),
        ),
        right: figure('Statement: payable, exact', '流水账单：应付金额（准确金额）', statement, linesDrill(facts, 'statement')),
        missing: {
          left: {
            en: 'The bill of this period does not tell the single charges that were cut. Import the summary bill.',
            zh: '本期账单未列出逐笔截取的费用。请导入汇总账单。',
          },
          right: {
            en: 'There is no transaction statement of this period. Export it from the billing page and import it.',
            zh: '本期没有流水账单。请从账单页面导出并导入。',
          },
        },
        pass: { en: 'Summary and statement agree to the last digit.', zh: '汇总账单与流水账单完全一致。' },
        explain: () => explain(facts, told, left!, statement!),
        fail: (difference) => ({
          en: `Summary and statement differ by ${difference} ${facts.currency}, which no rule of the month explains.`,
          zh: `汇总账单与流水账单相差 ${difference} ${facts.currency}，本月的取整规则不能解释。`,
        }),
        tolerance: POLICIES.nonMonthlyCharge.id,
        arithmetic: computed?.steps ?? [],
        why: () => why(facts, told, statement!),
        bad: () => facts.probe.differingOrders(['payable']),
      }),
    ];
  },
};

/** The statement cut as a whole or piece by piece; or a summary whose rows are printed in cents of what the statement has, too. */
function explain(facts: Facts, told: Told | null, left: Amount, statement: Amount): Explanation | null {
  const cut = POLICIES.nonMonthlyCharge;
  const words = { en: `${cut.title}.`, zh: `${cut.titleZh}（${cut.id}）。` };
  if (equal(round(statement, cut), left)) return { policy: cut, words, arithmetic: [roundingStep(statement, cut)] };
  const exact = facts.detail?.sums.payable ?? null;
  const both = [charges('statement', statement), ...(exact !== null && equal(exact, statement) ? [charges('detail', exact)] : [])];
  for (const own of both)
    for (const { policy, value, steps } of waysOf(facts, own))
      if (equal(value, left))
        return { policy, words: { en: `${policy.title}.`, zh: `${policy.titleZh}（${policy.id}）。` }, arithmetic: steps };
  return exact !== null && equal(exact, statement) ? printedBy(facts, told?.telling ?? null) : null;
}

/** What the bill has otherwise than the statement; where they agree, what it has otherwise than the summary. */
function why(facts: Facts, told: Told | null, statement: Amount): readonly Finding[] {
  const exact = facts.detail?.sums.payable ?? null;
  if (!told?.telling || exact === null || !equal(exact, statement)) return whyStatement(facts, ['payable']).map(turned);
  return facts.probe.tellings.compare(told.telling).why(['payable']).map(turned);
}
const turned = (finding: Finding): Finding => ({ ...finding, amount: finding.amount && negate(finding.amount) });
