import { expect, it } from 'vitest';
import { Desk } from '../../../test/support/consistent/desk.ts';
import { ParserPool } from '../../../test/support/parser-pool.ts';
import { generate } from '../../sample/generate.ts';
import type { SampleFormat, SampleOptions } from '../../sample/options.ts';

/** Files that tell of one month in other words, of other parts of it, and rounded: nothing in them is wrong. */
const FILES: readonly (readonly [SampleFormat, Partial<SampleOptions>])[] = [
  ['huawei.detail', {}],
  ['huawei.statement', {}],
  ['huawei.spending', {}],
  ['huawei.item-overview', {}],
  ['huawei.api.monthly-sum', {}],
  ['huawei.detail.by-type', { language: 'en', span: 'cycle' }],
  ['huawei.detail.by-product', { span: 'day' }],
  ['tencent.detail', {}],
  ['tencent.resources', {}],
  ['tencent.summary', { by: 'product' }],
];

it('finds no fault in tellings that differ by words, coverage and rounding alone', async () => {
  using pool = new ParserPool();
  await using desk = new Desk(pool.fork);
  await desk.create(desk.path('tellings.tallybook'));
  await desk.take(
    FILES.map(([format, options]) => {
      const sample = generate(format, { rows: 250, seed: 7, period: '2024-05', ...options });
      return { name: sample.fileName, text: [...sample.text()].join('') };
    }),
  );
  const checks = (await desk.reconcile()).filter((c) => c.check.startsWith('bill.') || c.check.startsWith('files.'));
  expect(checks.map((c) => `${c.status} ${c.id}`).toSorted()).toEqual([
    'explained bill.tellings:tencent:CNY:product-cycle',
    'explained bill.tellings:tencent:CNY:resource-cycle',
    'pass bill.accounts:huawei:USD',
    'pass bill.accounts:tencent:CNY',
    'pass bill.statement:huawei:USD:statement',
    'pass bill.tellings:huawei:USD:product-day',
    'pass bill.tellings:huawei:USD:product-line',
    'pass bill.tellings:huawei:USD:resource-cycle',
    'pass bill.tellings:huawei:USD:summary',
    'pass bill.tellings:huawei:USD:type-cycle',
    'pass files.parts:huawei:USD',
  ]);
});
