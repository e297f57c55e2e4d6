import { readZip } from '../golden/reports/read-xlsx.ts';

/** A cell as it stands in the sheet XML; a number by its text. */
export interface SheetCell {
  formula: string | null;
  text: string;
  number: boolean;
}
export type SheetCells = Map<string, SheetCell>;

const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Cells of every sheet with their formulas, by the names of the sheets, from the XML itself. */
export async function sheetCells(bytes: Buffer): Promise<Map<string, SheetCells>> {
  const entries = await readZip(bytes);
  const names = [
    ...entries
      .get('xl/workbook.xml')!
      .toString()
      .matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g),
  ];
  return new Map(
    names.map(([, name, id]): [string, SheetCells] => {
      const xml = entries.get(`xl/worksheets/sheet${id}.xml`)!.toString();
      const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(?:<f>(.*?)<\/f>)?(?:<v>(.*?)<\/v>|<is><t[^>]*>([^]*?)<\/t><\/is>)<\/c>/g)];
      return [
        unescape(name!),
        new Map(
          cells.map(([, ref, , formula, value, text]): [string, SheetCell] => [
            ref!,
            { formula: formula === undefined ? null : unescape(formula), text: unescape(value ?? text ?? ''), number: value !== undefined },
          ]),
        ),
      ];
    }),
  );
}

/** Numbers are whole multiples of 10^-20: nothing of the arithmetic under test is used. */
const PLACES = 20;
export function scaled(text: string): bigint {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  return BigInt(`${sign}${whole}${fraction.padEnd(PLACES, '0')}`);
}

type Scalar = bigint | string | boolean | null;
type Value = Scalar | Scalar[];
const one = 10n ** BigInt(PLACES);
const numberOf = (value: Scalar): bigint => (typeof value === 'bigint' ? value : value === true ? one : 0n);
const same = (a: Scalar, b: Scalar): boolean => {
  const blank = (v: Scalar): boolean => v === null || v === '';
  if (blank(a) || blank(b)) return blank(a) && blank(b);
  return typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;
};
const each = (a: Value, b: Value, of: (x: Scalar, y: Scalar) => Scalar): Value => {
  if (!Array.isArray(a) && !Array.isArray(b)) return of(a, b);
  const length = Array.isArray(a) ? a.length : (b as Scalar[]).length;
  return Array.from({ length }, (_, i) => of(Array.isArray(a) ? a[i]! : a, Array.isArray(b) ? b[i]! : b));
};

const columnNumber = (letters: string): number => [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0);
const columnText = (n: number): string => (n === 0 ? '' : columnText(Math.floor((n - 1) / 26)) + String.fromCharCode(65 + ((n - 1) % 26)));

const TOKEN =
  /\s*(?:"((?:[^"]|"")*)"|('(?:[^']|'')*'!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?|([A-Z]+)\(|(\d+(?:\.\d+)?)|([-+*=(),]))/y;

