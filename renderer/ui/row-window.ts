/*
 * Rows of one height in a scroller. A browser draws no element higher than some 33 million pixels, and loses pixels long before, so a
 * long table is drawn on a shorter sheet: near moves go pixel by pixel, and a far jump takes the same share of the table as of the sheet.
 * `virtual` is where the table stands, `physical` the scroller's scrollTop, and `shift` what lies between them.
 */

/** Height of the sheet, in pixels: positions on it are exact to half a pixel. */
export const SHEET = 4_000_000;

export interface Extent {
  count: number;
  rowHeight: number;
  /** Pixels of the head above the rows and of the totals under them, both of which stick. */
  head: number;
  foot: number;
  /** Pixels that the scroller shows. */
  view: number;
}

const total = ({ count, rowHeight }: Extent): number => count * rowHeight;
export const sheetHeight = (extent: Extent): number => Math.min(total(extent), SHEET);
const most = (extent: Extent, height: number): number => Math.max(0, extent.head + height + extent.foot - extent.view);
/** How far the table and its sheet can be scrolled. */
export const mostVirtual = (extent: Extent): number => most(extent, total(extent));
export const mostPhysical = (extent: Extent): number => most(extent, sheetHeight(extent));

/** Pixels at either end of the sheet that stand for as many of the table, so that one comes to the ends pixel by pixel. */
const EDGE = SHEET / 16;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The shift after the scroller moved from `before` to `now`. */
export function shiftAfter(extent: Extent, shift: number, before: number, now: number): number {
  const [ends, sheetEnds] = [mostVirtual(extent), mostPhysical(extent)];
  if (ends === sheetEnds) return 0;
  if (now <= 0) return 0;
  if (now >= sheetEnds - 1) return ends - sheetEnds;
  const near = Math.abs(now - before) <= 3 * extent.view;
  const virtual = near ? now + shift : standsFor(now, sheetEnds, ends);
  return Math.round(clamp(virtual, 0, ends) - now);
}

/** What a place `at` of a range stands for in another range: as many pixels from the ends, in proportion between. */
function standsFor(at: number, ends: number, others: number): number {
  if (at <= EDGE) return at;
  if (at >= ends - EDGE) return others - (ends - at);
  return EDGE + ((at - EDGE) / (ends - 2 * EDGE)) * (others - 2 * EDGE);
}

/** Where on the sheet the table belongs, so that the scroll bar tells the truth; asked for when nothing moves. */
export const restingPlace = (extent: Extent, virtual: number): number => {
  const [ends, sheetEnds] = [mostVirtual(extent), mostPhysical(extent)];
  return ends === sheetEnds ? virtual : Math.round(standsFor(virtual, ends, sheetEnds));
};

/** Where the table must stand for the row to be seen, moving no further than needed. */
export function virtualFor(extent: Extent, index: number, virtual: number): number {
  const top = index * extent.rowHeight;
  const room = extent.view - extent.head - extent.foot;
  const low = top + extent.rowHeight - room;
  return clamp(virtual > top ? top : virtual < low ? low : virtual, 0, mostVirtual(extent));
}

/** First and last row to draw; last is -1 where there is none. */
export function drawnRows(extent: Extent, virtual: number, overscan: number): { first: number; last: number } {
  const first = Math.floor(virtual / extent.rowHeight) - overscan;
  const last = Math.ceil((virtual + extent.view - extent.head) / extent.rowHeight) + overscan;
  return { first: clamp(first, 0, Math.max(0, extent.count - 1)), last: clamp(last, -1, extent.count - 1) };
}

/** Rows that are seen in full at once, less one that a page's jump keeps in sight. */
export const pageRows = (extent: Extent): number =>
  Math.max(1, Math.floor((extent.view - extent.head - extent.foot) / extent.rowHeight) - 1);
