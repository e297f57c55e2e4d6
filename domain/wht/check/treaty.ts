import { absolute, compare, equal, subtract } from '../../money/amount.ts';
import { proofOn } from '../../residence/certificate.ts';
import { say } from '../../words/said.ts';
import { taxOn, toleranceOf } from '../forms/rounding.ts';
import { remark, type Remark } from '../remark.ts';
import type { RemarkLine } from '../remarks.ts';
import { dayOf, type CheckedPaper, type RuleRate } from './paper.ts';
import { listedFor } from './rates.ts';

/**
 * A rate that only a treaty gives needs the payee's certificate of residence on the day of payment (Huawei Cloud billing guide,
 * section 8.2). Looked at where we withheld, since only then the book holds the payee's certificates. A record without lines of
 * income tells its rate by its amounts only; it is held to the certificates where the book has any.
 */
export function treatyRemarks(paper: CheckedPaper, rules: readonly RuleRate[], lines: readonly RemarkLine[]): Remark[] {
  if (paper.side !== 'payer' || !rules.some((rule) => rule.treaty)) return [];
  return paper.income.length > 0 ? byIncome(paper, rules) : byAmounts(paper, rules, lines);
}

function byIncome(paper: CheckedPaper, rules: readonly RuleRate[]): Remark[] {
  return paper.income.flatMap((line, i) => {
    const { rate } = line;
    if (rate === null) return [];
    const day = dayOf(paper, line);
    const listed = paper.form ? listedFor(paper.form, line, day).flatMap((code) => code.rates) : [];
    const treaty = onlyTreaty(rules, (ratePct) => equal(ratePct, rate));
    if (!treaty || listed.some((known) => equal(known.ratePct, rate)) || proofOn(paper.residence, day)) return [];
    return [
      remark(
        'wht.residence-missing',
        say`Income line ${{ line: i + 1 }}: ${{ rate }} % is a rate of the treaty (${{ rule: treaty.id }}); no certificate of residence covers the payment on ${{ day }}.`,
        { found: rate },
      ),
    ];
  });
}

function byAmounts(paper: CheckedPaper, rules: readonly RuleRate[], lines: readonly RemarkLine[]): Remark[] {
  if (paper.residence.length === 0) return [];
  return lines.flatMap(({ invoice, net, payAmount, currency }) => {
    const treaty = onlyTreaty(
      rules,
      (ratePct) => compare(absolute(subtract(payAmount, taxOn(null, net, ratePct, currency))), toleranceOf(null, currency)) <= 0,
    );
    const day = paper.payments.find((p) => p.invoice === invoice)?.days.at(-1) ?? paper.date;
    if (!treaty || proofOn(paper.residence, day)) return [];
    return [
      remark(
        'wht.residence-missing',
        say`Invoice ${{ invoice }}: ${{ amount: payAmount }} ${{ currency }} is the treaty's ${{ rate: treaty.ratePct }} % (${{ rule: treaty.id }}); no certificate of residence covers the payment on ${{ day }}.`,
        { found: treaty.ratePct },
      ),
    ];
  });
}

/** The treaty rate that fits, unless a rule's own rate does too. */
const onlyTreaty = (rules: readonly RuleRate[], fits: (ratePct: string) => boolean): RuleRate | undefined =>
  rules.some((rule) => !rule.treaty && fits(rule.ratePct)) ? undefined : rules.find((rule) => rule.treaty && fits(rule.ratePct));
