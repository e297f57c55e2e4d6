import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { insertLines } from '../../test/support/lines.ts';
import { createBook } from '../book.ts';
import { EVERYTHING } from '../queries/bills-filter.ts';
import { billTotals } from '../queries/bills-sums.ts';
import { makeBlocks } from './build.ts';
import { wrongBlocks } from './verify.ts';

it('a batch whose sums pass 53 bits keeps its lines, has no rollup, and adds up exactly', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-large-sums-'));
  const book = createBook(join(folder, 'b.tallybook'));
  try {
    const lines = Array.from({ length: 40 }, () => ({ productType: 'ECS', payable: '9000000000000000.0000000001' }));
    insertLines(book, lines);
    book.write.transaction(() => makeBlocks(book.write, 1));
    expect(book.read.all('SELECT name FROM line_count')).toEqual([{ name: 'lines' }]);
    expect(billTotals(book.read, { ...EVERYTHING, period: '2023-09' }).byCurrency['USD']?.payable).toBe('360000000000000000.000000004');
    expect(wrongBlocks(book.read)).toBeNull();
  } finally {
    book.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
