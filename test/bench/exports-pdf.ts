import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from '../../services/files/atomic-write.ts';
import { fontPaths } from '../../services/reports/pdf/fonts.ts';
import { writeReportPdf } from '../../services/reports/pdf/report.ts';
import { noMeasures, sampleLines, sampleReport } from '../golden/reports/sample.ts';
import { print, timed, type Figure } from './measure.ts';

const ROUNDS = 3;
/** Rows that fill about two hundred pages. */
const ROWS = 8000;
const NAMES = ['弹性云服务器', '云硬盘', '虚拟私有云', '对象存储服务', '云数据库', '弹性公网带宽', '内容分发网络', '数据湖探索'];

const labelOf = (i: number): string => `${NAMES[i % NAMES.length]}（${NAMES[(i * 7) % NAMES.length]}）第 ${i + 1} 项`;
const amountOf = (i: number): string => `${(i * 7919) % 1_000_003}.${String(i % 100).padStart(2, '0')}`;

const HEADER = ['账号', '明细数', '官网价', '优惠金额', '应付金额'];

/** The texts of a row, as the report prints them: label, lines, list price, discount, payable. */
const row = (i: number): string[] => [labelOf(i), String(i), amountOf(i), amountOf(i + 1), amountOf(i + 2)];

/** A report whose table by account has as many rows as asked for. */
async function ours(path: string, rows: number): Promise<void> {
  const data = sampleReport('zh-CN', sampleLines(20));
  const groups = Array.from({ length: rows }, (_, i) => {
    const [label = '', , listPrice = '0', discount = '0', payable = '0'] = row(i);
    return { label, filter: [], lines: i, amounts: { ...noMeasures(), listPrice, discount, payable } };
  });
  data.summary.byAccount = [{ currency: 'USD', groups }];
  const caller = { signal: new AbortController().signal, progress: () => {} };
  await writeAtomically(path, caller.signal, (sink) => writeReportPdf(sink, data, caller));
}

interface PdfKit {
  new (options: object): {
    font(path: string): unknown;
    fontSize(size: number): unknown;
    addPage(): unknown;
    text(text: string, x: number, y: number, options: object): unknown;
    pipe(to: unknown): unknown;
    end(): void;
  };
}

/** The same rows with pdfkit and the same two fonts, as many a page. */
async function pdfkit(path: string, rows: number, pages: number): Promise<void> {
  const PDFDocument = createRequire(process.env['TALLYBOOK_PDFKIT'] ?? import.meta.url)('pdfkit') as PdfKit;
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
  const out = createWriteStream(path);
  document.pipe(out);
  const perPage = Math.ceil(rows / pages);
  const lefts = [42, 250, 310, 400, 490];
  for (let i = 0; i < rows; i++) {
    const place = i % perPage;
    if (place === 0) {
      document.addPage();
      document.fontSize(8);
      document.font(fontPaths().bold);
      HEADER.forEach((text, k) => document.text(text, lefts[k]!, 40, { lineBreak: false }));
      document.font(fontPaths().regular);
    }
    row(i).forEach((text, k) => document.text(text, lefts[k]!, 54 + place * (720 / perPage), { lineBreak: false }));
  }
  document.end();
  await new Promise<void>((resolve) => out.on('finish', () => resolve()));
}

const pagesOf = (path: string): number =>
  Number(/Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0);

/** What Poppler and MuPDF say of the file while they draw it; empty where all is well. */
function complaints(path: string, folder: string): string {
  const poppler = spawnSync('pdftoppm', ['-r', '30', '-png', path, join(folder, 'page')], { encoding: 'utf8' });
  const mupdf = spawnSync('mutool', ['draw', '-q', '-r', '30', '-o', join(folder, 'draw-%d.png'), path], { encoding: 'utf8' });
  const said = [poppler, mupdf].map((r) => r.stderr ?? 'not installed: apt-get install poppler-utils mupdf-tools').join('');
  // A MuPDF that was built without colour profiles says so of every file.
  return said.replaceAll('warning: ICC support is not available', '').trim();
}

/** A report of about 200 pages with a Chinese table, beside pdfkit with the same rows, fonts and number of pages. */
export function benchExportPdf(rows = ROWS): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-bench-'));
  try {
    const path = join(folder, 'report.pdf');
    const run = (kind: string, to: string, ...more: string[]): Omit<Figure, 'name'> =>
      timed(process.execPath, [import.meta.filename, kind, to, String(rows), ...more]);
    run('ours', path);
    const pages = pagesOf(path) || 200;
    const figures: Figure[] = [];
    const keep = (name: string, run_: () => Omit<Figure, 'name'>): void => {
      const figure = { name, ...run_() };
      const before = figures.findIndex((f) => f.name === name);
      if (before < 0) figures.push(figure);
      else if (figure.seconds < figures[before]!.seconds) figures[before] = figure;
    };
    let peer = true;
    for (let round = 0; round < ROUNDS; round++) {
      try {
        if (peer) keep('pdfkit, the same fonts', () => run('pdfkit', join(folder, 'peer.pdf'), String(pages)));
      } catch {
        peer = false;
        process.stderr.write(
          'pdfkit is not there, so there is no peer to measure against: npm install pdfkit in a folder of its own, and name it: TALLYBOOK_PDFKIT=FOLDER/package.json\n',
        );
      }
      keep('tallybook report, PDF', () => run('ours', path));
    }
    process.stderr.write(`${rows.toLocaleString('en')} rows, ${pages} pages, ${(statSync(path).size / 1e6).toFixed(2)} MB\n`);
    print(figures);
    const said = complaints(path, folder);
    process.stdout.write(`Poppler and MuPDF: ${said === '' ? 'no complaint' : said}\n`);
    if (!existsSync(path)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Promise.resolve();
}

if (process.argv[1] === import.meta.filename) {
  const [, , kind, path = '', rows = '0', pages = '0'] = process.argv;
  if (kind === 'ours') await ours(path, Number(rows));
  if (kind === 'pdfkit') await pdfkit(path, Number(rows), Number(pages));
}
