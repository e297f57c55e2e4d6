import { z } from 'zod';
import { direction } from './invoice-parts.ts';
import { command, query } from './procedure.ts';
import { amount, currency, documentNumber, historyEntry, note, plainDate, vendor } from './schema.ts';

export const payment = z.object({
  id: z.number().int(),
  date: plainDate,
  amount,
  currency,
  reference: documentNumber,
  method: z.string(),
  note,
  status: z.enum(['active', 'void']),
  allocated: amount,
  /** amount − allocated. */
  left: amount,
  allocations: z.array(z.object({ invoice: documentNumber, amount })),
  /** Which invoices it is laid on: money out for received ones, money in for issued ones; null while on none. */
  direction: direction.nullable(),
  /** Lines of bank statements that it is, with file and row; `amount` is its share, positive. */
  bank: z.array(
    z.object({
      line: z.number().int(),
      statement: z.number().int(),
      account: z.string(),
      file: z.string(),
      row: z.number().int(),
      booked: plainDate,
      amount,
    }),
  ),
  history: z.array(historyEntry),
});
export type Payment = z.infer<typeof payment>;
/** `vendor` is needed only where two vendors have given the same number. */
const allocation = z.object({ invoice: documentNumber, amount, vendor: vendor.nullable().optional() });
const topics = ['payments', 'invoices', 'reconcile', 'bank'] as const;

export const payments = {
  'payments/add': command(
    z.object({
      date: plainDate,
      amount,
      currency,
      reference: documentNumber,
      method: z.string().max(100).default(''),
      note: note.default(''),
      allocate: z.array(allocation).max(500).default([]),
    }),
    payment,
    topics,
  ),
  'payments/list': query(z.object({ search: z.string().max(200).default('') }), z.array(payment)),
  'payments/show': query(z.object({ id: z.number().int() }), payment),
  /** Replaces the payment's allocations. */
  'payments/allocate': command(z.object({ id: z.number().int(), allocate: z.array(allocation).max(500) }), payment, topics),
  'payments/void': command(z.object({ id: z.number().int(), reason: z.string().trim().min(1).max(1000) }), payment, topics),
};
