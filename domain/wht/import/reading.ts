import { agree, decideColumn, type Decision } from '../../formats/mapping/decide.ts';
import type { Decimal, Thousands } from '../../formats/mapping/printed-amount.ts';
import type { DateOrder } from '../../formats/mapping/printed-date.ts';
import { FIELDS, type FieldKind } from './fields.ts';
import type { Bound } from './headers.ts';
import type { TableRow } from './table.ts';

/** How dates and figures of a file are written: decided over all of its cells, never guessed from one. */
export interface Reading {
  /** Null: the cells fit several orders and differ under them; rows whose day depends on it are rejected. */
  dates: DateOrder | null;
  decimal: Decimal | null;
  thousands: Readonly<Record<Decimal, Thousands>>;
  /** The cells themselves tell it; else the profile or the user does. */
  told: { dates: boolean; decimal: boolean };
}

/** What the user says where cells do not tell. */
export interface ReadingChoice {
  dates: DateOrder | null;
  decimal: Decimal | null;
}

/** Decides the reading: what the cells prove, else the user's choice, else what the profile says of such lists. */
export function readingOf(bound: Bound, rows: readonly TableRow[], choice: ReadingChoice): Reading {
  const columns = (kinds: readonly FieldKind[]) =>
    bound.columns
      .filter((c) => c.field !== null && kinds.includes(FIELDS[c.field].kind))
      .map((c) => decideColumn(rows.map((r) => ({ row: r.row, text: r.cells[c.at] ?? '' }))));
  const days = agree(columns(['day']).map((d) => d.dates));
  const figures = columns(['amount', 'percent']);
  const decimals = agree(figures.map((d) => d.decimal));
  const thousands = (decimal: Decimal): Thousands => figures.map((d) => d.thousands[decimal]).find((t) => t !== '') ?? '';
  return {
    dates: proven(days) ?? choice.dates ?? bound.profile.dates ?? plain(days, 'ymd'),
    decimal: proven(decimals) ?? choice.decimal ?? bound.profile.decimal ?? plain(decimals, '.'),
    thousands: { '.': thousands('.'), ',': thousands(',') },
    told: { dates: proven(days) !== null, decimal: proven(decimals) !== null },
  };
}

/** The only reading that fits every cell. */
const proven = <O extends string>(decision: Decision<O>): O | null =>
  decision.possible.length === 1 ? (decision.possible[0] ?? null) : null;

/** One of several readings that make no difference; `usual` where there is nothing that any of them reads. */
const plain = <O extends string>({ choice, possible }: Decision<O>, usual: O): O | null =>
  choice === 'ambiguous' ? null : choice === 'mixed' || choice === 'none' ? (possible[0] ?? usual) : choice;
