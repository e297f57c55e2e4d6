import type { ReadDb } from '../../db/connection.ts';
import { statementOf } from '../../domain/invoices/statement.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { besidesOf } from './besides.ts';
import { calledPaidSums, ledgerOf, movementsOf, type LedgerInvoice } from './ledger.ts';
import { partyId, partyName } from './papers.ts';

export type StatementInput = Pick<ParsedInput<'invoices/statement'>, 'vendor' | 'party' | 'direction' | 'from' | 'to'>;
type Statement = Output<'invoices/statement'>;

/** The statement of a vendor or party; without either only who there is to choose from. */
export const statement: Handler<'invoices/statement'> = (input, { session }) => statementFor(session.book().read, input);

export function statementFor(read: ReadDb, { vendor, party, direction, from, to }: StatementInput): Statement {
  refuseTurned(from, to);
  const { invoices } = ledgerOf(read, direction);
  const own = invoices.filter(({ record }) => (party === null ? record.vendor === vendor : partyId(record) === party));
  const besides = besidesOf(read, own, { from, to });
  const last = own.findLast(({ record }) => partyName(record) !== null);
  return {
    from,
    to,
    name: party === null || !last ? null : partyName(last.record),
    statements: statementOf(movementsOf(own), { from, to }).map((s) => ({ ...s, ...besides(s.currency) })),
    calledPaid: calledPaidSums(own.filter(({ record }) => record.date <= to)),
    vendors: counted(invoices, ({ record }) => record.vendor).map(([name, count]) => ({ vendor: name, count })),
    parties: partiesOf(invoices),
  };
}

/** A range whose end is before its beginning is refused. */
export function refuseTurned(from: string, to: string): void {
  if (to < from)
    refuse('range.turned', say`The last day ${{ to }} is before the first ${{ from }}.`, {
      column: 'to',
      value: to,
      remedy: 'Correct one of the two dates.',
    });
}

function counted<K>(invoices: readonly LedgerInvoice[], key: (invoice: LedgerInvoice) => K): [K, number][] {
  return [...Map.groupBy(invoices, key)].map(([k, own]): [K, number] => [k, own.length]).toSorted((a, b) => b[1] - a[1]);
}

function partiesOf(invoices: readonly LedgerInvoice[]): Statement['parties'] {
  const names = new Map<number, string>();
  for (const { record } of invoices) {
    const id = partyId(record);
    if (id !== null) names.set(id, partyName(record) ?? names.get(id) ?? String(id));
  }
  return counted(invoices, ({ record }) => partyId(record)).flatMap(([id, count]) =>
    id === null ? [] : [{ id, name: names.get(id)!, count }],
  );
}
