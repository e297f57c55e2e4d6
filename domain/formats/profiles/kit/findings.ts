import type { Bilingual, Sentence } from '../../../words/said.ts';
import { spoken } from '../../../result.ts';
import type { Finding } from '../../adapter.ts';

const ROWS = 20;

const UNITS = {
  amount: '个金额',
  cell: '个单元格',
  'date-time': '个时间',
  day: '个日期',
  figure: '个数值',
  line: '行',
  number: '个数字',
  row: '行',
  value: '个值',
} as const;

/** 1 cell, 12 cells. */
export const counted = (count: number, word: keyof typeof UNITS): Bilingual => ({
  en: `${count} ${word}${count === 1 ? '' : 's'}`,
  zh: `${count} ${UNITS[word]}`,
});

type What = Sentence | ((count: number) => Sentence);

interface Open extends Omit<Finding, 'message' | 'remedy' | 'said'> {
  what: What;
  remedy: Sentence | null;
}

/** Collects what is noticed, one entry per code and column however often it happens. */
export class Findings {
  readonly #open = new Map<string, Map<string, Open>>();

  /**
   * Counts one more case in `row` (null: the whole file). `what` is written for the first case only; a function is
   * called at the end with the count. `scope` keeps apart what has the same code and column.
   */
  add(
    severity: Finding['severity'],
    code: string,
    column: string | null,
    row: number | null,
    what: What,
    remedy: Sentence | null = null,
    scope = '',
  ): void {
    let columns = this.#open.get(code);
    if (!columns) this.#open.set(code, (columns = new Map()));
    const key = scope === '' ? (column ?? '') : `${column ?? ''}\n${scope}`;
    const seen = columns.get(key);
    if (seen) {
      seen.count++;
      if (row !== null && seen.rows.length < ROWS) seen.rows.push(row);
      return;
    }
    columns.set(key, {
      code,
      severity,
      column,
      remedy,
      count: 1,
      row,
      rows: row === null ? [] : [row],
      what,
    });
  }

  list(): Finding[] {
    return [...this.#open.values()]
      .flatMap((columns) => [...columns.values()])
      .map(({ what, remedy, ...finding }) => ({ ...finding, ...spoken(typeof what === 'function' ? what(finding.count) : what, remedy) }));
  }
}
