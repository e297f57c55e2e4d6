import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../domain/result.ts';
import { workbookOf, XML, type WorkbookParts } from '../../../../test/support/workbook.ts';
import { openWorkbook } from './open-workbook.ts';
import { readRows, type SheetRow } from './rows.ts';
import { SharedStrings } from './shared-strings.ts';

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
/** The cells of a sheet of one row. */
const row = async (xml: string, more: Partial<WorkbookParts> = {}): Promise<unknown> => {
  const rows = await sheet(`<row>${xml}</row>`, more);
  return typeof rows === 'string' ? rows : (rows[0]?.cells ?? []);
};
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

describe('cells', () => {
  it('reads each type', async () => {
    const xml =
      '<c t="s"><v>1</v></c><c t="inlineStr"><is><t> 云 </t></is></c><c t="str"><f>A1</f><v>是</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-09-30</v></c><c><v>1.50</v></c><c t="n"><v>1E-3</v></c>';
    expect(await sheet(`<row>${xml}</row>`, { strings: '<si><t>a</t></si><si><t>账单</t></si>' })).toEqual([
      { row: 1, cells: ['账单', ' 云 ', '是', 'TRUE', 'FALSE', '#N/A', '2026-09-30', '1.5', '0.001'], errors: [5] },
    ]);
  });

  it('joins rich text and leaves readings out', async () => {
    const strings =
      '<si><r><rPr><b/></rPr><t>弹性</t></r><r><t xml:space="preserve"> 云</t></r><rPh sb="0" eb="1"><t>タンセイ</t></rPh><phoneticPr fontId="1"/></si>';
    expect(
      await row('<c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>', {
        strings,
      }),
    ).toEqual(['弹性 云', 'ab']);
  });

  it('undoes escapes of characters', async () => {
    expect(
      await row(
        '<c t="inlineStr"><is><t>a_x000D__x000a_b</t></is></c><c t="str"><v>_x005F_x000D_ _xD83D__xDE00_ _x00e9_ _xZZ_</v></c><c t="s"><v>0</v></c>',
        { strings: '<si><t>x_x0009_y</t></si>' },
      ),
    ).toEqual(['a\r\nb', '_x000D_ 😀 é _xZZ_', 'x\ty']);
  });

  it('tells an empty text from an empty cell', async () => {
    expect(
      await row(
        '<c t="s"><v>0</v></c><c/><c t="s"/><c t="s"><v></v></c><c t="inlineStr"><is/></c><c t="str"><v></v></c><c><v/></c><c><v>1</v></c>',
        { strings: '<si><t/></si>' },
      ),
    ).toEqual(['', null, null, null, '', '', null, '1']);
  });

  it('takes a formula by its result and refuses one without', async () => {
    expect(
      await row(
        '<c><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c><c t="b"><f>TRUE</f><v>1</v></c><c><f t="shared" si="0"/><v>0</v></c>',
      ),
    ).toEqual(['2', '', 'TRUE', '0']);
    for (const cell of [
      '<c r="C7"><f>A1</f></c>',
      '<c r="C7"><f>A1</f><v></v></c>',
      '<c r="C7"><f>A1</f><v/></c>',
      '<c r="C7" t="str"><f>A1</f></c>',
      '<c r="C7" t="e"><f>A1</f></c>',
      '<c r="C7" t="d"><f>A1</f></c>',
      '<c r="C7" t="b"><f>A1</f></c>',
    ]) {
      const { sheets } = await openWorkbook(workbookOf({ sheet: `<row r="7">${cell}</row>` }), 'bill.xlsx');
      await expect(Array.fromAsync(sheets[0]!.rows())).rejects.toMatchObject({
        error: { code: 'sheet.no-result', message: 'Cell C7 of sheet “Bill” holds a formula without its result.' },
      });
    }
  });

  it('marks what is no value of its type', async () => {
    expect(await sheet('<row><c><v>NaN</v></c><c><v>1</v></c><c t="d"><v>30.09.2026</v></c><c t="b"><v>2</v></c></row>')).toEqual([
      { row: 1, cells: ['NaN', '1', '30.09.2026', '2'], errors: [0, 2, 3] },
    ]);
  });

  it('reads dates by their number format, in both systems', async () => {
    const more = { styles: [0, 14, 22, 164, 165], formats: { 164: 'yyyy"年"m"月"', 165: '#,##0.00"d"' } };
    const cells = [0, 1, 2, 3, 4, 9].map((style) => `<c s="${style}"><v>46295.5</v></c>`).join('');
    expect(await row(cells, more)).toEqual([
      '46295.5',
      '2026-09-30T12:00:00',
      '2026-09-30T12:00:00',
      '2026-09-30T12:00:00',
      '46295.5',
      '46295.5',
    ]);
    expect(await row('<c s="1"><v>46295</v></c><c s="1"><v>59</v></c><c s="1"><v>-5</v></c>', more)).toEqual([
      '2026-09-30',
      '1900-02-28',
      '-5',
    ]);
    for (const properties of ['date1904="1"', 'date1904="true"'])
      expect(await row('<c s="1"><v>44833</v></c><c s="1"><v>0</v></c>', { ...more, properties })).toEqual(['2026-09-30', '1904-01-01']);
    expect(await row('<c s="1"><v>46295</v></c>', { ...more, properties: 'date1904="0"' })).toEqual(['2026-09-30']);
  });
});

