import type { Group } from './group.ts';
import { isNothing, type WhyLine } from './line.ts';
import { subsetOf } from './by-move.ts';
import { onlyText } from './texts.ts';
import { otherSide, type Found, type Side, type Work } from './work.ts';

/** Lines whose key only one side has: single ones, whole accounts, whole days. */
export function byKey(work: Work): void {
  for (const group of work.groups)
    for (const side of ['left', 'right'] as const) {
      if (group[otherSide(side)].length > 0) continue;
      const lines = group[side].filter((line) => !isNothing(line, work.options.measures));
      if (lines.length > 0) keep(work, group, side, lines);
    }
}

/** Lines of which a row that sums them up lacks some, or has some too much: the fewest that make the difference. */
export function bySubset(work: Work): void {
  for (const group of work.groups)
    for (const side of ['left', 'right'] as const) {
      if (!work.groups.includes(group) || group[side].length < 2) continue;
      const lines = subsetOf(work, group[side], work.difference(group), side === 'left' ? 1n : -1n);
      if (lines) keep(work, group, side, lines);
    }
}

function keep(work: Work, group: Group, side: Side, lines: readonly WhyLine[]): void {
  const whole = (attribute: 'account' | 'date') => (line: WhyLine) =>
    (work.options.absent ?? []).some(
      (a) => a.attribute === attribute && a.from === otherSide(side) && a.value === line.attributes[attribute],
    );
  const parts: [Found['kind'], 'account' | 'date' | null, readonly WhyLine[]][] = [];
  const ofAccount = lines.filter(whole('account'));
  const ofDay = lines.filter((line) => !ofAccount.includes(line) && whole('date')(line));
  parts.push(['account.missing', 'account', ofAccount], ['file.day-missing', 'date', ofDay]);
  parts.push(['line.missing', null, lines.filter((line) => !ofAccount.includes(line) && !ofDay.includes(line))]);
  for (const [kind, attribute, own] of parts)
    if (own.length > 0)
      work.take(
        group,
        {
          kind,
          side,
          amount: work.held(own) * (side === 'left' ? 1n : -1n),
          lines: own.map((line) => ({ line, text: onlyText(line, side, work.options) })),
          ...(attribute ? { values: [...new Set(own.map((line) => line.attributes[attribute]!))] } : {}),
        },
        side === 'left' ? own : [],
        side === 'right' ? own : [],
      );
}
