import { expect, it } from 'vitest';
import { ImportBench } from '../../test/support/import-host.ts';
import { addInvoice, addPayment } from '../../test/support/documents.ts';
import { removeBlocks } from '../../db/blocks/build.ts';
import { blockSets } from '../../db/blocks/store.ts';
import { generate } from '../sample/generate.ts';
import { checksOf } from './index.ts';

const PERIOD = '2020-05';

it('finds the same from column blocks as from the lines themselves, where all is well and where lines are wrong', async () => {
  using bench = new ImportBench();
  const options = { rows: 400, seed: 7, period: PERIOD } as const;
  const text = (format: 'huawei.detail' | 'huawei.statement', more: object = {}): string =>
    Buffer.concat([...generate(format, { ...options, ...more }).bytes()]).toString('utf8');
  const details = text('huawei.detail').split('\n');
  const at = details[0]!.split(',').indexOf('应付金额');
  // A line is gone, and another one has another last digit.
  details.splice(40, 1);
  details[90] = details[90]!
    .split(',')
    .map((cell, i) => (i === at ? `${cell.slice(0, -1)}${(Number(cell.at(-1)) + 1) % 10}` : cell))
    .join(',');
  await bench.run(
    bench.file(Buffer.from(details.join('\n')), 'demo_PriceFactorBillDetail_202005.csv'),
    bench.file(Buffer.from(text('huawei.statement')), 'demo_SettleBillDetail_202005.csv'),
    bench.file(Buffer.from(text('huawei.detail', { dimension: 'resource', span: 'cycle' })), 'demo_InstanceBillMonth_202005.csv'),
  );
  const book = bench.context.session.book();
  const invoice = addInvoice(book, { period: PERIOD, net: '1000.01' });
  addPayment(book, '1000.01', { [invoice]: '1000.01' });
  const found = () => checksOf(book.read, PERIOD, '2020-07-01');
  expect(blockSets(book.read)).toHaveLength(3);
  const fromBlocks = found();
  expect(fromBlocks.filter((check) => check.status === 'fail').length).toBeGreaterThan(3);
  book.write.transaction(() => {
    for (const { batch } of blockSets(book.read)!) removeBlocks(book.write, batch);
  });
  expect(blockSets(book.read)).toBeNull();
  expect(found()).toEqual(fromBlocks);
});
