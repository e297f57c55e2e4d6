import type { MeasureName } from '../../formats/fields.ts';
import { payableIdentity } from '../../formats/tencent/rules.ts';
import { add, equal, isZero, negate, subtract, type Amount } from '../../money/amount.ts';
import { currencyPlaces, round } from '../../money/rounding.ts';
import { say, type Sentence } from '../../words/said.ts';
import { isPrecisionRow, sumMeasures, sumsWhere } from '../bill-types.ts';
import { judge, type CheckRule, type Explanation, type Finding, type Verdict } from '../check.ts';
import type { BillFacts, Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { PRECISION_ROW } from '../policies.ts';
import { STEPS } from '../steps.ts';
import { COARSE_POLICIES } from '../tellings/rounding.ts';
import type { Telling } from '../tellings/telling.ts';
import { printedBy } from '../tellings/told.ts';
import { MEASURE_WORDS } from '../why/words.ts';

const PARTS: readonly MeasureName[] = payableIdentity.right;
/** L0 and L1: the month's total, and the month by product, project, region, billing mode or tag. */
const SUMMARIES: readonly string[] = ['summary', 'product-cycle', 'project-cycle', 'region-cycle', 'mode-cycle', 'tag-cycle'];

/** Left: the real cost of each summary of the month. Right: what the details were paid with, the precision row counted once. */
export const tencentCost: CheckRule = {
  id: 'tencent.real-cost',
  title: { en: 'Real cost of the summary = cash + bonus + voucher + transfer', zh: '汇总优惠后总价 = 现金 + 赠送金 + 代金券 + 分成金' },
  step: STEPS.vendor,
  scope: 'bill',
  left: { en: 'total after discount of the summary (L0, L1)', zh: '汇总账单（L0、L1）优惠后总价' },
  right: {
    en: 'cash, bonus, vouchers and transfer of the details, with the precision row once',
    zh: '明细的现金、赠送金、代金券与分成金支出（精度差异行计一次）',
  },
  tolerance: [PRECISION_ROW.id, ...COARSE_POLICIES.map((policy) => policy.id)],
  explanation: {
    en: 'What the month cost is what was paid for it; the row that brings it to cents is part of both and counted once.',
    zh: '本月实际费用等于各账户支出之和；精度差异行在两侧各计一次。',
  },
  vendors: ['tencent'],
  source: 'Tencent Cloud billing API 2018-07-09, DescribeBillSummaryByProduct (RealTotalCost, CashPayAmount, IncentivePayAmount …)',
  run(facts) {
    const { detail } = facts;
    if (!detail) return [];
    return facts.probe.tellings
      .list()
      .filter((one) => SUMMARIES.includes(one.view) && one.part === null && one.estimate === null)
      .map((telling) => hold(facts, detail, telling));
  },
};

interface Month {
  paid: Amount | null;
  row: Amount | null;
  /** Lines of the precision row. */
  rows: number;
  /** Lines that print no means of payment. */
  silent: number;
  /** A month of eight decimals whose precision row is not there. */
  short: boolean;
}

function monthOf(facts: Facts, detail: BillFacts): Month {
  const paid = sumMeasures(detail.sums, PARTS);
  const row = sumMeasures(sumsWhere(detail, isPrecisionRow), PARTS);
  const held = facts.identities.find((own) => own.identity.id === payableIdentity.id && own.kind === 'detail');
  const whole = paid !== null && equal(paid, round(paid, { mode: 'half-up', places: currencyPlaces(facts.currency) }));
  return {
    paid,
    row,
    rows: detail.groups.reduce((n, group) => n + (isPrecisionRow(group.billType) ? group.lines : 0), 0),
    silent: held && held.checked > 0 ? detail.lines - held.checked : 0,
    short: row === null && !whole,
  };
}

function hold(facts: Facts, detail: BillFacts, telling: Telling): Verdict {
  const { words } = telling;
  const month = monthOf(facts, detail);
  const left = telling.own.payable;
  // A summary of the same digits is complete as the details are, whatever rounds them later.
  const same = left !== null && month.paid !== null && equal(left, month.paid);
  const open = month.silent > 0 || (month.short && !same && printedBy(facts, telling) === null);
  const verdict = judge({
    left: figure(`Summary ${words.en}: real cost`, `汇总${words.zh}：优惠后总价`, left, null),
    right: figure(
      'Details: cash, bonus, vouchers and transfer',
      '明细：现金、赠送金、代金券与分成金',
      open ? null : month.paid,
      linesDrill(facts, 'detail'),
    ),
    missing: {
      left: { en: 'The summary prints no total after discount.', zh: '汇总账单没有优惠后总价。' },
      right:
        month.paid === null || month.silent > 0
          ? {
              en: 'Lines of the bill print no means of payment. Import it with all columns.',
              zh: '部分明细没有支付构成。请导入包含全部列的账单。',
            }
          : {
              en: 'The row that brings the month to whole cents (月度计费精度差异) is not there. Import the complete monthly bill.',
              zh: '缺少将本月调整到分的“月度计费精度差异”行。请导入完整的月账单。',
            },
    },
    pass: { en: 'The month cost what was paid for it.', zh: '汇总与各账户支出一致。' },
    explain: (difference) => explain(facts, telling, month, difference),
    fail: (difference) => ({
      en: `Real cost and means of payment differ by ${difference} ${facts.currency}.`,
      zh: `优惠后总价与各账户支出相差 ${difference} ${facts.currency}。`,
    }),
    arithmetic: steps(detail, month),
    why: (difference) => twice(facts, detail, month, difference) ?? facts.probe.tellings.compare(telling).why(['payable']).map(turned),
  });
  return { ...verdict, part: { id: telling.id, words } };
}

function steps(detail: BillFacts, { paid, row }: Month): Sentence[] {
  if (paid === null) return [];
  const parts = PARTS.filter((m) => detail.sums[m] !== null).map(
    (m) => say`${{ figure: MEASURE_WORDS[m] }} ${{ amount: detail.sums[m]! }}`,
  );
  const sum = say`${{ parts }} make ${{ sum: paid }}`;
  return row === null ? [sum] : [sum, say`of which the precision row is ${{ row }}, counted once`];
}

/** The summary without the precision row, or with its rows printed in cents. */
function explain(facts: Facts, telling: Telling, { paid, row }: Month, difference: Amount): Explanation | null {
  if (row !== null && !isZero(row) && equal(difference, negate(row)))
    return {
      policy: PRECISION_ROW,
      words: { en: `The summary leaves the precision row of ${row} out.`, zh: `汇总账单不含精度差异行 ${row}。` },
      arithmetic: [`${paid} − ${row.startsWith('-') ? `(${row})` : row} = ${subtract(paid!, row)}`],
    };
  const payable = facts.detail?.sums.payable ?? null;
  return payable !== null && equal(payable, paid!) ? printedBy(facts, telling) : null;
}

/** The precision row counted twice: what the details have too much is half of all such rows. */
function twice(facts: Facts, detail: BillFacts, { row, rows }: Month, difference: Amount): Finding[] | null {
  if (row === null || isZero(row) || rows < 2 || !equal(add(difference, difference), negate(row))) return null;
  const types = detail.groups.flatMap((group) => (isPrecisionRow(group.billType) ? [group.billType] : []));
  return [
    {
      kind: 'line.duplicate',
      amount: difference,
      text: say`The precision row stands ${{ rows }} times in the details: ${{ row }} in all, half of it too much.`,
      bad: facts.probe.beside.lines(
        { of: 'month', among: [{ key: 'billType', values: types }] },
        ['billType'],
        types.map((type) => [type]),
        (line) => say`precision row ${{ payable: line.payable ?? '—' }}`,
      ),
    },
  ];
}
const turned = (finding: Finding): Finding => ({ ...finding, amount: finding.amount && negate(finding.amount) });
