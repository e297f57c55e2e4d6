/** Thai characters; the font of reports has none of them, they are drawn in one of their own. */
export const THAI = /[\u0e01-\u0e3a\u0e3f-\u0e5b]/;
const RUNS = /([\u0e01-\u0e3a\u0e3f-\u0e5b]+)/;

/** Vowels and marks that stand above, below or after a consonant: no line begins with one. */
const HANGS = /[\u0e30-\u0e3a\u0e45-\u0e4e\u0e2f]/;

/** The text in pieces, Thai and other by turns, the first one other (and often empty). */
export const thaiRuns = (text: string): string[] => text.split(RUNS);

/**
 * Sara am in its two parts, the ring below the tone mark that was typed before it: what is drawn. The font would set the ring
 * on top of the tone.
 */
export const inParts = (thai: string): string => thai.replace(/([\u0e48-\u0e4b]?)\u0e33/g, '\u0e4d$1\u0e32');

let words: Intl.Segmenter | undefined;

/** Places in `characters` before which a line may begin because a Thai word does; Thai writes no spaces between words. */
export function thaiBreaks(characters: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const text = characters.join('');
  if (!THAI.test(text)) return found;
  words ??= new Intl.Segmenter('th', { granularity: 'word' });
  const starts = new Set(Array.from(words.segment(text), (part) => part.index));
  let at = 0;
  characters.forEach((character, i) => {
    if (i > 0 && starts.has(at) && THAI.test(character) && THAI.test(characters[i - 1]!) && !HANGS.test(character)) found.add(i);
    at += character.length;
  });
  return found;
}

/** True for what cannot be parted from the character before it. */
export const hangs = (character: string | undefined): boolean => character !== undefined && HANGS.test(character);
