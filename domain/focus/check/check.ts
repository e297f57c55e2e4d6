import type { Finding } from '../../formats/adapter.ts';
import { since, type Version } from '../../formats/focus/columns.ts';
import { decimalsOf, isProduct } from '../../formats/profiles/kit/exact.ts';
import { counted, Findings } from '../../formats/profiles/kit/findings.ts';
import { say } from '../../words/said.ts';
import type { DatasetColumn } from '../dataset.ts';
import { belongs } from '../subcategories.ts';
import { readCell, type ReadCell } from './cell.ts';
import { CHECK_RULES, columnsOf, type CheckRule, type Condition, type Demand } from './rules.ts';
import { sentenceOf } from './sentences.ts';

/** Tells that a service was named already as standing under two categories. */
const TOLD = '\n';
const NOTHING: ReadCell = { text: null, number: null, time: null, fault: null };

export interface Dataset {
  version: Version;
  columns: readonly DatasetColumn[];
  /** Rules over the cells of a row; the invoice detail has none of its own. */
  rules: readonly CheckRule[];
}

export const costAndUsageRules = (version: Version): readonly CheckRule[] => CHECK_RULES.filter((r) => since(version, r.since));

/**
 * Holds a FOCUS dataset row by row against the specification. What is found is `broken` (a MUST) or `info` (a SHOULD); each
 * finding has the column, how often, and the first rows. Rows are numbered as the caller numbers them.
 */
export class DatasetCheck {
  readonly #columns: (DatasetColumn | null)[];
  readonly #place: Map<string, number>;
  readonly #rules: readonly CheckRule[];
  readonly #findings = new Findings();
  readonly #cells: ReadCell[];
  /** Texts of the row before: neighbours mostly share them. */
  readonly #texts: (string | null)[];
  readonly #firstPer = new Map<string, Map<string, string>>();

  constructor(dataset: Dataset, headers: readonly string[]) {
    const byName = new Map(dataset.columns.map((c) => [c.name, c]));
    this.#columns = headers.map((h) => byName.get(h) ?? null);
    this.#place = new Map(headers.map((h, i) => [h, i]));
    this.#cells = headers.map(() => NOTHING);
    this.#texts = headers.map(() => null);
    this.#rules = dataset.rules.filter((r) => columnsOf(r).every((c) => this.#place.has(c)));
    this.#header(dataset, headers);
  }

