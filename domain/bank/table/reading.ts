import { agree, decideColumn, type Decision } from '../../formats/mapping/decide.ts';
import type { Decimal, Thousands } from '../../formats/mapping/printed-amount.ts';
import type { DateOrder } from '../../formats/mapping/printed-date.ts';
import type { TableRow } from '../../wht/import/table.ts';
import type { Bound } from './bind.ts';
import { FIELDS, type FieldKind } from './fields.ts';

/** How dates and figures of a file are written: decided over all of its cells, never guessed from one. */
export interface Reading {
  /** Null: the cells fit several orders and differ under them; rows that depend on it are rejected. */
  dates: DateOrder | null;
  decimal: Decimal | null;
  thousands: Readonly<Record<Decimal, Thousands>>;
  /** The cells themselves tell it; else the profile or the user does. */
  told: { dates: boolean; decimal: boolean };
}

/** What the cells prove, else the user's choice, else what the profile says, else one that makes no difference. */
export function readingOf(bound: Bound, rows: readonly TableRow[], choice: { dates: DateOrder | null; decimal: Decimal | null }): Reading {
  const decided = (kind: FieldKind) =>
    bound.columns
      .filter((c) => c.field !== null && FIELDS[c.field].kind === kind)
      .map((c) => decideColumn(rows.map((r) => ({ row: r.row, text: r.cells[c.at] ?? '' }))));
  const days = agree(decided('day').map((d) => d.dates));
  const figures = decided('amount');
  const decimals = agree(figures.map((d) => d.decimal));
  const thousands = (decimal: Decimal): Thousands => figures.map((d) => d.thousands[decimal]).find((t) => t !== '') ?? '';
  return {
    dates: proven(days) ?? choice.dates ?? bound.profile.dates ?? plain(days, 'ymd'),
    decimal: proven(decimals) ?? choice.decimal ?? bound.profile.decimal ?? plain(decimals, '.'),
    thousands: { '.': thousands('.'), ',': thousands(',') },
    told: { dates: proven(days) !== null, decimal: proven(decimals) !== null },
  };
}

const proven = <O extends string>(decision: Decision<O>): O | null =>
  decision.possible.length === 1 ? (decision.possible[0] ?? null) : null;
const plain = <O extends string>({ choice, possible }: Decision<O>, usual: O): O | null =>
  choice === 'ambiguous' ? null : choice === 'mixed' || choice === 'none' ? (possible[0] ?? usual) : choice;
