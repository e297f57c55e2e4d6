import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import * as fontkit from 'fontkit';
import { CustomFontSubsetEmbedder, type PDFDocument, type PDFFont } from 'pdf-lib';
import { refuse } from '../../../domain/result.ts';
import { THAI_FEATURES, ThaiFace } from './thai-face.ts';

const FILES = { regular: 'NotoSansSC_400Regular.ttf', bold: 'NotoSansSC_700Bold.ttf' } as const;
export type Weight = keyof typeof FILES;
const THAI_FILES: Record<Weight, string> = { regular: 'NotoSansThai_400Regular.ttf', bold: 'NotoSansThai_700Bold.ttf' };

/**
 * Where the report's fonts lie: in `folder` (or TALLYBOOK_FONTS) side by side, else in the package that carries them.
 * They are TrueType outlines: pdf-lib's subsets of PostScript ones do not draw everywhere.
 */
export function fontPaths(folder: string | undefined = process.env['TALLYBOOK_FONTS']): Record<Weight, string> {
  if (folder) return { regular: join(folder, FILES.regular), bold: join(folder, FILES.bold) };
  const require = createRequire(import.meta.url);
  const at = (style: string, file: string): string => require.resolve(`@expo-google-fonts/noto-sans-sc/${style}/${file}`);
  return { regular: at('400Regular', FILES.regular), bold: at('700Bold', FILES.bold) };
}

type StreamingSubset = fontkit.Subset & { encodeStream(): Readable };

/** Where the Thai font beside them lies. */
function thaiPath(weight: Weight, folder: string | undefined = process.env['TALLYBOOK_FONTS']): string {
  const file = THAI_FILES[weight];
  if (folder) return join(folder, file);
  return createRequire(import.meta.url).resolve(
    `@expo-google-fonts/noto-sans-thai/${weight === 'bold' ? '700Bold' : '400Regular'}/${file}`,
  );
}

/** pdf-lib asks a subset for a stream, fontkit 2 answers with bytes. The last font made is kept for questions about glyphs. */
function adapter(): { create(data: Uint8Array, name?: string): fontkit.Font; last: fontkit.Font | undefined } {
  return {
    last: undefined,
    create(data, name) {
      const font = fontkit.create(data, name);
      const createSubset = font.createSubset.bind(font);
      font.createSubset = () => {
        const subset = createSubset() as StreamingSubset;
        subset.encodeStream = () => Readable.from([subset.encode()], { objectMode: true });
        return subset;
      };
      this.last = font;
      return font;
    },
  };
}

export interface Glyph {
  /** Four hex digits of the glyph in the subset. */
  hex: string;
  /** In thousandths of the font size. */
  width: number;
}

/** A weight embedded into a document as a subset. Every character is shaped once and remembered. */
export class Face {
  /** Name in the pages' resources. */
  readonly key: string;
  readonly font: PDFFont;
  /** What draws Thai; null where that font is not installed. */
  readonly thai: ThaiFace | null;
  readonly #shapes: fontkit.Font;
  readonly #widths = new Map<string, number | null>();
  readonly #glyphs = new Map<string, Glyph>();

  constructor(key: string, font: PDFFont, shapes: fontkit.Font, thai: ThaiFace | null) {
    this.key = key;
    this.font = font;
    this.thai = thai;
    this.#shapes = shapes;
  }

  /** Advance width in thousandths, or null when neither font has the character. */
  width(character: string): number | null {
    let width = this.#widths.get(character);
    if (width === undefined) {
      width = this.#has(character) ? this.font.widthOfTextAtSize(character, 1000) : (this.thai?.width(character) ?? null);
      this.#widths.set(character, width);
    }
    return width;
  }

  #has(character: string): boolean {
    return this.#shapes.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  }

  /** The glyph of a character that is drawn; null when the font does not have it. */
  glyph(character: string): Glyph | null {
    const known = this.#glyphs.get(character);
    if (known) return known;
    const width = this.#has(character) ? this.width(character) : null;
    if (width === null) return null;
    const glyph = { hex: this.font.encodeText(character).asString(), width };
    this.#glyphs.set(character, glyph);
    return glyph;
  }
}

export type Faces = Record<Weight, Face>;

/** Both weights, ready to draw with. The names in the file carry a fixed subset tag, so that bytes do not change. */
export async function embedFaces(document: PDFDocument, folder?: string): Promise<Faces> {
  const paths = fontPaths(folder);
  const embed = async (weight: Weight, key: string, name: string): Promise<Face> => {
    const bytes = await readFile(paths[weight]).catch(() =>
      refuse('export.no-font', 'The font for PDF reports is not there.', {
        file: FILES[weight],
        remedy: 'Install Tallybook again, or export XLSX.',
      }),
    );
    const kit = adapter();
    document.registerFontkit(kit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
    const font = await document.embedFont(bytes, { subset: true, customName: name });
    if (!kit.last) throw new Error('The font was not read.');
    return new Face(key, font, kit.last, await thaiFace(document, `${key}T`, weight, folder));
  };
  return { regular: await embed('regular', 'F1', 'TALYRG+NotoSansSC-Regular'), bold: await embed('bold', 'F2', 'TALYBD+NotoSansSC-Bold') };
}

/** The Thai font of a weight, ready to be asked for; not in the file before it is. */
async function thaiFace(document: PDFDocument, key: string, weight: Weight, folder?: string): Promise<ThaiFace | null> {
  const bytes = await readFile(thaiPath(weight, folder)).catch(() => null);
  if (!bytes) return null;
  const kit = adapter();
  const name = weight === 'bold' ? 'TALYTB+NotoSansThai-Bold' : 'TALYTR+NotoSansThai-Regular';
  const embedder = await CustomFontSubsetEmbedder.for(
    kit as unknown as Parameters<typeof CustomFontSubsetEmbedder.for>[0],
    bytes,
    name,
    THAI_FEATURES,
  );
  return kit.last ? new ThaiFace(key, document, embedder, kit.last) : null;
}
