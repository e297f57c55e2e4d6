import { D } from '../../money/decimal.ts';
import { say } from '../../words/said.ts';
import { decimalOf, plain } from '../decimal.ts';
import type { Breach, Rule } from '../finding.ts';
import type { NamedTax } from '../model-lines.ts';
import type { EInvoice, TaxSubtotal } from '../model.ts';
import { FAMILIES, IDS, RATES, type Family } from './families.ts';
import { allowances, charges, each, lines, vatCategory, type Spot } from './spots.ts';
import { taxOff } from './tax-amount.ts';

/** The three kinds of parts that have a VAT category of their own. */
const KINDS = {
  line: { en: 'an invoice line', zh: '发票行', term: 'BT-151', rate: 'BT-152' },
  allowance: { en: 'an allowance of the document', zh: '整单折让', term: 'BT-95', rate: 'BT-96' },
  charge: { en: 'a charge of the document', zh: '整单附加费', term: 'BT-102', rate: 'BT-103' },
} as const;
type Kind = keyof typeof KINDS;

/** Amounts that have the category, with their tax; those of allowances count against the taxable amount. */
interface Part {
  tax: NamedTax | undefined;
  amount: string | undefined;
  sign: 1 | -1;
}

function partsOf(i: EInvoice, kind: Kind): Spot<Part>[] {
  if (kind === 'line') return lines(i).map(({ path, value }) => ({ path, value: { tax: value.tax, amount: value.net, sign: 1 } }));
  const [spots, sign] = kind === 'charge' ? ([charges(i), 1] as const) : ([allowances(i), -1] as const);
  return spots.map(({ path, value }) => ({ path, value: { tax: value.tax, amount: value.amount, sign } }));
}

const of = (i: EInvoice, kind: Kind, code: string): Spot<Part>[] => partsOf(i, kind).filter(({ value }) => vatCategory(value.tax) === code);
const allOf = (i: EInvoice, code: string): Spot<Part>[] => [...of(i, 'line', code), ...of(i, 'allowance', code), ...of(i, 'charge', code)];
const breakdowns = (i: EInvoice, code: string): Spot<TaxSubtotal>[] =>
  each('taxes', i.taxes).filter(({ value }) => vatCategory(value) === code);

/** The rules of one category. */
export function rulesOf(family: Family): Rule[] {
  const { prefix, code, name } = family;
  const rule = (n: string, terms: string, en: string, zh: string, check: (i: EInvoice) => Iterable<Breach>): Rule => ({
    id: `BR-${prefix}-${n}`,
    severity: 'fatal',
    terms: terms.split(' '),
    says: { en, zh },
    check: (s) => check(s.invoice),
  });
  const quoted = { en: `“${name.en}” (${code})`, zh: `“${name.zh}”（${code}）` };
  const once = family.breakdown === 'once';

  const identified = (n: string, kind: Kind): Rule =>
    rule(
      n,
      `${KINDS[kind].term} BT-31 BT-32 BT-63${family.ids.includes('buyer') || family.ids === 'none' ? ' BT-48' : ''}`,
      `An invoice with ${KINDS[kind].en} that is ${quoted.en} has ${IDS[family.ids].en}.`,
      `含${quoted.zh}的${KINDS[kind].zh}时，发票须有${IDS[family.ids].zh}。`.replace('须有不得有', '不得有'),
      function* (i) {
        const [first] = of(i, kind, code);
        if (first && !identifies(i, family.ids)) yield { path: first.path };
      },
    );
  const rated = (n: string, kind: Kind): Rule =>
    rule(
      n,
      `${KINDS[kind].term} ${KINDS[kind].rate}`,
      `Where ${KINDS[kind].en} is ${quoted.en}, it has ${RATES[family.rate].en}.`,
      `${KINDS[kind].zh}为${quoted.zh}时，须${family.rate === 'absent' ? '' : '为'}${RATES[family.rate].zh}。`,
      function* (i) {
        for (const { path, value } of of(i, kind, code))
          if (!fits(value.tax?.rate, family.rate))
            yield value.tax?.rate === undefined ? { path } : { path, detail: say`Its rate is ${{ rate: value.tax.rate }}.` };
      },
    );

  return [
    rule(
      '01',
      'BG-23 BT-118',
      once
        ? `What is ${quoted.en} stands in exactly one VAT breakdown.`
        : `The VAT breakdown holds ${quoted.en} exactly when a line, an allowance or a charge does.`,
      once ? `${quoted.zh}须恰有一项税额明细。` : `仅当某行、折让或附加费为${quoted.zh}时，税额明细才含该类别。`,
      function* (i) {
        const [used, count] = [allOf(i, code).length > 0, breakdowns(i, code).length];
        if (once ? (used || count > 0) && count !== 1 : used !== count > 0) yield { path: 'taxes', detail: say`There are ${{ count }}.` };
      },
    ),
    identified('02', 'line'),
    identified('03', 'allowance'),
    identified('04', 'charge'),
    rated('05', 'line'),
    rated('06', 'allowance'),
    rated('07', 'charge'),
    rule(
      '08',
      'BT-116 BT-131 BT-92 BT-99',
      once
        ? `The taxable amount of ${quoted.en} is what its lines, less allowances, plus charges, come to.`
        : `The taxable amount of ${quoted.en} at a rate is what lines, less allowances, plus charges, of that rate come to, to within less than one unit of the currency.`,
      once
        ? `${quoted.zh}的计税金额等于该类别各行净额 − 折让 + 附加费。`
        : `${quoted.zh}某税率的计税金额等于该税率各行净额 − 折让 + 附加费，误差须小于 1 个货币单位。`,
      (i) => based(i, family),
    ),
    rule(
      '09',
      'BT-117 BT-116 BT-119',
      family.rate === 'zero' || family.rate === 'absent'
        ? `The tax on what is ${quoted.en} is 0.`
        : `The tax on what is ${quoted.en} is the taxable amount times the rate, to within less than one unit of the currency.`,
      family.rate === 'zero' || family.rate === 'absent'
        ? `${quoted.zh}的税额为 0。`
        : `${quoted.zh}的税额 = 计税金额 × 税率，误差须小于 1 个货币单位。`,
      function* (i) {
        for (const { path, value } of breakdowns(i, code)) {
          if (family.rate === 'positive' || family.rate === 'not-negative') yield* taxOff(path, value);
          else if (decimalOf(value.amount)?.isZero() === false) yield { path, detail: say`It is ${{ value: value.amount ?? '' }}.` };
        }
      },
    ),
    rule(
      '10',
      'BT-120 BT-121',
      family.exemption === 'required'
        ? `A VAT breakdown of ${quoted.en} says why, in words or by a code.`
        : `A VAT breakdown of ${quoted.en} has no reason for exemption.`,
      family.exemption === 'required' ? `${quoted.zh}的税额明细须说明免税原因（文字或代码）。` : `${quoted.zh}的税额明细不得写免税原因。`,
      function* (i) {
        for (const { path, value } of breakdowns(i, code)) {
          const reasoned = value.reason !== undefined || value.reasonCode !== undefined;
          if (reasoned !== (family.exemption === 'required')) yield { path };
        }
      },
    ),
  ];
}

