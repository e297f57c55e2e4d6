import { equal, isZero, subtract, sum, type Amount } from '../../money/amount.ts';
import { round } from '../../money/rounding.ts';
import { exactTotal } from '../../bill/total.ts';
import { say } from '../../words/said.ts';
import { isRefund, isTaxLine, sumsWhere } from '../bill-types.ts';
import { judge, type CheckRule } from '../check.ts';
import type { BillFacts, Facts } from '../facts.ts';
import { NO_LINES } from '../facts.ts';
import { figure, invoicesDrill, linesDrill } from '../figures.ts';
import { INVOICE_POLICIES, invoicePolicy, roundingStep } from '../policies.ts';
import { STEPS } from '../steps.ts';

/**
 * Left: net of the month's credit notes. Right: refunds of the bill without tax, less coupons. Listed where the month has credit notes,
 * or where its invoices charge everything and give no refund back: else the invoices are drawn net of refunds.
 */
export const creditRefund: CheckRule = {
  id: 'credit.refund',
  title: { en: 'Credit notes = refunds of the bill', zh: '贷项发票 = 账单退款' },
  step: STEPS.invoices,
  scope: 'invoices',
  left: { en: "net of the period's credit notes", zh: '本期贷项发票不含税金额' },
  right: { en: 'refunds of the bill, tax lines not', zh: '账单退款（不含税金行）' },
  tolerance: INVOICE_POLICIES,
  explanation: {
    en: 'What the bill gives back is credited. Where the invoices are drawn net of refunds there is no credit note, and nothing to hold.',
    zh: '账单退还的金额由贷项发票冲销；发票已按扣除退款后的金额开具时，没有贷项发票，无需核对。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 7.2.2.2 (退款-…) and 10.1 (credit notes)',
  run(facts) {
    const bill = facts.detail ?? facts.statement;
    if (!bill || facts.invoices.length === 0) return [];
    const notes = facts.invoices.filter((i) => i.kind === 'credit-note');
    const refunds = exactTotal(sumsWhere(bill, (t) => isRefund(t) && !isTaxLine(t)));
    const policy = invoicePolicy(facts);
    if (notes.length === 0 && (refunds === null || isZero(refunds) || !chargesAll(facts, refunds))) return [];
    const left = sum(notes.map((i) => i.net));
    const back: Amount = refunds ?? '0';
    return [
      judge({
        left: figure('Credit notes: net', '贷项发票：不含税金额', left, invoicesDrill(facts)),
        right: figure('Bill: refunds without tax', '账单：退款（不含税）', back, linesDrill(facts, facts.detail ? 'detail' : 'statement')),
        missing: { left: { en: 'There is no credit note.', zh: '没有贷项发票。' }, right: { en: 'There is no bill.', zh: '没有账单。' } },
        pass: { en: 'The credit notes give back exactly the refunds.', zh: '贷项发票与退款一致。' },
        explain: () =>
          equal(round(back, policy), left)
            ? {
                policy,
                words: { en: `${policy.title}.`, zh: `差异由取整规则 ${policy.id} 产生。` },
                arithmetic: [roundingStep(back, policy)],
              }
            : null,
        fail: (difference) => ({
          en: `Credit notes and refunds differ by ${difference} ${facts.currency}.`,
          zh: `贷项发票与退款相差 ${difference} ${facts.currency}。`,
        }),
        arithmetic: notes.map((i) => `${i.number}: ${i.net}`),
        // Where statement and details give back otherwise, that is named there.
        why: (difference) =>
          toldOtherwise(facts)
            ? []
            : [
                {
                  kind: 'credit.refund',
                  amount: difference,
                  text:
                    notes.length === 0
                      ? say`The bill gives back ${{ refunds: back }}, and no credit note does.`
                      : say`The bill gives back ${{ refunds: back }}, the credit notes ${{ credited: left }}.`,
                  bad: NO_LINES,
                },
              ],
        tolerance: policy.id,
      }),
    ];
  },
};

/** The month's credit notes give back what its bill does; also where it has none. */
export function creditedAsRefunded(facts: Facts): boolean {
  const notes = facts.invoices.filter((i) => i.kind === 'credit-note');
  const bill = facts.detail ?? facts.statement;
  if (notes.length === 0 || !bill) return true;
  const back = exactTotal(sumsWhere(bill, (t) => isRefund(t) && !isTaxLine(t))) ?? '0';
  const credited = sum(notes.map((i) => i.net));
  return equal(back, credited) || equal(round(back, invoicePolicy(facts)), credited);
}

function toldOtherwise({ detail, statement }: Facts): boolean {
  if (!detail || !statement) return false;
  const refunds = (bill: BillFacts): Amount => exactTotal(sumsWhere(bill, (t) => isRefund(t) && !isTaxLine(t))) ?? '0';
  return !equal(refunds(detail), refunds(statement));
}

/** The invoices charge the month without its refunds. */
function chargesAll(facts: Facts, refunds: Amount): boolean {
  const bill = facts.detail ?? facts.statement!;
  const total = subtract(exactTotal(bill.sums) ?? '0', exactTotal(sumsWhere(bill, isTaxLine)) ?? '0');
  return equal(round(subtract(total, refunds), invoicePolicy(facts)), sum(facts.invoices.map((i) => i.net)));
}
