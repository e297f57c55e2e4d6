const ROW = /^Tallybook row of import (\d{1,15})$/i;
const OWN = /^Tallybook (row|column|value|reason)\b/i;

/** Headers of the columns that a file of rejected rows has beside those of the bill; no format binds them. */
export const marksOf = (batch: number): string[] => [
  `Tallybook row of import ${batch}`,
  'Tallybook column',
  'Tallybook value',
  'Tallybook reason',
];

export const isMark = (header: string): boolean => OWN.test(header.trim());

/** The batch whose rejected rows a file with these headers holds, and the column with their numbers; null for any other file. */
export function markedBatch(headers: readonly string[]): { batch: number; column: number } | null {
  const column = headers.findIndex((h) => ROW.test(h.trim()));
  return column < 0 ? null : { batch: Number(ROW.exec(headers[column]!.trim())![1]), column };
}
