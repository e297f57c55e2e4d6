import { absolute, compare, isNegative, isZero, percentOf, subtract, sum, type Amount } from '../../money/amount.ts';
import { D } from '../../money/decimal.ts';
import { taxPolicy } from '../../wht/payables/policy.ts';
import { say, type Said } from '../../words/said.ts';
import { findingsOf, type Item } from '../beside/items.ts';
import { judge, type CheckRule } from '../check.ts';
import type { InvoiceFact } from '../facts.ts';
import { certificatesDrill, figure, invoicesDrill } from '../figures.ts';
import { withheldOn } from '../settled.ts';
import { WHT_POLICIES } from '../policies.ts';
import { STEPS } from '../steps.ts';

type Held = InvoiceFact & { wht: NonNullable<InvoiceFact['wht']> };

/**
 * Left: what the rules say was to be withheld from what is paid of the invoices, base × rate. Right: live certificates on them, in the
 * invoices' currency; drafts are none. Only invoices with a known rate; a difference is named short or over, invoice by invoice.
 */
export const whtExpected: CheckRule = {
  id: 'wht.expected',
  title: { en: 'WHT by rule = WHT certificates', zh: '按规则应扣税额 = WHT凭证' },
  step: STEPS.wht,
  scope: 'wht',
  left: { en: 'base × rate of what is paid of invoices with a known rate', zh: '已付部分的税基 × 税率' },
  right: { en: 'live certificates on them', zh: '对应的有效凭证' },
  tolerance: WHT_POLICIES,
  explanation: {
    en: 'The certificates carry the tax that the rules ask for, within a smallest unit on each invoice.',
    zh: '凭证税额符合规则，每张发票相差不超过一个最小货币单位。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 8.1, 8.2 (WHT is taken on the amount without indirect tax)',
  run(facts) {
    const certified = (i: InvoiceFact): Amount => withheldOn(facts, i);
    const held = facts.invoices.filter((i): i is Held => i.wht !== null && (!isZero(i.wht.expected) || !isZero(certified(i))));
    if (held.length === 0) return [];
    const policy = taxPolicy(facts.currency);
    const smallest: Amount = policy.places === 0 ? '1' : `0.${'0'.repeat(policy.places - 1)}1`;
    const apart = held.map((i) => subtract(i.wht.expected, certified(i)));
    const rounded = apart.every((d) => compare(absolute(d), smallest) <= 0);
    const papers = held.filter((i) => !isZero(certified(i))).length;
    return [
      judge({
        left: figure(
          'Invoices: base × rate of what is paid',
          '发票：已付部分的税基 × 税率',
          sum(held.map((i) => i.wht.expected)),
          invoicesDrill(facts),
        ),
        right: figure(
          'WHT certificates on them',
          '对应的WHT凭证',
          papers === 0 ? null : sum(held.map(certified)),
          certificatesDrill(facts),
        ),
        missing: {
          left: { en: 'No invoice has a known rate.', zh: '没有税率已知的发票。' },
          right: {
            en: `${sum(held.map((i) => i.wht.expected))} ${facts.currency} was to be withheld, and no certificate is in the book.`,
            zh: `应扣 ${sum(held.map((i) => i.wht.expected))} ${facts.currency}，但账本中没有凭证。`,
          },
        },
        pass: { en: `${papers} invoices are certified exactly as the rules say.`, zh: `${papers} 张发票的凭证与规则完全一致。` },
        explain: (difference) =>
          rounded
            ? {
                policy,
                words: {
                  en: `No invoice is more than a smallest unit apart: ${absolute(difference)} ${facts.currency} is rounding.`,
                  zh: `各发票相差均不超过一个最小货币单位：${absolute(difference)} ${facts.currency} 为取整差。`,
                },
              }
            : null,
        fail: (difference) =>
          isNegative(difference)
            ? {
                en: `The certificates are ${absolute(difference)} ${facts.currency} over what the rules say.`,
                zh: `凭证比规则多 ${absolute(difference)} ${facts.currency}。`,
              }
            : {
                en: `The certificates are ${difference} ${facts.currency} short of what the rules say. Ask for them, or record the rate that held.`,
                zh: `凭证比规则少 ${difference} ${facts.currency}。请索取凭证，或登记实际适用的税率。`,
              },
        why: () =>
          findingsOf(held.filter((_, n) => compare(absolute(apart[n]!), smallest) > 0).map((i) => itemOf(i, certified(i), smallest))),
        arithmetic: held.map((i, n) => told(i, certified(i), apart[n]!)),
      }),
    ];
  },
};

/** Half percents that certificates are drawn up at; the one that yields what was certified, if any does. */
function rateOf(base: Amount, certified: Amount, smallest: Amount): Amount | null {
  if (isZero(base) || isZero(certified)) return null;
  const rate = new D(certified).dividedBy(base).times(200).toDecimalPlaces(0).dividedBy(2).toFixed();
  return compare(rate, '0') > 0 && compare(absolute(subtract(percentOf(base, rate), certified)), smallest) <= 0 ? rate : null;
}

function itemOf(i: Held, certified: Amount, smallest: Amount): Item {
  const { base, ratePct, expected } = i.wht;
  const amount = subtract(expected, certified);
  if (isZero(certified))
    return {
      kind: 'wht.missing',
      amount,
      text: say`${{ invoice: i.number }}: ${{ expected }} was to be withheld, and no certificate is in the book.`,
      lines: [],
    };
  // Of an invoice that is paid in part nothing tells at which rate it was certified.
  const whole = compare(base, subtract(i.net, i.credited)) >= 0;
  const rate = whole ? rateOf(base, certified, smallest) : null;
  return rate !== null && rate !== ratePct
    ? {
        kind: 'wht.rate',
        amount,
        text: say`${{ invoice: i.number }}: certified at ${{ rate }} % of ${{ base }}, and the rate is ${{ rule: ratePct }} %.`,
        lines: [],
      }
    : {
        kind: 'wht.amount',
        amount,
        text: say`${{ invoice: i.number }}: ${{ certified }} is certified, and ${{ expected }} was to be withheld.`,
        lines: [],
      };
}

function told(i: Held, certified: Amount, apart: Amount): Said {
  const { base, ratePct, expected } = i.wht;
  const invoice = i.number;
  if (isZero(apart)) return say`${{ invoice }}: ${{ base }} × ${{ rate: ratePct }} % = ${{ expected }}; certificates ${{ certified }}`;
  return isNegative(apart)
    ? say`${{ invoice }}: ${{ base }} × ${{ rate: ratePct }} % = ${{ expected }}; certificates ${{ certified }}: over by ${{ apart: absolute(apart) }}`
    : say`${{ invoice }}: ${{ base }} × ${{ rate: ratePct }} % = ${{ expected }}; certificates ${{ certified }}: short by ${{ apart }}`;
}
