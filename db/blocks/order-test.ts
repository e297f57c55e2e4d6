import { keepMarked, type LineTest } from './tests.ts';
import type { TextBlock } from './text-block.ts';

/** How an order id is held against texts; `contains` takes a–z and A–Z for the same, as LIKE does. */
export type OrderCheck =
  | { op: 'missing' | 'present' }
  | { op: 'contains'; text: string }
  | { op: 'atLeast' | 'atMost'; than: string }
  | { op: 'in' | 'notIn'; among: readonly string[] };

/** Lines whose order id passes; only `missing` and `notIn` keep lines without one. */
export const orderTest = (check: OrderCheck): LineTest => ({
  columns: null,
  keep(segment, rows) {
    const orders = segment.orders();
    const marked = new Uint8Array(segment.count);
    if (orders) mark(orders, check, marked);
    if (check.op === 'missing' || check.op === 'notIn') for (let i = 0; i < marked.length; i++) marked[i] = 1 - marked[i]!;
    keepMarked(rows, marked);
  },
});

/** Marks the lines that pass; those that do not, for the two that are negations. */
function mark(orders: TextBlock, check: OrderCheck, marked: Uint8Array): void {
  const { starts, bytes, count } = orders;
  switch (check.op) {
    case 'missing':
    case 'present':
      markPresent(orders, marked);
      return;
    case 'in':
    case 'notIn':
      for (const text of check.among) markEqual(orders, Buffer.from(`\u0000${text}`), marked);
      return;
    case 'contains':
      markContaining(orders, folded(Buffer.from(check.text)), marked);
      return;
    case 'atLeast':
    case 'atMost': {
      const than = Buffer.from(`\u0000${check.than}`);
      for (let i = 0; i < count; i++) {
        if (starts[i] === starts[i + 1]) continue;
        const order = than.compare(bytes, starts[i], starts[i + 1]);
        marked[i] = order === 0 || order < 0 === (check.op === 'atLeast') ? 1 : 0;
      }
    }
  }
}

function markPresent({ starts, count }: TextBlock, marked: Uint8Array): void {
  for (let i = 0; i < count; i++) marked[i] = starts[i] === starts[i + 1] ? 0 : 1;
}

function markEqual({ starts, bytes }: TextBlock, text: Buffer, marked: Uint8Array): void {
  for (let hit = bytes.indexOf(text); hit >= 0; hit = bytes.indexOf(text, hit + text.length)) {
    const line = lineAt(starts, hit);
    if (starts[line] === hit && starts[line + 1] === hit + text.length) marked[line] = 1;
  }
}

function markContaining(orders: TextBlock, text: Buffer, marked: Uint8Array): void {
  // Every text contains no text at all.
  if (text.length === 0) return markPresent(orders, marked);
  const { starts } = orders;
  const bytes = foldedBytes(orders);
  for (let hit = bytes.indexOf(text); hit >= 0;) {
    const line = lineAt(starts, hit);
    marked[line] = 1;
    hit = bytes.indexOf(text, starts[line + 1]);
  }
}

/** The line in whose text the byte stands. */
function lineAt(starts: Uint32Array, byte: number): number {
  let [low, high] = [0, starts.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
}

const foldings = new WeakMap<TextBlock, Buffer>();

/** The bytes with A–Z as a–z; kept as long as the block itself. */
export function foldedBytes(block: TextBlock): Buffer {
  let bytes = foldings.get(block);
  if (!bytes) foldings.set(block, (bytes = folded(block.bytes)));
  return bytes;
}

function folded(bytes: Buffer): Buffer {
  const lower = Buffer.from(bytes);
  for (let i = 0; i < lower.length; i++) {
    const byte = lower[i]!;
    if (byte >= 65 && byte <= 90) lower[i] = byte + 32;
  }
  return lower;
}
