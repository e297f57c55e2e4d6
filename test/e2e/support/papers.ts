import { PDFDocument, PDFName, PDFRawStream, StandardFonts, rgb } from 'pdf-lib';
import { crc32, deflateSync } from 'node:zlib';

/**
 * Two pages that paint something, and a script that tries to say so. The second page holds a fax (CCITT group 4): 64 lines that
 * are the line above, which is white and here stands for black.
 */
export async function twoPages(): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.TimesRoman);
  const first = doc.addPage([595, 842]);
  first.drawText('Withholding tax certificate (invented)', { x: 60, y: 760, size: 22, font });
  first.drawRectangle({ x: 60, y: 300, width: 300, height: 200, color: rgb(0.1, 0.4, 0.7) });
  const second = doc.addPage([842, 595]);
  const lines = Buffer.concat([Buffer.alloc(8, 0xff), Buffer.from([0x00, 0x10, 0x01])]);
  const fax = PDFRawStream.of(
    doc.context.obj({
      Type: 'XObject',
      Subtype: 'Image',
      Width: 64,
      Height: 64,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 1,
      Filter: 'CCITTFaxDecode',
      DecodeParms: { K: -1, Columns: 64, Rows: 64, BlackIs1: true },
    }),
    lines,
  );
  second.node.setXObject(PDFName.of('Fax'), doc.context.register(fax));
  const content = doc.context.register(doc.context.stream('q 400 0 0 400 200 100 cm /Fax Do Q'));
  second.node.set(PDFName.of('Contents'), content);
  doc.addJavaScript('open', "app.alert('ran'); app.launchURL('http://127.0.0.1:9/ran'); this.submitForm('http://127.0.0.1:9/ran');");
  return doc.save();
}

/** A PDF that asks for a password: its keys answer to none. */
export const lockedPdf = (): string =>
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
    `4 0 obj<</Filter/Standard/V 1/R 2/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>/P -4>>endobj`,
    'trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<00><00>]>>',
    'startxref',
    '0',
    '%%EOF',
  ].join('\n');

/** A picture of that size, all of one colour. */
export function picture(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits, grey.
  head[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 0x50);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
