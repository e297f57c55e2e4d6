import type { SampleOptions } from './options.ts';

/** One CSV line with its line end. Cells that need it are quoted (RFC 4180). */
export function csvLine(cells: readonly string[], { delimiter, newline }: Pick<SampleOptions, 'delimiter' | 'newline'>): string {
  let line = '';
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as string;
    const quoted = cell.includes('"') || cell.includes(delimiter) || cell.includes('\n') || cell.includes('\r');
    line += (i > 0 ? delimiter : '') + (quoted ? `"${cell.replaceAll('"', '""')}"` : cell);
  }
  return line + newline;
}

/** What trails a money header: nothing, (USD), (¥) or (元). */
export function moneySuffix({ currency, currencySuffix }: Pick<SampleOptions, 'currency' | 'currencySuffix'>): string {
  if (currencySuffix === 'none') return '';
  const sign = currency === 'CNY' ? '¥' : currency === 'USD' ? '$' : currency;
  const word = currency === 'CNY' ? '元' : currency === 'USD' ? '美元' : currency;
  return `(${currencySuffix === 'code' ? currency : currencySuffix === 'sign' ? sign : word})`;
}

/** A column of a sample file: its names, and its cell for a line. */
export interface SampleColumn<Line> {
  zh: string;
  en: string;
  money?: boolean;
  cell: (line: Line) => string;
}

export const headerOf = <Line>(columns: readonly SampleColumn<Line>[], options: SampleOptions): string[] =>
  columns.map((column) => column[options.language] + (column.money ? moneySuffix(options) : ''));
