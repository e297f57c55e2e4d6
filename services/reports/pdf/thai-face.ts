import type { Font } from 'fontkit';
import { PDFFont, type CustomFontSubsetEmbedder, type PDFDocument } from 'pdf-lib';
import { inParts } from './thai.ts';

/** Where a glyph stands beside where the pen is, and how far the pen goes on; thousandths of the size. */
interface Placed {
  x: number;
  y: number;
  advance: number;
}

/**
 * The Thai companion of a face. Marks stand over and under their consonant and over each other: each glyph goes where the font's
 * own tables (GSUB, GPOS) put it. It is part of the file only once something is drawn with it.
 */
export class ThaiFace {
  /** Name in the pages' resources. */
  readonly key: string;
  readonly #document: PDFDocument;
  readonly #embedder: CustomFontSubsetEmbedder;
  readonly #shapes: Font;
  readonly #widths = new Map<string, number | null>();
  #font: PDFFont | null = null;

  constructor(key: string, document: PDFDocument, embedder: CustomFontSubsetEmbedder, shapes: Font) {
    this.key = key;
    this.#document = document;
    this.#embedder = embedder;
    this.#shapes = shapes;
  }

  /** The font in the file; asking for it puts it there. */
  get font(): PDFFont {
    if (!this.#font) {
      this.#font = PDFFont.of(this.#document.context.nextRef(), this.#document, this.#embedder);
      // What `embedFont` does at its end; that one cannot wait until it is known whether the font is needed.
      (this.#document as unknown as { fonts: PDFFont[] }).fonts.push(this.#font);
    }
    return this.#font;
  }

  /** Advance width in thousandths, without kerning; null where the font does not have the character. */
  width(character: string): number | null {
    let width = this.#widths.get(character);
    if (width === undefined) {
      const has = this.#shapes.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
      width = has ? this.#place(inParts(character)).reduce((sum, glyph) => sum + glyph.advance, 0) : null;
      this.#widths.set(character, width);
    }
    return width;
  }

  #place(parts: string): Placed[] {
    const { positions } = this.#shapes.layout(parts, THAI_FEATURES);
    const scale = 1000 / this.#shapes.unitsPerEm;
    return positions.map((p) => ({ advance: p.xAdvance * scale, x: p.xOffset * scale, y: p.yOffset * scale }));
  }

  /** Operators inside a text object that show the run from where the pen is; its text is told apart, so that copying gives it. */
  show(thai: string, size: number): string {
    const parts = inParts(thai);
    const codes = this.font.encodeText(parts).asString().match(/.{4}/g) ?? [];
    const operators: string[] = [];
    let rise = 0;
    let row = '';
    // The pen against where the next glyph's place is counted from.
    let off = 0;
    const flush = (): void => {
      if (row) operators.push(`[${row}] TJ`);
      row = '';
    };
    this.#place(parts).forEach(({ x, y }, i) => {
      if (y !== rise) {
        flush();
        operators.push(`${round((y * size) / 1000)} Ts`);
        rise = y;
      }
      const shift = round(off - x);
      if (shift !== 0) {
        row += `${shift} `;
        off = x;
      }
      row += `<${codes[i] ?? '0000'}>`;
    });
    flush();
    if (rise !== 0) operators.push('0 Ts');
    return operators.join(' ');
  }
}

/** Without kerning a text is as wide as its characters are. */
export const THAI_FEATURES = { kern: false, dist: false };

const round = (value: number): number => Math.round(value * 10) / 10;
