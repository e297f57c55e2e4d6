import type { Direction } from '../../domain/invoices/document.ts';
import { type Amount } from '../../domain/money/amount.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

export interface PaymentFacts {
  date: string;
  amount: Amount;
  currency: string;
  reference: string;
  method: string;
  note: string;
  status: 'active' | 'void';
}
export interface PaymentRecord extends PaymentFacts {
  id: number;
  allocations: { invoiceId: number; direction: Direction; vendor: string; invoice: string; amount: Amount }[];
}

interface Row {
  id: bigint;
  date: string;
  currency: string;
  reference: string;
  method: string;
  note: string;
  status: 'active' | 'void';
  amount_u: bigint;
  amount_f: bigint;
}
interface AllocationRow {
  payment_id: bigint;
  invoice_id: bigint;
  direction: Direction;
  vendor: string;
  number: string;
  amount_u: bigint;
  amount_f: bigint;
}

function withAllocations(read: ReadDb, rows: Row[]): PaymentRecord[] {
  const ids = JSON.stringify(rows.map((r) => Number(r.id)));
  const shares = Map.groupBy(
    read.allBig<AllocationRow>(
      'SELECT a.*, i.direction, i.vendor, i.number FROM payment_allocation a JOIN invoice i ON i.id = a.invoice_id WHERE a.payment_id IN (SELECT value FROM json_each(?)) ORDER BY i.date, i.id',
      [ids],
    ),
    (a) => a.payment_id,
  );
  return rows.map(({ amount_u, amount_f, id, ...rest }) => ({
    ...rest,
    id: Number(id),
    amount: fromPair(amount_u, amount_f),
    allocations: (shares.get(id) ?? []).map((a) => ({
      invoiceId: Number(a.invoice_id),
      direction: a.direction,
      vendor: a.vendor,
      invoice: a.number,
      amount: fromPair(a.amount_u, a.amount_f),
    })),
  }));
}

/** Newest first. `search` looks in reference, method, note and the numbers of the invoices. */
export function listPayments(read: ReadDb, search = ''): PaymentRecord[] {
  const rows = read.allBig<Row>(
    `SELECT p.* FROM payment p WHERE :search = '' OR instr(lower(p.reference || char(10) || p.method || char(10) || p.note), lower(:search)) > 0
      OR EXISTS (SELECT 1 FROM payment_allocation a JOIN invoice i ON i.id = a.invoice_id WHERE a.payment_id = p.id AND instr(lower(i.number), lower(:search)) > 0)
      ORDER BY p.date DESC, p.id DESC`,
    { search: search.trim() },
  );
  return withAllocations(read, rows);
}

export const paymentById = (read: ReadDb, id: number): PaymentRecord | undefined =>
  withAllocations(read, read.allBig<Row>('SELECT * FROM payment WHERE id = ?', [id]))[0];

/** Ids of the payments that hold a share on the invoice. */
export const paymentsOn = (read: ReadDb, invoiceId: number): number[] =>
  read
    .all<{ payment_id: number }>('SELECT payment_id FROM payment_allocation WHERE invoice_id = ? ORDER BY payment_id', [invoiceId])
    .map((r) => r.payment_id);

export function insertPayment(write: WriteDb, p: PaymentFacts): number {
  const amount = toPair(p.amount);
  return write.run(
    'INSERT INTO payment (date, amount_u, amount_f, currency, reference, method, note, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [p.date, amount.units, amount.fraction, p.currency, p.reference, p.method, p.note, p.status],
  ).id;
}

export const setPaymentStatus = (write: WriteDb, id: number, status: 'active' | 'void'): void =>
  void write.run('UPDATE payment SET status = ? WHERE id = ?', [status, id]);

/** Replaces every share of the payment. */
export function replaceShares(write: WriteDb, id: number, shares: readonly { invoiceId: number; amount: Amount }[]): void {
  write.run('DELETE FROM payment_allocation WHERE payment_id = ?', [id]);
  for (const share of shares) {
    const { units, fraction } = toPair(share.amount);
    write.run('INSERT INTO payment_allocation (payment_id, invoice_id, amount_u, amount_f) VALUES (?, ?, ?, ?)', [
      id,
      share.invoiceId,
      units,
      fraction,
    ]);
  }
}

/** What the audit trail holds of a payment. */
export function paymentSnapshot(p: PaymentRecord): Record<string, unknown> {
  const { id: _id, allocations, ...facts } = p;
  return { ...facts, allocations: allocations.map((a) => ({ vendor: a.vendor, invoice: a.invoice, amount: a.amount })) };
}
export const paymentSubject = (id: number): string => `payment:${id}`;
