import { say } from '../../words/said.ts';
import { judgeItems, type Item } from '../beside/items.ts';
import type { OddLines, PriceFacts } from '../beside/prices.ts';
import type { CheckRule, Verdict, Words } from '../check.ts';
import type { Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import type { KindId } from '../kinds.ts';
import { STEPS } from '../steps.ts';

/** Whether the month prints the columns at all: lines are read only then. */
const prints = (facts: Facts, measure: 'listPrice' | 'discount'): boolean => facts.detail !== null && facts.detail.sums[measure] !== null;

interface Side {
  kind: KindId;
  odd: OddLines;
  labels: { left: Words; right: Words };
  judged: number;
  pass: Words;
  one: (odd: OddLines) => Item['text'];
}

function hold(facts: Facts, { kind, odd, labels, judged, pass, one }: Side, arithmetic: Verdict['arithmetic'] = []): Verdict[] {
  if (judged === 0) return [];
  const items: Item[] = odd.count === 0 ? [] : [{ kind, amount: null, text: one(odd), lines: odd.lines, count: odd.count }];
  return [
    judgeItems({
      left: figure(labels.left.en, labels.left.zh, odd.printed, linesDrill(facts, 'detail')),
      right: figure(labels.right.en, labels.right.zh, odd.expected, linesDrill(facts, 'detail')),
      missing: { left: { en: 'There are no prices.', zh: '没有价格。' }, right: { en: 'There are no prices.', zh: '没有价格。' } },
      pass,
      fail: (difference) => ({
        en: `Lines that stand out: ${odd.count}, by ${difference} ${facts.currency} in all.`,
        zh: `与同类明细不符的有 ${odd.count} 行，合计相差 ${difference} ${facts.currency}。`,
      }),
      some: () => ({ en: `Lines that stand out: ${odd.count}.`, zh: `与同类明细不符的有 ${odd.count} 行。` }),
      tolerance: 'exact, line by line',
      arithmetic,
      items,
    }),
  ];
}

const ways = ({ ways: known }: PriceFacts): Verdict['arithmetic'] =>
  known.map(({ way, lines }) => say`${{ lines }} lines: unit price × usage, ${{ way }}`);
const openWords = ({ open }: PriceFacts): Words =>
  open === 0
    ? { en: '', zh: '' }
    : {
        en: ` ${open} lines are not judged: their printed usage is not the priced one.`,
        zh: `另有 ${open} 行因所列用量并非计价用量而未核对。`,
      };

/** Left: list price of the lines that stand out. Right: unit price × usage, rounded as most lines of their kind are. */
export const priceUsage: CheckRule = {
  id: 'price.usage',
  title: { en: 'List price = unit price × usage', zh: '官网价 = 单价 × 使用量' },
  step: STEPS.prices,
  scope: 'lines',
  left: { en: 'list price of lines that stand out', zh: '不符明细的官网价' },
  right: { en: 'unit price × usage, brought to its places as most lines of the kind are', zh: '单价 × 使用量（按同类明细的取整方式）' },
  tolerance: [],
  explanation: {
    en: "The vendor's figure stands; the product only checks it. A kind of line in which no way of counting prevails is not judged.",
    zh: '以厂商金额为准，乘积仅用于核对；同类明细没有一致算法时不核对。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 7.2.2.3 (单价, 使用量转换比率); Tencent Cloud billing API 2018-07-09 (SinglePrice, UsedAmount)',
  run(facts) {
    if (!prints(facts, 'listPrice')) return [];
    const prices = facts.probe.beside.prices();
    const open = openWords(prices);
    return hold(
      facts,
      {
        kind: 'line.usage',
        odd: prices.quantity,
        judged: prices.judged,
        labels: {
          left: { en: 'List price of lines that stand out', zh: '不符明细的官网价' },
          right: { en: 'Unit price × usage', zh: '单价 × 使用量' },
        },
        pass: { en: `Recomputed: all ${prices.judged} lines fit.${open.en}`, zh: `已复核 ${prices.judged} 行，全部符合。${open.zh}` },
        one: (odd) => say`${{ count: odd.count }} lines: unit price × usage is not the list price, as it is for their like.`,
      },
      ways(prices),
    );
  },
};

/** Left: list price of lines with another unit price. Right: the same at the unit price of nearly all lines of the specification. */
export const priceUnit: CheckRule = {
  id: 'price.unit',
  title: { en: 'One unit price for each specification', zh: '同一规格单价一致' },
  step: STEPS.prices,
  scope: 'lines',
  left: { en: 'list price of lines with another unit price', zh: '单价不同的明细的官网价' },
  right: { en: 'the same at the unit price of nine in ten lines of the specification', zh: '按同规格九成以上明细的单价计算' },
  tolerance: [],
  explanation: {
    en: 'Lines of one specification, region, mode and usage type cost the same; single ones that do not stand out.',
    zh: '规格、区域、计费模式和使用量类型相同的明细单价一致，个别不同者列出。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 7.2.2.3 (单价: the unit price of a product’s usage)',
  run(facts) {
    if (!prints(facts, 'listPrice')) return [];
    const prices = facts.probe.beside.prices();
    return hold(facts, {
      kind: 'line.price',
      odd: prices.price,
      judged: prices.priced,
      labels: {
        left: { en: 'List price of lines with another unit price', zh: '单价不同的明细的官网价' },
        right: { en: 'At the price of their like', zh: '按同类单价' },
      },
      pass: { en: `${prices.priced} lines have the unit price of their specification.`, zh: `${prices.priced} 行单价与同规格一致。` },
      one: (odd) => say`${{ count: odd.count }} lines have another unit price than nearly all of their specification.`,
    });
  },
};

/** Left: discount of lines that stand out. Right: the same at the rate of nearly all lines of the product type. */
export const priceDiscount: CheckRule = {
  id: 'price.discount',
  title: { en: 'One discount for each product type', zh: '同一产品类型折扣一致' },
  step: STEPS.prices,
  scope: 'lines',
  left: { en: 'discount of lines that stand out', zh: '不符明细的优惠金额' },
  right: {
    en: 'list price × the rate of nine in ten lines of the product type and billing mode',
    zh: '官网价 × 同产品类型、计费模式九成以上明细的折扣率',
  },
  tolerance: [],
  explanation: {
    en: 'Where a contract gives a product type one discount, every line has it. Types with several discounts are not judged.',
    zh: '合同对某产品类型给予统一折扣时，各行一致；有多种折扣的类型不核对。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 7.2.2.3 (优惠金额, 优惠信息)',
  run(facts) {
    if (!prints(facts, 'discount')) return [];
    const prices = facts.probe.beside.prices();
    return hold(facts, {
      kind: 'line.discount',
      odd: prices.discount,
      judged: prices.discounted,
      labels: {
        left: { en: 'Discount of lines that stand out', zh: '不符明细的优惠金额' },
        right: { en: 'At the rate of their like', zh: '按同类折扣率' },
      },
      pass: {
        en: `${prices.discounted} lines have the discount of their product type.`,
        zh: `${prices.discounted} 行折扣与同产品类型一致。`,
      },
      one: (odd) => say`${{ count: odd.count }} lines have another discount than nearly all of their product type.`,
    });
  },
};
