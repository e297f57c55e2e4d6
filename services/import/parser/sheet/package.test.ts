import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../domain/result.ts';
import { workbookOf, type WorkbookParts } from '../../../../test/support/workbook.ts';
import { zipOf } from '../../../../test/support/zip-writer.ts';
import { openWorkbook } from './open-workbook.ts';
import type { SheetRow } from './rows.ts';

const FIXTURES = join(import.meta.dirname, '../../../../test/fixtures/xlsx');

/** Rows of the first sheet, or the code of the refusal. */
async function read(bytes: Buffer | string): Promise<SheetRow[] | string> {
  try {
    return await Array.fromAsync((await openWorkbook(bytes, 'bill.xlsx')).sheets[0]!.rows());
  } catch (error) {
    if (error instanceof Failure && error.error.details?.remedy) return error.error.code;
    throw error;
  }
}
const sheet = (xml: string, more: Partial<WorkbookParts> = {}): Promise<SheetRow[] | string> => read(workbookOf({ sheet: xml, ...more }));

describe('packages', () => {
  it('lists sheets in order, with what is hidden, and finds parts by any path', async () => {
    const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const P = 'http://schemas.openxmlformats.org/package/2006/relationships';
    const cell = (n: number): string => `<worksheet><sheetData><row><c><v>${n}</v></c></row></sheetData></worksheet>`;
    const bytes = zipOf([
      { name: 'book\\SHEETS\\one.xml', data: cell(1) },
      { name: '[content_types].xml', data: '<Types/>' },
      {
        name: '_rels/.rels',
        data: `<Relationships xmlns="${P}"><Relationship Id="a" Type="${R}/officeDocument" Target="/book/main.xml"/></Relationships>`,
      },
      {
        name: 'book/main.xml',
        data: `<workbook xmlns:q="${R}"><sheets><sheet name="一月" sheetId="7" q:id="r1"/><sheet name="B" state="hidden" q:id="r2"/><sheet name="C" state="veryHidden" q:id="r3"/><sheet name="Chart" q:id="r4"/></sheets></workbook>`,
      },
      {
        name: 'book/_rels/main.xml.rels',
        data: `<Relationships xmlns="${P}"><Relationship Id="r1" Type="${R}/worksheet" Target="sheets/one.xml"/><Relationship Id="r2" Type="${R}/worksheet" Target="../two.xml"/><Relationship Id="r3" Type="${R}/worksheet" Target="/three.xml"/><Relationship Id="r4" Type="${R}/chartsheet" Target="four.xml"/><Relationship Id="r5" Type="${R}/externalLink" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
      },
      { name: 'two.xml', data: cell(2) },
      { name: 'three.xml', data: cell(3) },
    ]);
    const { sheets, notices } = await openWorkbook(bytes, 'bill.xlsx');
    expect(notices).toEqual([]);
    expect(await Promise.all(sheets.map(async (s) => [s.name, s.hidden, await Array.fromAsync(s.rows())]))).toEqual([
      ['一月', false, [{ row: 1, cells: ['1'] }]],
      ['B', true, [{ row: 1, cells: ['2'] }]],
      ['C', true, [{ row: 1, cells: ['3'] }]],
    ]);
    // Rows may be read again, and two sheets at a time.
    expect(await Array.fromAsync(sheets[0]!.rows())).toEqual([{ row: 1, cells: ['1'] }]);
  });

  it('notes macros and does not run them', async () => {
    expect((await openWorkbook(join(FIXTURES, 'calamine/vba.xlsm'), 'vba.xlsm')).notices.map((n) => n.code)).toEqual([
      'sheet.macros-ignored',
    ]);
  });

  it.each([
    ['a password', readFileSync(join(FIXTURES, 'calamine/pass_protected.xlsx')), 'sheet.password'],
    ['Excel 97', readFileSync(join(FIXTURES, 'calamine/date_1904.xls')), 'sheet.xls'],
    ['Excel 4', Buffer.from('0904060000001000000000', 'hex'), 'sheet.xls'],
    ['a broken compound file', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(100)]), 'sheet.not-a-workbook'],
    ['a web page', Buffer.from('\uFEFF\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'), 'sheet.html'],
    ['a bare table', Buffer.from('<TABLE border=1><tr><td>账单</td></tr></TABLE>'), 'sheet.html'],
    ['a web page in UTF-16', Buffer.from('\uFEFF<!DOCTYPE html><html>', 'utf16le'), 'sheet.html'],
    [
      'XML 2003',
      Buffer.from(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
      'sheet.xml-2003',
    ],
    ['text', Buffer.from('a,b\n1,2\n'), 'sheet.not-a-workbook'],
    ['another archive', zipOf([{ name: 'bill.csv', data: 'a,b' }]), 'sheet.not-a-workbook'],
    [
      'a document',
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        {
          name: '_rels/.rels',
          data: '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        },
        { name: 'word/document.xml', data: '<x/>' },
      ]),
      'sheet.not-a-workbook',
    ],
    [
      'a binary workbook',
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        {
          name: '_rels/.rels',
          data: '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        },
        { name: 'xl/workbook.bin', data: 'x' },
      ]),
      'sheet.xlsb',
    ],
    [
      'no sheets',
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'xl/workbook.xml', data: '<workbook><sheets/></workbook>' },
      ]),
      'sheet.no-sheets',
    ],
    [
      'a sheet that is not in it',
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'xl/workbook.xml', data: '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>' },
      ]),
      'sheet.missing',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await read(bytes)).toBe(code);
  });

  it('holds the limits of archives', async () => {
    expect(await sheet(`<row>${' '.repeat(40 << 20)}</row>`)).toBe('container.ratio');
    expect(await sheet('<row><c t="s"><v>0</v></c></row>', { strings: '<si/>'.repeat(5_000_001) })).toBe('sheet.too-many-texts');
    const bytes = workbookOf({ sheet: '<row><c><v>1234</v></c></row>' });
    const broken = Buffer.from(bytes);
    // The checksum of the sheet, in the directory at the end.
    const at = broken.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 16;
    broken.writeUInt32LE(1, at);
    expect(await read(broken)).toBe('container.checksum');
  });

  it('survives any damage of one byte: the same rows or a refusal', async () => {
    const sound = workbookOf({
      sheet: '<row><c t="s"><v>0</v></c><c s="1"><v>46295</v></c></row>',
      strings: '<si><t>云</t></si>',
      styles: [0, 14],
    });
    const expected = [{ row: 1, cells: ['云', '2026-09-30'] }];
    const others = new Set<string>();
    for (let at = 0; at < sound.length; at += 3) {
      const damaged = Buffer.from(sound);
      damaged[at]! ^= 0x41;
      const result = await read(damaged);
      if (typeof result !== 'string' && JSON.stringify(result) !== JSON.stringify(expected)) others.add(`${at}: ${JSON.stringify(result)}`);
    }
    // A part whose name is damaged in the directory is not found: styles may be missed, texts and sheets not.
    expect([...others].filter((other) => !other.includes('"46295"'))).toEqual([]);
  });
});
