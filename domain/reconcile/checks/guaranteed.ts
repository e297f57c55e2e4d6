import { compare, isZero, negate, subtract, sum, type Amount } from '../../money/amount.ts';
import { periodBounds } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import type { Agreement } from '../agreements.ts';
import { isPrecisionRow, isRefund, isTaxLine } from '../bill-types.ts';
import { judge, type CheckRule, type Verdict } from '../check.ts';
import type { BillFacts, Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

/** 消费-保底差额: what the month fell short of the guaranteed amount. */
const isShortfall = (billType: string | null): boolean => billType !== null && /保底差额/.test(billType);

const payable = (detail: BillFacts, test: (billType: string | null) => boolean): Amount =>
  sum(detail.groups.filter((g) => test(g.billType)).map((g) => g.sums.payable));

/** Counted against the guaranteed amount: charges, and refunds where they are agreed to count; no tax, nothing of the shortfall itself. */
const spentOf = (detail: BillFacts, { spent }: NonNullable<Agreement['guaranteed']>): Amount =>
  payable(detail, (t) => !isShortfall(t) && !isTaxLine(t) && !isPrecisionRow(t) && (spent === 'net' || !isRefund(t)));

function hold(facts: Facts, detail: BillFacts, agreed: NonNullable<Agreement['guaranteed']>): Verdict {
  const types = detail.groups.flatMap((g) => (isShortfall(g.billType) && g.billType !== null ? [g.billType] : []));
  const spent = spentOf(detail, agreed);
  const short = subtract(agreed.amount, spent);
  const expected = compare(short, '0') > 0 ? short : '0';
  const printed = payable(detail, isShortfall);
  const over = facts.probe.beside.today > periodBounds(facts.period).last;
  return judge({
    // Before the month is over nothing says what it falls short of.
    left: figure(
      'Charged as shortfall (消费-保底差额)',
      '消费-保底差额',
      over || !isZero(printed) ? printed : null,
      linesDrill(facts, 'detail'),
    ),
    right: figure('Guaranteed less spent, not below zero', '保底金额 − 消费金额（不低于零）', expected, linesDrill(facts, 'detail')),
    missing: {
      left: { en: 'The month is not over: what it falls short of is charged at its end.', zh: '账期尚未结束，保底差额在月末扣取。' },
      right: { en: 'There is no bill.', zh: '没有账单。' },
    },
    pass: isZero(expected)
      ? {
          en: `${spent} ${facts.currency} of ${agreed.amount} guaranteed were spent: nothing is short.`,
          zh: `已消费 ${spent} ${facts.currency}，达到保底金额 ${agreed.amount}，无差额。`,
        }
      : { en: 'The shortfall is charged as agreed.', zh: '保底差额与约定一致。' },
    fail: (difference) =>
      difference.startsWith('-')
        ? {
            en: `${negate(difference)} ${facts.currency} of the shortfall are not charged.`,
            zh: `保底差额少扣 ${negate(difference)} ${facts.currency}。`,
          }
        : {
            en: `${difference} ${facts.currency} more than the shortfall are charged.`,
            zh: `保底差额多扣 ${difference} ${facts.currency}。`,
          },
    arithmetic: [say`guaranteed ${{ guaranteed: agreed.amount }} − spent ${{ spent }} = ${{ short }}`],
    why: (difference) => [
      {
        kind: 'overflow.amount',
        amount: difference,
        text: say`Guaranteed ${{ guaranteed: agreed.amount }}, spent ${{ spent }}: ${{ expected }} is to be charged, ${{ printed }} is.`,
        bad: facts.probe.beside.lines(
          { of: 'month' },
          ['billType'],
          types.map((type) => [type]),
          (line) => say`shortfall ${{ payable: line.payable ?? '—' }}`,
        ),
      },
    ],
  });
}

/** Left: lines 消费-保底差额. Right: guaranteed amount of the month less what was spent. */
export const agreementGuaranteed: CheckRule = {
  id: 'agreement.guaranteed',
  title: { en: 'Shortfall = guaranteed − spent', zh: '保底差额 = 保底金额 − 消费金额' },
  step: STEPS.agreements,
  scope: 'bill',
  left: { en: 'lines of the shortfall (消费-保底差额)', zh: '消费-保底差额' },
  right: { en: 'guaranteed amount less what was spent, zero where enough was spent', zh: '保底金额减消费金额；已达到保底时为零' },
  tolerance: [],
  explanation: {
    en: 'Listed where a guaranteed amount is entered. Tax lines count nowhere; refunds count where the agreement says so.',
    zh: '录入保底金额后列出。税金不计入；退款是否计入以约定为准。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 6.1.1, 6.2.2 (消费-保底差额: guaranteed amount less what was spent)',
  run: ({ detail, ...rest }) =>
    detail === null
      ? []
      : rest.probe.beside
          .agreements()
          .flatMap(({ guaranteed }) => (guaranteed === null ? [] : [hold({ ...rest, detail }, detail, guaranteed)])),
};
