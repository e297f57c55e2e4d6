import { add, compare, isZero, percentOf, subtract, type Amount } from '../money/amount.ts';
import { minorUnits } from '../money/minor-units.ts';
import { round } from '../money/rounding.ts';
import { whole } from '../wht/import/sums.ts';
import { withheldOf } from '../wht/payables/policy.ts';
import { say, type Said } from '../words/said.ts';
import type { OpenItem } from './open-item.ts';
import { printed } from './printed.ts';
import { reason, type Hypothesis, type Reason, type Withheld } from './proposal.ts';

/** What an invoice's money may come to, whoever pays it; amounts in its currency. */
export interface Figure {
  hypothesis: Hypothesis;
  /** What is paid. */
  cash: Amount;
  /** What of it is laid on the invoice; less than `cash` where the invoice charges less. */
  share: Amount;
  wht: Withheld | null;
  step: Said;
  why: Reason;
  /** By what is on record alone. */
  exact: boolean;
}

/**
 * The amounts that would settle what is open: the whole; less what is withheld by its rule, by the rate that was learned, or by another
 * rate that the rules know; and, on an invoice on which nothing was laid yet, without or with indirect tax. Withholding goes by the amount
 * without indirect tax (Huawei Cloud billing guide, section 8); some payers take it of the amount with tax (section 10.3 shows one).
 */
export function figuresOf(item: OpenItem, learned: string | null = null): Figure[] {
  const { currency } = item;
  const show = (value: Amount): string => printed(value, currency);
  const found: Figure[] = [];
  const put = (
    hypothesis: Hypothesis,
    cash: Amount,
    step: Said,
    said: Said,
    rest: { share?: Amount; wht?: Withheld; exact?: boolean } = {},
  ): void => {
    if (compare(cash, '0') > 0)
      found.push({
        hypothesis,
        cash,
        share: rest.share ?? cash,
        wht: rest.wht ?? null,
        step,
        why: reason(hypothesis, said),
        exact: rest.exact ?? false,
      });
  };
  /** After tax at a rate: `of` is what the rate goes by. */
  const after = (hypothesis: Hypothesis, ratePct: string, of: Amount, said: Said, exact = false): void => {
    const tax = withheldOf(of, ratePct, currency);
    if (isZero(tax)) return;
    const cash = subtract(item.total, tax);
    put(hypothesis, cash, minus(show(item.total), show(tax), show(cash), currency), said, { wht: { ratePct, amount: tax }, exact });
  };

  put('gross', item.open, say`${{ open: show(item.open) }} ${{ currency }}`, say`The amount is all that is open.`, { exact: true });
  if (!isZero(item.openCertificates)) {
    const rate = item.ratePct;
    put(
      'net',
      item.openCash,
      minus(show(item.open), show(item.openCertificates), show(item.openCash), currency),
      rate === null ? say`The amount is what is open after the tax that is withheld.` : say`The amount is net after ${{ rate }} % WHT.`,
      { ...(rate !== null && { wht: { ratePct: rate, amount: item.openCertificates } }), exact: true },
    );
  }
  if (!item.untouched) return found;
  const others = item.rates.wht.filter((r) => r !== item.ratePct && r !== learned);
  if (learned !== null && learned !== item.ratePct)
    after(
      'net-learned',
      learned,
      item.net,
      say`The amount is net after ${{ rate: learned }} % WHT, as this payer has withheld before.`,
      true,
    );
  for (const rate of others)
    after('net-known', rate, item.net, say`The amount is net after ${{ rate }} % WHT, a rate that the rules know.`);
  if (isZero(item.tax)) {
    for (const rate of item.rates.indirect) {
      const tax = round(percentOf(item.net, rate), { mode: 'half-up', places: minorUnits(currency) });
      if (isZero(tax)) continue;
      const cash = add(item.total, tax);
      put(
        'plus-tax',
        cash,
        say`${{ total: show(item.total) }} + ${{ tax: show(tax) }} = ${{ cash: show(cash) }} ${{ currency }}`,
        say`The amount has ${{ rate }} % tax on top, which the invoice does not show.`,
        { share: item.open },
      );
    }
    return found;
  }
  for (const rate of [...(item.ratePct === null ? [] : [item.ratePct]), ...others])
    after('net-of-gross', rate, item.total, say`The amount is net after ${{ rate }} % WHT of the amount with tax.`);
  put(
    'no-tax',
    item.net,
    minus(show(item.total), show(item.tax), show(item.net), currency),
    say`The amount is without the indirect tax: the buyer pays it to the authority.`,
  );
  if (item.ratePct !== null && !isZero(item.openCertificates)) {
    const cash = subtract(item.net, item.openCertificates);
    put(
      'no-tax-net',
      cash,
      say`${{ total: show(item.total) }} − ${{ tax: show(item.tax) }} − ${{ wht: show(item.openCertificates) }} = ${{ cash: show(cash) }} ${{ currency }}`,
      say`The amount is without the indirect tax, and net after ${{ rate: item.ratePct }} % WHT.`,
      { wht: { ratePct: item.ratePct, amount: item.openCertificates } },
    );
  }
  return found;
}

const minus = (whole: string, part: string, rest: string, currency: string): Said =>
  say`${{ whole }} − ${{ part }} = ${{ rest }} ${{ currency }}`;

/** Instalments that are looked for. */
const MOST_INSTALMENTS = 12;

/**
 * What one of equal instalments of the invoice comes to, gross or net, by the amount in 10^-10: the whole that is parted and the number of
 * parts, fewer first. Each part is rounded half-up to the currency's smallest unit.
 */
export function instalmentsOf(item: OpenItem): Map<bigint, { whole: Amount; count: number }> {
  const unit = 10n ** BigInt(10 - minorUnits(item.currency));
  const net =
    item.ratePct === null || isZero(item.openCertificates) ? null : subtract(item.total, withheldOf(item.net, item.ratePct, item.currency));
  const found = new Map<bigint, { whole: Amount; count: number }>();
  for (const of of net === null ? [item.total] : [item.total, net])
    for (let count = 2; count <= MOST_INSTALMENTS; count++) {
      const divisor = BigInt(count) * unit;
      const part = ((2n * whole(of) + divisor) / (2n * divisor)) * unit;
      if (!found.has(part)) found.set(part, { whole: of, count });
    }
  return found;
}
