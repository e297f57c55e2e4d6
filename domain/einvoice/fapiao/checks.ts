import { absolute, add, compare, equal, isNegative, multiply, subtract, sum, type Amount } from '../../money/amount.ts';
import { round } from '../../money/rounding.ts';
import { checkTaxId } from '../../tax-ids/check.ts';
import { say, type Bilingual, type Said } from '../../words/said.ts';
import type { Finding } from '../finding.ts';
import { whereOf } from '../where.ts';
import { capitalsToAmount } from './capitals.ts';
import type { Fapiao, FapiaoItem } from './fapiao.ts';
import { percentOfRate } from './rate.ts';

/** What each check holds to be; a finding says what was found instead. */
const SAYS: Readonly<Record<string, Bilingual>> = {
  'FP-01': { en: 'Amounts and dates can be read.', zh: '金额与日期可以读取。' },
  'FP-02': { en: 'An invoice has a number.', zh: '发票有号码。' },
  'FP-03': { en: 'Its number has the digits of its kind.', zh: '号码位数符合票种。' },
  'FP-04': { en: 'An invoice has a date.', zh: '发票有开票日期。' },
  'FP-05': { en: 'An invoice names its seller.', zh: '发票写明销售方。' },
  'FP-06': { en: 'An invoice names its buyer.', zh: '发票写明购买方。' },
  'FP-07': { en: 'An invoice has its totals.', zh: '发票有合计金额与价税合计。' },
  'FP-08': { en: 'Amount and tax make the total with tax.', zh: '合计金额与合计税额之和等于价税合计。' },
  'FP-09': { en: 'The lines make the total without tax.', zh: '各行金额之和等于合计金额。' },
  'FP-10': { en: 'The taxes of the lines make the total tax.', zh: '各行税额之和等于合计税额。' },
  'FP-11': { en: 'The sum in capitals can be read.', zh: '大写金额可以读取。' },
  'FP-12': { en: 'The sum in capitals is the sum in digits.', zh: '大写金额与小写金额一致。' },
  'FP-13': { en: 'The tax of a line is its amount at its rate, to a few cents.', zh: '行税额等于行金额乘以税率，允许数分尾差。' },
  'FP-14': { en: 'A red invoice is negative, a blue one is not.', zh: '红字发票为负数，蓝字发票不为负数。' },
  'FP-15': { en: 'A red invoice names the one that it reduces.', zh: '红字发票写明对应的蓝字发票。' },
  'FP-16': { en: 'A tax number has its form and check character.', zh: '税号的格式与校验码正确。' },
};
const DOCUMENT: Bilingual = whereOf('');

/** Tax of a line may differ from amount × rate by this much: prices with tax are taken apart line by line. */
const LINE_SLACK: Amount = '0.06';
const CENTS = { mode: 'half-up', places: 2 } as const;

/** Every check of an e-fapiao that fails, in the order of the paper: identity, sums, capitals, lines, tax numbers. */
export function checkFapiao(fapiao: Fapiao): Finding[] {
  const findings: Finding[] = [];
  const tell =
    (severity: Finding['severity']): Tell =>
    (rule, detail) =>
      void findings.push({ rule, severity, says: SAYS[rule]!, terms: [], path: '', where: DOCUMENT, detail, place: null });
  const [fatal, warn] = [tell('fatal'), tell('warning')];
  for (const { name, text } of fapiao.unread) fatal('FP-01', say`${{ name }} holds “${{ text }}”, which cannot be read.`);
  checkIdentity(fapiao, fatal, warn);
  checkSums(fapiao, fatal);
  checkCapitals(fapiao, fatal, warn);
  for (const [index, item] of fapiao.items.entries()) checkLine(item, index + 1, warn);
  checkSign(fapiao, fatal, warn);
  checkTaxIds(fapiao, warn);
  return findings;
}

type Tell = (rule: string, message: Said) => void;

