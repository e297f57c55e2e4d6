import { rememberFew } from '../../db/queries/analysis-memory.ts';
import { sideGroups, textsOf, type SideGroup } from '../../db/queries/analysis-sides.ts';
import { compared, standing } from '../../domain/analysis/compared.ts';
import { PERCENT, percentOf } from '../../domain/analysis/percent.ts';
import { checkRange, monthsOf, overlap, rangeBefore, rangeText, yearBefore, type PeriodRange } from '../../domain/analysis/ranges.ts';
import { groupColumnOf } from '../../domain/bill/columns.ts';
import { equal, type Amount } from '../../domain/money/amount.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { amountOf, amountOrNull, analysisScope, rangeTotals } from './scope.ts';

type Input = ParsedInput<'analysis/compare'>;
type Answer = Output<'analysis/compare'>;

/** A group with its change as one integer, for sorting and adding. */
interface Mover extends SideGroup {
  change: bigint;
}

/** Two ranges side by side. All groups are made once and kept for the pages; only a page's texts are looked up. */
export const compare: Handler<'analysis/compare'> = (input, { session }) => {
  const read = session.book().read;
  const { now, before } = sidesOf(input.period, input.against);
  const column = unwrap(groupColumnOf(input.by));
  const scope = analysisScope(input);
  const sides = { before: monthsOf(before), now: monthsOf(now) };
  const movers = rememberFew(read, `compare ${JSON.stringify([scope, column, input.measure, sides])}`, () =>
    sideGroups(read, scope, [column], input.measure, sides).map((g): Mover => ({ ...g, change: (g.now ?? 0n) - (g.before ?? 0n) })),
  );
  const [was, is] = [rangeTotals(read, scope, before), rangeTotals(read, scope, now)];
  const codes = [...new Set([...Object.keys(was.sums), ...Object.keys(is.sums)])].toSorted();
  const totalOf = (side: typeof was, code: string): Amount | null => side.sums[code]?.[input.measure] ?? null;
  const currencies = codes.map((currency): Answer['currencies'][number] => {
    const own = movers.filter((m) => m.currency === currency);
    const total = compared(totalOf(was, currency), totalOf(is, currency));
    const sumOf = (which: (change: bigint) => boolean): Amount =>
      amountOf(own.reduce((sum, m) => (which(m.change) ? sum + m.change : sum), 0n));
    const groups = { both: 0, new: 0, gone: 0 };
    for (const m of own) groups[standing(m.linesBefore, m.linesNow)]++;
    const sumOfChanges = sumOf(() => true);
    return {
      currency,
      ...total,
      linesBefore: was.lines[currency] ?? 0,
      linesNow: is.lines[currency] ?? 0,
      groups,
      up: sumOf((change) => change > 0n),
      down: sumOf((change) => change < 0n),
      sumOfChanges,
      foots: equal(sumOfChanges, total.difference ?? '0'),
    };
  });
  const chosen = movers.filter((m) => fits(m, input.only));
  const texts =
    input.sort === 'value'
      ? new Map(
          textsOf(
            read,
            column,
            chosen.map((m) => m.keys[0]!),
          ).map((t, i) => [chosen[i]!, t]),
        )
      : null;
  chosen.sort(orderOf(input, texts));
  const page = chosen.slice(input.offset, input.offset + input.limit);
  const values = textsOf(
    read,
    column,
    page.map((m) => m.keys[0]!),
  );
  return {
    now,
    before,
    by: input.by,
    measure: input.measure,
    rounding: { id: PERCENT.id, title: PERCENT.title, titleZh: PERCENT.titleZh },
    currencies,
    rows: page.map((m, i) => {
      const change = compared(amountOrNull(m.before), amountOrNull(m.now));
      return {
        value: values[i] ?? null,
        currency: m.currency,
        standing: standing(m.linesBefore, m.linesNow),
        ...change,
        shareBefore: percentOf(change.before, totalOf(was, m.currency)),
        shareNow: percentOf(change.now, totalOf(is, m.currency)),
        linesBefore: m.linesBefore,
        linesNow: m.linesNow,
      };
    }),
    count: chosen.length,
  };
};

/** Both ranges, checked; refuses ranges that share a month, as a line would stand on both sides. */
export function sidesOf(period: PeriodRange, against: Input['against']): { now: PeriodRange; before: PeriodRange } {
  const now = unwrap(checkRange(period));
  const before = against === 'before' ? rangeBefore(now) : against === 'year-before' ? yearBefore(now) : unwrap(checkRange(against));
  if (overlap(now, before))
    refuse('analysis.overlap', say`${{ now: rangeText(now) }} and ${{ before: rangeText(before) }} share a month.`, {
      value: rangeText(before),
      remedy: 'Choose ranges that have no month in common.',
    });
  return { now, before };
}

function fits(m: Mover, only: Input['only']): boolean {
  if (only === 'up') return m.change > 0n;
  if (only === 'down') return m.change < 0n;
  return only === 'all' || standing(m.linesBefore, m.linesNow) === only;
}

const size = (n: bigint): bigint => (n < 0n ? -n : n);
const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
const orderText = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);

/** Currencies stand one after the other; missing figures last; equal ones in the order of their keys, so that pages fit together. */
function orderOf({ sort, descending }: Input, texts: ReadonlyMap<Mover, string | null> | null): (a: Mover, b: Mover) => number {
  const sign = descending ? -1 : 1;
  const missingLast = (a: bigint | null, b: bigint | null): number =>
    a === null || b === null ? Number(a === null) - Number(b === null) : sign * order(a, b);
  const by: Record<Input['sort'], (a: Mover, b: Mover) => number> = {
    change: (a, b) => sign * order(size(a.change), size(b.change)),
    difference: (a, b) => sign * order(a.change, b.change),
    before: (a, b) => missingLast(a.before, b.before),
    now: (a, b) => missingLast(a.now, b.now),
    // a ÷ b against c ÷ d without dividing: what was is taken without its sign.
    percent: (a, b) =>
      !a.before || !b.before ? Number(!a.before) - Number(!b.before) : sign * order(a.change * size(b.before), b.change * size(a.before)),
    value: (a, b) => (texts ? sign * orderText(texts.get(a) ?? null, texts.get(b) ?? null) : 0),
  };
  return (a, b) =>
    orderText(a.currency, b.currency) ||
    by[sort](a, b) ||
    order(size(b.change), size(a.change)) ||
    orderText(String(a.keys[0]), String(b.keys[0]));
}
