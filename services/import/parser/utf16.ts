import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { TextSource } from './utf8-blocks.ts';

export type Utf16 = 'utf-16le' | 'utf-16be';

/** A table has line ends, a JSON document begins with a bracket; with their bytes swapped these are letters of rare scripts, or none. */
const STRUCTURE = /[\n\r]|^\s*[[{]/;

/**
 * The order of bytes of a text that begins with `head` and has no byte-order mark, or null where it is none. Read in the wrong
 * order a text shows no line ends: where both orders show some, nothing is certain.
 */
export function utf16Of(head: Buffer): Utf16 | null {
  const fits = (['utf-16le', 'utf-16be'] as const).filter((encoding) => {
    const text = new TextDecoder(encoding).decode(head, { stream: true });
    return STRUCTURE.test(text) && !text.includes('\0') && !text.includes('\uFFFD');
  });
  return fits.length === 1 ? fits[0]! : null;
}

/** Refuses a UTF-16 text that is cut inside a character, holds half of a surrogate pair, or holds U+0000. */
export async function refuseBadUtf16(source: TextSource, encoding: Utf16): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let row = 1;
  try {
    for await (const block of source.open()) {
      const text = decoder.decode(block, { stream: true });
      const nul = text.indexOf('\0');
      if (nul >= 0) refuseNul(source.name, row + lineBreaks(text.slice(0, nul)));
      row += lineBreaks(text);
    }
    decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    refuse(
      'import.encoding',
      say`“${{ name: source.name }}” is not valid ${{ wanted: encoding.toUpperCase() }}: it breaks off inside a character, or a character is only half there.`,
      { file: source.name, remedy: 'The file is damaged or incomplete; download it again, or save it as UTF-8.' },
    );
  }
}

export function refuseNul(name: string, row: number): never {
  refuse('import.binary', say`“${{ name }}” is not a text file: row ${{ row }} holds the character NUL.`, {
    file: name,
    row,
    remedy: 'Export the bill as CSV or JSON; if it is one, download it again: it is damaged.',
  });
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
