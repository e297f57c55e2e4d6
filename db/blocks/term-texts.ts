import type { ReadDb } from '../connection.ts';
import { decodeTexts, encodeTexts, type TextBlock } from './text-block.ts';
import { foldedBytes } from './order-test.ts';

/** Texts of the book in blocks, in the order of their ids: texts are added, never changed or taken out. */
interface Known {
  last: number;
  blocks: { ids: Int32Array; texts: TextBlock }[];
}
const PER_BLOCK = 65_536;
const memories = new WeakMap<ReadDb, Known>();

/**
 * Which texts contain this one: 1 at the id of each. Letters a–z and A–Z are the same, as with LIKE; looking through the bytes of
 * all texts at once is five times as quick, and as good for two Chinese characters as for twenty.
 */
export function termsLike(read: ReadDb, text: string): Uint8Array {
  const { last, blocks } = known(read);
  const found = new Uint8Array(last + 1);
  const wanted = Buffer.from(text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
  for (const { ids, texts } of blocks) {
    if (wanted.length === 0) {
      // Every text contains no text at all.
      for (const id of ids) found[id] = 1;
      continue;
    }
    const bytes = foldedBytes(texts);
    let line = 0;
    for (let hit = bytes.indexOf(wanted); hit >= 0;) {
      while (texts.starts[line + 1]! <= hit) line++;
      found[ids[line]!] = 1;
      hit = bytes.indexOf(wanted, texts.starts[line + 1]);
    }
  }
  return found;
}

function known(read: ReadDb): Known {
  let memory = memories.get(read);
  if (!memory) memories.set(read, (memory = { last: 0, blocks: [] }));
  for (;;) {
    const rows = read.all<{ id: number; text: string }>('SELECT id, text FROM term WHERE id > ? ORDER BY id LIMIT ?', [
      memory.last,
      PER_BLOCK,
    ]);
    if (rows.length === 0) return memory;
    const bytes = encodeTexts(rows.map((row) => row.text))!;
    memory.blocks.push({ ids: Int32Array.from(rows, (row) => row.id), texts: decodeTexts(bytes) });
    memory.last = rows.at(-1)!.id;
  }
}
