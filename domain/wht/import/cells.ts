import { CURRENCIES } from '../../einvoice/codes/places.ts';
import { currencyOf } from '../../formats/mapping/currency-words.ts';
import { printedAmount } from '../../formats/mapping/printed-amount.ts';
import { readDay } from '../../formats/mapping/printed-date.ts';
import { compare, type Amount } from '../../money/amount.ts';
import { appError, fail, ok, type AppError, type Result } from '../../result.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import { FIELDS, type Field } from './fields.ts';
import type { Bound, BoundColumn } from './headers.ts';
import { foldHeader } from './headers.ts';
import { periodOf, westernText, type Days } from './period.ts';
import type { RowState } from './profile.ts';
import type { Reading } from './reading.ts';
import type { TableRow } from './table.ts';

/** Why a row cannot be taken: the cell that is to blame, where one is. */
export interface Trouble {
  field: Field | null;
  /** The file's own header. */
  column: string | null;
  value: string | null;
  error: AppError;
}

const LONGEST = { identifier: 100, text: 1000 } as const;
/** How a spreadsheet shows a number that is too wide for its column: the digits are gone. */
const SHORTENED = /^[0-9][.,]?[0-9]*e\+?[0-9]{1,3}$/i;
const EMPTY = new Set(['', '-', '--', '—', 'n/a', 'na', 'null', 'nil']);

/** Reads the cells of one row by field; what cannot be read is gathered, so that a person sees all of it at once. */
export class RowCells {
  readonly troubles: Trouble[] = [];
  readonly row: TableRow;
  readonly #bound: Bound;
  readonly #reading: Reading;
  readonly #columns: ReadonlyMap<Field, BoundColumn>;

  constructor(bound: Bound, reading: Reading, row: TableRow) {
    this.#bound = bound;
    this.#reading = reading;
    this.row = row;
    this.#columns = new Map(bound.columns.flatMap((c) => (c.field === null ? [] : [[c.field, c] as const])));
  }

