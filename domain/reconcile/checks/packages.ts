import { add, compare, equal, subtract, sum, type Amount } from '../../money/amount.ts';
import { say } from '../../words/said.ts';
import { dayOf, rowLine, type ListRow } from '../beside/beside.ts';
import { judgeItems, type Item } from '../beside/items.ts';
import type { CheckRule, Verdict } from '../check.ts';
import type { Facts } from '../facts.ts';
import { figure } from '../figures.ts';
import { STEPS } from '../steps.ts';

/** A package of the list with what was deducted from it; quantities in its printed unit. */
interface Held {
  row: ListRow;
  name: string;
  unit: string;
  total: Amount;
  used: Amount;
  deducted: Amount;
  rows: ListRow[];
  /** The cycle with the most, of packages that are filled anew: month and quantity. */
  fullest: { month: string; deducted: Amount };
  /** The list of deductions begins after the package. */
  partial: boolean;
}

const nameOf = (row: ListRow): string | null => row.values['packageId'] ?? row.values['packageName'] ?? null;
const unitOf = ({ values }: ListRow): string => values['quantityUnit'] ?? values['unit'] ?? '';
/** Filled anew each cycle, as against one pool for the whole term (Huawei Cloud billing guide 3.2.4.1). */
const isReset = (method: string | null | undefined): boolean =>
  /重置|reset/i.test(method ?? '') && !/不(可|支持)?重置|non-?reset|not reset/i.test(method ?? '');

function heldPackages(facts: Facts): Held[] {
  const { beside } = facts.probe;
  const rows = beside.rows('package-deductions');
  if (!rows.some((row) => row.values['time']?.startsWith(facts.period))) return [];
  const byName = Map.groupBy(rows, (row) => nameOf(row) ?? '');
  // Packages of kinds that the list of deductions does not speak of are not held against it.
  const kinds = new Set(rows.map((row) => row.values['productType'] ?? null));
  const since = rows.flatMap((row) => dayOf(row, 'time') ?? []).sort()[0] ?? '';
  return beside.rows('packages').flatMap((row): Held[] => {
    const { packageId, packageName, left, total, unit, deductionMethod, productType } = row.values;
    const own = (packageId ? byName.get(packageId) : undefined) ?? (packageName ? byName.get(packageName) : undefined) ?? [];
    if ((own.length === 0 && !kinds.has(productType ?? null)) || !left || !total || own.some((d) => unitOf(d) !== (unit ?? ''))) return [];
    const byMonth = [...Map.groupBy(own, (d) => (d.values['time'] ?? '').slice(0, 7))].map(([month, of]) => ({
      month,
      deducted: quantity(of),
    }));
    const last = byMonth.toSorted((a, b) => (a.month < b.month ? 1 : -1))[0];
    const reset = isReset(deductionMethod) && last !== undefined;
    // Without a deduction nothing says in which cycle a package stands that is filled anew.
    if (isReset(deductionMethod) && !last) return [];
    return [
      {
        row,
        name: packageId ?? packageName ?? '',
        unit: unit ?? '',
        total,
        used: subtract(total, left),
        deducted: reset ? last.deducted : quantity(own),
        rows: reset ? own.filter((d) => d.values['time']?.startsWith(last.month)) : own,
        fullest: reset
          ? byMonth.reduce((a, b) => (compare(b.deducted, a.deducted) > 0 ? b : a))
          : { month: facts.period, deducted: quantity(own) },
        partial: !reset && (dayOf(row, 'effective') ?? '').slice(0, 7) < since.slice(0, 7),
      },
    ];
  });
}

const quantity = (rows: readonly ListRow[]): Amount => rows.reduce<Amount>((total, row) => add(total, row.values['quantity'] ?? '0'), '0');

const SOURCE = 'Huawei Cloud billing guide 3.2.4.1 (packages that are filled anew and others), section 4 (使用明细)';
const quantities = (verdict: Verdict, unit: string): Verdict => ({
  ...verdict,
  unit,
  part: { id: unit || 'units', words: { en: unit || 'units', zh: unit || '数量' } },
});

