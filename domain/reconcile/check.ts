import { english, type Sentence } from '../words/said.ts';
import { isZero, subtract, type Amount } from '../money/amount.ts';
import type { RoundingPolicy } from '../money/rounding.ts';
import { NO_LINES, type BadLines, type Facts, type Vendor } from './facts.ts';
import type { KindId } from './kinds.ts';
import type { Words } from './words.ts';

export type { Words };
export type Status = 'pass' | 'explained' | 'fail' | 'missing';

/** What a check holds: each line by itself, tellings of a bill, a list beside it, its documents. */
export const SCOPES = ['lines', 'bill', 'lists', 'invoices', 'payments', 'wht'] as const;
export type Scope = (typeof SCOPES)[number];

/** A difference that could be named: what it is, how much of the difference it makes, and the smallest set of lines behind it. */
export interface Finding {
  kind: KindId;
  /** Signed, in the verdict's currency; null where it is no money (a missing part). */
  amount: Amount | null;
  text: Sentence;
  bad: BadLines;
}

/** How the interface opens what a figure is made of. */
export interface Drill {
  screen: 'bills' | 'invoices' | 'payments' | 'wht';
  query: Record<string, unknown>;
}
export interface Figure {
  label: Words;
  value: Amount | null;
  drill: Drill | null;
}

/** A rule that turns one side exactly into the other. */
export interface Explanation {
  policy: Pick<RoundingPolicy, 'id'>;
  words: Words;
  arithmetic?: readonly Sentence[];
}

export interface Verdict {
  left: Figure;
  right: Figure;
  difference: Amount | null;
  status: Status;
  tolerance: string;
  explanation: Words;
  arithmetic: readonly Sentence[];
  bad: BadLines;
  /** What the difference is made of, where it could be found; in all they may make more or less than the difference. */
  findings?: readonly Finding[];
  /** The currency of the figures where it is not the invoices' (certificates). */
  currency?: string;
  /** The figures are quantities of this unit and no money; empty where no unit is printed. */
  unit?: string;
  /** What tells it from the rule's other verdicts on the same vendor and currency; stands in its id and title. */
  part?: { id: string; words: Words };
}

/** One thing that is held against another. Declared in checks/, listed in checks/index.ts. */
export interface CheckRule {
  id: string;
  title: Words;
  step: Words;
  scope: Scope;
  left: Words;
  right: Words;
  /** Ids of the policies that may explain a difference (tolerances.ts); empty: none does, both sides are exact. */
  tolerance: readonly string[];
  /** What the check is for, and what a difference means. */
  explanation: Words;
  /** Vendors whose documents promise it; null: every vendor's. */
  vendors: readonly Vendor[] | null;
  /** Where the promise is written. */
  source: string;
  /** One verdict for each currency of figures; empty where the period has nothing to hold. */
  run(facts: Facts): readonly Verdict[];
}

export interface Question {
  left: Figure;
  right: Figure;
  /** What to import or add when a side is not there. */
  missing: { left: Words; right: Words };
  pass: Words;
  /** Called with the difference; null when no rule yields it exactly. */
  explain?: (difference: Amount) => Explanation | null;
  fail: (difference: Amount) => Words;
  tolerance?: string;
  arithmetic?: readonly Sentence[];
  bad?: (difference: Amount) => BadLines;
  /** Called where nothing explains the difference. */
  why?: (difference: Amount) => readonly Finding[];
  currency?: string;
}

/** The lines of all findings, each once. */
export function linesOf(findings: readonly Finding[]): BadLines {
  const lines = new Map(findings.flatMap((f) => f.bad.lines.map((line) => [`${line.list ?? ''} ${line.id}`, line] as const)));
  const listed = findings.reduce((n, f) => n + f.bad.lines.length, 0);
  return { lines: [...lines.values()], count: findings.reduce((n, f) => n + f.bad.count, 0) - (listed - lines.size) };
}

/** A step that the figures show already is not shown again by the rule that explains them. */
const unique = (steps: readonly Sentence[]): Sentence[] => {
  const texts = steps.map(english);
  return steps.filter((_, i) => texts.indexOf(texts[i]!) === i);
};

/**
 * Holds left against right: missing when a side is not there, pass when they are equal to the last digit, explained when a
 * named rule yields the difference exactly, else fail with the lines that do not fit.
 */
export function judge(q: Question): Verdict {
  const base = {
    left: q.left,
    right: q.right,
    tolerance: q.tolerance ?? 'exact',
    arithmetic: q.arithmetic ?? [],
    bad: NO_LINES,
    ...(q.currency ? { currency: q.currency } : {}),
  };
  const [left, right] = [q.left.value, q.right.value];
  if (left === null || right === null)
    return { ...base, difference: null, status: 'missing', explanation: left === null ? q.missing.left : q.missing.right };
  const difference = subtract(left, right);
  if (isZero(difference)) return { ...base, difference, status: 'pass', explanation: q.pass };
  const steps: Sentence[] = [...base.arithmetic, `${left} − ${right.startsWith('-') ? `(${right})` : right} = ${difference}`];
  const explanation = q.explain?.(difference) ?? null;
  if (explanation) {
    return {
      ...base,
      difference,
      status: 'explained',
      tolerance: explanation.policy.id,
      explanation: explanation.words,
      arithmetic: unique([...steps, ...(explanation.arithmetic ?? [])]),
    };
  }
  const findings = q.why?.(difference) ?? [];
  const bad = q.bad?.(difference) ?? NO_LINES;
  return {
    ...base,
    difference,
    status: 'fail',
    explanation: q.fail(difference),
    arithmetic: steps,
    // The lines of the findings are the smallest set; the check's own are shown where nothing was found.
    bad: findings.length > 0 ? linesOf(findings) : bad,
    ...(findings.length > 0 ? { findings } : {}),
  };
}
