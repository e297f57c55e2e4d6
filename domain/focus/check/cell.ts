import { isNullWord } from '../../formats/focus/cells.ts';
import { readExact, type Exact } from '../../formats/profiles/kit/exact.ts';
import { readInstant, type Instant } from '../../formats/profiles/kit/instant.ts';
import { readTags } from '../../formats/profiles/kit/tags.ts';
import { readJson } from '../../formats/profiles/kit/json-text.ts';
import { say, type Said } from '../../words/said.ts';
import type { DatasetColumn } from '../dataset.ts';

/** Codes of ISO 4217 that the platform knows, of today and of the past. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** What a cell holds, read as its column's type, and what is wrong with how it is written. */
export interface ReadCell {
  text: string | null;
  number: Exact | null;
  time: Instant | null;
  fault: CellFault | null;
}
export interface CellFault {
  /** The attribute of the specification that is broken. */
  id: string;
  what: Said;
}

const FAULTS = {
  nullWord: { id: 'NullHandling', what: say`a word where nothing should stand` },
  number: { id: 'NumericFormat', what: say`no number` },
  plus: { id: 'NumericFormat', what: say`a plus sign` },
  grouped: { id: 'NumericFormat', what: say`thousands separators` },
  exponent: { id: 'NumericFormat', what: say`an exponent above zero` },
  time: { id: 'DateTimeFormat', what: say`no date-time of the form 2024-01-31T00:00:00Z` },
  currency: { id: 'CurrencyFormat', what: say`no ISO 4217 code` },
  json: { id: 'KeyValueFormat', what: say`not one JSON object` },
  nested: { id: 'KeyValueFormat', what: say`a value inside a value` },
  doubled: { id: 'KeyValueFormat', what: say`one key twice` },
  value: { id: 'AllowedValues', what: say`a value that the specification does not know` },
} as const satisfies Record<string, CellFault>;

const TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/;
const EMPTY: ReadCell = { text: null, number: null, time: null, fault: null };

/** Reads one cell strictly, as FOCUS 1.2 wants it: nothing is mended. An empty cell is null and has no fault here. */
export function readCell(column: DatasetColumn, cell: string | null): ReadCell {
  if (cell === null || cell === '') return EMPTY;
  const of = (fault: CellFault | null, more: Partial<ReadCell> = {}): ReadCell => ({ ...EMPTY, text: cell, fault, ...more });
  if (isNullWord(cell.trim())) return { ...EMPTY, fault: FAULTS.nullWord };
  switch (column.type) {
    case 'number': {
      const number = readExact(cell);
      if (!number) return of(FAULTS.number);
      const { form } = number;
      return of(
        form === 'plus' ? FAULTS.plus : form === 'grouped' ? FAULTS.grouped : form === 'positive-exponent' ? FAULTS.exponent : null,
        {
          number,
        },
      );
    }
    case 'time': {
      const time = TIME.test(cell) ? readInstant(cell) : null;
      return of(time ? null : FAULTS.time, { time });
    }
    case 'json':
      return of(jsonFault(column, cell));
    case 'text':
      if (column.allowed && !column.allowed.includes(cell)) return of(FAULTS.value);
      return of(column.currency && !CURRENCIES.has(cell) ? FAULTS.currency : null);
  }
}

/** Tags hold plain values; other JSON columns are one object. */
function jsonFault(column: DatasetColumn, cell: string): CellFault | null {
  if (!cell.trimStart().startsWith('{')) return FAULTS.json;
  if (column.name !== 'Tags' && column.name !== 'SkuPriceDetails') return readJson(cell)?.kind === 'object' ? null : FAULTS.json;
  const [problem] = readTags(cell).problems;
  return problem === undefined ? null : problem === 'nested' ? FAULTS.nested : problem === 'doubled-key' ? FAULTS.doubled : FAULTS.json;
}
