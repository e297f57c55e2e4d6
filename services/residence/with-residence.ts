import type { ReadDb } from '../../db/connection.ts';
import type { QuoteInput } from '../../domain/tax/quote.ts';
import { heldResidence } from './held.ts';

/** The case with the certificate of residence that the book holds for it; without a book nobody looks. */
export const withResidence = (read: ReadDb | null, input: QuoteInput): QuoteInput =>
  read === null ? input : { ...input, residence: heldResidence(read, input) };
