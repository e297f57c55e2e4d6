import { absolute, compare, isZero, subtract, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import type { TaxPack } from '../tax/pack.ts';
import { resolveWht } from '../tax/withholding.ts';
import { taxOf } from '../tax/tax-amounts.ts';
import { say, type Said } from '../words/said.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { strictFormOf, toleranceOf } from './forms/rounding.ts';
import { nearestTo, remark, type Remark } from './remark.ts';

export interface RemarkLine {
  invoice: string;
  vendor: string;
  entity: string;
  date: PlainDate;
  currency: string;
  net: Amount;
  total: Amount;
  payAmount: Amount;
}

/** What a careful reader would ask about the certificate. Warns, never blocks. */
export function certificateRemarks(pack: TaxPack, country: string, lines: readonly RemarkLine[]): Remark[] {
  return [
    ...new Map(
      lines
        .flatMap((line) => [...rateRemarks(pack, country, line), ...formRemarks(pack, country, line)])
        .map((r) => [r.code + r.message, r]),
    ).values(),
  ];
}

/** Amount against base × rate: the rule's rate at the invoice date, and the treaty rates beside it. */
function rateRemarks(pack: TaxPack, country: string, line: RemarkLine): Remark[] {
  const remarks: Remark[] = [];
  const found = resolveWht(pack, { country, entity: line.entity, date: line.date });
  const known = [
    ...(found.rule?.wht?.ratePct ? [{ id: found.rule.id, ratePct: found.rule.wht.ratePct }] : []),
    ...found.treaties.flatMap((t) => (t.wht?.rates ?? []).map((r) => ({ id: t.id, ratePct: r.ratePct }))),
  ];
  const expected = known.map((k) => ({ ...k, amount: taxOf('WHT', line.net, k.ratePct, line.currency).value }));
  // A converted amount may differ by its own rounding, and by a whole rupee where no less is paid over.
  const tolerance = toleranceOf(strictFormOf(line.currency), line.currency);
  if (expected.length > 0 && !expected.some((e) => compare(absolute(subtract(line.payAmount, e.amount)), tolerance) <= 0)) {
    const rates = expected
      .filter((e, i, all) => all.findIndex((other) => other.id === e.id && other.ratePct === e.ratePct) === i)
      .map((e) => say`${{ rate: e.ratePct }} % (${{ rule: e.id }}) would be ${{ amount: e.amount }}`);
    const nearest = nearestTo(
      line.payAmount,
      expected.map((e) => e.amount),
    );
    remarks.push(
      remark(
        'wht.rate-differs',
        say`Invoice ${{ invoice: line.invoice }}: ${{ amount: line.payAmount }} ${{ currency: line.currency }} is ${{ share: percentText(line.payAmount, line.net) }} of ${{ net: line.net }} without tax; ${{ rates }}.`,
        { expected: nearest, found: line.payAmount, difference: subtract(line.payAmount, nearest) },
      ),
    );
  }
  if (
    !isZero(line.total) &&
    compare(line.net, line.total) !== 0 &&
    isWhole(line.payAmount, line.total) &&
    !isWhole(line.payAmount, line.net)
  )
    remarks.push(
      remark(
        'wht.base-includes-tax',
        say`Invoice ${{ invoice: line.invoice }}: ${{ amount: line.payAmount }} is ${{ share: percentText(line.payAmount, line.total) }} of ${{ total: line.total }} with tax; the base of WHT is ${{ net: line.net }} without tax.`,
      ),
    );
  return remarks;
}

function formRemarks(pack: TaxPack, country: string, line: RemarkLine): Remark[] {
  if (line.vendor !== 'huawei' || pack.certificateForm.open.some((o) => o.country === country && o.entity === line.entity)) return [];
  const open = pack.certificateForm.open.map((o) => say`${{ country: o.country }} with ${{ entity: o.entity }}`);
  return [
    remark(
      'wht.form-not-open',
      say`The vendor's online form for certificates is open for ${{ open }}, not for ${{ country }} with ${{ entity: line.entity }}: send the certificate another way.`,
    ),
  ];
}

const isWhole = (part: Amount, base: Amount): boolean => !isZero(base) && new D(part).times(100).dividedBy(base).isInteger();
const percentText = (part: Amount, base: Amount): string | Said =>
  isZero(base) ? say`an unknown share` : `${new D(part).times(100).dividedBy(base).toDecimalPlaces(4).toFixed()} %`;
