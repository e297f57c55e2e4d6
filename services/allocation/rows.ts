import type { ReadDb } from '../../db/connection.ts';
import { unreadBatches } from '../../db/queries/allocation-reading.ts';
import { billLinesById } from '../../db/queries/bills-lines.ts';
import { concerns, standingIn, totalOf } from '../../domain/allocation/allocate.ts';
import { amountOf } from '../../domain/allocation/scale.ts';
import { daysOf } from '../../domain/allocation/term.ts';
import type { Period } from '../../domain/time/plain-date.ts';
import type { AllocationLine } from '../contract/allocation.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { addStanding, standingOf, Standings } from './figures.ts';
import type { Prepaid } from './load.ts';
import { RULES } from './read-terms.ts';
import { askedScope, prepaidIn } from './scope.ts';

type Asked = Pick<ParsedInput<'allocation/rows'>, 'period' | 'where' | 'search' | 'state' | 'sort' | 'descending'>;

/** One page of the lines that are paid ahead, with the number and the totals of all of them. */
export const rows: Handler<'allocation/rows'> = (input, { session }) => {
  const read = session.book().read;
  const found = prepaidRows(read, input);
  const totals = new Standings();
  for (const { shares, line } of found) if (shares.length > 0) addStanding(totals.of(line.currency), standingIn(shares, input.period));
  return {
    unread: unreadBatches(read, RULES).length,
    count: found.length,
    rows: tellLines(read, found.slice(input.offset, input.offset + input.limit), input.period),
    totals: totals.told(),
  };
};

/** The lines of a month that are paid ahead, in the order asked for; missing values last. */
export function prepaidRows(read: ReadDb, input: Asked): Prepaid[] {
  const { period, state } = input;
  const found = prepaidIn(read, askedScope(input), [])
    .map(({ prepaid }) => prepaid)
    .filter(({ line, shares }) =>
      shares.length === 0 ? state !== 'open' && line.period <= period : state !== 'missing' && concerns(line.period, shares, period),
    );
  const key = sortKey(input.sort, period);
  const keyed = found.map((prepaid) => ({ prepaid, key: key(prepaid) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null)
      return (a.key === null ? 1 : 0) - (b.key === null ? 1 : 0) || a.prepaid.line.id - b.prepaid.line.id;
    if (a.key === b.key) return a.prepaid.line.id - b.prepaid.line.id;
    return (a.key < b.key ? -1 : 1) * (input.descending ? -1 : 1);
  });
  return keyed.map(({ prepaid }) => prepaid);
}

function sortKey(by: Asked['sort'], period: Period): (prepaid: Prepaid) => string | number | bigint | null {
  switch (by) {
    case 'id':
      return ({ line }) => line.id;
    case 'order':
      return ({ line }) => line.order;
    case 'first':
    case 'last':
      return ({ resolved }) => resolved.term?.[by] ?? null;
    case 'amount':
      return ({ parts }) => totalOf(parts);
    case 'month':
    case 'remaining':
      return ({ shares }) => (shares.length === 0 ? null : totalOf(standingIn(shares, period)[by]));
  }
}

/** Lines as they are told, in the order given. */
export function tellLines(read: ReadDb, prepaid: readonly Prepaid[], period: Period): AllocationLine[] {
  const lines = new Map(
    billLinesById(
      read,
      prepaid.map(({ line }) => line.id),
    ).map((line) => [line.id, line]),
  );
  return prepaid.flatMap(({ line: { id, original }, resolved, parts, shares }) => {
    const line = lines.get(id);
    if (!line) return [];
    const { vendor, date, currency, account, productType, product, resourceId, resourceName, billingMode, billType, orderId } = line;
    const { term, from, gap } = resolved;
    return [
      {
        id,
        vendor,
        period: line.period,
        date,
        currency,
        account,
        productType,
        product,
        resourceId,
        resourceName,
        billingMode,
        billType,
        orderId,
        original,
        amount: amountOf(totalOf(parts)),
        term: term && { first: term.first, last: term.last, days: daysOf(term) },
        from,
        gap,
        standing: shares.length === 0 ? null : standingOf(standingIn(shares, period)),
      },
    ];
  });
}
