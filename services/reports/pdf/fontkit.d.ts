/** The few parts of fontkit 2 that reports use; the package ships no types. */
declare module 'fontkit' {
  export interface Subset {
    encode(): Uint8Array;
  }
  /** Positions in units of the em, one a glyph. */
  export interface GlyphRun {
    positions: { xAdvance: number; xOffset: number; yOffset: number }[];
  }
  export interface Font {
    unitsPerEm: number;
    layout(text: string, features?: Record<string, boolean>): GlyphRun;
    hasGlyphForCodePoint(codePoint: number): boolean;
    createSubset(): Subset;
  }
  export function create(data: Uint8Array, postscriptName?: string): Font;
}
