// The reader of PDFs runs in a worker of the page's own bundle: what a document makes of it ends when the worker is ended.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
