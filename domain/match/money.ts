import type { Direction } from '../invoices/document.ts';
import type { Amount } from '../money/amount.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** `bank`: a line of a statement that is no payment yet. `payment`: one of the book with money left. */
export const MONEY_KINDS = ['bank', 'payment'] as const;
export type MoneyKind = (typeof MONEY_KINDS)[number];

/** Money that was received or paid, and of which not everything is laid against an invoice. Amounts above zero. */
export interface Money {
  kind: MoneyKind;
  id: number;
  /** The day on which it moved. */
  date: PlainDate;
  /** Which invoices it can settle: money out those received, money in those issued. Null: nobody said so yet. */
  direction: Direction | null;
  currency: string;
  amount: Amount;
  /** Not laid against anything; what is matched. */
  left: Amount;
  reference: string;
  text: string;
  /** Who stands on the other side, and with which account; empty where nobody says it. */
  counterparty: string;
  account: string;
  /** What the bank says that it kept, contained in `amount`; null where it says nothing. */
  charges: Amount | null;
  /** The amount before conversion, as the bank prints it. */
  original: { currency: string; amount: Amount; rate: string | null } | null;
}

/** Names money in addresses and calls: `bank:12`. */
export const moneyKey = ({ kind, id }: Pick<Money, 'kind' | 'id'>): string => `${kind}:${id}`;

/** Kind and id of a key; null for a text that is none. */
export function moneyOf(key: string): Pick<Money, 'kind' | 'id'> | null {
  const found = /^(bank|payment):([1-9]\d{0,14})$/.exec(key);
  return found ? { kind: found[1] as MoneyKind, id: Number(found[2]) } : null;
}
