import { add, equal, isZero, subtract, type Amount } from '../../money/amount.ts';
import { POLICIES, round } from '../../money/rounding.ts';
import { isRefund, isTaxLine, sumMeasures, sumsWhere } from '../bill-types.ts';
import { judge, type CheckRule, type Explanation } from '../check.ts';
import { roundedOtherwise, waysOf, type Charges, type Way } from '../eras.ts';
import type { BillFacts, Facts } from '../facts.ts';
import { cashMeasures, cashWords, figure, linesDrill, paymentsDrill } from '../figures.ts';
import { AMOUNT_DUE, huaweiEra, HUAWEI_POLICIES } from '../policies.ts';
import { settlementOf } from '../settled.ts';
import { STEPS } from '../steps.ts';
import { english, say } from '../../words/said.ts';

/**
 * Left: cash and monthly-settled of every line but refunds (退款-…); 消费-… and 调账-… count; coupons never do.
 * Right: what was paid and withheld on the period's invoices, less the tax that the invoices add to the bill.
 */
export const huaweiPayments: CheckRule = {
  id: 'huawei.payments',
  title: { en: 'Cash consumption total = payments', zh: '现金消费总计 = 实际付款总计' },
  step: STEPS.payments,
  scope: 'payments',
  left: { en: 'cash and monthly-settled of every line but refunds', zh: '除退款外全部明细的现金支付与月度结算' },
  right: {
    en: "paid and withheld on the period's invoices, less the tax that the bill does not carry",
    zh: '本期发票已付与已扣缴金额，减账单外税金',
  },
  tolerance: [...HUAWEI_POLICIES, AMOUNT_DUE.id],
  explanation: {
    en: 'What was consumed in the month has been paid. Coupons never count; refunds count only in what is due.',
    zh: '本月消费已付清。代金券不计入；退款只计入应还金额。',
  },
  vendors: ['huawei'],
  source: 'Huawei Cloud billing guide 7.2.2.2, reconciliation step 1',
  run(facts) {
    const bill = facts.detail ?? facts.statement;
    if (!bill && facts.invoices.length === 0) return [];
    const measures = cashMeasures(facts);
    const consumption =
      bill &&
      sumMeasures(
        sumsWhere(bill, (t) => !isRefund(t)),
        measures,
      );
    const taxOnBill = (bill && sumMeasures(sumsWhere(bill, isTaxLine), measures)) ?? '0';
    const money = settlementOf(facts);
    // Tax lines of the bill and the invoice's rounded tax are the same tax.
    const taxBeside = equal(round(taxOnBill, POLICIES.taxLine), money.tax) ? '0' : subtract(money.tax, taxOnBill);
    const settled = add(money.paid, money.withheld);
    const paid = isZero(settled) ? null : subtract(settled, taxBeside);
    const arithmetic =
      paid === null
        ? []
        : [
            say`paid ${{ settled: money.paid }} + withheld ${{ withheld: money.withheld }} − tax not on the bill ${{ tax: taxBeside }} = ${{ paid }}`,
          ];
    const words = cashWords(facts);
    return [
      judge({
        left: figure(
          `Cash consumption total (${words.en}, without refunds and coupons)`,
          `现金消费总计（${words.zh}，不含退款和代金券）`,
          consumption,
          linesDrill(facts, facts.detail ? 'detail' : 'statement'),
        ),
        right: figure(
          "Paid and withheld on the period's invoices, without tax that the bill does not carry",
          '本期发票已付与已扣缴金额（不含账单外的税金）',
          paid,
          paymentsDrill(facts),
        ),
        missing: {
          left: bill
            ? {
                en: 'The bill prints none of its payment parts. Import the detail bill or the statement.',
                zh: '账单中没有支付构成列。请导入明细账单或流水账单。',
              }
            : {
                en: 'There is no bill of this period. Import the detail bill or the statement.',
                zh: '本期没有账单。请导入明细账单或流水账单。',
              },
          right:
            facts.invoices.length === 0
              ? { en: 'There is no invoice of this period. Add the invoice and its payment.', zh: '本期没有发票。请添加发票及其付款。' }
              : {
                  en: "Nothing is paid on the period's invoices. Add the payment and allocate it.",
                  zh: '本期发票尚无付款。请添加付款并分配到发票。',
                },
        },
        pass: { en: 'What was consumed has been paid.', zh: '消费与付款一致。' },
        explain: () => explainPayments(facts, bill!, paid!),
        why: (difference) => {
          const month = new Month(facts, bill!);
          const other =
            roundedOtherwise(facts, month.charges(notRefund), paid!, difference) ??
            roundedOtherwise(
              facts,
              month.charges(() => true),
              paid!,
              difference,
            );
          return other ? [other] : [];
        },
        fail: (difference) => ({
          en: `Consumption and payments differ by ${difference} ${facts.currency}; ${money.open} is open on the period's invoices.`,
          zh: `消费与付款相差 ${difference} ${facts.currency}；本期发票未结 ${money.open}。`,
        }),
        arithmetic,
        tolerance: huaweiEra(facts.period, facts.settlement).policy.id,
      }),
    ];
  },
};

