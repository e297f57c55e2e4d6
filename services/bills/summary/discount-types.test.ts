import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localHost } from '../../../node/local-host.ts';
import { createApplication } from '../../index.ts';
import { generate } from '../../sample/generate.ts';
import { unwrap } from '../../../domain/result.ts';
import { sum } from '../../../domain/money/amount.ts';

const folder = mkdtempSync(join(tmpdir(), 'tallybook-discounts-'));
const host = localHost();
const application = createApplication(host);
beforeAll(async () => {
  unwrap(
    await application.call('book/create', {
      target: host.files.grant(join(folder, 'b.tallybook'), 'write'),
      country: 'TH',
      entity: 'SPARKOO_TH',
      customerStatus: 'registered',
      currency: 'USD',
      settlement: 'monthly',
      language: 'en',
    }),
  );
});
afterAll(() => {
  application.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('discounts by the type that the bill prints', () => {
  it.each(['utf-8', 'gb18030'] as const)(
    'are read from the kept rows of a %s file, and add up to the discount of the month',
    async (encoding) => {
      const period = encoding === 'utf-8' ? '2023-09' : '2023-08';
      const sample = generate('huawei.detail', { rows: 3000, seed: 5, period, encoding, taxPercent: 0 });
      // Every seventh row that prints a type prints another one; what the file then says is counted by hand.
      const text = new TextDecoder(encoding).decode(Buffer.concat([...sample.bytes()]));
      let seen = 0;
      const changed = text.replaceAll('商务合同折扣', (word) => (seen++ % 7 === 0 ? '伙伴折扣' : word));
      const path = join(folder, sample.fileName);
      const bytes = encoding === 'utf-8' ? Buffer.from(changed) : Buffer.concat([...sample.bytes()]);
      writeFileSync(path, bytes);
      unwrap(await application.call('import/run', { files: [host.files.grant(path, 'read')] }));
      const rows: string[][] = parse(encoding === 'utf-8' ? changed : text, { bom: true });
      const header = rows[0]!.map((cell) => cell.replace(/[(*].*/, ''));
      const [type, discount] = [header.indexOf('优惠类型'), header.indexOf('优惠金额')];
      const expected = new Map<string, { lines: number; amounts: string[] }>();
      for (const row of rows.slice(1)) {
        if (!row[discount] || /^[-0.]*$/.test(row[discount])) continue;
        const own = expected.get(row[type]!) ?? { lines: 0, amounts: [] };
        own.lines++;
        own.amounts.push(row[discount]);
        expected.set(row[type]!, own);
      }
      const { types } = unwrap(await application.call('bills/discountTypes', { period }));
      expect(expected.size).toBe(encoding === 'utf-8' ? 2 : 1);
      expect(Object.fromEntries(types.map((t) => [t.type, [t.lines, t.discount]]))).toEqual(
        Object.fromEntries([...expected].map(([name, own]) => [name, [own.lines, sum(own.amounts.map((a) => a.replace(/\.?0+$/, '')))]])),
      );
      const { totals } = unwrap(await application.call('bills/summary', { period }));
      expect(sum(types.map((t) => t.discount))).toBe(totals['USD']!.discount);
      for (const { largest } of types) {
        expect(largest.length).toBeGreaterThan(0);
        const { source } = unwrap(await application.call('bills/line', { id: largest[0]!.id }));
        expect(types.some((t) => source.columns.some((column) => column.value === t.type))).toBe(true);
      }
    },
  );

  it('has none where no file prints a type', async () => {
    expect(unwrap(await application.call('bills/discountTypes', { period: '2023-07' })).types).toEqual([]);
  });
});