  /** Header → cell, as the row stood; columns without a name by their letter-like number. */
  figures(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const { at, header } of this.#bound.columns) {
      const text = this.row.cells[at] ?? '';
      if (text === '') continue;
      const name = header === '' ? `#${at + 1}` : header;
      found[Object.hasOwn(found, name) ? `${name} #${at + 1}` : name] = text.slice(0, LONGEST.text);
    }
    return found;
  }

  /** The cell without what it means to be empty. */
  text(field: Field): string | null {
    const column = this.#columns.get(field);
    if (!column) return null;
    const raw = (this.row.cells[column.at] ?? '').normalize('NFC').trim();
    if (EMPTY.has(raw.toLowerCase())) return null;
    if (this.row.errors?.includes(column.at))
      return this.#wrong(
        field,
        raw,
        appError('wht-import.cell-error', say`The cell shows the error ${{ value: raw.slice(0, 40) }}.`, {
          remedy: 'Correct the cell in the spreadsheet, save it, and read the file again.',
        }),
      );
    const limit = FIELDS[field].kind === 'identifier' ? LONGEST.identifier : LONGEST.text;
    if (raw.length > limit)
      return this.#wrong(
        field,
        raw,
        appError('wht-import.too-long', say`The cell has ${{ length: raw.length }} characters; at most ${{ limit }} can be kept.`, {
          remedy: 'Shorten the cell, or map another column.',
        }),
      );
    return raw;
  }

  /** A number that is a name: refused where a spreadsheet has shortened it. */
  identifier(field: Field): string | null {
    const text = this.text(field);
    if (text === null) return null;
    if (SHORTENED.test(text))
      return this.#wrong(
        field,
        text,
        appError('wht-import.shortened', say`“${{ value: text }}” is how a spreadsheet shows a long number: its digits are lost.`, {
          remedy: 'Format the column as text, enter the number again, and read the file again.',
        }),
      );
    if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text))
      return this.#wrong(
        field,
        text,
        appError('wht-import.control-character', say`The cell holds characters that cannot be seen.`, {
          remedy: 'Type the cell again without them.',
        }),
      );
    return text;
  }

  day(field: Field): PlainDate | null {
    const text = this.text(field);
    if (text === null) return null;
    const order = this.#reading.dates;
    if (order === null)
      return this.#wrong(
        field,
        text,
        appError(
          'wht-import.date-order',
          say`“${{ value: text.slice(0, 40) }}” is one day with the day first and another with the month first.`,
          { remedy: 'Choose the order of the dates of this file.' },
        ),
      );
    const read = readDay(this.#bound.profile.country === 'TH' ? westernText(text) : text, order, 0);
    return read.ok ? read.value : this.#wrong(field, text, read.error);
  }

  period(): Days | null {
    const text = this.text('period') ?? (this.#columns.has('period') ? null : this.text('year'));
    if (text === null) return null;
    const western = this.#bound.profile.country === 'TH' ? westernText(text) : text;
    const found = periodOf(western, this.text('year'), this.#bound.profile.yearFrom, this.#reading.dates ?? 'ymd');
    return (
      found ??
      this.#wrong(
        'period',
        text,
        appError('wht-import.period', say`“${{ value: text.slice(0, 40) }}” is no month, quarter or year.`, {
          remedy: 'Write a month as 2026-09 or a quarter as Q3 2026, or leave the column unmapped.',
        }),
      )
    );
  }

  /** `currency` is what a sign beside the figure must agree with. */
  amount(field: Field, currency: string | null): Amount | null {
    const text = this.text(field);
    if (text === null) return null;
    const read = this.#figure(text, currency);
    return read.ok ? read.value : this.#wrong(field, text, read.error);
  }

  /** Percent as printed, `10 %` or `10`. */
  percent(field: Field): Amount | null {
    const text = this.text(field);
    if (text === null) return null;
    const read = this.#figure(text.replace(/\s*[%％]$/, ''), null);
    if (!read.ok) return this.#wrong(field, text, read.error);
    if (
      read.value !== null &&
      (compare(read.value, '0') < 0 || compare(read.value, '100') > 0 || (read.value.split('.')[1] ?? '').length > 6)
    )
      return this.#wrong(
        field,
        text,
        appError('wht-import.rate', say`“${{ value: text }}” is no rate from 0 to 100 percent with at most six decimals.`, {
          remedy: 'Correct the cell, or leave the column unmapped.',
        }),
      );
    return read.value;
  }

  /** ISO 4217: of the cell, else of the header of the tax or the base, else of the profile. */
  currency(): string | null {
    const text = this.text('currency');
    if (text !== null) {
      const code = currencyOf(text);
      return code !== null && CURRENCIES.has(code)
        ? code
        : this.#wrong(
            'currency',
            text,
            appError('wht-import.currency', say`“${{ value: text.slice(0, 40) }}” is no currency of ISO 4217.`, {
              remedy: 'Write a code such as THB or USD.',
            }),
          );
    }
    const headed = this.#columns.get('tax')?.currency ?? this.#columns.get('base')?.currency ?? null;
    const code = headed ?? this.#bound.profile.currency;
    return (
      code ??
      this.#wrong(
        'currency',
        null,
        appError('wht-import.no-currency', say`Neither a cell nor a header nor the profile names the currency.`, {
          remedy: 'Choose the currency of this file.',
        }),
      )
    );
  }

  state(): RowState {
    const text = this.text('state');
    if (text === null) return 'valid';
    const { states } = this.#bound.profile;
    const word = foldHeader(text);
    for (const [name, state] of Object.entries(states)) if (foldHeader(name) === word) return state;
    this.#wrong(
      'state',
      text,
      appError('wht-import.state', say`“${{ value: text.slice(0, 40) }}” is no status that this profile knows.`, {
        remedy: 'Leave the status column unmapped, or write valid, pending or cancelled.',
      }),
    );
    return 'valid';
  }

  /** Something that no single cell is wrong in. */
  wrong(field: Field | null, error: AppError): void {
    this.#wrong(field, field === null ? null : this.text(field), error);
  }

  #figure(text: string, currency: string | null): Result<Amount | null> {
    const { decimal, thousands } = this.#reading;
    if (decimal === null)
      return fail(
        'wht-import.decimal',
        say`“${{ value: text.slice(0, 40) }}” is one amount with a decimal point and another with a decimal comma.`,
        { remedy: 'Choose how the numbers of this file are written.' },
      );
    const read = printedAmount(text, { decimal, thousands: thousands[decimal], negate: false, currency });
    return read.ok ? ok(read.value) : read;
  }

  #wrong(field: Field | null, value: string | null, error: AppError): null {
    const column = field === null ? null : (this.#columns.get(field)?.header ?? null);
    if (!this.troubles.some((t) => t.column === column && t.error.code === error.code))
      this.troubles.push({ field, column, value: value === null ? null : value.slice(0, 100), error });
    return null;
  }
}
