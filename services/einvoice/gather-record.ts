import type { ReadDb } from '../../db/connection.ts';
import { linesOf } from '../../db/queries/invoice-lines.ts';
import { invoicesById, type VendorName } from '../../db/queries/invoices.ts';
import { findInvoice } from '../invoices/find.ts';
import type { RecordSource } from './record-model/index.ts';

/** Reads all that the electronic form of a document is made of; refuses a number that the register does not have, or has twice. */
export function gatherRecord(read: ReadDb, number: string, vendor: VendorName | null): RecordSource {
  const record = findInvoice(read, number, vendor);
  const credited = record.creditsId === null ? undefined : invoicesById(read, [record.creditsId])[0];
  return {
    record,
    lines: linesOf(read, [record.id]).get(record.id) ?? [],
    credited: credited ? { number: credited.number, date: credited.issued ?? credited.date } : null,
  };
}
