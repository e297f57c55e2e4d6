import type { ReadDb } from '../../../db/connection.ts';
import type { BatchRow } from '../../../db/queries/batches.ts';
import { earlierBatches, earlierOfSource, tookPlaceOf, type Scope } from '../../../db/queries/scopes.ts';
import type { Delivery } from '../../../domain/formats/format.ts';
import { dialectOf } from './mending.ts';

/**
 * The batch that took the place of this one for a month and an account, if any: a row of this one that is mended now would
 * come too late. `family`: the batch and those that hold mended rows of it. The rules are those by which that batch made the lines of this one give way (scope.ts, source-editions.ts).
 */
export function newerEdition(
  read: ReadDb,
  of: BatchRow,
  family: ReadonlySet<number>,
  delivery: Delivery,
): (scope: Scope) => number | undefined {
  if (of.view < 0) return () => undefined;
  const { source } = dialectOf(of);
  if (source) {
    // The parts of one delivery do not take each other's place: what did, shows in the lines that gave way or are in both.
    const told = source.delivery === 'replacement' ? earlierOfSource(read, source.id, of.format, of.view, of.id) : [];
    const later = told.filter((e) => !family.has(e.id) && (e.as_of > of.as_of || (e.id > of.id && tookPlaceOf(read, e.id, of.id))));
    return ({ period }) => later.find((e) => e.period === period)?.id;
  }
  const others = earlierBatches(read, of.format, of.view, of.id).filter((e) => !family.has(e.id));
  return ({ period, account }) =>
    others.find((e) => {
      const after = e.id > of.id;
      if (delivery === 'replaces-file') return after && of.logical_name !== '' && e.logical_name === of.logical_name && e.part === of.part;
      if (e.period !== period || e.account !== account) return false;
      if (delivery === 'replaces') return e.as_of > of.as_of || (after && e.as_of === of.as_of && e.part === of.part);
      return after && of.estimate === 1 && e.estimate === 0;
    })?.id;
}
