import { chromium, type CDPSession, type Page } from '@playwright/test';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRenderer, rendererFolder } from '../../build/renderer.ts';
import { localHost } from '../../node/local-host.ts';
import { startLoopback } from '../../node/loopback/index.ts';
import { createApplication } from '../../services/index.ts';
import { writeBill } from './bill-file.ts';
import { newBook, tallybook } from './cli.ts';
import { framesOf, type Frames, type FrameTimes, type TraceEvent } from '../support/frames.ts';

/** A book that was made before, so that a bench can be run again at once. */
const KEPT = process.env['TALLYBOOK_BENCH_BOOK'];

/**
 * Scrolls the bill details of so many lines in a real browser while it records a trace: by wheel, by PageDown, and by dragging the scroll
 * bar to the middle and to the end. Reports the longest frame, the 99th percentile, and frames that took more than two refreshes; by the
 * clock, and by processor time, which others on the machine do not lengthen.
 */
export async function benchScroll(rows = 1_000_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-scroll-'));
  try {
    const home = join(folder, 'books');
    mkdirSync(home);
    const book = join(home, 'Bench.tallybook');
    if (KEPT) copyFileSync(KEPT, book);
    else {
      const csv = join(folder, 'detail.csv');
      writeBill(csv, rows);
      tallybook('import', csv, '--book', newBook(book));
      rmSync(csv);
    }
    await buildRenderer();
    await inBrowser(home, book);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function inBrowser(home: string, book: string): Promise<void> {
  const host = localHost();
  const application = createApplication(host);
  const opened = await application.call('book/open', { file: host.files.grant(book, 'read') });
  if (!opened.ok) throw new Error(opened.error.message);
  const loopback = await startLoopback({ host, services: application, renderer: rendererFolder, version: '0', home });
  const browser = await chromium.launch({
    executablePath: process.env['TALLYBOOK_CHROMIUM'] || '/usr/bin/chromium',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(loopback.newAddress());
    page.setDefaultTimeout(180_000);
    await page.waitForSelector('h1');
    await page.goto(`${page.url().split('#')[0]}#/bills/details?periods=all&currency=USD`);
    const grid = page.getByRole('grid', { name: 'Bill lines' });
    await grid.getByRole('row', { name: /lines/ }).waitFor();
    const count = Number(await grid.getAttribute('aria-rowcount')) - 1;
    process.stdout.write(`${count.toLocaleString('en')} lines, a trace each\n`);
    const cdp = await page.context().newCDPSession(page);
    for (const [name, scroll] of SCROLLS) {
      await toTop(page);
      report(name, framesOf(await traced(cdp, () => scroll(page))), await seen(page));
    }
  } finally {
    await browser.close();
    await loopback.close();
  }
}

const SCROLLER = '.table-scroll';
const toTop = async (page: Page): Promise<void> => {
  await page.locator(SCROLLER).evaluate((element) => void (element.scrollTop = 0));
  await page.waitForTimeout(600);
};

/** Rows that stand in the window now, and how many of them have arrived. */
async function seen(page: Page): Promise<string> {
  await page.waitForFunction("document.querySelectorAll('.table-rows .waiting').length === 0", null, { timeout: 60_000 });
  const rows = await page
    .locator('.table-rows > [role=row]')
    .evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-rowindex')) - 1));
  return `rows ${Math.min(...rows).toLocaleString('en')}–${Math.max(...rows).toLocaleString('en')}`;
}

const SCROLLS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    'wheel, 20,000 pixels a second',
    async (page) => {
      await page.locator(SCROLLER).hover();
      for (let turn = 0; turn < 240; turn++) {
        await page.mouse.wheel(0, 320);
        await page.waitForTimeout(16);
      }
    },
  ],
  [
    'PageDown held',
    async (page) => {
      await page.locator(SCROLLER).focus();
      for (let press = 0; press < 150; press++) {
        await page.keyboard.press('PageDown');
        await page.waitForTimeout(24);
      }
    },
  ],
  ['scroll bar to the middle', (page) => drag(page, 0, 0.5)],
  [
    'scroll bar to the end and back',
    async (page) => {
      await drag(page, 0, 1);
      await drag(page, 1, 0.25);
    },
  ],
];

/** Moves the scroll bar as a hand does: some 120 places in two seconds. Headless browsers paint no bar to take hold of, so its place is set. */
async function drag(page: Page, from: number, to: number): Promise<void> {
  await page.locator(SCROLLER).evaluate(
    async (element, { from: begin, to: end }) => {
      const range = element.scrollHeight - element.clientHeight;
      for (let step = 1; step <= 120; step++) {
        element.scrollTop = range * (begin + ((end - begin) * step) / 120);
        await new Promise((done) => setTimeout(done, 16));
      }
    },
    { from, to },
  );
}

/** The trace of what happens meanwhile. */
async function traced(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'] },
  });
  await work();
  const done = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await done;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

function report(name: string, { count, wall, processor }: Frames, where: string): void {
  const ms = ({ longest, p99, over50, dropped }: FrameTimes): string =>
    `longest ${longest.toFixed(1).padStart(6)} ms  p99 ${p99.toFixed(1).padStart(6)} ms  over 50 ms ${String(over50).padStart(2)}  dropped ${String(dropped).padStart(3)}`;
  process.stdout.write(`${name.padEnd(32)} ${String(count).padStart(4)} frames  ${ms(wall)}  ${where}\n`);
  if (processor) process.stdout.write(`${'  of processor time'.padEnd(44)}  ${ms(processor)}\n`);
}
