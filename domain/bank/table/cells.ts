import { CURRENCIES } from '../../einvoice/codes/places.ts';
import { currencyOf } from '../../formats/mapping/currency-words.ts';
import { isMissing, printedAmount } from '../../formats/mapping/printed-amount.ts';
import { readDay } from '../../formats/mapping/printed-date.ts';
import type { Amount } from '../../money/amount.ts';
import { appError, type AppError } from '../../result.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { TableRow } from '../../wht/import/table.ts';
import { say } from '../../words/said.ts';
import { tidy } from '../strict.ts';
import type { Bound, BoundColumn } from './bind.ts';
import type { Field } from './fields.ts';
import type { Reading } from './reading.ts';

/** What is wrong in a row: the cell that is to blame, where one is. */
export interface Trouble {
  column: string | null;
  value: string | null;
  error: AppError;
}

/** Reads the cells of one row by field; the first that cannot be read is kept as the row's trouble. */
export class RowCells {
  trouble: Trouble | null = null;
  readonly row: TableRow;
  readonly #bound: Bound;
  readonly #reading: Reading;

  constructor(bound: Bound, reading: Reading, row: TableRow) {
    this.#bound = bound;
    this.#reading = reading;
    this.row = row;
  }

  /** Header → cell, as the row stood. */
  source(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const { at, header } of this.#bound.columns) {
      const text = this.row.cells[at] ?? '';
      if (text === '') continue;
      const name = header === '' ? `#${at + 1}` : header;
      found[Object.hasOwn(found, name) ? `${name} #${at + 1}` : name] = text.slice(0, 1000);
    }
    return found;
  }

  #columns(field: Field): BoundColumn[] {
    return this.#bound.columns.filter((c) => c.field === field);
  }

  /** The cells of the field, joined by a blank; '' where there is nothing. */
  text(field: Field, most = 1000): string {
    return tidy(
      this.#columns(field)
        .map((c) => this.#cell(c))
        .filter((t) => t !== '')
        .join(' '),
      most,
    );
  }

  #cell(column: BoundColumn): string {
    const raw = (this.row.cells[column.at] ?? '').normalize('NFC').trim();
    if (!this.row.errors?.includes(column.at)) return raw;
    this.wrong(
      column.header,
      raw,
      appError('bank.cell-error', say`The cell shows the error ${{ value: raw.slice(0, 40) }}.`, {
        remedy: 'Correct the cell in the spreadsheet, save it, and read the file again.',
      }),
    );
    return '';
  }

  day(field: Field): PlainDate | null {
    const column = this.#columns(field)[0];
    const text = column ? this.#cell(column) : '';
    if (!column || isMissing(text)) return null;
    const { dates } = this.#reading;
    if (dates === null)
      return this.wrong(
        column.header,
        text,
        appError(
          'bank.date-order',
          say`“${{ value: text.slice(0, 40) }}” is one day with the day first and another with the month first.`,
          {
            remedy: 'Choose the order of the dates of this file.',
          },
        ),
      );
    const read = readDay(text, dates, 0);
    return read.ok ? read.value : this.wrong(column.header, text, read.error);
  }

  /** `currency` is what a sign beside the figure must agree with. */
  amount(field: Field, currency: string | null): Amount | null {
    const column = this.#columns(field)[0];
    const text = column ? this.#cell(column) : '';
    if (!column || isMissing(text)) return null;
    const { decimal, thousands } = this.#reading;
    if (decimal === null)
      return this.wrong(
        column.header,
        text,
        appError(
          'bank.decimal',
          say`“${{ value: text.slice(0, 40) }}” is one amount with a decimal point and another with a decimal comma.`,
          {
            remedy: 'Choose how the numbers of this file are written.',
          },
        ),
      );
    const read = printedAmount(text, { decimal, thousands: thousands[decimal], negate: false, currency });
    return read.ok ? read.value : this.wrong(column.header, text, read.error);
  }

  /** ISO 4217 of the cell; null where it is empty. */
  currency(field: 'currency' | 'originalCurrency'): string | null {
    const column = this.#columns(field)[0];
    const text = column ? this.#cell(column) : '';
    if (!column || isMissing(text)) return null;
    const code = currencyOf(text);
    return code !== null && CURRENCIES.has(code)
      ? code
      : this.wrong(
          column.header,
          text,
          appError('bank.currency', say`“${{ value: text.slice(0, 40) }}” is no currency of ISO 4217.`, {
            remedy: 'Write a code such as THB or USD.',
          }),
        );
  }

  /** Keeps the first trouble of the row. */
  wrong(column: string | null, value: string | null, error: AppError): null {
    this.trouble ??= { column, value: value === null ? null : value.slice(0, 200), error };
    return null;
  }

  header(field: Field): string | null {
    return this.#columns(field)[0]?.header ?? null;
  }
}
