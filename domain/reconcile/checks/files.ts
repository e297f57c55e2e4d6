import { subtract } from '../../money/amount.ts';
import { say } from '../../words/said.ts';
import { NO_LINES } from '../facts.ts';
import type { CheckRule, Verdict } from '../check.ts';
import { figure } from '../figures.ts';
import { STEPS } from '../steps.ts';
import type { Growth } from '../tellings/telling.ts';

/** The parts of split files: a gap in their numbers is a part that was not imported. */
export const fileParts: CheckRule = {
  id: 'files.parts',
  title: { en: 'Split files are complete', zh: '分卷文件齐全' },
  step: STEPS.tellings,
  scope: 'bill',
  left: { en: 'parts of split files that are in the book', zh: '账本中的文件分卷' },
  right: { en: 'every part up to the last of them', zh: '直至最后一卷的全部分卷' },
  tolerance: [],
  explanation: {
    en: 'Large bills come as _1, _2, _3 …; a number that is left out is a part that is not there.',
    zh: '大账单以 _1、_2、_3……分卷提供；编号缺失即缺少分卷。',
  },
  vendors: ['huawei', 'tencent', 'qingcloud'],
  source: 'Huawei Cloud billing guide 7.2.8 and 13.2.9 (names of pushed files)',
  run(facts) {
    const { files, missing } = facts.probe.tellings.parts();
    if (files === 0) return [];
    const whole = missing.length === 0;
    return [
      {
        left: figure('Parts that are there', '已有分卷', null, null),
        right: figure('All parts', '全部分卷', null, null),
        difference: null,
        status: whole ? 'pass' : 'fail',
        tolerance: 'exact',
        explanation: whole
          ? { en: `Split files without a gap: ${files}.`, zh: `分卷连续的文件：${files}。` }
          : { en: `Parts that are not there: ${missing.join(', ')}. Import them.`, zh: `缺少分卷：${missing.join('、')}。请导入。` },
        arithmetic: [],
        bad: NO_LINES,
        ...(whole
          ? {}
          : {
              findings: [
                { kind: 'file.part-missing' as const, amount: null, text: say`Not there: ${{ values: missing }}.`, bad: NO_LINES },
              ],
            }),
      },
    ];
  },
};

function held({ id, words, earlier, later, before, after, shrunk }: Growth): Verdict {
  const grown = shrunk.count === 0;
  return {
    left: figure(`${later.file}, of the same charges`, `${later.file}（相同费用）`, after, null),
    right: figure(earlier.file, earlier.file, before, null),
    difference: subtract(after, before),
    status: grown ? 'pass' : 'fail',
    tolerance: 'exact',
    explanation: grown
      ? { en: 'Every sum to date has grown or stayed.', zh: '各累计金额均未减少。' }
      : {
          en: `The later file has less of ${shrunk.count} charges, by ${shrunk.by} in all, and nothing was given back for them.`,
          zh: `较晚的文件中有 ${shrunk.count} 项费用减少，共 ${shrunk.by}，且没有对应的退款。`,
        },
    arithmetic: [],
    bad: shrunk.bad,
    part: { id, words: { en: `${words.en}, ${earlier.asOf} → ${later.asOf}`, zh: `${words.zh}，${earlier.asOf} → ${later.asOf}` } },
    ...(grown
      ? {}
      : {
          findings: [
            {
              kind: 'file.shrunk' as const,
              amount: `-${shrunk.by}`,
              text: say`${{ later: later.file }} has less than ${{ earlier: earlier.file }}: ${{ by: shrunk.by }} (charges: ${{ count: shrunk.count }}).`,
              bad: shrunk.bad,
            },
          ],
        }),
  };
}

/** Sums to date only grow, but for what is given back. */
export const fileGrowth: CheckRule = {
  id: 'files.growth',
  title: { en: 'Sums to date only grow', zh: '累计金额只增不减' },
  step: STEPS.tellings,
  scope: 'bill',
  left: { en: 'the later file of sums to date, charge by charge', zh: '较晚的累计文件（逐项）' },
  right: { en: 'the earlier one', zh: '较早的累计文件' },
  tolerance: [],
  explanation: {
    en: 'A file of the month to date has all that the one before had; less of a charge needs a refund or an adjustment of the same resource.',
    zh: '月累计文件应包含此前全部费用；某项减少须有同一资源的退款或调账。',
  },
  vendors: ['huawei', 'tencent', 'qingcloud'],
  source: 'Huawei Cloud billing guide 7.2.8, table 7-5 (month to date, without the current day)',
  run: (facts) => facts.probe.tellings.growth().map(held),
};
