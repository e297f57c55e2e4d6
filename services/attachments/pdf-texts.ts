import { inflateSync } from 'node:zlib';

/** The most that an object stream, and all of them, may become. */
const MOST_EACH = 4 * 1024 * 1024;
const MOST_ALL = 32 * 1024 * 1024;

/**
 * The text of a PDF's objects: the file without the contents of its streams, and the object streams unpacked (ISO 32000, 7.5.7),
 * in which newer files keep most objects. Within bounds: what is encrypted, damaged or larger is left out.
 */
export function* textsOfPdf(bytes: Buffer): Generator<string> {
  const whole = bytes.toString('latin1');
  const begin = /\bstream\r?\n/g;
  let outside = '';
  let from = 0;
  let left = MOST_ALL;
  for (let found = begin.exec(whole); found; found = begin.exec(whole)) {
    const start = found.index + found[0].length;
    const end = whole.indexOf('endstream', start);
    if (end < 0) break;
    const before = whole.slice(from, found.index);
    outside += `${before} `;
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    if (left > 0 && /\/ObjStm\b/.test(dictionary)) {
      const most = Math.min(MOST_EACH, left);
      const text = unpacked(bytes.subarray(start, end), dictionary, most);
      // One that could not be unpacked may have cost as much as the largest.
      left -= text?.length ?? most;
      if (text !== null) yield text;
    }
    from = end;
    begin.lastIndex = end + 'endstream'.length;
  }
  yield outside + whole.slice(from);
}

function unpacked(data: Buffer, dictionary: string, most: number): string | null {
  if (!/\/Filter\b/.test(dictionary)) return data.toString('latin1').slice(0, most);
  if (!/\/Fl(?:ateDecode)?\b/.test(dictionary)) return '';
  try {
    return inflateSync(data, { maxOutputLength: most }).toString('latin1');
  } catch {
    return null;
  }
}
