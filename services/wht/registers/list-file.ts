import { refuse } from '../../../domain/result.ts';
import { tis620 } from '../../../domain/wht/returns/tis620.ts';
import { say } from '../../../domain/words/said.ts';
import { BOM, csvRecord, csvText } from '../../reports/csv/encode.ts';
import type { Listed } from './returns.ts';

export type ListFormat = 'txt' | 'csv';

/**
 * The list as text: `txt` with a bar between fields and no head, as RD Prep reads it in; `csv` with a head, quoted and guarded.
 * A field with a bar in it would move all that follow, so it is refused.
 */
export function listText({ layout, rows }: Listed, format: ListFormat): string {
  if (format === 'csv') return [layout.columns.map((c) => c.head), ...rows].map((cells) => csvRecord(cells.map(csvText))).join('');
  for (const cells of rows)
    for (const cell of cells)
      if (cell.includes('|'))
        refuse('wht.list-bar', say`“${{ text: cell }}” contains the sign that stands between the fields.`, {
          value: cell,
          remedy: 'Take the bar out of the text, or write the list as CSV.',
        });
  return rows.map((cells) => `${cells.join('|')}\r\n`).join('');
}

/** The text as bytes; CSV in UTF-8 begins with a byte order mark. Refuses what TIS-620 has no place for. */
export function listBytes(text: string, format: ListFormat, encoding: 'utf-8' | 'tis-620'): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from((format === 'csv' ? BOM : '') + text);
  const coded = tis620(text);
  if ('misfit' in coded)
    refuse('wht.list-misfit', say`TIS-620 has no place for “${{ character: coded.misfit }}”.`, {
      value: coded.misfit,
      remedy: 'Write the list in UTF-8, or change the text.',
    });
  return coded.bytes;
}
