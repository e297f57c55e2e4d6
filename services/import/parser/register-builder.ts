import { instantOf } from '../../../domain/formats/clock.ts';
import { amount, parseAmount } from '../../../domain/money/amount.ts';
import { D } from '../../../domain/money/decimal.ts';
import type { FormatContext, RegisterField, RegisterFormat } from '../../../domain/formats/format.ts';
import { normaliseHeader } from '../../../domain/formats/header.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { fromEpochDay } from '../../../domain/time/plain-date.ts';
import { isMark } from '../mend/marks.ts';
import { calendarDay, periodNumber } from './day.ts';
import { addText, IdentityHash } from './identity-hash.ts';
import { rejectOf } from './notice.ts';
import { ROWS_PER_FRAME, type RegisterRow, type RegisterRows, type Reject } from './protocol.ts';
import { TwinCounter } from './twins.ts';

export interface RegisterBinding {
  format: RegisterFormat;
  bound: { cell: number; header: string; field: RegisterField }[];
  fields: (string | null)[];
  missing: string[];
  doubled: string[];
  headerCurrency: string | null;
  currencies: string[];
  score: number;
}

/** Binds headers to a register's fields by normalised name. */
export function bindRegister(format: RegisterFormat, headers: readonly string[]): RegisterBinding {
  const normal = headers.map((h) => normaliseHeader(h));
  const names = new Set(normal.map((h) => h.name));
  const bound: RegisterBinding['bound'] = [];
  const currencies = new Set<string>();
  // Of several headers a field takes the one that it lists first; one header may fill several fields.
  for (const field of format.fields)
    for (const alias of field.headers) {
      const cell = normal.findIndex((h) => h.name === normaliseHeader(alias).name);
      if (cell < 0) continue;
      bound.push({ cell, header: headers[cell]!.trim(), field });
      const { currency } = normal[cell]!;
      if (currency && field.type === 'amount') currencies.add(currency);
      break;
    }
  const known = new Set(bound.map((b) => b.cell));
  const fields = headers.map((_, cell) => bound.find((b) => b.cell === cell)?.field.name ?? null);
  const doubled = headers.filter(
    (_, cell) => known.has(cell) && normal.findIndex((h, other) => other !== cell && h.name === normal[cell]!.name) >= 0,
  );
  const named = normal.filter((h, cell) => h.name && !isMark(headers[cell]!)).length;
  const has = (h: string): boolean => names.has(normaliseHeader(h).name);
  const missing = format.fields.filter((f) => f.required && !f.headers.some(has)).map((f) => f.headers[0]!);
  const wrong = (format.marks.length > 0 && !format.marks.some(has)) || (format.excludes?.some(has) ?? false);
  const share = named === 0 ? 0 : (known.size / named) * 100;
  bound.sort((a, b) => (a.field.name < b.field.name ? -1 : 1));
  return {
    format,
    bound,
    fields,
    missing,
    doubled,
    headerCurrency: [...currencies][0] ?? null,
    currencies: [...currencies],
    score: Math.floor(wrong ? share / 4 : missing.length > 0 ? share / 2 : share),
  };
}

/** Turns cells into rows of a register: exact figures as text, a key, and the hash of the content. */
export class RegisterBuilder {
  readonly #binding: RegisterBinding;
  readonly #currency: string | null;
  readonly #hash = new IdentityHash();
  readonly #twins = new TwinCounter();
  readonly #seed: number;
  #rows: RegisterRow[] = [];

  constructor(binding: RegisterBinding, context: FormatContext) {
    this.#binding = binding;
    this.#currency = binding.headerCurrency ?? binding.format.currency(context);
    this.#seed = [...binding.format.id].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 0x01000193), 0x811c9dc5);
  }

  get full(): boolean {
    return this.#rows.length >= ROWS_PER_FRAME;
  }
  get count(): number {
    return this.#rows.length;
  }
  get last(): RegisterRow | undefined {
    return this.#rows.at(-1);
  }

  add(cells: readonly (string | null | undefined)[], row: number, original: () => string): Reject | null {
    const data: Record<string, string | null> = {};
    let period: number | null = null;
    for (const { cell, header, field } of this.#binding.bound) {
      const text = (cells[cell] ?? '').trim();
      const absent = text === '' || text === '-' || text === '--';
      if (absent) {
        if (field.required)
          return rejectOf(row, { header }, text, 'cell.missing', say`${{ column: header }} is missing, and a row needs it.`, original);
        data[field.name] = null;
        continue;
      }
      const value = valueOf(field, text, this.#binding.format.utcOffset);
      if (!value.ok)
        return rejectOf(row, { header }, text, value.error.code, value.error.details?.said?.message ?? value.error.message, original);
      data[field.name] = value.value;
      if (field.type === 'period') period = periodNumber(text);
      else if (period === null && (field.type === 'date' || field.type === 'instant')) period = periodNumber(text);
    }
    const { key, keyElse = [] } = this.#binding.format;
    const named = [key, keyElse].find((fields) => fields.some((name) => (data[name] ?? null) !== null));
    const keyFields = named ?? Object.keys(data).sort();
    const hash = this.#hash;
    hash.reset(this.#seed);
    for (const name of Object.keys(data).sort()) addText(hash, data[name] ?? '\u0000');
    const content = hash.keyA;
    hash.reset(this.#seed);
    for (const name of keyFields) addText(hash, data[name] ?? '\u0000');
    const twin = this.#twins.next(hash.keyA, hash.keyB);
    if (twin > 0) hash.add(twin);
    this.#rows.push({ row, keyA: hash.keyA, keyB: hash.keyB, content, period, currency: data['currency'] ?? this.#currency, data });
    return null;
  }

  take(bytes: number): RegisterRows {
    const rows = this.#rows;
    this.#rows = [];
    return { type: 'register', rows, bytes };
  }
}

function valueOf(field: RegisterField, printed: string, utcOffset: number): Result<string | null> {
  const read: Result<string | null> = field.read ? field.read(printed) : ok(printed);
  if (!read.ok || read.value === null) return read;
  const text = read.value;
  switch (field.type) {
    case 'text':
      return ok(text.slice(0, 2000));
    case 'amount': {
      const parsed = parseAmount(text);
      if (!parsed.ok || parsed.value === null || !field.scale) return parsed;
      return ok(amount(new D(parsed.value).dividedBy(new D(10).pow(field.scale))));
    }
    case 'count':
      return /^-?\d{1,15}$/.test(text)
        ? ok(String(BigInt(text)))
        : fail('count.invalid', say`“${{ text: text.slice(0, 40) }}” is not a whole number.`);
    case 'period': {
      const period = periodNumber(text);
      return period === null
        ? fail('period.invalid', say`“${{ text: text.slice(0, 40) }}” is not a billing period.`)
        : ok(`${String(period).slice(0, 4)}-${String(period).slice(4)}`);
    }
    case 'instant':
      return instantOf(text, utcOffset);
    case 'date': {
      const day = calendarDay(text);
      if (day === null) return fail('date.invalid', say`“${{ text: text.slice(0, 40) }}” is not a date of the calendar.`);
      return ok(fromEpochDay(day));
    }
  }
}
