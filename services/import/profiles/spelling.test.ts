import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Profile } from '../../../domain/formats/profile.ts';
import { ImportBench } from '../../../test/support/import-host.ts';
import { QING, utf8 } from '../../../test/support/profile-sheet.ts';
import { parseRequest } from '../parser/parse.ts';

const TYPED = mkdtempSync(join(tmpdir(), 'tallybook-typed-'));
afterAll(() => rmSync(TYPED, { recursive: true }));

/** Identity, day and exact figures of every row, as the parser hands them over. */
async function typed(profile: Profile, text: string): Promise<unknown[]> {
  const path = join(TYPED, 'sheet.csv');
  writeFileSync(path, text);
  const lines: unknown[] = [];
  const context = { settlement: 'monthly', currency: 'USD' } as const;
  for await (const message of parseRequest({
    type: 'parse',
    path,
    name: 'sheet.csv',
    format: null,
    context,
    sample: 0,
    keep: false,
    member: null,
    profile,
  })) {
    if (message.type === 'rejects') throw new Error(JSON.stringify(message.rejects));
    if (message.type !== 'rows') continue;
    for (let i = 0; i < message.count; i++) {
      const money = (['payable', 'listPrice', 'discount'] as const).map((m) => [message.money[m]?.units[i], message.money[m]?.fraction[i]]);
      lines.push([message.keyA[i], message.keyB[i], message.date[i], message.period[i], ...money]);
    }
  }
  return lines;
}

describe('one sheet in any spelling', () => {
  const HEADERS = ['Day', 'Service', 'Net', 'List', 'Off'] as const;
  const FIELDS = { Day: 'date', Service: 'product', Net: 'payable', List: 'listPrice', Off: 'discount' } as const;
  const cents = fc.integer({ min: -5_000_000, max: 5_000_000 });
  const row = fc.record({
    day: fc.integer({ min: 0, max: 90 }),
    service: fc.constantFrom('计算', 'Disk', 'a;b|c\td'),
    net: cents,
    list: cents,
    off: cents,
  });

  it('gives the same lines from every column order, date order, decimal sign and sign of charges', async () => {
    const styles = fc.record({
      order: fc.shuffledSubarray([...HEADERS], { minLength: 5 }),
      dateOrder: fc.constantFrom('ymd', 'dmy', 'mdy'),
      decimal: fc.constantFrom('.', ','),
      grouped: fc.boolean(),
      minus: fc.boolean(),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      bracket: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), styles, async (rows, style) => {
        const plain: Profile = {
          ...QING,
          id: 'any',
          currency: 'USD',
          thousands: ',',
          columns: HEADERS.map((header) => ({ header, field: FIELDS[header] })),
        };
        const thousands = style.grouped ? (style.decimal === '.' ? ',' : '.') : '';
        const own: Profile = {
          ...plain,
          columns: style.order.map((header) => ({ header, field: FIELDS[header] })),
          dateOrder: style.dateOrder,
          decimal: style.decimal,
          thousands,
          sign: style.minus ? 'charges-negative' : 'charges-positive',
          delimiter: style.delimiter,
        };
        const figure = (value: number, decimal: string, separator: string, bracket: boolean): string => {
          const whole = String(Math.floor(Math.abs(value) / 100)).replace(/\B(?=(\d{3})+$)/g, separator);
          const body = `${whole}${decimal}${String(Math.abs(value) % 100).padStart(2, '0')}`;
          return value >= 0 ? body : bracket ? `(${body})` : `-${body}`;
        };
        const day = (offset: number, order: string): string => {
          const [y, m, d] = new Date(Date.UTC(2023, 0, 1 + offset)).toISOString().slice(0, 10).split('-') as [string, string, string];
          return order === 'ymd' ? `${y}-${m}-${d}` : order === 'dmy' ? `${d}/${m}/${y}` : `${m}/${d}/${y}`;
        };
        const sheet = (
          order: readonly string[],
          dates: string,
          decimal: string,
          separator: string,
          minus: boolean,
          bracket: boolean,
        ): string[][] => [
          [...order],
          ...rows.map((r) =>
            order.map((h) =>
              h === 'Day'
                ? day(r.day, dates)
                : h === 'Service'
                  ? r.service
                  : figure((minus ? -1 : 1) * (h === 'Net' ? r.net : h === 'List' ? r.list : r.off), decimal, separator, bracket),
            ),
          ),
        ];
        const first = await typed(plain, utf8(sheet(HEADERS, 'ymd', '.', '', false, false)));
        const second = await typed(
          own,
          utf8(sheet(style.order, style.dateOrder, style.decimal, thousands, style.minus, style.bracket), style.delimiter),
        );
        expect(first).toHaveLength(rows.length);
        expect(second).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it('adds nothing when the same rows come in another spelling', async () => {
    using bench = new ImportBench();
    const profile: Profile = {
      ...QING,
      columns: [
        { header: 'Day', field: 'date' },
        { header: 'Net', field: 'payable' },
      ],
    };
    await bench.runBy(profile, bench.file('Day,Net\n2023-09-13,"1,234.5"\n2023-09-13,"1,234.5"\n'));
    const [again] = await bench.runBy(
      { ...profile, dateOrder: 'mdy', decimal: ',', thousands: '.', sign: 'charges-negative', delimiter: ';' },
      bench.file('Net;Day\n-1.234,50;09/13/2023\n(1.234,5);09/13/2023\n'),
    );
    expect(again).toMatchObject({ rows: 2, imported: 0, duplicates: 2 });
  });
});
