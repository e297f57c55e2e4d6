import { compare, multiply, subtract, type Amount } from '../../money/amount.ts';
import { say, type Sentence } from '../../words/said.ts';
import { usedByFormula, type QuotaReading } from '../agreements.ts';
import { judge, type CheckRule, type Figure, type Verdict, type Words } from '../check.ts';
import { NO_LINES, type Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import type { KindId } from '../kinds.ts';
import { STEPS } from '../steps.ts';

interface Side {
  part: { id: string; words: Words };
  left: Figure;
  right: Figure;
  arithmetic: readonly Sentence[];
  pass: Words;
  kind?: KindId;
  text: (difference: Amount) => Sentence;
}

const NOT_READ: Words = { en: 'The reading does not have this figure.', zh: '该读数没有此项。' };

const hold = ({ currency }: Facts, { part, left, right, arithmetic, pass, kind = 'quota.formula', text }: Side): Verdict => ({
  ...judge({
    left,
    right,
    missing: { left: NOT_READ, right: NOT_READ },
    pass,
    fail: (difference) => ({ en: `The two differ by ${difference} ${currency}.`, zh: `两者相差 ${difference} ${currency}。` }),
    arithmetic,
    why: (difference) => [{ kind, amount: difference, text: text(difference), bad: NO_LINES }],
  }),
  part,
});

function sides(facts: Facts, total: Amount, reading: QuotaReading): Side[] {
  const { used, remaining, unbilled, billed, cash, voucher } = reading;
  const found: Side[] = [];
  if (used !== null && remaining !== null)
    found.push({
      part: { id: 'sum', words: { en: 'used and remaining', zh: '已用与剩余' } },
      left: figure('Total less remaining', '总配额 − 剩余配额', subtract(total, remaining), null),
      right: figure('Used', '已用配额', used, null),
      arithmetic: [say`${{ total }} − ${{ remaining }} = ${{ rest: subtract(total, remaining) }}`],
      pass: { en: 'Used and remaining add up to the total.', zh: '已用与剩余之和等于总配额。' },
      text: () => say`Of ${{ total }}, ${{ used }} are used and ${{ remaining }} remain.`,
    });
  const formula = usedByFormula(reading);
  if (used !== null && formula !== null)
    found.push({
      part: { id: 'formula', words: { en: 'formula', zh: '公式' } },
      left: figure('Used', '已用配额', used, null),
      right: figure('Billed + unbilled − cash − vouchers', '已出账应还 + 未出账预估 − 现金 − 代金券', formula, null),
      arithmetic: [
        say`${{ billed: billed ?? '—' }} + ${{ unbilled: unbilled ?? '—' }} − ${{ cash: cash ?? '—' }} − ${{ voucher: voucher ?? '—' }} = ${{ formula }}`,
      ],
      pass: { en: 'Used follows from its parts.', zh: '已用配额与各项相符。' },
      text: () => say`By its parts ${{ formula }} are used, the page says ${{ used }}.`,
    });
  if (unbilled !== null)
    found.push({
      part: { id: 'bill', words: { en: 'bill', zh: '账单' } },
      left: figure('Unbilled by the reading', '未出账预估金额', unbilled, null),
      right: figure(
        'Monthly-settled amount of the bill',
        '账单的月度结算金额',
        facts.detail?.sums.monthlySettled ?? null,
        linesDrill(facts, 'detail'),
      ),
      arithmetic: [],
      pass: { en: 'What the quota counts is what the bill charges.', zh: '配额计入的金额与账单一致。' },
      text: (difference) => say`The quota counts ${{ unbilled }} for the month, ${{ difference }} apart from the bill.`,
    });
  if (used !== null) {
    const within = compare(used, total) > 0 ? total : used;
    found.push({
      part: { id: 'limit', words: { en: 'limit', zh: '上限' } },
      left: figure('Used', '已用配额', used, null),
      right: figure('Used within the total', '总配额以内', within, null),
      arithmetic: [say`total ${{ total }}, used ${{ used }}`],
      pass:
        compare(multiply(used, '100'), multiply(total, '80')) > 0
          ? { en: 'More than 80 % is used: the vendor sends notices.', zh: '已用超过 80%，厂商会发送提醒。' }
          : { en: 'At most 80 % is used.', zh: '已用不超过 80%。' },
      kind: 'overflow.amount',
      text: (difference) => say`${{ difference }} are used beyond the total of ${{ total }}.`,
    });
  }
  return found;
}

/** Left and right: the parts of the quota as they were read, against the total, the formula and the bill. */
export const agreementQuota: CheckRule = {
  id: 'agreement.quota',
  title: { en: 'Quota adds up', zh: '消费配额勾稽' },
  step: STEPS.agreements,
  scope: 'bill',
  left: { en: 'total less remaining; used; unbilled', zh: '总配额减剩余；已用；未出账' },
  right: {
    en: 'used; billed + unbilled − cash − vouchers, and no more than the total; monthly-settled amount of the bill',
    zh: '已用；已出账应还 + 未出账预估 − 现金 − 代金券，且不超过总配额；账单的月度结算金额',
  },
  tolerance: [],
  explanation: {
    en: 'Listed where a reading of the month is entered, taken when the month is over and not billed yet. Only figures that were read are held.',
    zh: '录入该月读数（账期结束、尚未出账时读取）后列出；只核对已录入的项目。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 5.3 (used quota; notice above 80 %, restrictions from 100 %)',
  run: (facts) =>
    facts.probe.beside
      .agreements()
      .flatMap(({ quota }) =>
        (quota?.readings ?? [])
          .filter((reading) => reading.period === facts.period)
          .flatMap((reading) => sides(facts, quota!.total, reading).map((side) => hold(facts, side))),
      ),
};
