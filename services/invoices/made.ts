import type { InvoiceRecord } from '../../db/queries/invoices.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

/** Refuses to change a document that was made here: what was given out stands, until it is credited or void. */
export function refuseMade({ number, direction }: InvoiceRecord): void {
  if (direction === 'issued')
    refuse('invoice.issued', say`Invoice ${{ number }} was made here and given out; it does not change.`, {
      value: number,
      remedy: 'Make a credit note against it, or void it, and make a new one.',
    });
}
