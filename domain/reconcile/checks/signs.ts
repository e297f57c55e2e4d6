import { add, subtract, sum, type Amount } from '../../money/amount.ts';
import { say } from '../../words/said.ts';
import { expectedSign } from '../bill-types.ts';
import { judgeItems, type Item } from '../beside/items.ts';
import type { CheckRule } from '../check.ts';
import type { Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

const typesOf = (facts: Facts, sign: 1 | -1): string[] =>
  (facts.detail?.groups ?? []).flatMap((g) => (g.billType !== null && expectedSign(g.billType) === sign ? [g.billType] : []));

const payableOf = (facts: Facts, types: readonly string[]): Amount =>
  sum((facts.detail?.groups ?? []).filter((g) => g.billType !== null && types.includes(g.billType)).map((g) => g.sums.payable));

/** Left: payable of charges and refunds. Right: the same with every charge above and every refund below zero. */
export const linesSign: CheckRule = {
  id: 'lines.sign',
  title: { en: 'Charges are positive, refunds negative', zh: '消费为正，退款为负' },
  step: STEPS.lines,
  scope: 'lines',
  left: { en: 'payable of charges and refunds', zh: '消费与退款的应付金额' },
  right: { en: 'the same, every line with the sign of its bill type', zh: '各行按账单类型取正负号后的金额' },
  tolerance: [],
  explanation: { en: 'The bill type says whether a line is charged or given back.', zh: '账单类型决定该行是收取还是退还。' },
  vendors: null,
  source: 'Huawei Cloud billing guide 6.1.1 and 7.2.2.2 (bill types); BSS API, bill_type',
  run(facts) {
    const [charges, refunds] = [typesOf(facts, 1), typesOf(facts, -1)];
    if (charges.length === 0 && refunds.length === 0) return [];
    const { beside } = facts.probe;
    const items: Item[] = [];
    const odd = (types: readonly string[], sign: 'positive' | 'negative'): Amount => {
      if (types.length === 0) return '0';
      const { lines, count, payable } = beside.signed(types, sign, (line) =>
        sign === 'negative'
          ? say`${{ type: line.billType ?? '—' }} is charged, and its amount is ${{ payable: line.payable ?? '—' }}`
          : say`${{ type: line.billType ?? '—' }} is given back, and its amount is ${{ payable: line.payable ?? '—' }}`,
      );
      if (count > 0)
        items.push({
          kind: 'line.sign',
          amount: add(payable, payable),
          text: say`${{ count }} lines have the other sign than their bill type; they add up to ${{ payable }}.`,
          lines,
          count,
        });
      return payable;
    };
    const turned = add(odd(charges, 'negative'), odd(refunds, 'positive'));
    const left = payableOf(facts, [...charges, ...refunds]);
    return [
      judgeItems({
        left: figure('Charges and refunds: payable', '消费与退款：应付金额', left, linesDrill(facts, 'detail')),
        right: figure(
          'With the sign of their bill types',
          '按账单类型取正负号',
          subtract(left, add(turned, turned)),
          linesDrill(facts, 'detail'),
        ),
        missing: { left: { en: 'There is no bill.', zh: '没有账单。' }, right: { en: 'There is no bill.', zh: '没有账单。' } },
        pass: { en: 'Every line has the sign of its bill type.', zh: '各行正负号均与账单类型一致。' },
        fail: () => ({
          en: `Lines have the other sign than their bill type; they add up to ${turned} ${facts.currency}.`,
          zh: `部分明细正负号与账单类型不符，合计 ${turned} ${facts.currency}。`,
        }),
        some: () => ({ en: 'Lines have the other sign than their bill type.', zh: '部分明细正负号与账单类型不符。' }),
        items,
      }),
    ];
  },
};
