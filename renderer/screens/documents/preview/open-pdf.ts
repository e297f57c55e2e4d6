import { AnnotationMode, getDocument, PasswordException, PDFWorker, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist';
import { PreviewTrouble, type Paper } from './paper.ts';
import { density } from './zoom.ts';

/** Points of a PDF are 1/72 inch, pixels of CSS 1/96. */
const CSS_PIXELS = 96 / 72;
/** Pages that are shown of a longer document. */
const MOST_PAGES = 500;
/** Most pixels of a picture in a page; larger ones are left out. */
const MOST_IMAGE_PIXELS = 60_000_000;
/** A page that takes longer is given up. */
const PATIENCE_MS = 20_000;

/** What the reader may fetch beside the document: files of the page's own bundle, by plain names. */
class OwnData {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (!/^[\w-]+\.(bcmap|pfb|ttf)$/.test(filename)) throw new Error(`No such data: ${filename}`);
    const response = await fetch(new URL(filename, assets()));
    if (!response.ok) throw new Error(`No such data: ${filename}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
const assets = (): URL => new URL('assets/', document.baseURI);

/**
 * Opens a PDF for painting. Nothing in it is run or followed: no scripts (pdf.js has none without its sandbox, which is not
 * bundled), no XFA, no links, no fonts given to the browser, no WebAssembly, no address but the bundle's own. Filled-in form
 * fields are painted as they look.
 */
export async function openPdf(bytes: Uint8Array): Promise<Paper> {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module', name: 'pdf' });
  const worker = PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
  const base = assets().href;
  const task = getDocument({
    data: bytes,
    worker,
    BinaryDataFactory: OwnData,
    cMapUrl: base,
    standardFontDataUrl: base,
    wasmUrl: base,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: MOST_IMAGE_PIXELS,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = (): void => {
    // At once: a reader that hangs would never answer a polite request.
    port.terminate();
    void task.destroy().catch(() => undefined);
    worker.destroy();
  };
  try {
    const pdf = await within(task.promise, PATIENCE_MS);
    if (pdf.numPages < 1) throw new PreviewTrouble('empty');
    return paperOf(pdf, close);
  } catch (error) {
    close();
    if (error instanceof PreviewTrouble) throw error;
    throw new PreviewTrouble(error instanceof PasswordException || isPassword(error) ? 'encrypted' : 'broken');
  }
}

const isPassword = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException';

function paperOf(pdf: PDFDocumentProxy, close: () => void): Paper {
  // One page at a time: what is painted last is what is looked at.
  let turnOf: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turnOf.then(work, work);
    turnOf = mine;
    return mine;
  };
  return {
    pages: Math.min(pdf.numPages, MOST_PAGES),
    size: async (number) => {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: CSS_PIXELS });
      return { width, height };
    },
    paint: (number, canvas, scale, turn, signal) =>
      inTurn(async () => {
        if (signal.aborted) return;
        const page = await pdf.getPage(number);
        const plain = page.getViewport({ scale: CSS_PIXELS });
        const viewport = page.getViewport({
          scale: CSS_PIXELS * scale * density(plain, scale, window.devicePixelRatio),
          rotation: (page.rotate + turn) % 360,
        });
        // Painted aside and put in place when it is whole: a page that is being zoomed does not flicker.
        const aside = document.createElement('canvas');
        aside.width = Math.max(1, Math.floor(viewport.width));
        aside.height = Math.max(1, Math.floor(viewport.height));
        const render = page.render({ canvas: aside, viewport, annotationMode: AnnotationMode.ENABLE, background: 'rgb(255, 255, 255)' });
        const cancel = (): void => render.cancel();
        signal.addEventListener('abort', cancel, { once: true });
        try {
          await within(render.promise, PATIENCE_MS);
        } catch (error) {
          render.cancel();
          if (signal.aborted) return;
          throw error instanceof PreviewTrouble ? error : new PreviewTrouble('broken');
        } finally {
          signal.removeEventListener('abort', cancel);
          page.cleanup();
        }
        if (signal.aborted) return;
        canvas.width = aside.width;
        canvas.height = aside.height;
        canvas.getContext('2d')?.drawImage(aside, 0, 0);
        aside.width = 0;
      }),
    close,
  };
}

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = window.setTimeout(() => reject(new PreviewTrouble('too-large')), ms);
  return Promise.race([promise, late]).finally(() => window.clearTimeout(timer));
}
