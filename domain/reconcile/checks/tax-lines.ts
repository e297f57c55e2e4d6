import { equal } from '../../money/amount.ts';
import { periodBounds } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import type { LineKey, TaxRule } from '../beside/beside.ts';
import { judgeItems, type Item } from '../beside/items.ts';
import { orderTypes, taxTypes, usageTypes } from '../beside/line-types.ts';
import { expectedTax, impliedRate, taxedBy, type Taxed } from '../beside/taxed.ts';
import { WAYS, type Way } from '../beside/tax-ways.ts';
import { amountOf, sumOf, type Ten } from '../beside/tens.ts';
import type { CheckRule, Verdict } from '../check.ts';
import type { Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

/** Left: tax lines of the bill. Right: rate of the rules × base, order by order, and for use account by account and product type. */
export const taxLines: CheckRule = {
  id: 'tax.lines',
  title: { en: 'Tax lines = rate × base', zh: '税金行 = 税率 × 税基' },
  step: STEPS.tax,
  scope: 'lists',
  left: { en: 'tax lines of the bill', zh: '账单税金行' },
  right: { en: 'rate of the tax rules × base, each tax line rounded by itself', zh: '税率 × 税基，逐行取整' },
  tolerance: WAYS.map((way) => way.id),
  explanation: {
    en: 'The tax on the bill is the rate of the country and customer on the day, on what its order or use costs.',
    zh: '账单税金等于当日适用税率乘以其订单或用量的金额。',
  },
  vendors: ['huawei'],
  source: 'Huawei Cloud billing guide 7.2.2.2 (消费-税金, 退款-税金), 8.1 and 8.2 (rates)',
  run(facts) {
    const types = taxTypes(facts);
    if (!facts.detail || types.length === 0) return [];
    const { first, last } = periodBounds(facts.period);
    const rules = [facts.probe.beside.taxRule(first), facts.probe.beside.taxRule(last)] as const;
    // Within a month in which the rate changes, the tax lines of the month's end are of both.
    const rule = rules[0] && rules[1] && equal(rules[0].ratePct, rules[1].ratePct) ? rules[1] : null;
    const all = taxedBy(facts, ['orderId'], orderTypes(facts), types, null);
    const orders = all.filter((o) => o.based);
    // Tax lines under a number of their own are of use.
    const loose = all.filter((o) => !o.based).map((o) => o.keys[0] ?? null);
    const usage = loose.length > 0 ? usageTaxes(facts, types, loose) : null;
    return [...hold(facts, rule, orders, 'order', ['orderId']), ...(usage ? hold(facts, rule, usage.taxed, 'usage', usage.by) : [])];
  },
};

/** Tax of use: by transaction where the tax lines carry its number, else by account and product type. */
function usageTaxes(facts: Facts, types: readonly string[], loose: readonly (string | null)[]): { taxed: Taxed[]; by: LineKey[] } {
  const used = usageTypes(facts);
  const some = loose.slice(0, 50);
  const found =
    used.length === 0
      ? []
      : facts.probe.beside.sums(
          {
            of: 'month',
            among: [
              { key: 'orderId', values: some },
              { key: 'billType', values: used },
            ],
          },
          ['orderId'],
          [['payable']],
        );
  const by: LineKey[] = found.length * 2 > some.length ? ['orderId'] : ['account', 'productType'];
  return { by, taxed: taxedBy(facts, by, used, types, loose) };
}

const PARTS = {
  order: { id: 'orders', words: { en: 'orders', zh: '订单' } },
  usage: { id: 'usage', words: { en: 'use', zh: '用量' } },
} as const;
type Part = keyof typeof PARTS;

/** The way that most of the tax lines follow; the usual one is tried first and alone where it holds for all. */
function wayOf(taxed: readonly Taxed[], rule: TaxRule): Way {
  let best: { way: Way; fits: number } | null = null;
  for (const way of WAYS) {
    const fits = taxed.filter((t) => t.tax === expectedTax(t, rule, way)).length;
    if (!best || fits > best.fits) best = { way, fits };
    if (fits === taxed.length) break;
  }
  return best!.way;
}

function hold(facts: Facts, rule: TaxRule | null, all: readonly Taxed[], part: Part, by: readonly LineKey[]): Verdict[] {
  const taxed = all.filter((t) => t.lines > 0);
  if (taxed.length === 0) return [];
  const way = rule ? wayOf(taxed, rule) : WAYS[0];
  const expected = rule ? all.map((t) => expectedTax(t, rule, way)) : null;
  const wrong = expected ? all.flatMap((t, i) => (t.tax === expected[i] ? [] : [{ taxed: t, expected: expected[i]! }])) : [];
  const verdict = judgeItems({
    left: figure('Bill: tax lines', '账单：税金行', amountOf(sumOf(all.map((t) => t.tax))), linesDrill(facts, 'detail')),
    right: figure('Rate × base', '税率 × 税基', expected ? amountOf(sumOf(expected)) : null, linesDrill(facts, 'detail')),
    missing: {
      left: { en: 'The bill has no tax lines.', zh: '账单没有税金行。' },
      right: {
        en: "The tax rules know no single rate for the month. Set the book's country, entity and status, or enter a rule of your own.",
        zh: '税务规则中没有本月唯一税率。请设置账本的国家、签约主体和资质，或录入自定义规则。',
      },
    },
    pass: {
      en: `${taxed.length} tax lines are ${rule?.ratePct} % of their bases (${way.id}).`,
      zh: `${taxed.length} 行税金均为税基的 ${rule?.ratePct} %（${way.id}）。`,
    },
    fail: (difference) => ({
      en: `The tax on the bill differs from ${rule?.ratePct} % of its bases by ${difference} ${facts.currency}.`,
      zh: `账单税金与税基的 ${rule?.ratePct} % 相差 ${difference} ${facts.currency}。`,
    }),
    some: (n) => ({ en: `${n} tax lines differ, though the sums agree.`, zh: `${n} 行税金不一致，尽管合计相等。` }),
    tolerance: way.id,
    arithmetic: rule ? [say`rule ${{ rule: rule.id }}: ${{ rate: rule.ratePct }} % (${{ policy: way.id }})`] : [],
    items: itemsOf(facts, wrong.slice(0, 500), way, part, by),
  });
  return [{ ...verdict, part: PARTS[part] }];
}

interface Wrong {
  taxed: Taxed;
  expected: Ten;
}

/** Names what is wrong with the tax; where the statement has another base, the base is wrong, and that is named there. */
function itemsOf(facts: Facts, wrong: readonly Wrong[], way: Way, part: Part, by: readonly LineKey[]): Item[] {
  if (wrong.length === 0) return [];
  const { beside } = facts.probe;
  const baseTypes = part === 'order' ? orderTypes(facts) : usageTypes(facts);
  const among = [
    { key: 'billType' as const, values: baseTypes },
    ...by.map((key, i) => ({ key, values: [...new Set(wrong.map(({ taxed }) => taxed.keys[i] ?? null))] })),
  ];
  const stated = new Map(
    facts.statement
      ? beside
          .sums({ of: 'month', statement: true, among }, by, [['payable'], ['coupon', 'flexiCoupon']])
          .map(({ keys, sums }) => [JSON.stringify(keys), sums])
      : [],
  );
  const otherBase = ({ keys, payable, coupons }: Taxed): boolean => {
    const sums = stated.get(JSON.stringify(keys));
    return facts.statement !== null && ((sums?.[0] ?? 0n) !== payable || (sums?.[1] ?? 0n) !== coupons);
  };
  return wrong.map(({ taxed: t, expected }): Item => {
    const name = t.keys.map((key) => key ?? '—').join(' · ');
    const amount = amountOf(t.tax - expected);
    const due = amountOf(expected);
    const ofTax = beside.lines(
      { of: 'month', among: [{ key: 'billType', values: taxTypes(facts) }] },
      by,
      [t.keys],
      (line) => say`tax ${{ tax: line.payable ?? '—' }}; by the rule ${{ expected: due }}`,
    ).lines;
    const ofBase =
      by.length > 1
        ? []
        : beside.lines(
            { of: 'month', among: [{ key: 'billType', values: baseTypes }] },
            by,
            [t.keys],
            (line) => say`base ${{ base: line.payable ?? '—' }}; by the rule its tax is ${{ expected: due }}`,
          ).lines;
    const silent = otherBase(t);
    if (t.lines === 0)
      return {
        kind: silent ? null : 'tax.missing',
        amount,
        text: say`${{ name }}: no tax line; by the rule it is ${{ expected: due }}.`,
        lines: ofBase,
      };
    const rate = impliedRate(t, way);
    if (rate !== null)
      return {
        kind: silent ? null : 'tax.rate',
        amount,
        text: say`${{ name }}: tax of ${{ tax: amountOf(t.tax) }} is ${{ rate }} % of its base; by the rule it is ${{ expected: due }}.`,
        lines: ofTax,
      };
    // No rate gives it: either of the two amounts was changed.
    return {
      kind: silent || part === 'usage' ? null : 'line.amount',
      amount,
      text: say`${{ name }}: tax of ${{ tax: amountOf(t.tax) }} and its base do not fit at any rate; by the rule it is ${{ expected: due }}.`,
      lines: [...ofTax, ...ofBase],
    };
  });
}
