import { SaxesParser } from 'saxes';
import { refuse } from '../../../../domain/result.ts';
import { say, type Said } from '../../../../domain/words/said.ts';

/** What an element may hold that is of interest: child's local name → its shape. Everything else is passed over. */
export interface Shape {
  readonly id: string;
  /** Its own text is wanted. */
  readonly text?: boolean;
  readonly children?: ReadonlyMap<string, Shape>;
}

export type Attributes = Readonly<Record<string, string>>;

export interface Listener {
  open?(id: string, attributes: Attributes): void;
  /** `text` is the element's own text, for shapes that want it. */
  close?(id: string, text: string): void;
}

/** Characters without a single tag between them: the longest cell has 32,767, escaped seven times that. */
const LONGEST_RUN = 4 << 20;
const DEEPEST = 64;

export const shape = (id: string, children: Readonly<Record<string, Shape>> = {}, text = false): Shape => ({
  id,
  text,
  children: new Map(Object.entries(children)),
});

/**
 * Reads one XML part that nobody vouches for, chunk by chunk. Elements are told by their local name and their place, so
 * that a prefix does not matter and an element of an extension is not taken for one of the format. Refuses with
 * `sheet.doctype` a document type (nothing is ever expanded) and with `sheet.xml` what is not well-formed.
 */
export class XmlReader {
  readonly #parser: SaxesParser;
  readonly #place: Said;
  /** Characters written since the last tag. */
  #run = 0;

  /** `place` names the part in messages. */
  constructor(root: Readonly<Record<string, Shape>>, listener: Listener, place: Said) {
    this.#place = place;
    const stack: Place[] = [{ shape: shape('', root), byName: new Map() }];
    let here = stack[0]!;
    let skipped = 0;
    let text = '';
    const parser = new SaxesParser({ position: false, xmlns: false });
    parser.on('error', (error) => this.#refuse(error.message.replace(/^[A-Z](?![A-Z])/, (c) => c.toLowerCase()).replace(/\.$/, '')));
    parser.on('doctype', () =>
      refuse('sheet.doctype', say`The workbook holds a document type declaration in ${{ place }}, which no spreadsheet program writes.`, {
        remedy: 'Download the workbook again; do not open this one.',
      }),
    );
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding && !/^utf-?(?:8|16(?:le|be)?)$/i.test(encoding))
        this.#refuse(say`it is in ${{ encoding: encoding.slice(0, 40) }} and not in UTF-8`);
    });
    parser.on('opentag', (tag) => {
      this.#run = 0;
      if (skipped > 0) {
        if (++skipped > DEEPEST) this.#refuse(say`its elements are nested too deeply`);
        return;
      }
      let next = here.byName.get(tag.name);
      if (next === undefined) next = learn(here, tag.name);
      if (next) {
        stack.push(next);
        here = next;
        if (next.shape.text) text = '';
        listener.open?.(next.shape.id, tag.attributes);
      } else if (stack.length === 1) this.#refuse(say`it begins with “${{ tag: tag.name.slice(0, 40) }}”`);
      else skipped = 1;
    });
    const collect = (piece: string): void => {
      if (skipped === 0 && here.shape.text) text += piece;
    };
    parser.on('text', collect);
    parser.on('cdata', collect);
    parser.on('closetag', () => {
      this.#run = 0;
      if (skipped > 0) {
        skipped--;
        return;
      }
      const closed = here.shape;
      stack.pop();
      here = stack.at(-1)!;
      listener.close?.(closed.id, closed.text ? text : '');
      if (closed.text) text = '';
    });
    this.#parser = parser;
  }

  write(chunk: string): void {
    this.#run += chunk.length;
    this.#parser.write(chunk);
    if (this.#run > LONGEST_RUN) this.#refuse(say`a text or a tag in it is millions of characters long`);
  }

  /** Nothing follows; refuses a part that is cut off. */
  end(): void {
    this.#parser.close();
  }

  #refuse(reason: Said | string): never {
    refuse('sheet.xml', say`The workbook is damaged: ${{ place: this.#place }} cannot be read, ${{ reason }}.`, {
      remedy: 'Open it in a spreadsheet program and save it again as .xlsx, or download it again.',
    });
  }
}

/** A shape as it was met, with what the names in it lead to: raw names are few, and each is looked up once. */
interface Place {
  shape: Shape;
  byName: Map<string, Place | null>;
}
const MOST_NAMES = 100;

function learn(place: Place, name: string): Place | null {
  const found = place.shape.children?.get(name.slice(name.indexOf(':') + 1));
  const next = found ? { shape: found, byName: new Map<string, Place | null>() } : null;
  if (place.byName.size < MOST_NAMES) place.byName.set(name, next);
  return next;
}

/** Feeds the bytes of a part, decoded strictly (UTF-8, or UTF-16 by its byte-order mark), and yields after each block. */
export async function* feed(reader: XmlReader, bytes: AsyncIterable<Buffer>, place: Said): AsyncGenerator<void> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for await (const block of bytes) {
      decoder ??= new TextDecoder(encodingOf(block), { fatal: true });
      reader.write(decoder.decode(block, { stream: true }));
      yield;
    }
    if (decoder) reader.write(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError && (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      refuse('sheet.encoding', say`The workbook is damaged: ${{ place }} holds bytes that are not text.`, {
        remedy: 'Download the workbook again.',
      });
    throw error;
  }
  reader.end();
  yield;
}

export function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** `_x000D_` and the like stand for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';
