import { deflateSync } from 'node:zlib';
import { PDFName, PDFRawStream, type PDFDocument } from 'pdf-lib';
import type { Face, Faces } from './fonts.ts';
import { BOX_WIDTH, printable, widthOf } from './text.ts';
import { THAI, thaiRuns } from './thai.ts';
import type { ThaiFace } from './thai-face.ts';

/** Red, green, blue from 0 to 1. */
export type Colour = readonly [number, number, number];
const hex = (value: number): Colour => [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];

export const INK = hex(0x1f2933);
export const MUTED = hex(0x5f6b76);
export const RULE = hex(0xc3ccd4);
export const TINT = hex(0xeef1f5);
export const ACCENT = hex(0x1d4e79);
export const GREEN = hex(0x1b6e3c);
export const AMBER = hex(0x8a5a00);
export const RED = hex(0xa61b1b);
export const BLUE = hex(0x1f5fa8);

/** A4 in points. */
export const A4 = { portrait: [595.28, 841.89], landscape: [841.89, 595.28] } as const;
export type Orientation = keyof typeof A4;

export interface TextStyle {
  face: Face;
  size: number;
  colour?: Colour;
  align?: 'left' | 'right';
}

/** Two decimals are a three-thousandth of an inch; more would only make the file longer. */
const n = (value: number): string => String(Math.round(value * 100) / 100);

/** One page as a list of drawing operators. Coordinates run from the top left, in points. */
export class Page {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Characters drawn as boxes. */
  boxes = 0;
  /** Which characters those are. */
  readonly missing = new Set<string>();
  readonly #thai = new Set<ThaiFace>();
  #operators: string[] = [];

  constructor(orientation: Orientation) {
    this.orientation = orientation;
    [this.width, this.height] = A4[orientation];
  }

  /** One line of text; `x` is its left edge, or its right one when aligned right; `y` is the baseline. */
  text(x: number, y: number, text: string, style: TextStyle): void {
    const { face, size, align = 'left' } = style;
    const clean = printable(text);
    const start = align === 'right' ? x - widthOf(face, clean, size) : x;
    if (!face.thai || !THAI.test(clean)) {
      this.#draw(start, y, clean, style);
      return;
    }
    let at = start;
    thaiRuns(clean).forEach((run, i) => {
      if (i % 2 === 0) this.#draw(at, y, run, style);
      else this.#drawThai(face.thai!, at, y, run, style);
      at += widthOf(face, run, size);
    });
  }

  /** A run of Thai. What it says is told beside it, so that a search finds it as it was typed. */
  #drawThai(thai: ThaiFace, x: number, y: number, run: string, { size, colour = INK }: TextStyle): void {
    this.#thai.add(thai);
    const said = Buffer.from(run, 'utf16le').swap16().toString('hex').toUpperCase();
    this.#operators.push(
      `/Span <</ActualText <FEFF${said}>>> BDC BT ${rgb(colour)} rg /${thai.key} ${n(size)} Tf 1 0 0 1 ${n(x)} ${n(this.height - y)} Tm ${thai.show(run, size)} ET EMC`,
    );
  }

  #draw(x: number, y: number, clean: string, { face, size, colour = INK }: TextStyle): void {
    let at = x;
    const base = this.height - y;
    let run = '';
    let runStart = at;
    const flush = (): void => {
      if (run) this.#operators.push(`BT ${rgb(colour)} rg /${face.key} ${n(size)} Tf 1 0 0 1 ${n(runStart)} ${n(base)} Tm <${run}> Tj ET`);
      run = '';
    };
    for (const character of clean) {
      const glyph = face.glyph(character);
      if (glyph) {
        if (!run) runStart = at;
        run += glyph.hex;
        at += (glyph.width * size) / 1000;
        continue;
      }
      flush();
      this.boxes++;
      this.missing.add(character);
      const width = (BOX_WIDTH * size) / 1000;
      this.#operators.push(`${rgb(colour)} RG 0.4 w ${n(at + width * 0.1)} ${n(base)} ${n(width * 0.8)} ${n(size * 0.7)} re S`);
      at += width;
    }
    flush();
  }

  rule(x: number, y: number, width: number, colour: Colour = RULE, weight = 0.5): void {
    this.#operators.push(`${rgb(colour)} RG ${n(weight)} w ${n(x)} ${n(this.height - y)} m ${n(x + width)} ${n(this.height - y)} l S`);
  }

  fill(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.#operators.push(`${rgb(colour)} rg ${n(x)} ${n(this.height - y - height)} ${n(width)} ${n(height)} re f`);
  }

  /** Adds the page to the document with a single compressed content stream. */
  addTo(document: PDFDocument, faces: Faces): void {
    const page = document.addPage([this.width, this.height]);
    for (const face of Object.values(faces)) page.node.setFontDictionary(PDFName.of(face.key), face.font.ref);
    for (const face of this.#thai) page.node.setFontDictionary(PDFName.of(face.key), face.font.ref);
    // Node's own deflate: pdf-lib's is written in JavaScript, and takes several times as long.
    const content = deflateSync(Buffer.from(this.#operators.join('\n'), 'latin1'));
    const stream = PDFRawStream.of(document.context.obj({ Filter: 'FlateDecode', Length: content.length }), content);
    page.node.set(PDFName.of('Contents'), document.context.register(stream));
    this.#operators = [];
  }
}

const operands = new WeakMap<Colour, string>();

function rgb(colour: Colour): string {
  let text = operands.get(colour);
  if (text === undefined) operands.set(colour, (text = colour.map((c) => String(Math.round(c * 1000) / 1000)).join(' ')));
  return text;
}