  #header({ columns, version }: Dataset, headers: readonly string[]): void {
    const wanted = new Map(columns.map((c) => [c.name.toLowerCase(), c.name]));
    for (const { name, level } of columns) {
      if (this.#place.has(name) || level === 'conditional') continue;
      if (level === 'mandatory')
        this.#findings.add('broken', 'focus.check.missing', name, null, say`The mandatory column ${{ name }} is not there.`);
      else this.#findings.add('info', 'focus.check.recommended', name, null, say`The recommended column ${{ name }} is not there.`);
    }
    let custom = false;
    for (const header of headers) {
      const right = wanted.get(header.toLowerCase());
      if (right === undefined && !header.startsWith('x_'))
        this.#findings.add(
          'broken',
          'focus.check.prefix',
          header,
          null,
          say`The column ${{ name: header.slice(0, 60) }} is none of FOCUS ${{ version }} and lacks the prefix x_.`,
        );
      else if (right !== undefined && right !== header)
        this.#findings.add(
          'broken',
          'focus.check.spelling',
          header,
          null,
          say`The column ${{ name: header }} should be spelled ${{ right }}.`,
        );
      else if (right !== undefined && custom)
        this.#findings.add(
          'info',
          'focus.check.order',
          header,
          null,
          say`${{ name: header }} stands after a column of the provider’s own.`,
        );
      custom ||= right === undefined;
    }
  }

  /** One row; `cells` in the order of the headers, an empty text is null. The array is not kept. */
  row(cells: readonly (string | null)[], row: number): void {
    for (let i = 0; i < this.#columns.length; i++) {
      const column = this.#columns[i];
      if (!column) continue;
      const text = cells[i] ?? null;
      if (text !== this.#texts[i]) {
        this.#texts[i] = text;
        this.#cells[i] = readCell(column, text);
      }
      const read = this.#cells[i]!;
      if (read.fault) {
        const { id, what } = read.fault;
        this.#findings.add(
          'broken',
          `focus.check.${id}`,
          column.name,
          row,
          (count) =>
            say`${{ column: column.name }}: ${{ fault: what }} in ${{ count: counted(count, 'cell') }}, the first is “${{ text: (text ?? '').slice(0, 40) }}”.`,
        );
      } else if (read.text === null && column.notNull)
        this.#findings.add(
          'broken',
          'focus.check.null',
          column.name,
          row,
          (count) => say`${{ column: column.name }} must not be empty, and is in ${{ count: counted(count, 'row') }}.`,
        );
    }
    for (const rule of this.#rules)
      if (this.#applies(rule.when) && !this.#holds(rule.id, rule.demand))
        this.#findings.add('broken', `focus.check.${rule.id}`, rule.demand.column, row, (count) => sentenceOf(rule, count));
  }

  #cell(column: string): ReadCell {
    const at = this.#place.get(column);
    return at === undefined ? NOTHING : this.#cells[at]!;
  }

  #applies(when: readonly Condition[] | undefined): boolean {
    if (!when) return true;
    for (const condition of when) {
      const { text } = this.#cell(condition.column);
      if (condition.in ? !condition.in.includes(text) : condition.notIn?.includes(text)) return false;
    }
    return true;
  }

  #holds(id: string, demand: Demand): boolean {
    const cell = this.#cell(demand.column);
    switch (demand.is) {
      case 'empty':
        return cell.text === null;
      case 'filled':
        return cell.text !== null;
      case 'not':
        return cell.text !== demand.value;
      case 'zero':
        return !cell.number || cell.number.text === '0';
      case 'not-negative':
        return !cell.number?.text.startsWith('-');
      case 'equal': {
        const other = this.#cell(demand.other).number;
        return !cell.number || !other || cell.number.text === other.text;
      }
      case 'after': {
        const [end, start] = [cell.time, this.#cell(demand.other).time];
        return !end || !start || end.minutes * 60 + end.seconds > start.minutes * 60 + start.seconds;
      }
      case 'exclusive-end':
        return !cell.time || cell.time.seconds !== 59;
      case 'product': {
        const [price, quantity] = [this.#cell(demand.price).number, this.#cell(demand.quantity).number];
        if (!cell.number || !price || !quantity) return true;
        // A stored decimal has zeros to its full scale: they say nothing about how far the cost is exact.
        return isProduct({ ...cell.number, places: decimalsOf(cell.number.text) }, price, quantity);
      }
      case 'one-per':
        return this.#onlyOne(id, cell.text, this.#cell(demand.per).text);
      case 'subcategory': {
        const category = this.#cell(demand.of).text;
        return cell.text === null || category === null || belongs(cell.text, category);
      }
    }
  }

  #onlyOne(id: string, value: string | null, per: string | null): boolean {
    if (value === null || per === null) return true;
    let seen = this.#firstPer.get(id);
    if (!seen) this.#firstPer.set(id, (seen = new Map()));
    const first = seen.get(per);
    if (first === undefined) seen.set(per, value);
    if (first === undefined || first === value || first === TOLD) return true;
    // Each is told once: which of its rows are the wrong ones, nobody knows.
    seen.set(per, TOLD);
    return false;
  }

  end(): Finding[] {
    return this.#findings.list();
  }
}

/** Valid where no MUST is broken. */
export const isValid = (findings: readonly Finding[]): boolean => findings.every((f) => f.severity !== 'broken');
