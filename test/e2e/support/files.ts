import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { generate } from '../../../services/sample/generate.ts';
import type { SampleFormat, SampleOptions } from '../../../services/sample/options.ts';
import type { Expected } from '../../../services/sample/tally.ts';

export interface BillFile {
  path: string;
  name: string;
  expected: Expected;
}

/** Writes a generated bill into the folder under the name that its vendor gives it. */
export function billFile(folder: string, format: SampleFormat, options: Partial<SampleOptions> = {}): BillFile {
  const sample = generate(format, options);
  const path = join(folder, sample.fileName);
  writeFileSync(path, Buffer.concat([...sample.bytes()]));
  return { path, name: sample.fileName, expected: sample.expected() };
}

/** Writes text or bytes as a file; returns its path. */
export function textFile(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Writes a real PDF of one page that says `title`. */
export async function pdfFile(folder: string, name: string, title: string): Promise<string> {
  const document = await PDFDocument.create();
  const page = document.addPage([420, 260]);
  page.drawText(title, { x: 32, y: 200, size: 14, font: await document.embedFont(StandardFonts.Helvetica) });
  return textFile(folder, name, await document.save());
}
