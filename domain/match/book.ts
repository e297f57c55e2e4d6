import type { Direction } from '../invoices/document.ts';
import type { Amount } from '../money/amount.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { foldNumber } from '../wht/import/reference.ts';
import { numberForm } from '../invoices/number-form.ts';
import type { RateOnDay } from '../wht/payables/fx.ts';
import type { Learned } from './learned.ts';
import type { OpenItem } from './open-item.ts';
import type { MatchSettings } from './settings.ts';

/** A payment of the book that no line of a statement is linked to. */
export interface BookPayment {
  id: number;
  date: PlainDate;
  amount: Amount;
  currency: string;
  reference: string;
  direction: Direction | null;
}

/** What money is held against, as the book stands. */
export interface MatchBook {
  items: readonly OpenItem[];
  payments: readonly BookPayment[];
  rules: readonly Learned[];
  rateOn: RateOnDay;
  settings: MatchSettings;
}

/** What is asked of a book again and again: made once for all of its money. */
export interface BookIndex {
  /** Open invoices and overtaken ones, each in one order, whatever order they come in. */
  open: readonly OpenItem[];
  credits: readonly OpenItem[];
  /** Numbers of all of them, in their whole form. */
  numbers: ReadonlySet<string>;
  /** Party by folded account number; an account that two of them have is nobody's. */
  owners: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<MatchBook, BookIndex>();

export function indexOf(book: MatchBook): BookIndex {
  let found = indexes.get(book);
  if (found) return found;
  const ordered = book.items.toSorted(inOrder);
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { party } of ordered)
    for (const account of party.accounts.map(foldNumber)) {
      if (account === '') continue;
      if (owners.has(account) && owners.get(account) !== party.key) shared.add(account);
      owners.set(account, party.key);
    }
  for (const account of shared) owners.delete(account);
  found = {
    open: ordered.filter((i) => i.credit === '0'),
    credits: ordered.filter((i) => i.credit !== '0'),
    numbers: new Set(ordered.map((i) => numberForm(i.number).whole)),
    owners,
  };
  indexes.set(book, found);
  return found;
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Earliest first; of one day by number. */
export const inOrder = (a: OpenItem, b: OpenItem): number =>
  text(a.date, b.date) || text(a.number, b.number) || text(a.vendor, b.vendor) || a.id - b.id;
