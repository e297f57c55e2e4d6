import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib';

export interface ReadPage {
  width: number;
  height: number;
  /** Texts in drawing order. */ texts: string[];
  boxes: number;
  streams: number;
}
export interface ReadFont {
  name: string;
  glyphs: number;
  bytes: number;
}

const contentOf = (document: PDFDocument, ref: unknown): string => {
  const stream = document.context.lookup(ref as PDFRef, PDFStream);
  if (!(stream instanceof PDFRawStream)) throw new Error('not a raw stream');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
};

/** Pages and fonts of a file as a viewer would find them: texts are decoded through each font's ToUnicode table. */
export async function readPdf(bytes: Uint8Array): Promise<{ pages: ReadPage[]; fonts: ReadFont[]; document: PDFDocument }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = new Map<string, ReadFont>();
  const pages = document.getPages().map((page): ReadPage => {
    const tables = new Map<string, Map<string, string>>();
    const resources = page.node.Resources()!.lookup(PDFName.of('Font'), PDFDict);
    for (const [key, value] of resources.entries()) {
      const font = document.context.lookup(value, PDFDict);
      const table = new Map<string, string>();
      for (const line of contentOf(document, font.get(PDFName.of('ToUnicode'))).matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim))
        table.set(line[1]!.toUpperCase(), Buffer.from(line[2]!, 'hex').swap16().toString('utf16le'));
      tables.set(key.asString(), table);
      const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
      const descriptor = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict);
      const file = document.context.lookup(descriptor.get(PDFName.of('FontFile2')), PDFStream);
      fonts.set(key.asString(), {
        name: font.lookup(PDFName.of('BaseFont'), PDFName).asString(),
        glyphs: table.size,
        bytes: file.getContentsSize(),
      });
    }
    const contents = page.node.get(PDFName.of('Contents'));
    const operators = contentOf(document, contents);
    // Runs of marked Thai say beside their glyphs what they are.
    const drawn = /ActualText <FEFF([0-9A-F]+)>|(\/F\d) [\d.]+ Tf [^<]*<([0-9A-F]+)> Tj/gi;
    const texts = [...operators.matchAll(drawn)].map(([, said, font, hex]) =>
      said
        ? Buffer.from(said, 'hex').swap16().toString('utf16le')
        : (hex!.match(/.{4}/g) ?? []).map((code) => tables.get(font!)?.get(code.toUpperCase()) ?? '\ufffd').join(''),
    );
    return {
      width: page.getWidth(),
      height: page.getHeight(),
      texts,
      boxes: (operators.match(/ re S$/gm) ?? []).length,
      streams: contents instanceof PDFRef ? 1 : 0,
    };
  });
  return { pages, fonts: [...fonts.values()], document };
}
