import { expect, it } from 'vitest';
import { pictureSize } from './picture-size.ts';

const of = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

it.each([
  ['png' as const, '89504e470d0a1a0a 0000000d 49484452 00000320 00000258', { width: 800, height: 600 }],
  ['gif' as const, '474946383961 4001 c800', { width: 320, height: 200 }],
  // Application data, filling, then a progressive frame.
  ['jpeg' as const, 'ffd8 ffe00004aaaa ff ffdb0004aaaa ffc2 0011 08 00c8 0140 03 01', { width: 320, height: 200 }],
  ['jpeg' as const, 'ffd8 ffc40004aaaa ffc0 0011 08 0001 0002 03 01', { width: 2, height: 1 }],
  ['jpeg' as const, 'ffd8 ffda0004aaaa ffc0 0011 08 0001 0002 03 01', null],
  ['jpeg' as const, 'ffd8 ffe0ffffaaaa ffd9 0000000000', null],
  ['jpeg' as const, 'ffd8', null],
  ['png' as const, '89504e470d0a1a0a', null],
  ['pdf' as const, '255044462d312e37 0000000000000000000000000000000000', null],
])('%s %s', (kind, hex, size) => expect(pictureSize(kind, of(hex))).toEqual(size));
