import type { Finding } from '../check.ts';
import { byAmount } from './by-amount.ts';
import { byDate } from './by-date.ts';
import { byDuplicate } from './by-duplicate.ts';
import { byKey, bySubset } from './by-key.ts';
import { byMove } from './by-move.ts';
import { byPart } from './by-part.ts';
import { bySign } from './by-sign.ts';
import { byTotal } from './by-subset.ts';
import { told } from './told.ts';
import { differingGroups } from './group.ts';
import type { WhyLine, WhyOptions } from './line.ts';
import { Budget } from './search.ts';
import { Work } from './work.ts';

export type { Attribute, WhyLine, WhyOptions } from './line.ts';

/** In this order: what is surest comes first, and takes its lines out of what the next ones look at. */
const STRATEGIES: readonly ((work: Work) => void)[] = [byPart, byMove, byDuplicate, bySign, byDate, byKey, bySubset, byTotal, byAmount];

/**
 * The smallest set of lines that accounts for what two tellings differ by, and what it is. Exact, and the same for the same
 * lines in the same order. Findings are of one kind each; their amounts add up to the difference where all of it is named.
 * @param left - lines of one side, such as the counted bill; money in whole numbers of 10^-10.
 * @param right - lines of the other side, or rows that sum lines up by `options.by`.
 */
export function whyDifferent(left: readonly WhyLine[], right: readonly WhyLine[], options: WhyOptions): Finding[] {
  const work = new Work(differingGroups(left, right, options), options, new Budget(options.steps));
  for (const strategy of STRATEGIES) if (work.groups.length > 0) strategy(work);
  return told(work);
}
