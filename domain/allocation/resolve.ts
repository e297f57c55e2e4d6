import type { Format } from '../formats/format.ts';
import { daysBetween, type PlainDate } from '../time/plain-date.ts';
import { conventionOf } from './conventions.ts';
import type { Nature } from './nature.ts';
import { dayBefore, monthsLater, type Term } from './term.ts';

/** A line paid ahead, with everything that may tell its term. */
export interface PaidLine {
  id: number;
  vendor: Format['vendor'];
  nature: Exclude<Nature, 'own-month'>;
  /** A first purchase: its term begins when it is paid for. */
  purchase: boolean;
  /** Day of the charge or refund. */
  date: PlainDate | null;
  order: string | null;
  /** The order that this line changes or gives back. */
  original: string | null;
  /** What names the resource within the vendor; null where the line names none. */
  resource: string | null;
  /** Term printed in the line itself. */
  own: Term | null;
  /** Length of the order in months, printed in the line itself. */
  months: number | null;
  /** Term that a person gave to this very line. */
  given: Term | null;
}

/** What tells a term, in the order in which it counts. */
export const TERM_SOURCES = ['given', 'line', 'length', 'order', 'list', 'rest', 'past'] as const;
export type TermSource = (typeof TERM_SOURCES)[number];

/** Why a line has no term. */
export type Gap = 'no-term' | 'no-original' | 'no-day';

export type Resolved = { term: Term; from: TermSource; gap: null } | { term: null; from: null; gap: Gap };

/** Terms of orders beside the bill, by orderKey. */
export interface OrderTerms {
  /** What a person gave. */
  given: ReadonlyMap<string, Term>;
  /** What a list says of the order itself: resource packages, orders. */
  listed: ReadonlyMap<string, Term>;
  /**
   * Opening and expiry of the resource of an order, as the list of renewals prints them: the order's own term only where the order
   * opened the resource, so of a first purchase on that day.
   */
  opened: ReadonlyMap<string, Term>;
}

export const orderKey = (vendor: string, order: string): string => `${vendor}|${order}`;

/** The term of an order of known length that begins on that day, by the vendor's convention. */
export function termOfLength(vendor: Format['vendor'], first: PlainDate, months: number): Term {
  const same = monthsLater(first, months);
  return { first, last: conventionOf(vendor, first).orderEnd === 'same-day' ? same : dayBefore(same) };
}

const known = (term: Term, from: TermSource): Resolved => ({ term, from, gap: null });
const unknown = (gap: Gap): Resolved => ({ term: null, from: null, gap });

/** Distinct terms by a name: of an order, of a resource. */
class TermsBy {
  readonly #terms = new Map<string, Map<string, Term>>();
  add(key: string, term: Term): void {
    const terms = this.#terms.get(key) ?? new Map<string, Term>();
    this.#terms.set(key, terms.set(`${term.first} ${term.last}`, term));
  }
  of(key: string): Term[] {
    return [...(this.#terms.get(key)?.values() ?? [])];
  }
}

/**
 * Finds the term of every line, never by guessing: what a person gave, what the line prints, the printed length of a first
 * purchase, another line of the same order, the lists beside the bill. A change or refund is for the rest of the term that it is
 * about, from its own day on: that of the order it names, else the only one of its resource that is not over. A refund after the
 * end of that term is wholly of its own day. Source: Huawei Cloud international billing guide, sections 3 (remaining days of a
 * change or unsubscription count from its day on) and 7.2.2.3.
 */
export function resolveTerms(lines: readonly PaidLine[], orders: OrderTerms): Map<number, Resolved> {
  const found = new Map<number, Resolved>();
  const byOrder = new TermsBy();
  const byResource = new TermsBy();
  const whole = lines.filter((line) => line.nature === 'term');
  const keep = (line: PaidLine, resolved: Resolved): void => {
    found.set(line.id, resolved);
    if (!resolved.term) return;
    if (line.order !== null) byOrder.add(orderKey(line.vendor, line.order), resolved.term);
    if (line.resource !== null) byResource.add(line.resource, resolved.term);
  };
  const later: PaidLine[] = [];
  for (const line of whole) {
    const resolved = alone(line, orders);
    if (resolved) keep(line, resolved);
    else later.push(line);
  }
  for (const line of later) {
    const terms = line.order === null ? [] : byOrder.of(orderKey(line.vendor, line.order));
    const listed = listedFor(line, orders);
    const resolved = terms.length === 1 ? known(terms[0]!, 'order') : listed ? known(listed, 'list') : unknown('no-term');
    if (resolved.from === 'list') keep(line, resolved);
    else found.set(line.id, resolved);
  }
  for (const line of lines) if (line.nature === 'rest') found.set(line.id, restOf(line, orders, byOrder, byResource));
  return found;
}

/** What the line and a person say by themselves. */
function alone(line: PaidLine, orders: OrderTerms): Resolved | null {
  const given = givenTo(line, orders);
  if (given) return known(given, 'given');
  if (line.own) return known(line.own, 'line');
  if (line.purchase && line.months !== null && line.date !== null)
    return known(termOfLength(line.vendor, line.date, line.months), 'length');
  return null;
}

function listedFor({ vendor, order, purchase, date }: PaidLine, orders: OrderTerms): Term | undefined {
  if (order === null) return undefined;
  const key = orderKey(vendor, order);
  const opened = purchase && date !== null ? orders.opened.get(key) : undefined;
  return orders.listed.get(key) ?? (opened && Math.abs(daysBetween(opened.first, date!)) <= 1 ? opened : undefined);
}

const givenTo = (line: PaidLine, orders: OrderTerms): Term | undefined =>
  line.given ?? (line.order === null ? undefined : orders.given.get(orderKey(line.vendor, line.order)));

function restOf(line: PaidLine, orders: OrderTerms, byOrder: TermsBy, byResource: TermsBy): Resolved {
  const given = givenTo(line, orders);
  if (given) return known(given, 'given');
  const { date } = line;
  if (date === null) return unknown('no-day');
  const from = (term: Term, source: TermSource): Resolved =>
    term.last < date
      ? known({ first: date, last: date }, 'past')
      : known({ first: term.first > date ? term.first : date, last: term.last }, source);
  if (line.own && line.own.last > date) return from(line.own, 'line');
  if (line.original !== null) {
    const key = orderKey(line.vendor, line.original);
    const told = orders.given.get(key) ?? only(byOrder.of(key)) ?? orders.listed.get(key);
    return told ? from(told, 'rest') : unknown('no-original');
  }
  const running = line.resource === null ? [] : byResource.of(line.resource).filter((term) => term.last >= date);
  return running.length === 1 ? from(running[0]!, 'rest') : unknown('no-original');
}

const only = (terms: readonly Term[]): Term | undefined => (terms.length === 1 ? terms[0] : undefined);
