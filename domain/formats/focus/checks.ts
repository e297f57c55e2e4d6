import { isProduct, type Exact } from '../profiles/kit/exact.ts';
import { counted, type Findings } from '../profiles/kit/findings.ts';
import { localOf, type Instant } from '../profiles/kit/instant.ts';
import { since, type Version } from './columns.ts';
import { RULES, type Rule } from './rules.ts';
import { say } from '../../words/said.ts';

const TOLD = '\n';

/** The values of one row by column name, each read as its type; absent where the cell is empty or unreadable. */
export interface RowValues {
  text(column: string): string | null;
  number(column: string): Exact | null;
  time(column: string): Instant | null;
}

/** Holds rows against the rules that apply to a file. */
export class RuleChecks {
  readonly #rules: readonly Rule[];
  readonly #findings: Findings;
  readonly #firstPer = new Map<string, Map<string, string>>();

  constructor(version: Version, has: (column: string) => boolean, findings: Findings) {
    this.#findings = findings;
    this.#rules = RULES.filter((rule) => since(version, rule.since) && columnsOf(rule).every(has));
  }

  check(values: RowValues, row: number): void {
    for (const rule of this.#rules)
      if (!this.#holds(rule, values))
        this.#findings.add(
          'broken',
          `focus.${rule.id}`,
          rule.test.column,
          row,
          (count) => say`${{ rule: rule.message }} (${{ count: counted(count, rule.test.kind === 'one-per' ? 'value' : 'row') }}).`,
          rule.remedy,
        );
  }

  #holds({ id, test }: Rule, values: RowValues): boolean {
    switch (test.kind) {
      case 'empty-when':
        return values.text(test.column) === null || values.text(test.other) !== test.is;
      case 'not-negative':
        return values.number(test.column)?.text.startsWith('-') !== true;
      case 'after': {
        const [end, start] = [values.time(test.column), values.time(test.other)];
        return !end || !start || end.minutes * 60 + end.seconds > start.minutes * 60 + start.seconds;
      }
      case 'exclusive-end': {
        const end = values.time(test.column);
        return !end || end.seconds !== 59 || localOf(end.minutes, 0).time % 60 !== 59;
      }
      case 'product': {
        const [cost, price, quantity] = [values.number(test.column), values.number(test.price), values.number(test.quantity)];
        return !cost || !price || !quantity || values.text('ChargeClass') === 'Correction' || isProduct(cost, price, quantity);
      }
      case 'equals-on': {
        const [a, b] = [values.number(test.column), values.number(test.other)];
        return !a || !b || a.text === b.text || !test.categories.includes(values.text('ChargeCategory') ?? '');
      }
      case 'one-per': {
        const [value, per] = [values.text(test.column), values.text(test.per)];
        if (value === null || per === null) return true;
        let seen = this.#firstPer.get(id);
        if (!seen) this.#firstPer.set(id, (seen = new Map()));
        const first = seen.get(per);
        if (first === undefined) seen.set(per, value);
        if (first === undefined || first === value || first === TOLD) return true;
        // Each service is told once: which of its rows are the wrong ones, nobody knows.
        seen.set(per, TOLD);
        return false;
      }
    }
  }
}

/** The columns without which a rule says nothing. */
function columnsOf({ test }: Rule): string[] {
  if (test.kind === 'product') return [test.column, test.price, test.quantity];
  if (test.kind === 'one-per') return [test.column, test.per];
  return 'other' in test ? [test.column, test.other] : [test.column];
}
