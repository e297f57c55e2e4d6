import { zipOf, type ZipEntry } from './zip-writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface WorkbookParts {
  /** Inside of `<sheetData>`; a part that begins with `<?xml` is taken whole. */
  sheet: string | Buffer;
  /** What follows `</sheetData>`. */
  after?: string;
  /** The `<si>` elements. */
  strings?: string | Buffer;
  /** Custom number formats by number. */
  formats?: Readonly<Record<number, string>>;
  /** Number formats of the cell styles, in order. */
  styles?: readonly number[];
  /** Attributes of `<workbookPr>`. */
  properties?: string;
  /** The sheet is not to be compressed. */
  stored?: boolean;
  more?: readonly ZipEntry[];
}

/** The smallest workbook that spreadsheet programs open: one sheet, “Bill”. */
export function workbookOf(parts: WorkbookParts): Buffer {
  const type = (name: string): string => `${RELATIONSHIPS}/${name}`;
  const sheet =
    typeof parts.sheet === 'string' && !parts.sheet.startsWith('<?xml')
      ? `${XML}<worksheet xmlns="${MAIN}"><sheetData>${parts.sheet}</sheetData>${parts.after ?? ''}</worksheet>`
      : parts.sheet;
  const entries: ZipEntry[] = [
    {
      name: '[Content_Types].xml',
      data: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>${parts.strings === undefined ? '' : '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'}${parts.styles ? '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' : ''}</Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${type('officeDocument')}" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr ${parts.properties ?? ''}/><sheets><sheet name="Bill" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${type('worksheet')}" Target="worksheets/sheet1.xml"/>${parts.strings === undefined ? '' : `<Relationship Id="rId2" Type="${type('sharedStrings')}" Target="sharedStrings.xml"/>`}${parts.styles ? `<Relationship Id="rId3" Type="${type('styles')}" Target="styles.xml"/>` : ''}</Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheet, stored: parts.stored },
  ];
  if (parts.strings !== undefined)
    entries.push({
      name: 'xl/sharedStrings.xml',
      data: typeof parts.strings === 'string' ? `${XML}<sst xmlns="${MAIN}">${parts.strings}</sst>` : parts.strings,
    });
  if (parts.styles) {
    const formats = Object.entries(parts.formats ?? {}).map(
      ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`,
    );
    entries.push({
      name: 'xl/styles.xml',
      data: `${XML}<styleSheet xmlns="${MAIN}">${formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : ''}<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="${parts.styles.length}">${parts.styles.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    });
  }
  return zipOf([...entries, ...(parts.more ?? [])]);
}