/** The value of a formula of ROUND, SUM, SUMPRODUCT, COUNTIFS, sums, products and comparisons, from the cells that it names. */
export function evaluate(formula: string, sheet: string, sheets: ReadonlyMap<string, SheetCells>): bigint {
  let at = 0;
  let token: RegExpExecArray | null = null;
  const next = (): void => {
    TOKEN.lastIndex = at;
    token = at >= formula.length ? null : TOKEN.exec(formula);
    if (token === null && at < formula.length) throw new Error(`not understood from “${formula.slice(at)}” of ${formula}`);
    at = token ? TOKEN.lastIndex : at;
  };
  const cell = (name: string, ref: string): Scalar => {
    const found = sheets.get(name)?.get(ref);
    if (!sheets.has(name)) throw new Error(`There is no sheet ${name}: ${formula}`);
    return found === undefined ? null : found.number ? scaled(found.text) : found.text;
  };
  const isSign = (sign: string): boolean => token?.[9] === sign;
  const expect = (sign: string): void => {
    if (!isSign(sign)) throw new Error(`“${sign}” is wanting in ${formula}`);
    next();
  };
  function primary(): Value {
    if (token === null) throw new Error(`ends too early: ${formula}`);
    const [, text, of, column, row, toColumn, toRow, name, number, sign] = token;
    next();
    if (text !== undefined) return text.replaceAll('""', '"');
    if (number !== undefined) return scaled(number);
    if (name !== undefined) return call(name);
    if (sign === '-') return each(primary(), null, (a) => -numberOf(a));
    if (sign === '(') {
      const inner = comparison();
      expect(')');
      return inner;
    }
    const home = of === undefined ? sheet : of.slice(1, -2).replaceAll("''", "'");
    if (toRow === undefined) return cell(home, `${column}${row}`);
    if (column !== toColumn) throw new Error(`a range of several columns: ${formula}`);
    return Array.from({ length: Number(toRow) - Number(row) + 1 }, (_, i) =>
      cell(home, `${columnText(columnNumber(column!))}${Number(row) + i}`),
    );
  }
  function call(name: string): Value {
    const args: Value[] = [comparison()];
    while (isSign(',')) {
      next();
      args.push(comparison());
    }
    expect(')');
    const list = (value: Value): Scalar[] => (Array.isArray(value) ? value : [value]);
    if (name === 'ROUND') {
      const places = numberOf(list(args[1]!)[0]!) / one;
      const step = 10n ** (BigInt(PLACES) - places);
      const value = numberOf(list(args[0]!)[0]!);
      const half = value < 0n ? -(step / 2n) : step / 2n;
      return ((value + half) / step) * step;
    }
    if (name === 'SUM') return list(args[0]!).reduce<bigint>((total, v) => total + numberOf(v), 0n);
    if (name === 'SUMPRODUCT') {
      const lists = args.map(list);
      return lists[0]!.reduce<bigint>((total, _, i) => total + lists.reduce((p, l) => (p * numberOf(l[i]!)) / one, one), 0n);
    }
    if (name === 'COUNTIFS') {
      const pairs = Array.from({ length: args.length / 2 }, (_, i) => [list(args[2 * i]!), list(args[2 * i + 1]!)[0]!] as const);
      return BigInt(pairs[0]![0].filter((_, i) => pairs.every(([values, wanted]) => same(values[i]!, wanted))).length) * one;
    }
    throw new Error(`a function of another name: ${name}`);
  }
  function product(): Value {
    let value = primary();
    while (isSign('*')) {
      next();
      value = each(value, primary(), (a, b) => (numberOf(a) * numberOf(b)) / one);
    }
    return value;
  }
  function addition(): Value {
    let value = product();
    while (isSign('+') || isSign('-')) {
      const minus = isSign('-');
      next();
      value = each(value, product(), (a, b) => numberOf(a) + (minus ? -numberOf(b) : numberOf(b)));
    }
    return value;
  }
  function comparison(): Value {
    const value = addition();
    if (!isSign('=')) return value;
    next();
    return each(value, addition(), same);
  }
  next();
  const value = comparison();
  if (token !== null) throw new Error(`something is left over: ${formula}`);
  return numberOf(Array.isArray(value) ? value[0]! : value);
}

/** Formulas whose stored value is not what they give: sheet, cell, formula, stored, computed. `count`: how many there are. */
export function wrongFormulas(sheets: ReadonlyMap<string, SheetCells>): { count: number; wrong: string[] } {
  let count = 0;
  const wrong: string[] = [];
  for (const [name, cells] of sheets)
    for (const [ref, { formula, text }] of cells) {
      if (formula === null) continue;
      count++;
      const value = evaluate(formula, name, sheets);
      if (value !== scaled(text)) wrong.push(`${name}!${ref} ${formula}: ${text}, not ${value} × 10^-${PLACES}`);
    }
  return { count, wrong };
}
