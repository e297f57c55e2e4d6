import type { PaperLanguage } from '../../../domain/invoices/paper-language.ts';
import { Flow } from '../../reports/pdf/flow.ts';
import type { Faces } from '../../reports/pdf/fonts.ts';
import { INK, MUTED, type Colour } from '../../reports/pdf/page.ts';
import { printable, widthOf, wrap } from '../../reports/pdf/text.ts';
import type { Three } from './tawi-rows.ts';

/** Leading of Thai, whose marks stand in two rows over the letters. */
export const THAI_LEADING = 1.5;
const SMALL_LEADING = 1.32;

/** Draws Thai with its second line in the other languages. Coordinates run from the top left. */
export class Pen {
  readonly flow: Flow;
  readonly language: PaperLanguage;

  constructor(faces: Faces, language: PaperLanguage, running: string) {
    this.flow = new Flow(faces, running);
    this.language = language;
  }

  /** The second line: English, Chinese or both. */
  second({ en, zh }: Three): string {
    return this.language === 'both' ? [en, zh].filter(Boolean).join(' ') : this.language === 'zh-CN' ? zh : en;
  }

  text(
    x: number,
    top: number,
    text: string,
    size: number,
    style: { bold?: boolean; colour?: Colour; align?: 'left' | 'right' } = {},
  ): void {
    const face = style.bold ? this.flow.faces.bold : this.flow.faces.regular;
    this.flow.page.text(x, top + size, text, { face, size, colour: style.colour ?? INK, align: style.align ?? 'left' });
  }

  centred(middle: number, top: number, text: string, size: number, style: { bold?: boolean; colour?: Colour } = {}): void {
    this.text(middle - this.width(text, size, style.bold) / 2, top, text, size, style);
  }

  width(text: string, size: number, bold = false): number {
    return widthOf(bold ? this.flow.faces.bold : this.flow.faces.regular, printable(text), size);
  }

  /** Lines of both, and how deep they are. */
  lines(text: Three, width: number, size: number, small: number): { th: string[]; second: string[]; depth: number } {
    const { regular } = this.flow.faces;
    const th = wrap(regular, text.th, size, width);
    const told = this.second(text);
    const second = told === '' ? [] : wrap(regular, told, small, width);
    return { th, second, depth: th.length * size * THAI_LEADING + second.length * small * SMALL_LEADING };
  }

  /** Thai, and the others below it; returns where the next thing may begin. */
  stack(x: number, top: number, text: Three, width: number, size: number, small: number, style: { bold?: boolean } = {}): number {
    const { th, second } = this.lines(text, width, size, small);
    let y = top;
    for (const line of th) {
      this.text(x, y + size * 0.22, line, size, style);
      y += size * THAI_LEADING;
    }
    for (const line of second) {
      this.text(x, y, line, small, { colour: MUTED });
      y += small * SMALL_LEADING;
    }
    return y;
  }

  /** Thai with the others beside it on one line; returns where it ends. */
  beside(x: number, top: number, text: Three, size: number, small: number, style: { bold?: boolean } = {}): number {
    this.text(x, top, text.th, size, style);
    const at = x + this.width(text.th, size, style.bold) + 4;
    const told = this.second(text);
    this.text(at, top + (size - small), told, small, { colour: MUTED });
    return told === '' ? at - 4 : at + this.width(told, small);
  }

  /** A box with hairlines. */
  box(x: number, top: number, width: number, height: number, weight = 0.6, colour: Colour = INK): void {
    const { page } = this.flow;
    page.rule(x, top, width, colour, weight);
    page.rule(x, top + height, width, colour, weight);
    this.upright(x, top, height, weight, colour);
    this.upright(x + width, top, height, weight, colour);
  }

  upright(x: number, top: number, height: number, weight = 0.6, colour: Colour = INK): void {
    this.flow.page.fill(x - weight / 2, top, weight, height, colour);
  }

  /** A box to tick; the tick is two strokes' worth of an x, drawn as text. */
  tick(x: number, top: number, size: number, ticked: boolean): void {
    this.box(x, top, size, size, 0.5);
    if (ticked) this.centred(x + size / 2, top - size * 0.08, '✓', size * 0.95, { bold: true });
  }
}
