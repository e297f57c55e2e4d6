import { equal, multiply, subtract, sum, type Amount } from '../../money/amount.ts';
import { round } from '../../money/rounding.ts';
import { say } from '../../words/said.ts';
import type { LineFact } from '../beside/beside.ts';
import { TIER_WAYS, tierWayWords, type TieredLines } from '../beside/tiered.ts';
import { isPrecisionRow, isTaxLine } from '../bill-types.ts';
import { judge, type CheckRule, type Explanation, type Finding, type Verdict } from '../check.ts';
import { NO_LINES, type BadLine, type BadLines, type Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';
import { tierCharge, type TierCharge, type TierTable } from '../tiers.ts';

const LISTED = 200;
const badLine = (line: LineFact, text: BadLine['text']): BadLine => ({ id: line.id, file: line.file, row: line.row, text });
const badOf = (lines: readonly BadLine[]): BadLines => ({ lines: lines.slice(0, LISTED), count: lines.length });

/** A line with what it costs at the one price of the month. */
interface Priced {
  line: LineFact;
  charge: Amount;
  exact: Amount;
}
function pricedLines(tiered: TieredLines, { charge, unit }: TierTable, price: Amount): Priced[] | null {
  const lines = tiered.read();
  return (
    lines &&
    lines.flatMap((line): Priced[] =>
      line.usage === null || line[charge] === null || (line.usageUnit ?? '') !== unit
        ? []
        : [{ line, charge: line[charge], exact: multiply(line.usage, price) }],
    )
  );
}

/** The way of rounding that yields the printed charge exactly: of the month as a whole, else of its lines one by one. */
function explained(tiered: TieredLines, table: TierTable, of: TierCharge, printed: Amount): Explanation | null {
  for (const way of TIER_WAYS) {
    const lines = way.lines ? of.price !== null && pricedLines(tiered, table, of.price) : null;
    if (lines === false || (way.lines && !lines)) continue;
    const rounded = lines ? sum(lines.map(({ exact }) => round(exact, way))) : round(of.charge, way);
    if (equal(rounded, printed))
      return { policy: way, words: tierWayWords(way), arithmetic: [say`${{ exact: of.charge }} → ${{ rounded }}`] };
  }
  return null;
}

/** As precise as the line prints it: half-up or cut at eight or two decimals is the same charge. */
const fits = ({ charge, exact }: Priced): boolean => TIER_WAYS.some((way) => equal(round(exact, way), charge)) || equal(exact, charge);

function named(tiered: TieredLines, table: TierTable, of: TierCharge, difference: Amount): Finding[] {
  const { price } = of;
  const lines = price === null ? null : pricedLines(tiered, table, price);
  // Where parts of the month have prices of their own, no single line is known to be wrong.
  if (price === null || lines === null) {
    const all = (tiered.read() ?? []).filter((line) => (line.usageUnit ?? '') === table.unit);
    const text = say`The charge of the month is not that of its tiers.`;
    return [
      {
        kind: 'line.price',
        amount: difference,
        text,
        bad: badOf(all.map((l) => badLine(l, say`charged ${{ charge: l[table.charge] ?? '—' }}`))),
      },
    ];
  }
  const odd = lines.filter((line) => !fits(line));
  const byPrice = (p: Priced): boolean => (p.line.unitPrice === null ? ofTier(p) : !equal(p.line.unitPrice, price));
  const ofTier = ({ line, charge }: Priced): boolean =>
    table.tiers.some((tier) => !equal(tier.price, price) && fits({ line, charge, exact: multiply(line.usage ?? '0', tier.price) }));
  const told = (kind: 'line.price' | 'line.usage', own: readonly Priced[]): Finding[] =>
    own.length === 0
      ? []
      : [
          {
            kind,
            amount: sum(own.map(({ charge, exact }) => subtract(charge, exact))),
            text:
              kind === 'line.price'
                ? say`${{ count: own.length }} lines have another price than ${{ price }}, that of the tier reached.`
                : say`${{ count: own.length }} lines: quantity × ${{ price }} is not the charge.`,
            bad: badOf(
              own.map(({ line, charge, exact }) =>
                badLine(line, say`${{ usage: line.usage ?? '—' }} × ${{ price }} = ${{ exact }}, charged ${{ charge }}`),
              ),
            ),
          },
        ];
  return [
    ...told('line.price', odd.filter(byPrice)),
    ...told(
      'line.usage',
      odd.filter((p) => !byPrice(p)),
    ),
  ];
}

function hold(facts: Facts, table: TierTable): Verdict[] {
  const without = (facts.detail?.groups ?? []).flatMap((g) =>
    isTaxLine(g.billType) || isPrecisionRow(g.billType) ? (g.billType ?? []) : [],
  );
  const tiered = facts.probe.beside.tiered(table, without);
  const metered = tiered.sums.filter((s) => !s.bare);
  if (metered.length === 0) return [];
  const own = metered.find((s) => (s.unit ?? '') === table.unit);
  const others = metered.filter((s) => s !== own);
  const of = own?.usage === null || own === undefined ? null : tierCharge(table, own.usage);
  const printed = own?.charge ?? null;
  const units = others.map((s) => s.unit ?? '—').join(', ');
  const left = (n: number, words: { en: string; zh: string }): { en: string; zh: string } => (n === 0 ? { en: '', zh: '' } : words);
  const also = left(others.length, { en: ` Lines in other units are not judged: ${units}.`, zh: `其他单位的明细未核对：${units}。` });
  return [
    {
      ...judge({
        left: figure('Charge of the bill', '账单金额', printed, linesDrill(facts, 'detail')),
        right: figure('Quantity at the prices of the tiers', '用量 × 阶梯单价', of?.charge ?? null, linesDrill(facts, 'detail')),
        missing: {
          left: {
            en: `The lines print another unit than “${table.unit}”: ${units}. Correct the unit of the price table.`,
            zh: `明细的单位不是“${table.unit}”，而是：${units}。请更正价格表的单位。`,
          },
          right: { en: 'The lines print no quantity.', zh: '明细没有用量。' },
        },
        pass: { en: `${own?.lines ?? 0} lines are charged as agreed.${also.en}`, zh: `${own?.lines ?? 0} 行与约定价格一致。${also.zh}` },
        fail: (difference) => ({
          en: `The month is ${difference} ${facts.currency} off the agreed price.${also.en}`,
          zh: `与约定价格相差 ${difference} ${facts.currency}。${also.zh}`,
        }),
        explain: () => (of && printed !== null ? explained(tiered, table, of, printed) : null),
        arithmetic: of?.steps ?? [],
        why: (difference) => (of ? named(tiered, table, of, difference) : []),
        bad: () => NO_LINES,
      }),
      part: { id: table.name, words: { en: table.name, zh: table.name } },
    },
  ];
}

/** Left: charge of the month's lines of a price table. Right: their quantity at the prices agreed. */
export const priceTiers: CheckRule = {
  id: 'price.tiers',
  title: { en: 'Charge = quantity at agreed tier prices', zh: '金额 = 用量 × 约定阶梯单价' },
  step: STEPS.agreements,
  scope: 'lines',
  left: { en: 'charge of the lines of a price table', zh: '价格表所列明细的金额' },
  right: { en: 'quantity of the month at the price of the tier reached, or tier by tier', zh: '当月用量按所达阶梯单价，或分段累进' },
  tolerance: TIER_WAYS.map((way) => way.id),
  explanation: {
    en: "Listed where a price table is entered and the month has lines of it. The vendor's figure stands. A quantity on the boundary is of the tier that the table says; of the lower one by default.",
    zh: '录入价格表且当月有对应明细时列出；以厂商金额为准。恰在界点的用量归属以价格表设置为准，默认归较低阶梯。',
  },
  vendors: null,
  source:
    'Tencent Cloud face recognition prices (阶梯到达: the whole month at the price of the tier reached); Huawei Cloud billing guide 6.1.1 (阶梯定价)',
  run: (facts) =>
    facts.detail === null ? [] : facts.probe.beside.agreements().flatMap(({ tables }) => tables.flatMap((table) => hold(facts, table))),
};
