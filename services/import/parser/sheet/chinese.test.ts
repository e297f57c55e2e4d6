import { expect, it } from 'vitest';
import { chineseText, chineseWorkbook } from '../../../../test/support/chinese-workbook.ts';
import { openWorkbook } from './open-workbook.ts';

it.each(['inline', 'shared'] as const)('reads 100,000 Chinese cells with none wrong (%s)', async (kind) => {
  const [rows, columns] = [4_000, 25];
  const { sheets } = await openWorkbook(chineseWorkbook(rows, columns, kind), 'chinese.xlsx');
  let wrong = 0;
  let read = 0;
  for await (const { row, cells } of sheets[0]!.rows()) {
    expect(row).toBe(read / columns + 1);
    expect(cells.length).toBe(columns);
    for (const [column, text] of cells.entries()) if (text !== chineseText(row, column)) wrong++;
    read += cells.length;
  }
  expect({ read, wrong }).toEqual({ read: rows * columns, wrong: 0 });
});
