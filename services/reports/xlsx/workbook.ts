import { PassThrough, Writable } from 'node:stream';
import ExcelJS, { type Style, type Worksheet } from 'exceljs';
import type { Sink } from '../../files/sink.ts';
import type { SheetOptions } from './sheet-options.ts';
import { STYLES, type StyleIds, type StyleName } from './styles.ts';

/** The few inner parts of exceljs' streaming writer that are needed for back-pressure and for the same bytes each time. */
interface Archive {
  append(source: unknown, entry: { name: string; date?: Date }): unknown;
  abort(): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}
interface Inner {
  zip: Archive;
  styles: { addStyleModel(style: Partial<Style>): number };
}

/** exceljs hands over text or its own buffer type. */
type Chunk = string | Uint8Array | { toBuffer(): Uint8Array };

/** The XML of one sheet on its way into the archive; unlike exceljs' own stream it tells when to wait. */
class SheetStream extends PassThrough {
  constructor() {
    super({ highWaterMark: 256 * 1024 });
  }
  override write(chunk: Chunk, ...rest: unknown[]): boolean {
    const bytes = typeof chunk === 'string' || chunk instanceof Uint8Array ? chunk : chunk.toBuffer();
    return (super.write as (c: unknown, ...r: unknown[]) => boolean).call(this, bytes, ...rest);
  }
  /** exceljs pauses each sheet at birth, which would hold it back for ever here. */
  override pause(): this {
    return this.listenerCount('data') > 0 ? super.pause() : this;
  }
}

/** exceljs' streaming workbook with a fixed date on every archive entry and sheets that wait for the disk. */
class DatedWriter extends ExcelJS.stream.xlsx.WorkbookWriter {
  opened: SheetStream | undefined;

  /** The first entry is added inside exceljs' constructor: the date must be in place before it. */
  override addThemes(): Promise<void> {
    const { zip } = this as unknown as Inner;
    const append = zip.append.bind(zip);
    const date = this.created;
    zip.append = (source, entry) => append(source, { ...entry, name: entry.name.replace(/^\//, ''), date });
    return super.addThemes();
  }

  _openStream(path: string): SheetStream {
    const stream = new SheetStream();
    stream.on('finish', () => stream.emit('zipped'));
    (this as unknown as Inner).zip.append(stream, { name: path });
    return (this.opened = stream);
  }
}

/** A workbook that is written row by row into a sink. Sheets are written one after the other. */
export class ReportWorkbook {
  readonly styles: StyleIds;
  readonly #writer: DatedWriter;
  readonly #failure: Promise<never>;
  #fail: (error: unknown) => void = () => undefined;
  readonly #out: Writable;
  #closed: Promise<void>;

  /** `created` stands in the file and on every entry: take it from the data, not from the clock. */
  constructor(sink: Sink, created: Date, title: string) {
    this.#failure = new Promise<never>((_, reject) => (this.#fail = reject));
    this.#failure.catch(() => undefined);
    this.#out = new Writable({
      write: (chunk: Uint8Array, _encoding, done) => {
        const pending = sink.write(chunk);
        if (pending) pending.then(() => done(), done);
        else done();
      },
    });
    this.#out.on('error', (error) => this.#fail(error));
    this.#closed = new Promise((resolve) => this.#out.on('finish', resolve));
    const options = {
      stream: this.#out,
      useStyles: true,
      useSharedStrings: false,
      created,
      modified: created,
      creator: 'Tallybook',
      lastModifiedBy: 'Tallybook',
      zip: { zlib: { level: 4 } },
    };
    this.#writer = new DatedWriter(options);
    this.#writer.title = title;
    const inner = this.#writer as unknown as Inner;
    inner.zip.on('error', (error) => this.#fail(error));
    const names = Object.keys(STYLES) as StyleName[];
    this.styles = Object.fromEntries(names.map((name) => [name, inner.styles.addStyleModel(STYLES[name])])) as StyleIds;
  }

  /** Opens the next sheet; the one before it must be closed. */
  sheet(options: SheetOptions): ReportSheet {
    const sheet = this.#writer.addWorksheet(options.name, {
      views: options.frozenRows > 0 ? [{ state: 'frozen', ySplit: options.frozenRows, showGridLines: false }] : [{ showGridLines: false }],
      pageSetup: {
        paperSize: 9,
        orientation: options.landscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        ...(options.titleRow ? { printTitlesRow: `${options.titleRow}:${options.titleRow}` } : {}),
      },
      headerFooter: { oddFooter: '&L&A&RPage &P / &N' },
    });
    sheet.columns = options.widths.map((width) => ({ width }));
    return new ReportSheet(sheet, () => this.#writer.opened, this.#failure);
  }

  async finish(): Promise<void> {
    await Promise.race([this.#writer.commit(), this.#failure]);
    await Promise.race([this.#closed, this.#failure]);
  }

  /** Stops the archive after a failure; nothing more reaches the sink. */
  abort(): void {
    (this.#writer as unknown as Inner).zip.abort();
    this.#out.destroy();
  }
}

/** Characters of XML handed over at a time, and how many such batches may be on their way to the compressor. */
const BATCH = 128 * 1024;
const UNDER_WAY = 4;

/** A sheet whose rows are handed over as XML (CellWriter). */
export class ReportSheet {
  #text = '';
  readonly #underWay: Promise<void>[] = [];
  readonly #sheet: Worksheet;
  readonly #stream: () => SheetStream | undefined;
  readonly #failure: Promise<never>;

  constructor(sheet: Worksheet, stream: () => SheetStream | undefined, failure: Promise<never>) {
    this.#sheet = sheet;
    this.#stream = stream;
    this.#failure = failure;
  }

  /** Row 1, through exceljs: it opens the sheet's data. */
  first(cells: readonly string[], style: (index: number) => StyleName, height: number): void {
    const row = this.#sheet.getRow(1);
    row.height = height;
    cells.forEach((text, i) => {
      const cell = row.getCell(i + 1);
      cell.value = text;
      cell.style = STYLES[style(i)];
    });
    row.commit();
  }

  /** Row XML from row 2 on; a promise when the archive is behind. */
  write(xml: string | Uint8Array): Promise<void> | undefined {
    if (typeof xml === 'string') {
      this.#text += xml;
      return this.#text.length >= BATCH ? this.#send() : undefined;
    }
    const before = this.#text ? this.#send() : undefined;
    return before ? before.then(() => this.#sendBytes(xml)) : this.#sendBytes(xml);
  }

  /** Waits for the oldest batch only: rows go on being made while others are compressed. A stream's “drain” would wait for all. */
  #send(): Promise<void> | undefined {
    const bytes = Buffer.from(this.#text);
    this.#text = '';
    return this.#sendBytes(bytes);
  }

  #sendBytes(bytes: Uint8Array): Promise<void> | undefined {
    const stream = this.#stream();
    if (!stream) throw new Error('The sheet is not open.');
    this.#underWay.push(new Promise((resolve) => stream.write(bytes, () => resolve())));
    const oldest = this.#underWay.length > UNDER_WAY ? this.#underWay.shift() : undefined;
    return oldest && Promise.race([oldest, this.#failure]);
  }

  /** Closes the sheet; `filter` is a range such as A1:F20. */
  async close(filter?: string): Promise<void> {
    const stream = this.#stream();
    if (this.#text) await this.#send();
    if (filter) this.#sheet.autoFilter = filter;
    const ended = stream ? new Promise<void>((resolve) => stream.once('end', resolve)) : Promise.resolve();
    this.#sheet.commit();
    await Promise.race([ended, this.#failure]);
  }
}
