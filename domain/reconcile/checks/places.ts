import { say } from '../../words/said.ts';
import { NO_LINES, type Facts } from '../facts.ts';
import type { CheckRule, Verdict } from '../check.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

/** Where more lines than one in so many are dated outside the month, the vendor dates them so. */
const FEW = 100;

/** True where another telling that knows days tells every one of them alike. */
const isConfirmed = ({ probe }: Facts): boolean =>
  probe.tellings.list().some((telling) => telling.attributes.includes('date') && probe.tellings.compare(telling).keys === 0);

/** Lines dated outside the month that they are billed in. */
export const linePeriods: CheckRule = {
  id: 'lines.period',
  title: { en: 'Lines lie within their month', zh: '明细日期在账期内' },
  step: STEPS.lines,
  scope: 'lines',
  left: { en: 'the days of the lines', zh: '明细日期' },
  right: { en: 'the month that they are billed in', zh: '所属账期' },
  tolerance: [],
  explanation: {
    en: 'A few lines dated outside their month slipped over its end; where another telling dates them so as well, they did not.',
    zh: '少量日期在账期外的明细可能跨越了月末；其他口径日期一致时除外。',
  },
  vendors: ['huawei', 'qingcloud'],
  source: 'Huawei Cloud billing guide 13.2 (账期, 消费时间)',
  run(facts) {
    if (!facts.detail) return [];
    const { lines, of, payable, days, bad } = facts.probe.tellings.outside();
    if (of === 0) return [];
    const slipped = lines > 0 && lines * FEW <= of && !isConfirmed(facts);
    const found = slipped ? bad() : NO_LINES;
    return [
      {
        left: figure('Payable of lines outside the month', '账期外明细应付金额', payable, linesDrill(facts, 'detail')),
        right: figure('Expected', '应为', '0', null),
        difference: payable,
        status: slipped ? 'fail' : 'pass',
        tolerance: 'exact, line by line',
        explanation: slipped
          ? {
              en: `Lines dated outside ${facts.period}: ${lines} of ${of}.`,
              zh: `日期在 ${facts.period} 之外的明细：${of} 行中有 ${lines} 行。`,
            }
          : lines > 0
            ? { en: `The vendor dates ${lines} lines outside the month.`, zh: `厂商将 ${lines} 行的日期记在账期外。` }
            : { en: `All ${of} lines lie within the month.`, zh: `全部 ${of} 行均在账期内。` },
        arithmetic: [],
        bad: found,
        ...(slipped
          ? {
              findings: [
                {
                  kind: 'line.period' as const,
                  amount: payable,
                  text: say`Lines dated ${{ days }}: ${{ count: lines }}.`,
                  bad: found,
                },
              ],
            }
          : {}),
      },
    ];
  },
};

/** A currency that a handful of lines has in a month of another one. */
export const lineCurrency: CheckRule = {
  id: 'lines.currency',
  title: { en: 'Lines are in the currency of their bill', zh: '明细币种与账单一致' },
  step: STEPS.lines,
  scope: 'lines',
  left: { en: 'lines in this currency', zh: '本币种明细' },
  right: { en: "lines in the month's other currencies", zh: '本月其他币种明细' },
  tolerance: [],
  explanation: {
    en: 'A contract is billed in one currency; a handful of lines in another one is not a bill of its own.',
    zh: '合同以一种币种出账；少量其他币种的明细并非独立账单。',
  },
  vendors: ['huawei', 'tencent', 'qingcloud'],
  source: 'Huawei Cloud billing guide 6.1.1 (币种)',
  run(facts): Verdict[] {
    if (!facts.detail) return [];
    const { [facts.currency]: own = 0, ...others } = facts.probe.tellings.currencies();
    const most = Math.max(0, ...Object.values(others));
    if (most === 0 || own * FEW > most) return [];
    const bad = facts.probe.tellings.counted();
    const payable = facts.detail.sums.payable;
    return [
      {
        left: figure(`Payable in ${facts.currency}`, `${facts.currency} 应付金额`, payable, linesDrill(facts, 'detail')),
        right: figure('Expected', '应为', '0', null),
        difference: payable,
        status: 'fail',
        tolerance: 'exact, line by line',
        explanation: {
          en: `Lines in ${facts.currency}: ${own}, beside ${most} in the currency of the bill.`,
          zh: `${facts.currency} 明细 ${own} 行，账单币种 ${most} 行。`,
        },
        arithmetic: [],
        bad,
        findings: [
          { kind: 'line.currency', amount: payable, text: say`Lines in ${{ currency: facts.currency }}: ${{ count: own }}.`, bad },
        ],
      },
    ];
  },
};
