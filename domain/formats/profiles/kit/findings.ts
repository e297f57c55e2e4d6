import type { Finding } from '../../adapter.ts';

const ROWS = 20;

/** 1 cell, 12 cells. */
export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

interface Open extends Finding {
  tell: ((count: number) => string) | null;
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
    what: string | ((count: number) => string),
    remedy: string | null = null,
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
      message: typeof what === 'string' ? what : '',
      tell: typeof what === 'string' ? null : what,
    });
  }

  list(): Finding[] {
    return [...this.#open.values()]
      .flatMap((columns) => [...columns.values()])
      .map(({ tell, ...finding }) => ({ ...finding, message: tell ? tell(finding.count) : finding.message }));
  }
}
