import type { Adapt, Cells } from '../../adapter.ts';
import { normaliseHeader } from '../../header.ts';
import { readExact, TenDecimals } from './exact.ts';
import { counted, Findings } from './findings.ts';
import { readTags } from './tags.ts';
import { say, type Sentence } from '../../../words/said.ts';

/** What a native bill needs beyond its columns: which cells are figures, days, tags, and what is computed from them. */
export interface ProfileRules {
  /** Amounts, by any of their header names: brought to ten decimals. */
  money: readonly string[];
  /** Quantities and unit prices: the same, told apart in the notice. */
  figures: readonly string[];
  /** Columns of days that may be printed month first (9/30/2023); the order is told by the whole column. */
  days?: readonly string[];
  /** Columns that hold tags as JSON. */
  tags?: readonly string[];
  /** Headers that are one tag each; the first group is its key. */
  tagHeader?: RegExp;
  /** Cells computed from the row: header → text. `cell` gives the adapted text of the first of the names that is there. */
  computed?: Readonly<Record<string, (cell: CellOf, context: ComputeContext) => string | null>>;
  /** Tells what the reader should know about a row; changes nothing. */
  notice?: (cell: CellOf, context: ComputeContext) => void;
}

/** Text of the first of these columns that the file has. */
export type CellOf = (...names: string[]) => string | null;

export interface ComputeContext {
  row: number;
  findings: Findings;
}

/** Header of the cell in which tag columns and tag objects are joined. */
export const JOINED_TAGS = 'tags (joined)';

const MDY = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})(.*)$/;

/** `true`: month first, `false`: day first, null: no cell tells. */
export function monthFirst(days: Iterable<string | null>): boolean | null {
  for (const day of days) {
    const m = MDY.exec(day ?? '');
    if (m && Number(m[2]) > 12) return true;
    if (m && Number(m[1]) > 12) return false;
  }
  return null;
}

const isoDay = (text: string, first: boolean): string => {
  const m = MDY.exec(text);
  return m ? `${m[3]}-${(first ? m[1] : m[2])!.padStart(2, '0')}-${(first ? m[2] : m[1])!.padStart(2, '0')}${m[4]}` : text;
};

/** Adapter of a native bill from its rules. */
export const adaptBy =
  (rules: ProfileRules): Adapt =>
  (headers, head) => {
    const names = headers.map((h) => normaliseHeader(h).name);
    const indexOf = (name: string): number => names.indexOf(normaliseHeader(name).name);
    const places = (list: readonly string[] = []): number[] => list.map(indexOf).filter((i) => i >= 0);
    const money = new Set(places(rules.money));
    const figures = [...money, ...places(rules.figures)];
    const days = places(rules.days);
    const tags = places(rules.tags);
    const tagColumns = headers.flatMap((h, i) => {
      const key = rules.tagHeader?.exec(h.trim())?.[1];
      return key === undefined ? [] : [{ i, key }];
    });
    const computed = Object.entries(rules.computed ?? {});
    const withTags = tags.length > 0 || tagColumns.length > 0;
    const findings = new Findings();
    const ten = new TenDecimals();
    const evidence: Sentence[] = [];

    const order = days.length > 0 ? monthFirst(head.flatMap((cells) => days.map((i) => cells[i] ?? null))) : null;
    if (order !== null)
      evidence.push(
        order
          ? say`Days are printed month first: the file holds days that allow no other reading.`
          : say`Days are printed day first: the file holds days that allow no other reading.`,
      );

    const size = headers.length;
    const out: (string | null)[] = [];
    const cell: CellOf = (...wanted) => {
      for (const name of wanted) {
        const i = indexOf(name);
        if (i >= 0) return out[i] ?? null;
      }
      return null;
    };

    const joinTags = (row: number): string | null => {
      const parts: string[] = [];
      for (const i of tags) {
        const text = out[i] ?? null;
        if (text === null) continue;
        const read = readTags(text);
        if (read.problems.includes('not-json'))
          findings.add(
            'broken',
            'tags.not-json',
            headers[i]!,
            row,
            (count) => say`${{ column: headers[i]! }}: not one JSON object in ${{ count: counted(count, 'cell') }}; kept as they are.`,
          );
        if (read.text !== null) parts.push(read.text);
      }
      for (const { i, key } of tagColumns) if (out[i]) parts.push(`${key}:${out[i]}`);
      return parts.length > 0 ? parts.join(';') : null;
    };

    return {
      headers: [...headers, ...(withTags ? [JOINED_TAGS] : []), ...computed.map(([name]) => name)],
      evidence,
      row(cells: Cells, row: number): Cells {
        out.length = size;
        for (let i = 0; i < size; i++) out[i] = cells[i]?.trim() || null;
        for (const i of figures) {
          const exact = out[i] ? readExact(out[i]) : null;
          // What is no number stays as printed, so that the row is refused with it.
          if (exact) out[i] = ten.fit(exact.text, headers[i]!, row, findings, money.has(i));
        }
        for (const i of days) {
          const text = out[i];
          if (!text || !MDY.test(text)) continue;
          if (order === null)
            findings.add(
              'info',
              'days.order-assumed',
              headers[i]!,
              row,
              (count) =>
                say`${{ column: headers[i]! }}: ${{ count: counted(count, 'day') }} could be read month first or day first; they are read month first.`,
              'Check the days of the first lines.',
            );
          out[i] = isoDay(text, order ?? true);
        }
        if (withTags) out.push(joinTags(row));
        for (const [, compute] of computed) {
          const text = compute(cell, { row, findings });
          out.push(text);
        }
        rules.notice?.(cell, { row, findings });
        return out;
      },
      end: () => findings.list(),
    };
  };
