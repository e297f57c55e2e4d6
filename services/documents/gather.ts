import type { ReadDb } from '../../db/connection.ts';
import { linesOf } from '../../db/queries/invoice-lines.ts';
import { invoicesById, type VendorName } from '../../db/queries/invoices.ts';
import { quoteById } from '../../db/queries/tax-quotes.ts';
import { packByDigest } from '../../db/queries/tax-packs.ts';
import type { TaxPack } from '../../domain/tax/pack.ts';
import { placesOfBook } from '../tax/book-pack.ts';
import { settingsOf } from '../book/profile.ts';
import { findInvoice } from '../invoices/find.ts';
import type { PaperSource } from './source.ts';

/** Reads all that the paper of a document needs; refuses a number that the register does not have, or has twice. */
export function gatherPaper(read: ReadDb, number: string, vendor: VendorName | null): PaperSource {
  const record = findInvoice(read, number, vendor);
  const credited = record.creditsId === null ? undefined : invoicesById(read, [record.creditsId])[0];
  const profile = settingsOf(read);
  const quote = record.quoteId === null ? undefined : quoteById(read, record.quoteId);
  // The rules that the document was made by, where its answer is on record.
  const used = quote?.packDigest ? (packByDigest(read, quote.packDigest) as TaxPack | undefined) : undefined;
  return {
    record,
    lines: linesOf(read, [record.id]).get(record.id) ?? [],
    credited: credited ? { number: credited.number, date: credited.issued ?? credited.date } : null,
    company: { name: profile.company, country: profile.country },
    pack: used ?? placesOfBook(read),
    quotedCountry: countryOf(quote?.input),
  };
}

const countryOf = (input: unknown): string | null => {
  const country = typeof input === 'object' && input !== null && 'country' in input ? input.country : null;
  return typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : null;
};
