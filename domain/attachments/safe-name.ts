const LONGEST = 100;
/** Devices of Windows, with or without an ending: `aux.pdf` cannot be unpacked there. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)$/i;
const ENDING = /\.[\p{L}\p{N}]{1,10}$/u;

/**
 * A file or folder name that every system takes and that leads nowhere: no separators, control or direction marks, no
 * characters that Windows forbids, no reserved device, no dot or blank at its ends, at most 100 characters with its ending kept.
 */
export function safeName(text: string, otherwise = 'file'): string {
  const clean = text
    .normalize('NFC')
    .toWellFormed()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}/\\:*?"<>|\uFFFD]/gu, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = shorten(clean, LONGEST);
  if (short === '') return otherwise;
  const stem = short.slice(0, short.indexOf('.') < 0 ? undefined : short.indexOf('.'));
  return RESERVED.test(stem.trimEnd()) ? `_${short}` : short;
}

/** Cuts the middle part, not the ending, and never half a character. */
function shorten(name: string, most: number): string {
  if (name.length <= most) return name;
  const ending = ENDING.exec(name)?.[0] ?? '';
  const cut = name.slice(0, most - ending.length);
  const whole = /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
  return whole.replace(/[. ]+$/, '') + ending;
}

/** As two systems compare names: whatever the case. */
const same = (name: string): string => name.normalize('NFC').toLowerCase().toUpperCase();

/** Gives safe names, each once: `a.pdf`, `a (2).pdf`. */
export class NameGiver {
  readonly #taken = new Set<string>();

  /** `taken`: names that are in use already. */
  constructor(taken: readonly string[] = []) {
    for (const name of taken) this.#taken.add(same(name));
  }

  give(text: string, otherwise?: string): string {
    const wanted = safeName(text, otherwise);
    const ending = ENDING.exec(wanted)?.[0] ?? '';
    const stem = wanted.slice(0, wanted.length - ending.length);
    for (let turn = 1; ; turn++) {
      const mark = turn === 1 ? '' : ` (${turn})`;
      const name = mark === '' ? wanted : shorten(stem, LONGEST - ending.length - mark.length) + mark + ending;
      if (this.#taken.has(same(name))) continue;
      this.#taken.add(same(name));
      return name;
    }
  }
}
