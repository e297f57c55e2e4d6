import { sum, type Amount } from '../../money/amount.ts';
import { say, type Sentence } from '../../words/said.ts';
import { judge, linesOf, type Finding, type Question, type Verdict, type Words } from '../check.ts';
import type { BadLine, BadLines } from '../facts.ts';
import { KINDS, type KindId } from '../kinds.ts';

/** One thing that does not fit: an order, a coupon, a package, an invoice. */
export interface Item {
  /** Null where another check has the name of it: a line that the statement has otherwise is named there. */
  kind: KindId | null;
  /** What it makes of the difference, left − right; null where it is no money. */
  amount: Amount | null;
  text: Sentence;
  lines: readonly BadLine[];
  /** How many lines there are in all, where not all are listed. */
  count?: number;
}
type Named = Item & { kind: KindId };

/** Single findings up to this number of one kind; more are told together. */
const SINGLE = 8;
const LISTED = 200;

const badOf = (items: readonly Item[]): BadLines => ({
  lines: items.flatMap((item) => item.lines).slice(0, LISTED),
  count: items.reduce((n, item) => n + (item.count ?? item.lines.length), 0),
});

/** The named items as findings: one by one where they are few, one for each kind where they are many. */
export function findingsOf(items: readonly Item[]): Finding[] {
  const named = items.filter((item): item is Named => item.kind !== null);
  return [...Map.groupBy(named, (item) => item.kind)].flatMap(([kind, own]): Finding[] => {
    if (own.length <= SINGLE) return own.map((item) => ({ kind, amount: item.amount, text: item.text, bad: badOf([item]) }));
    const amounts = own.map((item) => item.amount);
    return [
      {
        kind,
        amount: amounts.includes(null) ? null : sum(amounts),
        text: say`${{ kind: KINDS[kind].title }}: ${{ count: own.length }}, the first of them: ${{ first: own[0]!.text }}`,
        bad: badOf(own),
      },
    ];
  });
}

/** As judge; items that do not fit fail the check also where they make up for one another in the sum. */
export function judgeItems(question: Omit<Question, 'why' | 'bad'> & { items: readonly Item[]; some: (count: number) => Words }): Verdict {
  const { items, some, ...rest } = question;
  const findings = findingsOf(items);
  const verdict = judge({ ...rest, why: () => findings, bad: () => badOf(items) });
  if (verdict.status !== 'pass' || items.length === 0) return verdict;
  return {
    ...verdict,
    status: 'fail',
    explanation: some(items.length),
    ...(findings.length > 0 ? { findings, bad: linesOf(findings) } : { bad: badOf(items) }),
  };
}

/** The verdict with what is missing to judge everything: said only where the rest fits. */
export const unjudged = (verdict: Verdict, explanation: Words, items: readonly Item[] = []): Verdict => {
  if (verdict.status !== 'pass' && verdict.status !== 'explained') return verdict;
  const findings = findingsOf(items);
  return { ...verdict, status: 'missing', explanation, ...(findings.length > 0 ? { findings, bad: linesOf(findings) } : {}) };
};