/** The month's money, by the bill types that it is made of. */
class Month {
  readonly #facts: Facts;
  readonly #bill: BillFacts;

  constructor(facts: Facts, bill: BillFacts) {
    this.#facts = facts;
    this.#bill = bill;
  }

  charges(test: (billType: string | null) => boolean): Charges {
    const measures = cashMeasures(this.#facts);
    return {
      kind: this.#facts.detail ? 'detail' : 'statement',
      measures,
      billTypes: this.#bill.groups.map((group) => group.billType).filter(test),
      exact: sumMeasures(sumsWhere(this.#bill, test), measures) ?? '0',
    };
  }

  /** In cents: as a whole, or as an invoice does it, net and tax each by itself. */
  *inCents(test: (billType: string | null) => boolean): Generator<Pick<Way, 'value' | 'steps'> & { policy: string }> {
    for (const { value, steps, policy } of waysOf(this.#facts, this.charges(test))) yield { value, steps, policy: policy.id };
    const tax = this.charges((t) => test(t) && isTaxLine(t)).exact;
    if (isZero(tax)) return;
    const net = this.charges((t) => test(t) && !isTaxLine(t));
    const taxCents = round(tax, POLICIES.taxLine);
    for (const { value, steps, policy } of waysOf(this.#facts, net)) {
      const total = add(value, taxCents);
      const step = say`net ${{ net: net.exact }} → ${{ netCents: value }} (${{ policy: policy.id }}) + tax ${{ tax }} → ${{ taxCents }} (${{ taxPolicy: POLICIES.taxLine.id }}) = ${{ total }}`;
      yield { value: total, steps: [...(steps.length > 1 ? steps : []), step], policy: policy.id };
    }
  }
}

const notRefund = (billType: string | null): boolean => !isRefund(billType);

function explainPayments(facts: Facts, bill: BillFacts, paid: Amount): Explanation | null {
  const month = new Month(facts, bill);
  const consumption = month.charges(notRefund).exact;
  for (const { value, steps, policy } of month.inCents(notRefund)) {
    if (!equal(value, paid)) continue;
    return {
      policy: { id: policy },
      words: {
        en: `The month is charged in whole cents: ${english(steps.at(-1)!)}.`,
        zh: `月账单总计按分计收：${consumption} → ${value}（${policy}）。`,
      },
      arithmetic: steps,
    };
  }
  const refunds = month.charges(isRefund).exact;
  if (isZero(refunds)) return null;
  const due = add(consumption, refunds);
  const steps = equal(due, paid) ? [] : [...month.inCents(() => true)].find(({ value }) => equal(value, paid))?.steps;
  if (!steps) return null;
  return {
    policy: AMOUNT_DUE,
    words: {
      en: `The consumption total leaves refunds out; what is due takes them in. Refunds of the month: ${refunds}.`,
      zh: `消费总计不含退款，应还金额包含退款。本月退款：${refunds}。`,
    },
    arithmetic: [say`${{ consumption }} + refunds ${{ refunds }} = ${{ due }}`, ...steps],
  };
}
