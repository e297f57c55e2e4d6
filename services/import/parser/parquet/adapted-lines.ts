import { readFileSync } from 'node:fs';
import type { Cells, Finding, SourceChoice } from '../../../../domain/formats/adapter.ts';
import { NO_CHOICE } from '../../../../domain/formats/adapter.ts';
import { isMeasure, type MeasureName } from '../../../../domain/formats/fields.ts';
import type { FormatContext, TableFormat } from '../../../../domain/formats/format.ts';
import { english } from '../../../../domain/words/said.ts';
import { sum } from '../../../../domain/money/amount.ts';
import { bind } from '../binding.ts';
import { parseRows } from '../csv-row.ts';
import { LineBuilder } from '../line-builder.ts';
import type { Notice, Reject } from '../protocol.ts';

export interface AdaptedFile {
  lines: Record<string, string | null>[];
  rejects: Reject[];
  findings: Finding[];
  notices: Notice[];
  evidence: readonly string[];
  /** Which header fills which field. */
  binding: Record<string, string>;
}

const HEAD = 500;
export const BOOK: FormatContext = { settlement: 'monthly', currency: 'USD' };

/** Rows of cells through a format's adapter and the same typing as every import: for tests, all lines in memory. */
export function readAdapted(
  format: TableFormat,
  headers: readonly string[],
  rows: readonly { row: number; cells: Cells }[],
  choice: SourceChoice = NO_CHOICE,
): AdaptedFile {
  const adapter =
    format.adapt?.(
      headers,
      rows.slice(0, HEAD).map((r) => r.cells),
      choice,
    ) ?? null;
  const bound = bind(format, adapter?.headers ?? headers, BOOK);
  const builder = new LineBuilder(bound, BOOK);
  const file: AdaptedFile = {
    lines: [],
    rejects: [],
    findings: [],
    notices: builder.notices,
    evidence: (adapter?.evidence ?? []).map(english),
    binding: Object.fromEntries(bound.bound.map((b) => [b.field, b.header])),
  };
  for (const { row, cells } of rows) {
    const problem = builder.addTexts(adapter ? adapter.row(cells, row) : cells, row, 0, () => cells.join(','));
    if (problem) file.rejects.push(problem);
    else file.lines.push(builder.describe(builder.frame.count - 1));
    if (builder.frame.full) builder.frame.take(builder.terms, 0);
  }
  file.findings = adapter?.end() ?? [];
  return file;
}

/** The same from a CSV file in UTF-8. */
export function readAdaptedCsv(format: TableFormat, path: string, choice: SourceChoice = NO_CHOICE, delimiter = ','): AdaptedFile {
  const bytes = readFileSync(path);
  const bom = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  const rows = parseRows(bytes.subarray(bom), delimiter, 1_000_000).filter((cells) => cells.length > 1);
  return readAdapted(
    format,
    rows[0] ?? [],
    rows.slice(1).map((cells, i) => ({ row: i + 2, cells: cells.map((c) => (c === '' ? null : c)) })),
    choice,
  );
}

/** Exact totals of the measures over lines. */
export function totalsOf(lines: readonly Record<string, string | null>[]): Partial<Record<MeasureName, string>> {
  const measures = new Set(lines.flatMap((line) => Object.keys(line)).filter(isMeasure));
  return Object.fromEntries([...measures].map((m) => [m, sum(lines.map((line) => line[m] ?? null))]));
}
