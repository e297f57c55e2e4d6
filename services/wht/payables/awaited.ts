import type { ReadDb } from '../../../db/connection.ts';
import type { InvoiceRecord } from '../../../db/queries/invoices.ts';
import { isZero, type Amount } from '../../../domain/money/amount.ts';
import { awaitedOf, mayAwait, settlementOf } from '../../../domain/wht/payables/settlement.ts';
import { ledgersOf } from './ledgers.ts';

/**
 * What of each invoice's open amount was withheld from its payments by a known rate and is not certified, by id; invoices without such
 * are not in it. Where no rate is known nothing is taken off: the rest may just as well be unpaid.
 */
export function awaitedByRate(read: ReadDb, records: readonly InvoiceRecord[], today: string): Map<number, Amount> {
  const paid = records.filter((r) => !isZero(r.paid));
  return new Map(
    [...ledgersOf(read, paid, today)].flatMap(([id, ledger]): [number, Amount][] => {
      if (!mayAwait(ledger)) return [];
      const s = settlementOf(ledger);
      const awaited = s.shares.kind === 'presumed' ? '0' : awaitedOf(s);
      return isZero(awaited) ? [] : [[id, awaited]];
    }),
  );
}
