/** The cells with one of them changed; cells that the row lacks up to there are empty. */
export function withCell(cells: readonly string[], at: number, text: string): string[] {
  const next = [...cells];
  while (next.length < at) next.push('');
  next[at] = text;
  return next;
}

/** A delimiter too many has cut this cell in two: the next one joins it, and those after it move up. */
export const joined = (cells: readonly string[], at: number, delimiter: string): string[] => [
  ...cells.slice(0, at),
  `${cells[at] ?? ''}${delimiter}${cells[at + 1] ?? ''}`,
  ...cells.slice(at + 2),
];

/** A delimiter is missing before this cell: it and those after it move down. */
export const inserted = (cells: readonly string[], at: number): string[] => [...cells.slice(0, at), '', ...cells.slice(at)];

/** How many cells the row has: empty ones beyond the header do not count. */
export function lengthOf(cells: readonly string[], columns: number): number {
  let length = cells.length;
  while (length > columns && cells[length - 1] === '') length--;
  return length;
}
