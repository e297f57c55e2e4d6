import { afterAll, beforeAll, expect, it } from 'vitest';
import { billRig } from '../../test/support/bill-rig.ts';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { studyPrices } from '../../domain/reconcile/beside/price-study.ts';
import { plainLines } from '../queries/priced-lines.ts';
import { VENDOR_CODES } from '../measures.ts';
import { makeMissing } from './build.ts';
import { pricedIn } from './priced.ts';

let rig: ReturnType<typeof billRig>;
beforeAll(() => (rig = billRig()));
afterAll(() => rig.close());

it('blocks tell the same of prices as the lines themselves', () => {
  const line = (n: number, more: TestLine = {}): TestLine => ({
    productType: n % 2 ? 'ECS' : 'OBS',
    spec: `s${n % 3}`,
    billType: '消费-使用',
    unitPrice: '0.25',
    usage: String(n + 1),
    listPrice: String((n + 1) / 4),
    discount: String((n + 1) / 40),
    ...more,
  });
  const lines = Array.from({ length: 90 }, (_, n) => line(n));
  insertLines(rig.book, [
    ...lines,
    line(4, { usage: '9.5' }),
    line(5, { unitPrice: '0.5' }),
    line(6, { discount: '0.4' }),
    { payable: '1' },
  ]);
  insertLines(rig.book, [line(7, { usage: '999' })], { period: '2023-08' });
  rig.book.write.transaction(() => makeMissing(rig.book.write));
  const scope = { period: 202309, vendor: VENDOR_CODES.huawei, currency: 'USD' };
  const batches = [1, 2];
  const plain = studyPrices(plainLines(rig.book.read, { ...scope, batches }));
  expect(plain.outliers.map((o) => o.what)).toEqual(['quantity', 'price', 'discount']);
  expect(studyPrices(pricedIn(rig.book.read, { ...scope, periods: [202309], kinds: [0], batches })!)).toEqual(plain);
});
