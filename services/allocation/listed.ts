import type { ReadDb } from '../../db/connection.ts';
import { listedOrders } from '../../db/queries/allocation-terms.ts';
import { conventionOf } from '../../domain/allocation/conventions.ts';
import { monthsOfLength } from '../../domain/allocation/duration.ts';
import { printedTerm } from '../../domain/allocation/printed-term.ts';
import { orderKey, termOfLength, type OrderTerms } from '../../domain/allocation/resolve.ts';
import type { Term } from '../../domain/allocation/term.ts';

/** Orders of the orders list that begin with their payment, and are carried out. */
const PURCHASE = /新购|购买|purchase|buy/i;
const VOID = /取消|待支付|未支付|失败|cancel|pending|unpaid|fail/i;

type Listed = ReturnType<typeof listedOrders>[number];

/**
 * Terms that the lists beside the bill tell. A resource package has its order's effective and expiry time; an order that was a
 * purchase has its day of payment and its length. Orders with several rows of different terms tell none.
 * Source of the columns: Huawei Cloud international billing guide, sections 3.3.4 to 3.3.6 and 4.
 */
export function listedTerms(read: ReadDb): Pick<OrderTerms, 'listed' | 'opened'> {
  const listed = new Map<string, Term | null>();
  const opened = new Map<string, Term | null>();
  for (const row of listedOrders(read)) {
    const term = termOf(row);
    if (!term) continue;
    const into = row.register === 'renewals' ? opened : listed;
    const key = orderKey(row.vendor, row.order);
    const before = into.get(key);
    into.set(key, before === undefined || (before?.first === term.first && before.last === term.last) ? term : null);
  }
  return { listed: clear(listed), opened: clear(opened) };
}

function termOf({ register, vendor, data }: Listed): Term | null {
  const text = (name: string): string | null => data[name] ?? null;
  const { clock } = conventionOf(vendor, '2000-01-01');
  if (register === 'packages') return printedTerm(vendor, text('effective'), text('expires'), clock);
  if (register === 'renewals') return printedTerm(vendor, text('opened'), text('expires'), clock);
  const months = monthsOfLength(text('term') ?? '');
  const paid = text('paidAt') ?? text('created');
  if (months === null || paid === null || !PURCHASE.test(text('orderType') ?? '') || VOID.test(text('status') ?? '')) return null;
  return termOfLength(vendor, dayOf(paid, clock), months);
}

/** The day on the vendor's clock of an instant in UTC, or of a day. */
const dayOf = (text: string, clock: number): string =>
  text.endsWith('Z') ? new Date(Date.parse(text) + clock * 3_600_000).toISOString().slice(0, 10) : text.slice(0, 10);

const clear = (terms: ReadonlyMap<string, Term | null>): Map<string, Term> =>
  new Map([...terms].flatMap(([key, term]) => (term ? [[key, term] as const] : [])));
