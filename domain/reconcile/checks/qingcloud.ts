import type { MeasureName } from '../../formats/fields.ts';
import { negate, subtract, sum } from '../../money/amount.ts';
import { say } from '../../words/said.ts';
import { judge, type CheckRule, type Verdict, type Words } from '../check.ts';
import { NO_LINES, type BillFacts, type Facts, type MeasureSums } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';
import { MEASURE_WORDS } from '../why/words.ts';

interface Formula {
  id: string;
  words: Words;
  plus: readonly MeasureName[];
  minus: readonly MeasureName[];
  /** The columns that a sheet must have before anything can be said. */
  needs: (sums: MeasureSums) => boolean;
}

/** A column 余额 alone may be what is left on the account: it counts as payment only beside another means of payment. */
const FORMULAS: readonly Formula[] = [
  {
    id: 'price',
    words: { en: 'list price − discount', zh: '原价 − 优惠' },
    plus: ['listPrice'],
    minus: ['discount'],
    needs: ({ listPrice, discount }) => listPrice !== null && discount !== null,
  },
  {
    id: 'payment',
    words: { en: 'balance, bonus and coupons', zh: '余额、奖金与优惠券' },
    plus: ['cash', 'bonus', 'coupon'],
    minus: [],
    needs: ({ cash, bonus, coupon }) => cash !== null && (bonus !== null || coupon !== null),
  },
];

/** Left: fee of the month. Right: what the sheet says that it is made of, and what it took from the account. */
export const qingcloudFee: CheckRule = {
  id: 'qingcloud.fee',
  title: { en: 'Fee = what it is made of', zh: '消费金额 = 其构成' },
  step: STEPS.vendor,
  scope: 'bill',
  left: { en: 'fee of the month', zh: '本月消费金额' },
  right: {
    en: 'list price − discount; balance, bonus and coupons that paid it, as far as printed',
    zh: '原价 − 优惠；余额、奖金与优惠券支付（以已列为准）',
  },
  tolerance: [],
  explanation: {
    en: 'What is charged is taken from the balance, the bonus and coupons, and nothing else.',
    zh: '消费金额由余额、奖金与优惠券扣除。',
  },
  vendors: ['qingcloud'],
  source: 'QingCloud billing: consumption details (消费明细); GetBalance (balance, bonus, coupons)',
  run: ({ detail, ...facts }) =>
    detail ? FORMULAS.filter(({ needs }) => needs(detail.sums)).map((formula) => hold({ detail, ...facts }, detail, formula)) : [],
};

function hold(facts: Facts, { sums }: BillFacts, { id, words, plus, minus }: Formula): Verdict {
  const drill = linesDrill(facts, 'detail');
  const parts = [
    ...plus.filter((m) => sums[m] !== null).map((m) => ({ m, value: sums[m]! })),
    ...minus.map((m) => ({ m, value: negate(sums[m]!) })),
  ];
  const verdict = judge({
    left: figure('Fee', '消费金额', sums.payable, drill),
    right: figure(words.en, words.zh, sum(parts.map(({ value }) => value)), drill),
    missing: {
      left: { en: 'The sheet prints no fee.', zh: '账单没有消费金额。' },
      right: { en: 'The sheet does not print it.', zh: '账单没有该列。' },
    },
    pass: { en: 'The fee is what its parts make.', zh: '消费金额与其构成一致。' },
    fail: (difference) => ({
      en: `Fee and parts differ by ${difference} ${facts.currency}.`,
      zh: `消费金额与其构成相差 ${difference} ${facts.currency}。`,
    }),
    arithmetic: [
      say`${{ parts: parts.map(({ m, value }) => say`${{ figure: MEASURE_WORDS[m] }} ${{ amount: value }}`) }} make ${{ sum: sum(parts.map(({ value }) => value)) }}`,
    ],
    why: (difference) => [
      {
        kind: 'line.arithmetic',
        amount: difference,
        text: say`The fee is ${{ fee: sums.payable ?? '—' }}, its parts make ${{ parts: subtract(sums.payable!, difference) }}.`,
        bad: NO_LINES,
      },
    ],
  });
  return { ...verdict, part: { id, words } };
}