function checkIdentity({ form, number, code, date, seller, buyer }: Fapiao, fatal: Tell, warn: Tell): void {
  if (number === null) fatal('FP-02', say`The invoice has no number.`);
  else if (form === 'digital' && !/^[0-9]{20}$/.test(number)) warn('FP-03', say`The number ${{ number }} is not of 20 digits.`);
  else if (form === 'coded' && !(/^[0-9]{8}$/.test(number) && /^[0-9]{10}(?:[0-9]{2})?$/.test(code ?? '')))
    warn('FP-03', say`The number ${{ number }} is not of 8 digits, or its code not of 10 or 12.`);
  if (date === null) fatal('FP-04', say`The invoice has no date.`);
  if (seller.name === null) fatal('FP-05', say`The invoice names no seller.`);
  if (buyer.name === null) warn('FP-06', say`The invoice names no buyer.`);
}

function checkSums({ net, tax, gross, items }: Fapiao, fatal: Tell): void {
  if (net === null || gross === null) fatal('FP-07', say`The invoice lacks its total without tax or with tax.`);
  else if (tax !== null && !equal(add(net, tax), gross))
    fatal('FP-08', say`${{ net }} without tax and ${{ tax }} of tax are ${{ sum: add(net, tax) }}, not ${{ gross }}.`);
  const amounts = items.map((item) => item.amount);
  if (net !== null && amounts.length > 0 && amounts.every((a) => a !== null) && !equal(sum(amounts), net))
    fatal('FP-09', say`The lines add up to ${{ sum: sum(amounts) }}, the total without tax is ${{ net }}.`);
  const taxes = items.map((item) => item.tax);
  if (tax !== null && taxes.length > 0 && taxes.every((t) => t !== null) && !equal(sum(taxes), tax))
    fatal('FP-10', say`The taxes of the lines add up to ${{ sum: sum(taxes) }}, the total tax is ${{ tax }}.`);
}

function checkCapitals({ capitals, gross }: Fapiao, fatal: Tell, warn: Tell): void {
  if (capitals === null || gross === null) return;
  const value = capitalsToAmount(capitals);
  if (value === null) warn('FP-11', say`The sum in capitals, “${{ capitals }}”, cannot be read.`);
  // Some programs leave out the sign of a red invoice.
  else if (!equal(value, gross) && !(isNegative(gross) && equal(value, absolute(gross))))
    fatal('FP-12', say`The sum in capitals, “${{ capitals }}”, is ${{ value }}, in digits it is ${{ gross }}.`);
}

function checkLine({ amount, rate, tax, name }: FapiaoItem, position: number, warn: Tell): void {
  const percent = percentOfRate(rate);
  if (amount === null || tax === null || percent === null) return;
  const expected = round(multiply(amount, multiply(percent, '0.01')), CENTS);
  if (compare(absolute(subtract(expected, tax)), LINE_SLACK) > 0)
    warn('FP-13', say`Line ${{ position }}, “${{ name }}”: ${{ percent }} % of ${{ amount }} is ${{ expected }}, the tax is ${{ tax }}.`);
}

function checkSign({ red, gross, original }: Fapiao, fatal: Tell, warn: Tell): void {
  if (gross !== null && red !== isNegative(gross))
    fatal(
      'FP-14',
      red
        ? say`A red invoice has negative totals; this one has ${{ gross }}.`
        : say`A blue invoice has no negative total; this one has ${{ gross }}.`,
    );
  if (red && original === null) warn('FP-15', say`The red invoice does not name the invoice that it reduces.`);
}

function checkTaxIds({ seller, buyer }: Fapiao, warn: Tell): void {
  for (const [side, taxId] of [
    [{ en: 'seller', zh: '销售方' }, seller.taxId],
    [{ en: 'buyer', zh: '购买方' }, buyer.taxId],
  ] as const) {
    if (taxId === null) continue;
    const verdict = checkTaxId({ country: 'CN', scheme: null, value: taxId });
    if (verdict.outcome !== 'ok') warn('FP-16', say`The tax number of the ${{ side }}, ${{ taxId }}: ${{ reasons: verdict.reasons }}`);
  }
}
