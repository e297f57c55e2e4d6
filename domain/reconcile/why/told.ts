import type { Finding } from '../check.ts';
import { print } from './line.ts';
import { findingText } from './texts.ts';
import type { Found, Work } from './work.ts';

/** Lines listed in a finding; the count covers all. */
const LISTED = 200;

/** Parts of one kind and side as one finding, in the order in which they were found. */
export function told(work: Work): Finding[] {
  const groups = Map.groupBy(work.found, ({ kind, side, searched, gaveUp }) => `${kind} ${side} ${searched ?? false} ${gaveUp ?? false}`);
  return [...groups.values()].map((parts): Finding => {
    const [first] = parts as [Found];
    const lines = [...new Map(parts.flatMap((p) => p.lines).map((l) => [l.line.id, l])).values()];
    const whole: Found = {
      ...first,
      amount: parts.reduce((sum, part) => sum + part.amount, 0n),
      values: [...new Set(parts.flatMap((part) => part.values ?? []))],
      lines,
    };
    return {
      kind: whole.kind,
      amount: print(whole.amount),
      text: findingText(
        whole,
        parts.some((p) => p.extra !== undefined) ? parts.reduce((n, p) => n + (p.extra ?? 0), 0) : lines.length,
        work.options,
      ),
      bad: {
        lines: lines.slice(0, LISTED).map(({ line: { id, file, row }, text }) => ({ id, file, row, text })),
        count: lines.length,
      },
    };
  });
}
