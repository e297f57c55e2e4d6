import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProduct, readExact, TenDecimals, type Exact } from './exact.ts';
import { Findings } from './findings.ts';
import { localOf, offsetText, readInstant } from './instant.ts';
import { readJson, type JsonText } from './json-text.ts';
import { monthFirst } from './profile.ts';
import { SeenRows } from './seen.ts';
import { readTags } from './tags.ts';

const Wide = Decimal.clone({ precision: 200, toExpNeg: -200, toExpPos: 200 });
const exact = (text: string): Exact => readExact(text)!;

describe('exact numbers', () => {
  it.each([
    ['28.8', '28.8', 'plain'],
    ['+28.8', '28.8', 'plus'],
    ['1,028.80', '1028.8', 'grouped'],
    ['8E-7', '0.0000008', 'exponent'],
    ['4.64752000000E-7', '0.000000464752', 'exponent'],
    ['1.5e+3', '1500', 'positive-exponent'],
    ['1.5E3', '1500', 'positive-exponent'],
    ['-0', '0', 'plain'],
    ['-0.000', '0', 'plain'],
    ['007.50', '7.5', 'plain'],
    ['2e-06', '0.000002', 'exponent'],
  ])('%s is %s (%s)', (cell, text, form) => {
    expect(readExact(cell)).toMatchObject({ text, form });
  });

  it.each(['28,8', '1,02.8', '$5', '', '.5', 'NaN', '1e600000000', '1..2', '--1', '0x10', '１'])('“%s” is none', (cell) => {
    expect(readExact(cell)).toBeNull();
  });

  it('agrees with arbitrary precision on any digits and exponent', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 30n), 10n ** 30n),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: -40, max: 20 }),
        (digits, places, exponent) => {
          const text = `${new Wide(digits.toString()).div(new Wide(10).pow(places)).toFixed()}e${exponent}`;
          const value = new Wide(text);
          expect(exact(text).text).toBe(value.isZero() ? '0' : value.toFixed());
        },
      ),
    );
  });

  it('keeps ten decimals, half away from zero, and the exact sum of what that gave', () => {
    const findings = new Findings();
    const ten = new TenDecimals();
    const cells = ['0.00000000005', '-0.00000000005', '0.00000000004', '1.23456789012345', '7.5', '0.005718340005699543'];
    const kept = cells.map((cell, i) => ten.fit(exact(cell).text, 'cost', i, findings, true));
    expect(kept).toEqual(['0.0000000001', '-0.0000000001', '0', '1.2345678901', '7.5', '0.0057183400'].map((t) => new Wide(t).toFixed()));
    const sumOf = (list: string[]): Decimal => list.reduce((s, t) => s.plus(t), new Wide(0));
    expect(ten.residue('cost')).toBe(sumOf(kept).minus(sumOf(cells)).toFixed());
    expect(findings.list()).toMatchObject([{ code: 'amount.rounded', column: 'cost', count: 5, rows: [0, 1, 2, 3, 5] }]);
  });

  it.each<[string, string, string, boolean]>([
    ['36', '1.5', '24', true],
    ['36.00', '1.5', '24', true],
    ['36', '1.5', '24.1', false],
    ['0.0000004', '0.40', '0.000001', true],
    ['0.999333', '0.333', '3.001', true],
    ['1.00', '0.333', '3.001', true],
    ['0.99', '0.333', '3.001', true],
    ['0.98', '0.333', '3.001', false],
    ['36.01', '1.5', '24', false],
    ['-3', '1.5', '-2', true],
    ['0.00000000260', '0.085', '0.0000000306', true],
    ['0.00000000260', '0.085', '0.0000000373', false],
  ])('%s = %s × %s: %s', (cost, price, quantity, holds) => {
    expect(isProduct(exact(cost), exact(price), exact(quantity))).toBe(holds);
  });
});

