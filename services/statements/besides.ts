import type { ReadDb } from '../../db/connection.ts';
import { compare, sum } from '../../domain/money/amount.ts';
import { fxDifferences } from '../../domain/wht/payables/fx.ts';
import { awaitedOf, mayAwait, settlementOf } from '../../domain/wht/payables/settlement.ts';
import type { Output } from '../contract/index.ts';
import { ledgersOf } from '../wht/payables/ledgers.ts';
import { rateOnDay } from '../wht/payables/view.ts';
import type { LedgerInvoice } from './ledger.ts';

type Besides = Pick<Output<'invoices/statement'>['statements'][number], 'awaited' | 'fx'>;

/**
 * What stands beside a statement, by currency of the invoices: what of its closing balance was withheld without a certificate so far,
 * and the differences of currencies of the certificates of the range, each by itself.
 */
export function besidesOf(
  read: ReadDb,
  invoices: readonly LedgerInvoice[],
  { from, to }: { from: string; to: string },
): (currency: string) => Besides {
  const rateOn = rateOnDay(read);
  const records = invoices.map((i) => i.record).filter((r) => r.date <= to);
  const ledgers = ledgersOf(read, records, to, to);
  const told = records.flatMap((record) => {
    const ledger = ledgers.get(record.id)!;
    const foreign = ledger.certificates.some((c) => c.currency !== record.currency);
    if (!foreign && !mayAwait(ledger)) return [];
    const s = settlementOf(ledger);
    // What the vendor calls paid is settled, whatever the payments in the book leave short.
    const awaited = record.stated === 'paid' ? '0' : awaitedOf(s);
    return [{ record, awaited, fx: fxDifferences(record.currency, s.shares.shares, ledger.certificates, rateOn) }];
  });
  return (currency) => {
    const own = told.filter((t) => t.record.currency === currency);
    return {
      awaited: sum(own.map((t) => t.awaited)),
      fx: own
        .flatMap(({ record, fx }) =>
          fx
            .filter((f) => f.date >= from && compare(f.difference, '0') !== 0)
            .map(({ number, certificate: _id, ...rest }) => ({ ...rest, certificate: number, invoice: record.number })),
        )
        .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    };
  };
}
