import type { KindId } from '../kinds.ts';
import type { Sentence } from '../../words/said.ts';
import { differenceOf, heldIn, isZeroVector, type Group } from './group.ts';
import { heldOf, type Vector, type WhyLine, type WhyOptions } from './line.ts';
import type { Budget } from './search.ts';

export type Side = 'left' | 'right';
export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** A named part of the difference, before parts of the same kind are told together. */
export interface Found {
  kind: KindId;
  /** The side that has what is not right, or has it too much; null where both tell it, each in its own way. */
  side: Side | null;
  /** How much of the difference it makes. */
  amount: bigint;
  lines: readonly { line: WhyLine; text: Sentence }[];
  /** How many lines there are too many, where those that they repeat are listed as well. */
  extra?: number;
  /** Accounts or days that it is about. */
  values?: readonly string[];
  /** The lines were found by adding up alone: another set may do as well. */
  searched?: boolean;
  /** A search for fewer lines was given up. */
  gaveUp?: boolean;
}

/** What is still to be accounted for. Strategies take from it, one after the other. */
export class Work {
  readonly options: WhyOptions;
  readonly budget: Budget;
  readonly found: Found[] = [];
  groups: Group[];

  constructor(groups: readonly Group[], options: WhyOptions, budget: Budget) {
    this.groups = [...groups];
    this.options = options;
    this.budget = budget;
  }

  difference(group: Pick<Group, 'left' | 'right'>): Vector {
    return differenceOf(group, this.options.measures);
  }
  held(lines: readonly WhyLine[]): bigint {
    return lines.reduce((sum, line) => sum + heldOf(line, this.options.held), 0n);
  }
  heldIn(vector: Vector): bigint {
    return heldIn(vector, this.options.held);
  }

  /** Keeps what was found, and takes its lines out of the group; a group that then agrees is done with. */
  take(group: Group, found: Found, left: readonly WhyLine[], right: readonly WhyLine[]): void {
    this.found.push(found);
    const gone = new Set([...left, ...right]);
    group.left = group.left.filter((line) => !gone.has(line));
    group.right = group.right.filter((line) => !gone.has(line));
    if (isZeroVector(this.difference(group))) this.close(group);
  }

  /** Done with, whatever lines are left in it. */
  close(...groups: readonly Group[]): void {
    this.groups = this.groups.filter((g) => !groups.includes(g));
  }
}