/** Left: total less what is left of each package. Right: its deductions; of the last cycle where it is filled anew. */
export const packageDeductions: CheckRule = {
  id: 'package.deductions',
  title: { en: 'Used of resource packages = deductions', zh: '资源包已用量 = 抵扣明细' },
  step: STEPS.lists,
  scope: 'lists',
  left: { en: 'total less what is left of each package', zh: '各资源包总量减剩余量' },
  right: { en: 'what was deducted from it; of the last cycle where it is filled anew', zh: '其抵扣量（可重置的资源包为最近周期）' },
  tolerance: [],
  explanation: { en: 'Every deduction is taken from its package, and nothing else is.', zh: '资源包的减少量等于其全部抵扣量。' },
  vendors: null,
  source: SOURCE,
  run: (facts) =>
    [...Map.groupBy(heldPackages(facts), (held) => held.unit)].map(([unit, all]) => {
      // Deducted before the list begins: nothing to hold it against.
      const held = all.filter((p) => !(p.partial && compare(p.used, p.deducted) > 0));
      return quantities(
        judgeItems({
          left: figure('Packages: total less left', '资源包：总量减剩余', held.length === 0 ? null : sum(held.map((p) => p.used)), null),
          right: figure('Deductions', '抵扣明细', held.length === 0 ? null : sum(held.map((p) => p.deducted)), null),
          missing: {
            left: {
              en: 'The list of deductions begins after the packages. Import the deductions since they took effect.',
              zh: '抵扣明细晚于资源包生效时间。请导入自生效以来的抵扣明细。',
            },
            right: { en: 'There are no deductions.', zh: '没有抵扣明细。' },
          },
          pass: { en: `${held.length} packages fit their deductions.`, zh: `${held.length} 个资源包与抵扣明细一致。` },
          fail: (difference) => ({
            en: `Packages and deductions differ by ${difference} ${unit}.`,
            zh: `资源包与抵扣明细相差 ${difference} ${unit}。`,
          }),
          some: (n) => ({ en: `${n} packages differ, though the sums agree.`, zh: `${n} 个资源包不一致，尽管合计相等。` }),
          items: held
            .filter((p) => !equal(p.used, p.deducted))
            .map((p): Item => ({
              kind: 'package.deduction',
              amount: subtract(p.used, p.deducted),
              text: say`Package ${{ package: p.name }}: ${{ used: p.used }} of ${{ total: p.total }} ${{ unit }} are used, the deductions add up to ${{ deducted: p.deducted }}.`,
              lines: [
                rowLine(p.row, say`used ${{ used: p.used }}, deducted ${{ deducted: p.deducted }}`),
                ...p.rows.map((row) => rowLine(row, say`deducted ${{ quantity: row.values['quantity'] ?? '—' }}`)),
              ],
            })),
        }),
        unit,
      );
    }),
};

/** Left: what was deducted within the packages' totals. Right: all that was deducted, cycle by cycle. */
export const packageQuota: CheckRule = {
  id: 'package.quota',
  title: { en: 'No package gives more than it holds', zh: '抵扣量不超过资源包总量' },
  step: STEPS.lists,
  scope: 'lists',
  left: { en: 'deducted within the total of each package', zh: '各资源包总量以内的抵扣量' },
  right: {
    en: 'all that was deducted from it; in the fullest cycle where it is filled anew',
    zh: '全部抵扣量（可重置的资源包为用量最大的周期）',
  },
  tolerance: [],
  explanation: { en: 'What goes beyond a package is charged, not deducted.', zh: '超出资源包的用量应计费，而非抵扣。' },
  vendors: null,
  source: SOURCE,
  run: (facts) =>
    [...Map.groupBy(heldPackages(facts), (held) => held.unit)].map(([unit, held]) => {
      const over = held.filter((p) => compare(p.fullest.deducted, p.total) > 0);
      const beyond = sum(over.map((p) => subtract(p.fullest.deducted, p.total)));
      const all = sum(held.map((p) => p.fullest.deducted));
      return quantities(
        judgeItems({
          left: figure('Deducted within the totals', '总量以内的抵扣', subtract(all, beyond), null),
          right: figure('Deducted', '抵扣量', all, null),
          missing: {
            left: { en: 'There are no packages.', zh: '没有资源包。' },
            right: { en: 'There are no deductions.', zh: '没有抵扣明细。' },
          },
          pass: { en: `${held.length} packages give no more than they hold.`, zh: `${held.length} 个资源包均未超出总量。` },
          fail: () => ({ en: `${beyond} ${unit} were deducted beyond the packages.`, zh: `超出资源包抵扣 ${beyond} ${unit}。` }),
          some: (n) => ({ en: `${n} packages give more than they hold.`, zh: `${n} 个资源包超出总量。` }),
          items: over.map((p): Item => ({
            kind: 'package.over',
            amount: subtract(p.total, p.fullest.deducted),
            text: say`Package ${{ package: p.name }} holds ${{ total: p.total }} ${{ unit }}, and ${{ deducted: p.fullest.deducted }} were deducted.`,
            lines: [
              rowLine(p.row, say`holds ${{ total: p.total }}`),
              ...p.rows.map((row) => rowLine(row, say`deducted ${{ quantity: row.values['quantity'] ?? '—' }}`)),
            ],
          })),
        }),
        unit,
      );
    }),
};
