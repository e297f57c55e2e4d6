import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';

export interface ReadCell {
  type: string;
  style: string;
  value: string;
}
export interface ReadSheet {
  name: string;
  cells: Map<string, ReadCell>;
  formulas: number;
  links: number;
  filter: string;
  frozen: string;
  rows: number;
}

/** Every entry of an archive by name. */
export async function readZip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    entries.set(entry.fileName, Buffer.concat(chunks));
  }
  return entries;
}

/** Reads the sheets of a workbook from the XML itself, as another program would: no code of the writer is used. */
export async function readXlsx(bytes: Buffer): Promise<ReadSheet[]> {
  const entries = await readZip(bytes);
  const entry = (name: string): string => entries.get(name)?.toString('utf8') ?? '';
  const targets = new Map(
    [...entry('xl/_rels/workbook.xml.rels').matchAll(/<Relationship Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map((m) => [m[1], m[2]]),
  );
  const sheets: ReadSheet[] = [];
  const parser = new SaxesParser();
  const names: [string, string][] = [];
  parser.on('opentag', (tag) => {
    if (tag.name === 'sheet') names.push([String(tag.attributes['name']), String(tag.attributes['r:id'])]);
  });
  parser.write(entry('xl/workbook.xml')).close();
  const shared = sharedTexts(entry('xl/sharedStrings.xml'));
  for (const [name, id] of names) sheets.push(readSheet(name, entry(`xl/${targets.get(id) ?? ''}`), shared));
  return sheets;
}

/** The texts that cells name by number. */
function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let inside = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'si') texts.push('');
    inside ||= name === 't';
  });
  parser.on('closetag', ({ name }) => void (inside &&= name !== 't'));
  parser.on('text', (text) => void (inside && (texts[texts.length - 1] += text)));
  if (xml) parser.write(xml).close();
  return texts;
}

function readSheet(name: string, xml: string, shared: readonly string[]): ReadSheet {
  const sheet: ReadSheet = { name, cells: new Map(), formulas: 0, links: 0, filter: '', frozen: '', rows: 0 };
  let cell: (ReadCell & { ref: string }) | undefined;
  let inside = false;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const at = (n: string): string => String(tag.attributes[n] ?? '');
    if (tag.name === 'row') sheet.rows++;
    if (tag.name === 'c') cell = { ref: at('r'), type: at('t') || 'n', style: at('s'), value: '' };
    if (tag.name === 'f') sheet.formulas++;
    if (tag.name === 'hyperlink') sheet.links++;
    if (tag.name === 'autoFilter') sheet.filter = at('ref');
    if (tag.name === 'pane') sheet.frozen = at('topLeftCell');
    if (tag.name === 'v' || tag.name === 't') inside = true;
  });
  parser.on('text', (text) => {
    if (inside && cell) cell.value += text;
  });
  parser.on('closetag', (tag) => {
    if (tag.name === 'v' || tag.name === 't') inside = false;
    if (tag.name === 'c' && cell) {
      // ECMA-376 22.9.2.19: _xHHHH_ stands for a character.
      const value =
        cell.type === 'n'
          ? cell.value
          : (cell.type === 's' ? (shared[Number(cell.value)] ?? '') : cell.value).replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            );
      if (cell.type !== 'n' || cell.value !== '') sheet.cells.set(cell.ref, { type: cell.type, style: cell.style, value });
      cell = undefined;
    }
  });
  parser.write(xml).close();
  return sheet;
}