describe('instants', () => {
  it.each([
    ['2024-12-31T16:00:00Z', '2024-12-31T16:00:00.000Z', 'z'],
    ['2025-01-01T00:00:00+08:00', '2024-12-31T16:00:00.000Z', 'offset'],
    ['2024-10-01 00:00:00', '2024-10-01T00:00:00.000Z', 'local'],
    ['2026/9/10 0:00', '2026-09-10T00:00:00.000Z', 'local'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z', 'date'],
    ['2023-11-13T07:00Z', '2023-11-13T07:00:00.000Z', 'z'],
    ['2023-11-01T00:00:00.000Z', '2023-11-01T00:00:00.000Z', 'z'],
    ['2022-08-01 03:00:00+00:00', '2022-08-01T03:00:00.000Z', 'offset'],
  ])('%s is %s', (text, iso, form) => {
    const instant = readInstant(text)!;
    expect({ iso: new Date(instant.minutes * 60_000 + instant.seconds * 1000).toISOString(), form: instant.form }).toEqual({ iso, form });
  });

  it.each(['5/1/25', '2023-02-29', '2024-13-01', '2024-01-01T24:00:00Z', '2024-01-01T00:60Z', 'yesterday', '2024-01-01T00:00:00Zjunk', ''])(
    '“%s” is none',
    (text) => {
      expect(readInstant(text)).toBeNull();
    },
  );

  it('shifts to the clock of a zone, over the year', () => {
    expect(localOf(readInstant('2024-12-31T16:00:00Z')!.minutes, 480)).toEqual({ year: 2025, month: 1, day: 1, time: 0 });
    expect(localOf(readInstant('2025-01-01T05:00:00Z')!.minutes, -300)).toEqual({ year: 2025, month: 1, day: 1, time: 0 });
    expect([480, -300, 0, 345].map(offsetText)).toEqual(['UTC+08:00', 'UTC−05:00', 'UTC', 'UTC+05:45']);
  });

  it('tells the order of day and month only from a day that allows no other', () => {
    expect(monthFirst(['9/2/2023', '9/30/2023'])).toBe(true);
    expect(monthFirst(['9/2/2023', '30/9/2023'])).toBe(false);
    expect(monthFirst(['9/2/2023', '2023-09-30', null])).toBeNull();
  });
});

describe('JSON of cells', () => {
  const plain = (json: JsonText): unknown =>
    json.kind === 'array'
      ? json.items.map(plain)
      : json.kind === 'object'
        ? Object.fromEntries(json.entries.map(([k, v]) => [k, plain(v)]))
        : json.kind === 'string'
          ? json.text
          : (JSON.parse(json.text) as unknown);

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const value = JSON.parse(text) as unknown;
        const read = readJson(text);
        if (text.includes('__proto__')) return;
        expect(read).not.toBeNull();
        expect(JSON.stringify(plain(read!))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\0123456789.-+eE ntrufalsé\n\''), maxLength: 14 }), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(readJson(text) !== null).toBe(valid);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps the digits of a number', () => {
    expect(readJson('[-1.2345678901234567890123e-05]')).toEqual({
      kind: 'array',
      items: [{ kind: 'number', text: '-1.2345678901234567890123e-05' }],
    });
  });

  it.each<[string, string | null, string[]]>([
    ['{"env":"prod","owner":"张三"}', 'env:prod;owner:张三', []],
    ['{"a":1.50,"b":true,"c":null,"d":false}', 'a:1.50;b;c;d:false', []],
    ['{}', null, []],
    ['"CostCenter": "1234","env": "p"', 'CostCenter:1234;env:p', []],
    ['[{"key":"team","value":"web"},{"key":"x"}]', 'team:web;x', []],
    ['[]', null, []],
    ["{'a':'b'}", "{'a':'b'}", ['not-json']],
    ['{"a":{"b":1},"c":"d"}', 'c:d', ['nested']],
    ['{"a":"1","a":"2"}', 'a:1;a:2', ['doubled-key']],
    ['{"a":"1"', '{"a":"1"', ['not-json']],
  ])('tags %s', (cell, text, problems) => {
    expect(readTags(cell)).toEqual({ text, problems });
  });
});

it('knows a row again, among many', () => {
  const seen = new SeenRows();
  const row = (i: number): (string | null)[] => [String(i), null, i % 2 ? 'a' : '', `x${i}`];
  for (let i = 0; i < 20_000; i++) expect(seen.again(row(i))).toBe(false);
  expect([5, 19_999, 0].map((i) => seen.again(row(i)))).toEqual([true, true, true]);
  expect(seen.again(['ab', 'c'])).toBe(false);
  expect(seen.again(['a', 'bc'])).toBe(false);
});
