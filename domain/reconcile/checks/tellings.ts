import type { MeasureName } from '../../formats/fields.ts';
import { equal, type Amount } from '../../money/amount.ts';
import { say, type Sentence } from '../../words/said.ts';
import { sumMeasures } from '../bill-types.ts';
import { judge, linesOf, type CheckRule, type Verdict } from '../check.ts';
import type { Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';
import { COARSE_POLICIES } from '../tellings/rounding.ts';
import type { Telling } from '../tellings/telling.ts';
import { MEASURE_WORDS } from '../why/words.ts';

const PAYABLE: readonly MeasureName[] = ['payable'];

/** Measures whose sums differ, with both. */
function differing({ measures, bill, own }: Telling): Sentence[] {
  return measures
    .filter((m) => !equal(bill[m] ?? '0', own[m] ?? '0'))
    .map((m) => say`${{ figure: MEASURE_WORDS[m] }}: ${{ left: bill[m] ?? '0' }} ≠ ${{ right: own[m] ?? '0' }}`);
}

/** Holds one telling against the counted bill: sum by sum, and then by everything that both tell of their lines. */
function hold(facts: Facts, telling: Telling): Verdict {
  const { words, part, estimate } = telling;
  const compare = () => facts.probe.tellings.compare(telling);
  const [bill, own] = [telling.bill, telling.own].map((sums) => sumMeasures(sums, PAYABLE)) as [Amount | null, Amount | null];
  const sums = differing(telling);
  // What was made before the month's bill was drawn up need not agree with it, and cannot be told from one that should.
  const early = estimate !== null && (sums.length > 0 || compare().keys > 0);
  const unheld = !early && sums.length > 0 && compare().unheld;
  const verdict = judge({
    left: figure('The bill: payable', '账单：应付金额', bill, linesDrill(facts, 'detail')),
    right: figure(
      `${words.en}: payable`,
      `${words.zh}：应付金额`,
      early || unheld ? null : own,
      telling.view === 'statement' ? linesDrill(facts, 'statement') : null,
    ),
    missing: {
      left: { en: 'There is no bill of this period. Import it.', zh: '本期没有账单。请导入账单。' },
      right: unheld
        ? {
            en: `Its ${telling.lines.own} rows are rounded to cents (${own ?? '—'} in all), and nothing tells which lines they sum up. Import it with all digits.`,
            zh: `其 ${telling.lines.own} 行均取整到分（合计 ${own ?? '—'}），且无法对应到明细。请导入保留全部小数的文件。`,
          }
        : {
            en: `The file was made on ${estimate}, before the month's bill was drawn up. Import the final one.`,
            zh: `该文件生成于 ${estimate}，早于本月出账。请导入最终文件。`,
          },
    },
    pass: {
      en: `Both agree in all that both print. ${part?.en ?? ''}`.trim(),
      zh: `两者共有的各列完全一致。${part?.zh ?? ''}`,
    },
    explain: () => {
      const { rounded, keys } = compare();
      return rounded === null || keys > 0
        ? null
        : {
            policy: rounded.policy,
            words: {
              en: `${rounded.policy.title}: ${rounded.keys} rows differ from the exact lines by that alone.`,
              zh: `${rounded.policy.titleZh}：${rounded.keys} 行的差异均由此产生。`,
            },
            arithmetic: sums,
          };
    },
    fail: (difference) => ({
      en: `Bill and telling differ by ${difference} ${facts.currency}. ${part?.en ?? ''}`.trim(),
      zh: `两者相差 ${difference} ${facts.currency}。${part?.zh ?? ''}`,
    }),
    arithmetic: [],
    why: () => compare().why(PAYABLE),
  });
  const told = { ...verdict, part: { id: telling.id, words } };
  if (verdict.status === 'fail') return { ...told, arithmetic: [...verdict.arithmetic, ...sums] };
  if (verdict.status !== 'pass') return told;
  const { keys, rounded } = compare();
  if (keys === 0) return rounded ? { ...told, tolerance: rounded.policy.id } : told;
  // The sums agree; what they are made of does not.
  const findings = compare().why(PAYABLE);
  return {
    ...told,
    status: 'fail',
    explanation: {
      en: `The sums of what is payable agree, and ${keys} of the sums that they are made of do not.`,
      zh: `应付合计一致，但其中 ${keys} 项分项不一致。`,
    },
    arithmetic: sums,
    bad: linesOf(findings),
    ...(findings.length > 0 ? { findings } : {}),
  };
}

export const billTellings: CheckRule = {
  id: 'bill.tellings',
  title: { en: 'Bill = its other tellings', zh: '账单 = 其他口径的账单' },
  step: STEPS.tellings,
  scope: 'bill',
  left: {
    en: 'the counted bill: payable, list price, discounts and every means of payment',
    zh: '计入的账单：应付、官网价、优惠与各支付方式',
  },
  right: {
    en: 'the same month by usage, resource, product, type, account, project, region, mode or tag, by line, day or cycle, as far as imported',
    zh: '同一账期按使用量、资源、产品、类型、账号、项目、区域、模式或标签，按明细、天或账期（以已导入为准）',
  },
  tolerance: COARSE_POLICIES.map((policy) => policy.id),
  explanation: {
    en: 'One telling is counted, the others tell the same money; they are held together by all that both print. A telling in cents is held to the rule that it is printed by.',
    zh: '只计入一种口径，其余口径反映同一笔金额；按双方共有的列逐项核对。以分为单位的口径按其取整规则核对。',
  },
  vendors: ['huawei', 'tencent', 'qingcloud'],
  source: 'Huawei Cloud billing guide 6.1.6, 7.2 and 13.2; Tencent Cloud bills L1, L2, L3; QingCloud GetChargeSums',
  run: (facts) =>
    facts.probe.tellings
      .list()
      .filter((telling) => telling.view !== 'statement')
      .map((telling) => hold(facts, telling)),
};

export const statementLines: CheckRule = {
  id: 'bill.statement',
  title: { en: 'Statement = details, order by order', zh: '流水账单 = 明细账单（逐订单）' },
  step: STEPS.detail,
  scope: 'bill',
  left: { en: 'lines of the details by order or transaction', zh: '按订单号/交易号的明细' },
  right: { en: 'rows of the statement', zh: '流水账单各行' },
  tolerance: [],
  explanation: {
    en: 'Every order and every deduction stands in both, with the same account, product and day, the same money, and paid in the same way.',
    zh: '每个订单与每笔扣费在两者中均存在，账号、产品、日期、金额与支付方式一致。',
  },
  vendors: ['huawei', 'tencent', 'qingcloud'],
  source: 'Huawei Cloud billing guide 7.2.2.2, reconciliation step 3',
  run: (facts) =>
    facts.probe.tellings
      .list()
      .filter((telling) => telling.view === 'statement')
      .map((telling) => hold(facts, telling)),
};
