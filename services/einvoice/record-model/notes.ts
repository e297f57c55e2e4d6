import type { InvoiceRecord } from '../../../db/queries/invoices.ts';
import type { Note } from '../../../domain/einvoice/model.ts';
import type { InvoiceLine } from '../../../domain/invoices/document.ts';
import { fixed, type Amount } from '../../../domain/money/amount.ts';
import type { PartyDetails } from '../../../domain/parties/party.ts';

/**
 * What the file is and is not, the document's own sentences, and tax figures that EN 16931 has no room for. English: these
 * sentences are part of the data, and do not change with who exports them.
 */
export function notesModel(record: InvoiceRecord, lines: readonly InvoiceLine[], left: readonly string[]): Note[] {
  const codes = [...new Set(lines.flatMap((line) => line.taxCode ?? []))];
  const from = record.direction === 'issued' ? 'of the document issued' : 'made by the receiver of the document, and not by its seller';
  const notes = [
    {
      text: `Data exchange copy in the terms of EN 16931, ${from}. It is no delivery over Peppol and no official tax invoice such as a fapiao.`,
    },
    ...(codes.length > 0 ? [{ text: `What is called VAT here is ${codes.join(', ')}.` }] : []),
    ...(record.document.notes ?? []).map((text) => ({ text })),
    ...componentsOf(record),
    ...left.map((text) => ({ text })),
  ];
  return notes.map(({ text }) => ({ text: text.replace(/\s+/g, ' ').trim() }));
}

/** Parts of the tax, such as CGST and SGST; where the customer accounts for the tax, the tax that is only shown. */
function componentsOf({ document, currency }: InvoiceRecord): { text: string }[] {
  const shown = (document.components ?? []).filter((c) => c.amount !== null);
  if (shown.length === 0) return [];
  const told = shown.map((c) => `${c.code}${c.ratePct === null ? '' : ` ${c.ratePct} %`} ${printed(c.amount!)} ${currency}`);
  const charged = document.treatment === undefined || document.treatment === 'charged';
  if (charged && shown.length === 1) return [];
  return [{ text: `${charged ? 'The tax consists of' : 'Tax shown and not collected here'}: ${told.join(', ')}.` }];
}

const printed = (amount: Amount): string => (/\.\d{3,}$/.test(amount) ? amount : fixed(amount, 2));

/** Numbers of a buyer for which the model has no term. */
export const leftNumbers = (buyer: PartyDetails | null, used: readonly (string | undefined)[]): string[] => {
  const plain = (text: string): string => text.replace(/\s+/g, '');
  const placed = used.flatMap((text) => (text === undefined ? [] : plain(text)));
  return (buyer?.taxIds ?? [])
    .filter(({ value }) => !placed.some((text) => text.endsWith(plain(value))))
    .map(({ scheme, value }) => `The buyer's ${scheme}: ${value}.`);
};
