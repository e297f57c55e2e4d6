import { csvLine } from '../csv.ts';
import type { Random } from '../random.ts';

/** A cell as the vendor prints it, beside the values that an import must take out of it. */
export interface Cell {
  header: string;
  text: string;
  /** Canonical field → value: amounts as shortest text, instants in UTC. */
  values: Record<string, string | null>;
}

export type RegisterRow = (random: Random, number: number) => Cell[];

export interface RegisterSample {
  fileName: string;
  text: string;
  /** What each row must become. Fields whose column the file lacks are absent. */
  rows: Record<string, string | null>[];
}

/** A cell whose text is its value. */
export const plain = (header: string, field: string, text: string): Cell => ({ header, text, values: { [field]: text } });
/** A cell that reads `--`. */
export const missing = (header: string, field: string): Cell => ({ header, text: '--', values: { [field]: null } });

export function table(fileName: string, cells: readonly Cell[][]): RegisterSample {
  const comma = { delimiter: ',', newline: '\n' } as const;
  const [first = []] = cells;
  const text = [first.map(({ header }) => header), ...cells.map((row) => row.map((cell) => cell.text))]
    .map((row) => csvLine(row, comma))
    .join('');
  return {
    fileName,
    text,
    rows: cells.map((row) => Object.assign({}, ...row.map(({ values }) => values)) as Record<string, string | null>),
  };
}
