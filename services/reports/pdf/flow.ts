import type { Faces } from './fonts.ts';
import { MUTED, Page, RULE, type Orientation } from './page.ts';

export const MARGIN = { side: 42, top: 46, bottom: 52 } as const;

/** Pages filled from top to bottom. `y` is where the next thing goes. */
export class Flow {
  readonly faces: Faces;
  readonly pages: Page[] = [];
  y: number = MARGIN.top;
  #page: Page;
  readonly #running: string;

  /** `running` stands at the head of every page but the first. */
  constructor(faces: Faces, running: string, first: Orientation = 'portrait') {
    this.faces = faces;
    this.#running = running;
    this.#page = new Page(first);
    this.pages.push(this.#page);
  }

  get page(): Page {
    return this.#page;
  }
  get left(): number {
    return MARGIN.side;
  }
  get width(): number {
    return this.#page.width - 2 * MARGIN.side;
  }
  /** Points left on this page. */
  get room(): number {
    return this.#page.height - MARGIN.bottom - this.y;
  }

  next(orientation: Orientation = this.#page.orientation): void {
    this.#page = new Page(orientation);
    this.pages.push(this.#page);
    this.#page.text(this.left, 32, this.#running, { face: this.faces.regular, size: 7.5, colour: MUTED });
    this.#page.rule(this.left, 37, this.width, RULE, 0.4);
    this.y = MARGIN.top + 8;
  }

  /** Makes sure of room for something that must not be torn, on a page of that orientation. */
  need(height: number, orientation: Orientation = this.#page.orientation): void {
    if (this.#page.orientation !== orientation || this.room < height) this.next(orientation);
  }

  /** Puts the foot on every page: what ties the report to the book, and the page's number. */
  feet(left: string, pageOf: (page: number, pages: number) => string): void {
    this.pages.forEach((page, i) => {
      const y = page.height - 28;
      const style = { face: this.faces.regular, size: 6.5, colour: MUTED } as const;
      page.rule(MARGIN.side, y - 10, page.width - 2 * MARGIN.side, RULE, 0.4);
      page.text(MARGIN.side, y, left, style);
      page.text(page.width - MARGIN.side, y, pageOf(i + 1, this.pages.length), { ...style, align: 'right' });
    });
  }
}
