import type { Face } from './fonts.ts';
import { hangs, thaiBreaks } from './thai.ts';

/** Width of the box drawn for a character the font does not have, in thousandths. */
export const BOX_WIDTH = 600;

/** One spelling for each character, no controls: what is measured is what is drawn. */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  const clean = text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2060\ufeff]/g, ' ');
  return IDEOGRAPH.test(clean) ? clean : clean.replace(CURLY, (c) => STRAIGHT[c] ?? c);
}

/** Figures and most Latin texts are as they are printed already. */
const PLAIN = /^[\u0020-\u007e]*$/;
/** The font's curly quotes and ellipsis are as wide as an ideograph: right between ideographs, a hole in a Latin text. */
const CURLY = /[‘’“”…]/g;
const STRAIGHT: Record<string, string> = { '‘': "'", '’': "'", '“': '"', '”': '"', '…': '...' };

export function widthOf(face: Face, text: string, size: number): number {
  let width = 0;
  for (const character of text) width += face.width(character) ?? BOX_WIDTH;
  return (width * size) / 1000;
}

/** Scripts written without spaces: a line may end after each character. */
const IDEOGRAPH = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u{20000}-\u{323af}]/u;
/** A line never begins with these … */
const CLOSING = /[!%),.:;?\]}’”‥…、。々〉》」』】〕〗〞！％），．：；？］｝～￠°′″]/u;
/** … and never ends with these. */
const OPENING = /[([{‘“〈《「『【〔〖〝（［｛￡￥＄$£¥]/u;

/** True where a line may end between two characters. */
function mayBreak(before: string, after: string): boolean {
  if (CLOSING.test(after) || OPENING.test(before)) return false;
  if (before === ' ') return true;
  if (IDEOGRAPH.test(before) || IDEOGRAPH.test(after)) return after !== ' ';
  return /[-/–—|_]/.test(before) && /[^\d\s]/.test(after);
}

/** Lines of at most `width` points. A word that is too long for a line is broken anywhere. */
export function wrap(face: Face, text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  const limit = (width * 1000) / size + 0.01;
  for (const paragraph of printable(text).split('\n')) {
    const characters = [...paragraph.trimEnd()];
    let start = 0;
    let used = 0;
    let lastBreak = -1;
    const inThai = thaiBreaks(characters);
    for (let i = 0; i < characters.length; i++) {
      const character = characters[i] ?? '';
      if (i > start && (inThai.has(i) || mayBreak(characters[i - 1] ?? '', character))) lastBreak = i;
      const advance = face.width(character) ?? BOX_WIDTH;
      // More than once where the part carried over fills a line by itself.
      while (used + advance > limit && i > start && character !== ' ') {
        let end = lastBreak > start ? lastBreak : i;
        while (end > start + 1 && hangs(characters[end])) end--;
        lines.push(characters.slice(start, end).join('').trimEnd());
        start = end;
        lastBreak = -1;
        used = 0;
        for (let j = start; j < i; j++) used += face.width(characters[j] ?? '') ?? BOX_WIDTH;
      }
      used += advance;
    }
    lines.push(characters.slice(start).join(''));
  }
  return lines;
}

/** Width of the longest piece that wrap() would not break, for the narrowest sensible column. */
export function longestPiece(face: Face, text: string, size: number): number {
  let longest = 0;
  let used = 0;
  let spaces = 0;
  let before = '';
  const characters = [...printable(text)];
  const inThai = thaiBreaks(characters);
  for (const [i, character] of characters.entries()) {
    const advance = face.width(character) ?? BOX_WIDTH;
    if (character === '\n' || inThai.has(i) || (before !== '' && mayBreak(before, character))) used = spaces = 0;
    // Spaces at the end of a piece hang over; those inside it count.
    if (character === ' ') spaces += advance;
    else if (character !== '\n') {
      used += spaces + advance;
      spaces = 0;
    }
    longest = Math.max(longest, used);
    before = character;
  }
  return (longest * size) / 1000;
}
