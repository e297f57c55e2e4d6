import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeName } from './entry-name.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

describe('decodeName', () => {
  it.each([
    ['ASCII', Buffer.from('bill.csv'), 0, 'bill.csv'],
    ['UTF-8 by its flag', Buffer.from('é账单.csv'), 0x800, 'é账单.csv'],
    ['GB18030, as Chinese Windows packs', hex('d5cbb5a52e637376'), 0, '账单.csv'],
    ['GB18030 of four bytes', hex('8139ee39d5cb'), 0, '㐀账'],
    ['UTF-8 without its flag, as a Mac packs', Buffer.from('账单.csv'), 0, '账单.csv'],
    ['CP437 where it is not GB18030', hex('82ff2e747874'), 0, 'é\u00a0.txt'],
  ])('%s', (_, raw, flags, expected) => {
    expect(decodeName(raw, flags, [])).toBe(expected);
  });

  it('prefers a Unicode path that belongs to the name', () => {
    const raw = Buffer.from('?.csv');
    const path = (sum: number): Buffer => Buffer.concat([hex('01'), Buffer.from(new Uint32Array([sum]).buffer), Buffer.from('账单.csv')]);
    expect(decodeName(raw, 0, [{ id: 0x7075, data: path(crc32(raw)) }])).toBe('账单.csv');
    expect(decodeName(raw, 0, [{ id: 0x7075, data: path(1) }])).toBe('?.csv');
  });
});
