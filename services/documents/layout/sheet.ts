import type { Face } from '../../reports/pdf/fonts.ts';
import type { Flow } from '../../reports/pdf/flow.ts';
import type { Colour } from '../../reports/pdf/page.ts';
import { printable, widthOf, wrap } from '../../reports/pdf/text.ts';
import type { PaperLanguage } from '../../../domain/invoices/paper-language.ts';
import type { Told } from '../language.ts';

/** Size of running text and of labels, in points. */
export const TEXT = 8.5;
export const LABEL = 7;
export const LEADING = 1.38;

/** What every part of a paper is drawn with. */
export interface Sheet {
  flow: Flow;
  language: PaperLanguage;
  /** True once a name in its own script was left out. */
  leftOut: boolean;
}

export interface Style {
  face: Face;
  size: number;
  colour?: Colour;
}

/** Both languages as lines of at most `width` points: on one line where there is room, else the Chinese below. */
export function toldLines(told: Told, style: Style, width: number): string[] {
  const joined = told.filter(Boolean).join(' ');
  if (told.length === 1 || widthOf(style.face, printable(joined), style.size) <= width) return wrap(style.face, joined, style.size, width);
  return told.flatMap((text) => wrap(style.face, text ?? '', style.size, width));
}

/** Draws lines from `top` on; returns where the next thing may begin. */
export function drawLines(flow: Flow, lines: readonly string[], x: number, top: number, style: Style): number {
  lines.forEach((line, i) => flow.page.text(x, top + style.size + i * style.size * LEADING, line, style));
  return top + lines.length * style.size * LEADING;
}

/** The text, cut at the end where it is wider than the place for it; for running heads only. */
export function clipped(text: string, style: Style, width: number): string {
  const clean = printable(text);
  if (widthOf(style.face, clean, style.size) <= width) return clean;
  const characters = [...clean];
  while (characters.length > 0 && widthOf(style.face, `${characters.join('')}...`, style.size) > width) characters.pop();
  return `${characters.join('').trimEnd()}...`;
}

/** The largest size from `size` down to `least` at which the text fits. */
export function sizeFor(face: Face, text: string, size: number, width: number, least = 5): number {
  let fit = size;
  while (fit > least && widthOf(face, printable(text), fit) > width) fit -= 0.25;
  return fit;
}

/** True where the font has every character. */
export const canPrint = (face: Face, text: string): boolean =>
  [...printable(text)].every((character) => character === '\n' || face.width(character) !== null);
