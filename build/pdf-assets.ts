import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './stale.ts';

const FROM = join(root, 'node_modules/pdfjs-dist');
/** What pdf.js may fetch: tables of character codes, fonts that a PDF may leave out, and decoders of scanned pages without WebAssembly. */
const PARTS: readonly [folder: string, names: RegExp][] = [
  ['cmaps', /^[\w-]+\.bcmap$/],
  ['standard_fonts', /^[\w-]+\.(pfb|ttf)$/],
  ['wasm', /^(jbig2|openjpeg)_nowasm_fallback\.js$/],
];

/** Puts the data that shows PDFs beside the page's other files, under the names by which pdf.js asks for them. */
export const pdfAssets = (): Plugin => ({
  name: 'pdf-assets',
  apply: 'build',
  generateBundle() {
    const emit = (fileName: string, from: string): unknown =>
      this.emitFile({ type: 'asset', fileName, source: readFileSync(join(FROM, from)) });
    emit('licences/pdfjs.txt', 'LICENSE');
    for (const [folder, names] of PARTS)
      for (const name of readdirSync(join(FROM, folder)))
        if (names.test(name)) emit(`assets/${name}`, `${folder}/${name}`);
        // Whoever passes these files on has to pass on their terms.
        else if (/^LICENSE(?!.*(QCMS|QUICKJS))/.test(name)) emit(`licences/${folder}-${name.toLowerCase()}.txt`, `${folder}/${name}`);
  },
});
