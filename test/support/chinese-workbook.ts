import { columnName } from '../../services/import/parser/sheet/reference.ts';
import { workbookOf, XML } from './workbook.ts';

const WORDS = [
  '弹性云服务器',
  '对象存储服务',
  '云硬盘',
  '弹性公网',
  '华北—北京四',
  '按需计费',
  '按资源使用量',
  '商用',
  '企业项目：默认',
  '𠮷野家',
  '（抹零）',
  '税率６％',
  'é',
  'x',
  '㐀䶵龘',
  '代金券抵扣金额',
];
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Columns from this one on repeat a few texts, as regions and product names do; those before it are all different. */
const REPEATING = 10;

/** The text of a cell: known from its place, of one to some forty characters of one to four bytes. */
export function chineseText(row: number, column: number): string {
  const seed = column < REPEATING ? row * 31 + column * 7 : (row % 97) * 13 + column * 5;
  let text = WORDS[seed % WORDS.length]!;
  for (let i = 0; i < seed % 5; i++) text += WORDS[(seed + i * i + column) % WORDS.length]!;
  return column < REPEATING ? text + row : text;
}

/**
 * A workbook of `rows` × `columns` such cells, all texts in the sheet (`inline`) or in the list of shared strings, with
 * columns from A and rows from 1.
 */
export function chineseWorkbook(rows: number, columns: number, kind: 'inline' | 'shared'): Buffer {
  const numbers = new Map<string, number>();
  const strings: Buffer[] = [Buffer.from(`${XML}<sst xmlns="${MAIN}">`)];
  const sheet: Buffer[] = [Buffer.from(`${XML}<worksheet xmlns="${MAIN}"><sheetData>`)];
  const names = Array.from({ length: columns }, (_, column) => columnName(column));
  for (let row = 1; row <= rows; row++) {
    let xml = `<row r="${row}">`;
    let added = '';
    for (let column = 0; column < columns; column++) {
      const text = chineseText(row, column);
      if (kind === 'inline') {
        xml += `<c r="${names[column]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
        continue;
      }
      let number = numbers.get(text);
      if (number === undefined) {
        numbers.set(text, (number = numbers.size));
        added += `<si><t>${text}</t></si>`;
      }
      xml += `<c r="${names[column]}${row}" t="s"><v>${number}</v></c>`;
    }
    sheet.push(Buffer.from(`${xml}</row>`));
    if (added) strings.push(Buffer.from(added));
  }
  sheet.push(Buffer.from('</sheetData></worksheet>'));
  strings.push(Buffer.from('</sst>'));
  return workbookOf({ sheet: Buffer.concat(sheet), strings: kind === 'shared' ? Buffer.concat(strings) : undefined });
}
