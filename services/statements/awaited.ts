import type { ReadDb } from '../../db/connection.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { awaitedOf, mayAwait, settlementOf } from '../../domain/wht/payables/settlement.ts';
import { ledgersOf } from '../wht/payables/ledgers.ts';
import type { LedgerInvoice } from './ledger.ts';

/** What of each invoice was withheld and not certified at the end of the day, by id; invoices without such are not in it. */
export function awaitedOn(read: ReadDb, invoices: readonly LedgerInvoice[], day: string): Map<number, Amount> {
  const ledgers = ledgersOf(
    read,
    invoices.map((i) => i.record),
    day,
    day,
  );
  return new Map(
    [...ledgers].flatMap(([id, ledger]): [number, Amount][] => {
      const awaited = mayAwait(ledger) ? awaitedOf(settlementOf(ledger)) : '0';
      return awaited === '0' ? [] : [[id, awaited]];
    }),
  );
}
