import { sideGroups, textsOf } from '../../db/queries/analysis-sides.ts';
import { remember } from '../../db/queries/remember.ts';
import { tagKeys } from '../../domain/analysis/coverage.ts';
import { PERCENT, percentOf } from '../../domain/analysis/percent.ts';
import { checkRange, monthsOf } from '../../domain/analysis/ranges.ts';
import type { Column } from '../../domain/bill/columns.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { unwrap } from '../../domain/result.ts';
import type { Output } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { amountOf, amountOrNull, analysisScope, rangeTotals } from './scope.ts';

type Currency = Output<'analysis/coverage'>['currencies'][number];
const TAGS: Column = { type: 'dimension', name: 'tags' };
const PROJECT: Column = { type: 'dimension', name: 'enterpriseProject' };
/** Keys and projects shown; the figures of tagged and untagged cost are always of all. */
const MOST = 500;

interface Sum {
  scaled: bigint;
  lines: number;
}

/** Cost with and without tags and enterprise projects. Texts of tags repeat over many lines: each is read once. */
export const coverage: Handler<'analysis/coverage'> = (input, { session }) => {
  const read = session.book().read;
  const range = unwrap(checkRange(input.period));
  const scope = analysisScope(input);
  const sides = { before: [], now: monthsOf(range) };
  return remember(read, `coverage ${JSON.stringify([scope, range, input.measure])}`, () => {
    const totals = rangeTotals(read, scope, range);
    const byTags = sideGroups(read, scope, [TAGS], input.measure, sides);
    const tags = textsOf(
      read,
      TAGS,
      byTags.map((g) => g.keys[0]!),
    );
    const byProject = sideGroups(read, scope, [PROJECT], input.measure, sides);
    const projects = textsOf(
      read,
      PROJECT,
      byProject.map((g) => g.keys[0]!),
    );
    const currencies = Object.keys(totals.sums)
      .toSorted()
      .map((currency): Currency => {
        const total = totals.sums[currency]![input.measure];
        const part = (sum: Sum): { amount: Amount; percent: Amount | null; lines: number } => {
          const amount = amountOf(sum.scaled);
          return { amount, percent: percentOf(amount, total), lines: sum.lines };
        };
        const [tagged, untagged, without] = [none(), none(), none()];
        const keys = new Map<string, Sum>();
        byTags.forEach((group, i) => {
          if (group.currency !== currency) return;
          const names = tagKeys(tags[i]!);
          put(names.length > 0 ? tagged : untagged, group.now, group.linesNow);
          for (const name of names) put(entry(keys, name), group.now, group.linesNow);
        });
        const own = byProject.flatMap((g, i) => (g.currency === currency ? [{ value: projects[i]!, group: g }] : []));
        for (const { value, group } of own) if (value === null) put(without, group.now, group.linesNow);
        return {
          currency,
          total,
          lines: totals.lines[currency] ?? 0,
          tagged: part(tagged),
          untagged: part(untagged),
          keys: [...keys]
            .toSorted(([a, x], [b, y]) => largerFirst(x.scaled, y.scaled) || (a < b ? -1 : 1))
            .slice(0, MOST)
            .map(([key, sum]) => ({ key, ...part(sum) })),
          keyCount: keys.size,
          projects: own
            .toSorted((a, b) => largerFirst(a.group.now ?? 0n, b.group.now ?? 0n) || ((a.value ?? '') < (b.value ?? '') ? -1 : 1))
            .slice(0, MOST)
            .map(({ value, group }) => {
              const amount = amountOrNull(group.now);
              return { value, amount, percent: percentOf(amount, total), lines: group.linesNow };
            }),
          withoutProject: part(without),
        };
      });
    return {
      period: range,
      measure: input.measure,
      rounding: { id: PERCENT.id, title: PERCENT.title, titleZh: PERCENT.titleZh },
      currencies,
    };
  });
};

const none = (): Sum => ({ scaled: 0n, lines: 0 });
const largerFirst = (a: bigint, b: bigint): number => (a < b ? 1 : a > b ? -1 : 0);

function put(sum: Sum, amount: bigint | null, lines: number): void {
  sum.scaled += amount ?? 0n;
  sum.lines += lines;
}

function entry(sums: Map<string, Sum>, name: string): Sum {
  const found = sums.get(name) ?? none();
  sums.set(name, found);
  return found;
}
