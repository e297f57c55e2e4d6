import { Buffer } from 'node:buffer';
import { columnName } from '../../../services/import/parser/sheet/reference.ts';
import { workbookOf, XML, type WorkbookParts } from '../../support/workbook.ts';
import { zipOf } from '../../support/zip-writer.ts';
import { cells, HEADERS } from './bill.ts';
import type { Case } from './case.ts';
import type { Outcome } from './trial.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cell = (at: number, row: number, text: string): string =>
  `<c r="${columnName(at)}${row}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
const line = (row: number, texts: readonly string[]): string => `<row r="${row}">${texts.map((t, at) => cell(at, row, t)).join('')}</row>`;
/** The bill with one row, whose amount is `payable` as it stands in XML. */
const PAYABLE = HEADERS.indexOf('应付金额');
const withPayable = (xml: string): string =>
  `${line(1, HEADERS)}<row r="2">${cells()
    .map((t, at) => (at === PAYABLE ? xml : cell(at, 2, t)))
    .join('')}</row>`;
const reference = `${columnName(PAYABLE)}2`;
const SHEET = line(1, HEADERS) + line(2, cells());
const book = (more: Partial<WorkbookParts> = {}): Buffer => workbookOf({ sheet: SHEET, ...more });
const amount =
  (xml: string, more: Partial<WorkbookParts> = {}) =>
  (): Buffer =>
    book({ sheet: withPayable(xml), ...more });
const counted = (total: string, more: { rejected?: number } = {}): Outcome => [
  { format: 'huawei.detail', rows: 1, imported: more.rejected ? 0 : 1, ...more, total: total && `${total} USD` },
];
const FIVE = counted('5');
const REJECTED = counted('', { rejected: 1 });
const refused = (code: string): Outcome => ({ refused: code });
const whole = (xml: string): string => `${XML}${xml}`;
const MB = 1 << 20;
/** The parts of the smallest workbook, with one of them left out or in other words. */
const without = (name: string, instead?: string) => (): Buffer => {
  const bytes = book();
  const at = bytes.indexOf(name);
  // Names stand in the local header and in the directory: a part of another name is a part that is not there.
  const changed = Buffer.from(bytes);
  for (let i = at; i >= 0; i = changed.indexOf(name, i + 1)) changed.write('x', i + name.length - 1);
  return instead === undefined ? changed : workbookOf({ sheet: SHEET, more: [{ name, data: instead }] });
};

/** Workbooks that no spreadsheet program makes, and what becomes of each. */
export const WORKBOOKS: Case[] = [
  ['a bill', 'bill.xlsx', () => book(), FIVE],
  // Amounts
  ['a number', 'bill.xlsx', amount(`<c r="${reference}"><v>7.1</v></c>`), counted('7.1')],
  ['a number as binary arithmetic leaves it', 'bill.xlsx', amount(`<c r="${reference}"><v>0.30000000000000004</v></c>`), counted('0.3')],
  ['a number with an exponent', 'bill.xlsx', amount(`<c r="${reference}"><v>2.4E-7</v></c>`), counted('0.00000024')],
  ['a giant number', 'bill.xlsx', amount(`<c r="${reference}"><v>1e600000000</v></c>`), REJECTED],
  ['a number that is none', 'bill.xlsx', amount(`<c r="${reference}"><v>NaN</v></c>`), REJECTED],
  ['an error', 'bill.xlsx', amount(`<c r="${reference}" t="e"><v>#REF!</v></c>`), REJECTED],
  ['true', 'bill.xlsx', amount(`<c r="${reference}" t="b"><v>1</v></c>`), REJECTED],
  ['a formula with its result', 'bill.xlsx', amount(`<c r="${reference}"><f>3+4</f><v>7</v></c>`), counted('7')],
  ['a formula without a result', 'bill.xlsx', amount(`<c r="${reference}"><f>3+4</f></c>`), refused('sheet.no-result')],
  [
    'a formula that runs a program',
    'bill.xlsx',
    amount(`<c r="${reference}" t="str"><f>cmd|'/C calc'!A0</f><v>=cmd|'/C calc'!A0</v></c>`),
    REJECTED,
  ],
  [
    'a shared text that is not there',
    'bill.xlsx',
    amount(`<c r="${reference}" t="s"><v>99</v></c>`, { strings: '<si><t>5</t></si>' }),
    refused('sheet.text-missing'),
  ],
  [
    'a shared text before the first',
    'bill.xlsx',
    amount(`<c r="${reference}" t="s"><v>-1</v></c>`, { strings: '<si><t>5</t></si>' }),
    refused('sheet.text-missing'),
  ],
  ['a type that no workbook has', 'bill.xlsx', amount(`<c r="${reference}" t="zz"><v>5</v></c>`), refused('sheet.cell-type')],
  ['a style that is not there', 'bill.xlsx', amount(`<c r="${reference}" s="999"><v>5</v></c>`, { styles: [0] }), FIVE],
  // Bombs
  [
    '30 MB of nothing',
    'bill.xlsx',
    () => book({ sheet: whole(`<worksheet xmlns="${MAIN}"><sheetData>${' '.repeat(30 * MB)}`) }),
    refused('container.ratio'),
  ],
  [
    'one shared text of 50 MB',
    'bill.xlsx',
    () =>
      book({
        sheet: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        strings: Buffer.concat([
          Buffer.from(whole(`<sst xmlns="${MAIN}"><si><t>`)),
          Buffer.alloc(50 * MB, 'x'),
          Buffer.from('</t></si></sst>'),
        ]),
      }),
    refused('sheet.xml'),
  ],
  [
    'a merge of the whole sheet',
    'bill.xlsx',
    () => book({ after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
    refused('import.unknown-format'),
  ],
  [
    'twenty thousand merges',
    'bill.xlsx',
    () =>
      book({
        after: `<mergeCells>${Array.from({ length: 20_000 }, (_, i) => `<mergeCell ref="A${i + 9}:B${i + 9}"/>`).join('')}</mergeCells>`,
      }),
    FIVE,
  ],
  [
    'a row far away',
    'bill.xlsx',
    () => book({ sheet: SHEET + line(1_048_576, cells()).replaceAll('vol-1', 'vol-2') }),
    [{ format: 'huawei.detail', rows: 2, imported: 2, total: '10 USD' }],
  ],
  ['a row beyond the last', 'bill.xlsx', () => book({ sheet: SHEET + line(999_999_999, cells()) }), refused('sheet.too-many-rows')],
  ['a column beyond the last', 'bill.xlsx', () => book({ sheet: SHEET.replace('r="A2"', 'r="ZZZZ2"') }), refused('sheet.too-many-columns')],
  ['rows backwards', 'bill.xlsx', () => book({ sheet: line(2, cells()) + line(1, HEADERS) }), refused('sheet.order')],
  [
    'a text of 40,000 letters',
    'bill.xlsx',
    () => book({ sheet: line(1, HEADERS) + line(2, cells({ resource: 'x'.repeat(40_000) })) }),
    refused('sheet.text-too-long'),
  ],
  [
    'entities within entities',
    'bill.xlsx',
    () =>
      book({
        sheet: whole(
          `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
        ),
      }),
    refused('sheet.doctype'),
  ],
  [
    'an entity that is a file',
    'bill.xlsx',
    () =>
      book({ sheet: whole(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet xmlns="${MAIN}"><sheetData/></worksheet>`) }),
    refused('sheet.doctype'),
  ],
  ['an entity of nobody', 'bill.xlsx', () => book({ sheet: SHEET.replace('vol-1', '&evil;') }), refused('sheet.xml')],
  ['ten thousand elements within each other', 'bill.xlsx', () => book({ sheet: `${SHEET}${'<x>'.repeat(10_000)}` }), refused('sheet.xml')],
  // Broken
  [
    'XML cut off',
    'bill.xlsx',
    () => book({ sheet: whole(`<worksheet xmlns="${MAIN}"><sheetData>${SHEET.slice(0, -100)}`) }),
    refused('sheet.xml'),
  ],
  [
    'XML that is no UTF-8',
    'bill.xlsx',
    () =>
      book({
        sheet: Buffer.concat([
          Buffer.from(whole(`<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>`)),
          Buffer.from('c0af', 'hex'),
          Buffer.from('</t></is></c></row></sheetData></worksheet>'),
        ]),
      }),
    refused('sheet.encoding'),
  ],
  ['a NUL by its number', 'bill.xlsx', () => book({ sheet: SHEET.replace('vol-1', 'a&#0;b') }), refused('sheet.xml')],
  ['an empty sheet', 'bill.xlsx', () => book({ sheet: '' }), refused('import.no-rows')],
  ['a header alone', 'bill.xlsx', () => book({ sheet: line(1, HEADERS) }), refused('import.no-rows')],
  ['more cells than the header', 'bill.xlsx', () => book({ sheet: line(1, HEADERS) + line(2, [...cells(), 'x']) }), REJECTED],
  ['fewer cells than the header', 'bill.xlsx', () => book({ sheet: line(1, HEADERS) + line(2, cells().slice(0, 5)) }), REJECTED],
  [
    'every sheet hidden',
    'bill.xlsx',
    () =>
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        {
          name: 'xl/workbook.xml',
          data: '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" state="veryHidden" r:id="a"/></sheets></workbook>',
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          data: '<Relationships><Relationship Id="a" Type="x/worksheet" Target="a.xml"/></Relationships>',
        },
        { name: 'xl/a.xml', data: `<worksheet><sheetData>${SHEET}</sheetData></worksheet>` },
      ]),
    refused('sheet.all-hidden'),
  ],
  ['a sheet that leads out of the file', 'bill.xlsx', without('xl/worksheets/sheet1.xml'), refused('sheet.missing')],
  ['no content types', 'bill.xlsx', without('[Content_Types].xml'), refused('sheet.not-a-workbook')],
  ['no list of sheets', 'bill.xlsx', without('xl/workbook.xml'), refused('sheet.not-a-workbook')],
  ['macros', 'bill.xlsm', () => book({ more: [{ name: 'xl/vbaProject.bin', data: 'Attribute VB_Name' }] }), FIVE],
  ['a part that climbs out', 'bill.xlsx', () => book({ more: [{ name: '../../evil.xml', data: 'x' }] }), refused('container.unsafe-name')],
  [
    'an old Office file',
    'bill.xls',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]),
    refused('sheet.not-a-workbook'),
  ],
  [
    'an OpenDocument sheet',
    'bill.ods',
    () =>
      zipOf([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'content.xml', data: '<x/>' },
      ]),
    refused('sheet.not-a-workbook'),
  ],
  [
    'a text document',
    'bill.docx',
    () =>
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: '<x/>' },
      ]),
    refused('sheet.not-a-workbook'),
  ],
  ['a page that calls itself a workbook', 'bill.xls', () => '<html><table><tr><td>1</td></tr></table></html>', refused('sheet.html')],
];
