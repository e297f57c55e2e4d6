import { add, subtract, sum, type Amount } from '../money/amount.ts';
import type { Period } from '../time/plain-date.ts';

/** Sum of a month's lines that one account paid and another used. Missing is null, not zero. */
export interface Charge {
  period: Period;
  vendor: string;
  currency: string;
  payer: string | null;
  user: string | null;
  lines: number;
  amount: Amount | null;
}

/** A paying account; `payer` null: the column of all accounts that pay for nobody but themselves. */
export interface PayingColumn {
  payer: string | null;
  total: Amount | null;
  /** What it used itself, and what it paid for others; the two make the total. */
  own: Amount | null;
  forOthers: Amount | null;
  lines: number;
}

export interface UsingRow {
  /** Null: the bills name no account. */
  user: string | null;
  /** In the order of the paying columns; null where it paid nothing, or nothing with that figure. */
  cells: (Amount | null)[];
  total: Amount | null;
  lines: number;
}

/** Charges of one vendor, currency and operating entity: using accounts down, paying accounts across. */
export interface Section {
  vendor: string;
  currency: string;
  /** Null: the vendor itself. */
  entity: string | null;
  /** Whether it operates the accounts today; what is not present is history, and stands apart. */
  present: boolean;
  first: Period;
  last: Period;
  columns: PayingColumn[];
  rows: UsingRow[];
  total: Amount | null;
  lines: number;
  /** Lines that name no paying account: counted as paid by the account that used them. */
  assumed: number;
  /** Columns' sum less rows' sum: zero, or the matrix is wrong. */
  difference: Amount;
}

/** Who operated an account in a month, and whether that is who operates it today. */
export type Operated = (account: string | null, period: Period) => { entity: string | null; present: boolean };

/** Of two amounts, missing only where both are. */
export const plus = (a: Amount | null, b: Amount | null): Amount | null => (a === null ? b : b === null ? a : add(a, b));
const total = (amounts: readonly (Amount | null)[]): Amount | null => amounts.reduce<Amount | null>(plus, null);
const count = (charges: readonly { lines: number }[]): number => charges.reduce((lines, charge) => lines + charge.lines, 0);
/** By name; an account that the bills do not name stands last. */
const byName = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);

/**
 * Using against paying accounts, one section for each vendor, currency and operating entity; what an earlier entity operated is a
 * section of its own and in no other's total. Present sections come first. A line without a paying account was paid by the
 * account that used it (Huawei Cloud international billing guide, 6.1.1: so it is unless a master account pays). Sums are exact.
 */
export function matrixOf(charges: readonly Charge[], operated: Operated): Section[] {
  const groups = new Map<string, Group>();
  for (const charge of charges) {
    const { entity, present } = operated(charge.user ?? charge.payer, charge.period);
    const key = JSON.stringify([charge.vendor, charge.currency, entity, present]);
    const group = groups.get(key) ?? { entity, present, charges: [], assumed: 0 };
    groups.set(key, group);
    group.charges.push(charge.payer === null ? { ...charge, payer: charge.user } : charge);
    if (charge.payer === null) group.assumed += charge.lines;
  }
  return [...groups.values()].map(sectionOf).toSorted(inOrder);
}

type Group = { entity: string | null; present: boolean; charges: Charge[]; assumed: number };

function sectionOf({ entity, present, charges, assumed }: Group): Section {
  const masters = [...new Set(charges.filter(({ payer, user }) => payer !== user).map(({ payer }) => payer!))].toSorted(byName);
  const places = new Map<string | null, number>(masters.map((payer, i) => [payer, i]));
  const placeOf = (charge: Charge): number => places.get(charge.payer) ?? masters.length;
  const itself = charges.some((charge) => placeOf(charge) === masters.length);
  const byColumn: Charge[][] = Array.from({ length: masters.length + Number(itself) }, () => []);
  const byUser = new Map<string | null, Charge[]>();
  for (const charge of charges) {
    byColumn[placeOf(charge)]!.push(charge);
    const own = byUser.get(charge.user);
    if (own) own.push(charge);
    else byUser.set(charge.user, [charge]);
  }
  const columns = byColumn.map((own, i): PayingColumn => {
    const amounts = (others: boolean): Amount | null => total(own.filter((c) => (c.payer !== c.user) === others).map((c) => c.amount));
    return {
      payer: masters[i] ?? null,
      total: total(own.map((c) => c.amount)),
      own: amounts(false),
      forOthers: amounts(true),
      lines: count(own),
    };
  });
  const rows = [...byUser]
    .toSorted(([a], [b]) => byName(a, b))
    .map(([user, own]): UsingRow => {
      const cells: (Amount | null)[] = columns.map(() => null);
      for (const charge of own) cells[placeOf(charge)] = plus(cells[placeOf(charge)]!, charge.amount);
      return { user, cells, total: total(cells), lines: count(own) };
    });
  const months = charges.map(({ period }) => period).toSorted();
  const { vendor, currency } = charges[0]!;
  return {
    vendor,
    currency,
    entity,
    present,
    first: months[0]!,
    last: months.at(-1)!,
    columns,
    rows,
    total: total(rows.map((row) => row.total)),
    lines: count(rows),
    assumed,
    difference: subtract(sum(columns.map((column) => column.total)), sum(rows.map((row) => row.total))),
  };
}

const inOrder = (a: Section, b: Section): number =>
  Number(b.present) - Number(a.present) ||
  byName(a.vendor, b.vendor) ||
  byName(a.currency, b.currency) ||
  // The vendor itself stands first.
  (a.entity === b.entity ? 0 : a.entity === null ? -1 : b.entity === null ? 1 : byName(a.entity, b.entity));
