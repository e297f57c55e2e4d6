import type { Sink } from '../../files/sink.ts';
import { CellWriter, columnName } from './cells.ts';
import type { LineSheet, LineWorkbook } from './lines.ts';
import { SharedTexts } from './shared-texts.ts';
import type { SheetOptions } from './sheet-options.ts';
import { stylesXml } from './styles-xml.ts';
import type { StyleIds, StyleName } from './styles.ts';
import { cellText, xmlText } from './text.ts';
import { ZipWriter, type ZipEntry } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Sheet XML is so repetitive that the quickest level leaves little. */
const LEVEL = 1;
/** Characters that are gathered before they are compressed. */
const BATCH = 256 * 1024;
const MOST_NAME = 31;

const attribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;');

/**
 * A workbook of tables alone, written straight as sheet XML (ECMA-376 part 1, 18). exceljs' streaming writer keeps what it has
 * not compressed yet, a file of a million lines takes gigabytes of memory there; here it takes some blocks.
 */
export class DirectWorkbook implements LineWorkbook {
  readonly styles: StyleIds;
  readonly shared = new SharedTexts();
  readonly cells: CellWriter;
  readonly #zip: ZipWriter;
  readonly #stylesXml: string;
  readonly #created: string;
  readonly #title: string;
  readonly #names: string[] = [];
  readonly #titleRows: (number | undefined)[] = [];

  /** `created` stands in the file and on every entry: take it from the data, not from the clock. */
  constructor(sink: Sink, created: Date, title: string) {
    const { xml, ids } = stylesXml();
    this.#stylesXml = xml;
    this.styles = ids;
    this.cells = new CellWriter(ids);
    this.#zip = new ZipWriter(sink, created, LEVEL);
    this.#created = `${created.toISOString().slice(0, 19)}Z`;
    this.#title = title;
  }

  /** Opens the next sheet; the one before it must be closed. */
  sheet(options: SheetOptions): LineSheet {
    this.#names.push(sheetName(options.name, this.#names));
    this.#titleRows.push(options.titleRow);
    return new DirectSheet(this.#zip.entry(`xl/worksheets/sheet${this.#names.length}.xml`), this.cells, options);
  }

  async finish(): Promise<void> {
    const zip = this.#zip;
    const sheets = this.#names.map((name, i) => ({ name, number: i + 1 }));
    const strings = zip.entry('xl/sharedStrings.xml');
    await strings.write(Buffer.from(`${HEAD}<sst xmlns="${MAIN}" uniqueCount="${this.shared.count}">`));
    await strings.write(this.shared.items());
    await strings.write(Buffer.from('</sst>'));
    await strings.close();
    const defined = this.#titleRows.flatMap((row, i) =>
      row === undefined
        ? []
        : [
            `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${attribute(this.#names[i]!.replaceAll("'", "''"))}'!$${row}:$${row}</definedName>`,
          ],
    );
    await zip.add(
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
        .map(({ name, number }) => `<sheet name="${attribute(name)}" sheetId="${number}" r:id="rId${number}"/>`)
        .join('')}</sheets>${defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : ''}</workbook>`,
    );
    await zip.add(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map(({ number }) => [`${RELATIONS}/worksheet`, `worksheets/sheet${number}.xml`] as const),
        [`${RELATIONS}/styles`, 'styles.xml'],
        [`${RELATIONS}/sharedStrings`, 'sharedStrings.xml'],
      ]),
    );
    await zip.add('xl/styles.xml', HEAD + this.#stylesXml);
    await zip.add(
      'docProps/core.xml',
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
        `<dc:title>${xmlText(this.#title)}</dc:title><dc:creator>Tallybook</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${this.#created}</dcterms:created></cp:coreProperties>`,
    );
    await zip.add(
      '_rels/.rels',
      relations([
        [`${RELATIONS}/officeDocument`, 'xl/workbook.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    );
    const part = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;
    await zip.add(
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', `${TYPES}.sheet.main+xml`)}` +
        sheets.map(({ number }) => part(`xl/worksheets/sheet${number}.xml`, `${TYPES}.worksheet+xml`)).join('') +
        part('xl/styles.xml', `${TYPES}.styles+xml`) +
        part('xl/sharedStrings.xml', `${TYPES}.sharedStrings+xml`) +
        `${part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`,
    );
    await zip.finish();
  }
}

/** A name that spreadsheets take: 31 characters, none of []:*?/\\, no apostrophe at its ends, each once whatever its case. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const clean =
    cellText(
      wanted
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/ {2,}/g, ' ')
        .replace(/^'+|'+$/g, ''),
    ).text.trim() || 'Sheet';
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let turn = 1; ; turn++) {
    const end = turn === 1 ? '' : ` ${turn}`;
    const name =
      clean
        .slice(0, MOST_NAME - end.length)
        .toWellFormed()
        .trim() + end;
    if (!used.has(name.toLowerCase())) return name;
  }
}

const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A sheet whose rows are handed over as XML. */
class DirectSheet implements LineSheet {
  readonly #entry: ZipEntry;
  readonly #cells: CellWriter;
  readonly #landscape: boolean;
  #text = '';

  constructor(entry: ZipEntry, cells: CellWriter, { widths, frozenRows, landscape }: SheetOptions) {
    this.#entry = entry;
    this.#cells = cells;
    this.#landscape = landscape ?? false;
    const frozen =
      frozenRows > 0 ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>` : '';
    const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
    this.write(
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
        `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
        `<cols>${columns}</cols><sheetData>`,
    );
  }

  first(texts: readonly string[], style: (index: number) => StyleName, height: number): void {
    this.write(
      this.#cells.row(
        1,
        texts.map((text, i) => this.#cells.text(`${columnName(i)}1`, text, style(i))),
        height,
      ),
    );
  }

  /** Short texts are gathered: each block is compressed by itself. */
  write(xml: string | Uint8Array): Promise<void> | undefined {
    if (typeof xml === 'string') {
      this.#text += xml;
      return this.#text.length < BATCH ? undefined : this.#send();
    }
    const sent = this.#send();
    return this.#entry.write(xml) ?? sent;
  }

  #send(): Promise<void> | undefined {
    const text = this.#text;
    this.#text = '';
    return text === '' ? undefined : this.#entry.write(Buffer.from(text));
  }

  async close(filter?: string): Promise<void> {
    await this.write(
      `</sheetData>${filter ? `<autoFilter ref="${filter}"/>` : ''}<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>` +
        `<pageSetup paperSize="9" orientation="${this.#landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/>` +
        '<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
    );
    await this.#send();
    await this.#entry.close();
  }
}