function* based(i: EInvoice, { code, breakdown }: Family): Iterable<Breach> {
  if (!i.lines?.length && breakdown === 'once') return;
  for (const { path, value } of breakdowns(i, code)) {
    const [base, rate] = [decimalOf(value.base), decimalOf(value.rate)];
    if (base === null || (breakdown === 'by-rate' && rate === null)) continue;
    // Amounts count by their category alone, also where the tax is not said to be VAT.
    const parts = (['line', 'allowance', 'charge'] as const)
      .flatMap((kind) => partsOf(i, kind))
      .filter(({ value: part }) => part.tax?.category === code && (breakdown === 'once' || sameRate(part.tax.rate, rate!)));
    const sum = total(parts.map((part) => part.value));
    if (sum === null) continue;
    const off = base.minus(sum).abs();
    // By rate the sums may be rounded ones; and a breakdown of which nothing is part is wrong whatever it says.
    if (breakdown === 'once' ? off.isZero() : off.lt(1) && parts.length > 0) continue;
    yield { path, detail: say`The document says ${{ said: plain(base) }}; it comes to ${{ comes: plain(sum) }}.` };
  }
}

function total(parts: readonly Part[]): D | null {
  let sum = new D(0);
  for (const { amount, sign } of parts) {
    if (amount === undefined) continue;
    const value = decimalOf(amount);
    if (value === null) return null;
    sum = sum.plus(value.times(sign));
  }
  return sum;
}

const sameRate = (text: string | undefined, rate: D): boolean => decimalOf(text)?.eq(rate) ?? false;

function fits(text: string | undefined, rate: Family['rate']): boolean {
  if (rate === 'absent') return text === undefined;
  const value = decimalOf(text);
  if (value === null) return false;
  return rate === 'positive' ? value.gt(0) : rate === 'zero' ? value.isZero() : value.gte(0);
}

function identifies(i: EInvoice, ids: Family['ids']): boolean {
  const [sellerVat, representative, buyerVat] = [i.seller?.vatId, i.representative?.vatId, i.buyer?.vatId].map((id) => id !== undefined);
  const seller = sellerVat || i.seller?.taxId !== undefined || representative;
  switch (ids) {
    case 'seller':
      return Boolean(seller);
    case 'seller-vat':
      return Boolean(sellerVat || representative);
    case 'seller-and-buyer':
      return Boolean(seller && (buyerVat || i.buyer?.registration?.id !== undefined));
    case 'seller-vat-and-buyer-vat':
      return Boolean((sellerVat || representative) && buyerVat);
    case 'none':
      return !sellerVat && !representative && !buyerVat;
  }
}

export const CATEGORIES: readonly Rule[] = FAMILIES.flatMap(rulesOf);