describe('places', () => {
  it('keeps gaps, and counts where nothing is said', async () => {
    const xml =
      '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c r="F2"><v>3</v></c></row><row><c><v>4</v></c></row><row r="9"/><row r="10"><c r="A10"/></row><row r="11"><c r="XFD11"><v>5</v></c></row>';
    const rows = (await sheet(xml)) as SheetRow[];
    expect(rows.slice(0, 2)).toEqual([
      { row: 2, cells: [null, '1', '2', null, null, '3'] },
      { row: 3, cells: ['4'] },
    ]);
    expect([rows.length, rows[2]!.row, rows[2]!.cells.length, rows[2]!.cells.at(-1)]).toEqual([3, 11, 16384, '5']);
  });

  it('counts only the first of merged cells', async () => {
    const xml =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c><c r="D2"><v>6</v></c></row><row r="3"><c r="B3"><v>7</v></c></row>';
    expect(await sheet(xml, { after: '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="D1:E3"/></mergeCells>' })).toEqual([
      { row: 1, cells: ['1', null, '3'] },
      { row: 3, cells: [null, '7'] },
    ]);
    expect(await sheet(xml, { after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' })).toEqual([{ row: 1, cells: ['1'] }]);
    expect(await sheet(xml, { after: '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>' })).toBe(
      'sheet.merges-overlap',
    );
    expect(await sheet(xml, { after: '<mergeCells><mergeCell ref="A1:ZZZZ9"/></mergeCells>' })).toBe('sheet.merges');
    expect(await sheet('<row><c t="inlineStr"><is><t>mergeCells ref="A1:B2"</t></is></c><c><v>1</v></c></row>')).toEqual([
      { row: 1, cells: ['mergeCells ref="A1:B2"', '1'] },
    ]);
  });

  it.each([
    ['a row beyond the last', '<row r="1048577"><c><v>1</v></c></row>', 'sheet.too-many-rows'],
    ['a row of nine digits', '<row r="999999999"/>', 'sheet.too-many-rows'],
    ['a column beyond the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>', 'sheet.too-many-columns'],
    ['a column after the last', '<row r="1"><c r="XFD1"/><c><v>1</v></c></row>', 'sheet.too-many-columns'],
    ['a row twice', '<row r="2"/><row r="2"/>', 'sheet.order'],
    ['rows out of order', '<row r="3"/><row r="2"/>', 'sheet.order'],
    ['row 0', '<row r="0"/>', 'sheet.order'],
    ['a row that is no number', '<row r="1e3"/>', 'sheet.order'],
    ['a cell twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', 'sheet.order'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>', 'sheet.order'],
    ['a cell that is no reference', '<row r="1"><c r="1A"><v>1</v></c></row>', 'sheet.too-many-columns'],
    ['a text that is not there', '<row><c t="s"><v>1</v></c></row>', 'sheet.text-missing'],
    ['a text number below zero', '<row><c t="s"><v>-1</v></c></row>', 'sheet.text-missing'],
    ['an unknown type', '<row><c t="z"><v>1</v></c></row>', 'sheet.cell-type'],
    ['a text of 32,768 characters', `<row><c t="inlineStr"><is><t>${'云'.repeat(32768)}</t></is></c></row>`, 'sheet.text-too-long'],
    [
      'a row of 5 million characters',
      `<row>${`<c t="inlineStr"><is><t>${'云'.repeat(32000)}</t></is></c>`.repeat(160)}</row>`,
      'sheet.row-too-long',
    ],
  ])('refuses %s', async (_, xml, code) => {
    expect(await sheet(xml, { strings: '<si><t>a</t></si>', stored: true })).toBe(code);
  });

  it('accepts a text of 32,767 characters', async () => {
    expect(await row(`<c t="inlineStr"><is><t>${'云'.repeat(32767)}</t></is></c>`)).toEqual(['云'.repeat(32767)]);
    expect(await row('<c t="s"><v>0</v></c>', { strings: `<si><t>${'云'.repeat(32767)}</t></si>` })).toEqual(['云'.repeat(32767)]);
    expect(await row('<c t="s"><v>0</v></c>', { strings: `<si><t>${'云'.repeat(32768)}</t></si>` })).toBe('sheet.text-too-long');
  });

  it('refuses a sheet that is mostly empty and wide', async () => {
    const xml = `<worksheet><sheetData>${[1, 2, 3].map((n) => `<row r="${n}"><c r="XFD${n}"><v>1</v></c></row>`).join('')}</sheetData></worksheet>`;
    const rows = (gaps: number): Promise<SheetRow[]> =>
      Array.fromAsync(
        readRows(
          () => Readable.from([Buffer.from(xml)]),
          { strings: new SharedStrings(), styles: [], date1904: false, sheet: 'Bill' },
          gaps,
        ),
      );
    expect((await rows(3 * 16383)).length).toBe(3);
    await expect(rows(3 * 16383 - 1)).rejects.toMatchObject({ error: { code: 'sheet.too-wide', details: { row: 3 } } });
  });
});

describe('XML', () => {
  const whole = (xml: string): Promise<SheetRow[] | string> => sheet(`<?xml version="1.0"?>${xml}`);
  const one = '<row><c><v>1</v></c></row>';

  it('reads prefixed namespaces and the strict form, and does not take extensions for cells', async () => {
    expect(
      await whole(
        `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
    ).toEqual([{ row: 1, cells: ['1'] }]);
    expect(
      await whole(`<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData>${one}</sheetData></worksheet>`),
    ).toEqual([{ row: 1, cells: ['1'] }]);
    expect(
      await whole(
        `<worksheet xmlns="${MAIN}"><extLst><ext><sheetData><row><c><v>9</v></c></row></sheetData></ext></extLst><sheetData><row><c><v>1</v><extLst><v>8</v></extLst></c><x14:c xmlns:x14="y"/></row></sheetData></worksheet>`,
      ),
    ).toEqual([{ row: 1, cells: ['1'] }]);
  });

  it('reads entities, character references and CDATA', async () => {
    expect(await row('<c t="inlineStr"><is><t>a &amp; b &lt;&#x4E91;&#20113;&gt;<![CDATA[<&amp;>]]>&quot;&apos;</t></is></c>')).toEqual([
      'a & b <云云><&amp;>"\'',
    ]);
  });

  it('reads UTF-16 and UTF-8 with a byte-order mark', async () => {
    const xml = `<worksheet xmlns="${MAIN}"><sheetData><row><c t="inlineStr"><is><t>云</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`;
    const utf16 = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le');
    for (const bytes of [utf16, Buffer.from(utf16).swap16(), Buffer.from(`\uFEFF${XML}${xml}`)])
      expect(await read(workbookOf({ sheet: bytes }))).toEqual([{ row: 1, cells: ['云'] }]);
  });

  it('reads the same wherever the bytes are cut', async () => {
    const texts = Array.from({ length: 300 }, (_, i) => '云𠮷é&amp;'.repeat(1 + (i % 7)) + i);
    const xml = texts.map((text, i) => `<row r="${i + 1}"><c t="inlineStr"><is><t>${text}</t></is></c></row>`).join('');
    const bytes = Buffer.from(`<worksheet><sheetData>${xml}</sheetData></worksheet>`);
    const merged = Buffer.from(
      '<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>',
    );
    const context = { strings: new SharedStrings(), styles: [], date1904: false, sheet: 'Bill' };
    for (const size of [1, 2, 3, 5, 7, 11, 64, 4096]) {
      const pieces = function* (from: Buffer): Generator<Buffer> {
        for (let at = 0; at < from.length; at += size) yield from.subarray(at, at + size);
      };
      expect(await Array.fromAsync(readRows(() => Readable.from(pieces(merged)), context))).toEqual([{ row: 1, cells: ['1'] }]);
      const rows = await Array.fromAsync(readRows(() => Readable.from(pieces(bytes)), context));
      expect(rows.map((r) => r.cells[0])).toEqual(texts.map((text) => text.replaceAll('&amp;', '&')));
    }
  });

  const bomb = `<!DOCTYPE x [<!ENTITY a "${'A'.repeat(100)}"><!ENTITY b "&a;&a;&a;&a;">]>`;
  it.each([
    ['a document type', `${bomb}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`, 'sheet.doctype'],
    ['an unknown entity', '<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>', 'sheet.xml'],
    ['a part that is cut off', '<worksheet><sheetData><row><c><v>1</v></c></row>', 'sheet.xml'],
    ['tags that do not match', '<worksheet><sheetData></worksheet></sheetData>', 'sheet.xml'],
    ['two roots', '<worksheet></worksheet><worksheet></worksheet>', 'sheet.xml'],
    ['another root', '<html><sheetData/></html>', 'sheet.xml'],
    ['text that is no XML', 'a,b', 'sheet.xml'],
    ['a control character', '<worksheet><sheetData><row><c t="str"><v>\u0001</v></c></row></sheetData></worksheet>', 'sheet.xml'],
    ['an attribute twice', '<worksheet><sheetData><row r="1" r="2"/></sheetData></worksheet>', 'sheet.xml'],
    ['deep nesting', `<worksheet>${'<a>'.repeat(5000)}`, 'sheet.xml'],
    ['a tag of 5 MB', `<worksheet a="${'云'.repeat(5 << 20)}">`, 'sheet.xml'],
    ['a comment of 5 MB', `<worksheet><!--${'云'.repeat(5 << 20)}`, 'sheet.xml'],
    ['another encoding', '<?xml version="1.0" encoding="GBK"?><worksheet/>', 'sheet.xml'],
  ])('refuses %s', async (_, xml, code) => {
    const text = xml.startsWith('<?xml') ? xml : `<?xml version="1.0"?>${xml}`;
    expect(await read(workbookOf({ sheet: Buffer.from(text), stored: true }))).toBe(code);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const xml = Buffer.from(`${XML}<worksheet><sheetData><row><c t="str"><v>云</v></c></row></sheetData></worksheet>`);
    xml[xml.indexOf(0xe4) + 1] = 0x20;
    expect(await read(workbookOf({ sheet: xml }))).toBe('sheet.encoding');
    expect(await read(workbookOf({ sheet: xml.subarray(0, xml.indexOf(0xe4) + 1) }))).toMatch(/^sheet\.(encoding|xml)$/);
  });
});
