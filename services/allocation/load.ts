import type { ReadDb } from '../../db/connection.ts';
import { prepaidLines, type StoredPrepaid } from '../../db/queries/allocation.ts';
import { givenTerms } from '../../db/queries/allocation-terms.ts';
import { remember } from '../../db/queries/remember.ts';
import { partsOf, spread, type MonthShare } from '../../domain/allocation/allocate.ts';
import { natureOf } from '../../domain/allocation/nature.ts';
import { orderKey, resolveTerms, type PaidLine, type Resolved } from '../../domain/allocation/resolve.ts';
import { listedTerms } from './listed.ts';

/** A line that is paid ahead with its term and its shares; no shares where the term is missing. */
export interface Prepaid {
  line: StoredPrepaid;
  resolved: Resolved;
  parts: readonly bigint[];
  shares: readonly MonthShare[];
}

/** Purchases by the words of the bills: the resource begins with them. */
const PURCHASE = /新购|购买|purchase|new monthly/i;

/** Every line that is paid ahead, by its id; kept until the book changes. */
export const loadPrepaid = (read: ReadDb): ReadonlyMap<number, Prepaid> => remember(read, 'allocation', () => load(read));

function load(read: ReadDb): Map<number, Prepaid> {
  const given = givenTerms(read);
  const stored: { line: StoredPrepaid; paid: PaidLine }[] = [];
  for (const line of prepaidLines(read)) {
    const nature = natureOf(line.vendor, line.billingMode, line.billType);
    if (nature === 'own-month') continue;
    stored.push({
      line,
      paid: {
        id: line.id,
        vendor: line.vendor,
        nature,
        purchase: line.billType !== null && PURCHASE.test(line.billType),
        date: line.date,
        order: line.order,
        original: line.original,
        resource: line.resource === null ? null : `${line.vendor}|${line.resource}`,
        own: line.first !== null && line.last !== null ? { first: line.first, last: line.last } : null,
        months: line.months,
        given: given.lines.get(line.id) ?? null,
      },
    });
  }
  const terms = resolveTerms(
    stored.map(({ paid }) => paid),
    { ...listedTerms(read), given: new Map(given.orders.map((term) => [orderKey(term.vendor, term.order), term])) },
  );
  const loaded = new Map<number, Prepaid>();
  for (const { line } of stored) {
    const resolved = terms.get(line.id)!;
    const parts = partsOf(line.payable, line.told);
    loaded.set(line.id, { line, resolved, parts, shares: resolved.term ? spread(parts, resolved.term) : [] });
  }
  return loaded;
}
