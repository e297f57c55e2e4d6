import type { Said } from '../words/said.ts';

/** Something that a reader of a result must know about the samples: what was found, and what the rule did with it. */
export interface UsageNotice {
  level: 'info' | 'warning';
  code: string;
  message: Said;
}

/** One line of the arithmetic: what, how, how much. */
export interface UsageStep {
  label: Said;
  formula: Said;
  /** Exact decimal text, or a count. */
  value: string;
  unit: string | null;
}
