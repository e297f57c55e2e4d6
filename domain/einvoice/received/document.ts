import type { DocumentDetails, InvoiceLine } from '../../invoices/document.ts';
import type { Amount } from '../../money/amount.ts';
import type { PartyDetails } from '../../parties/party.ts';
import type { PlainDate } from '../../time/plain-date.ts';

/** An electronic invoice as the register records it; amounts in its currency, negative on a credit note. */
export interface ReceivedDocument {
  kind: 'invoice' | 'credit-note';
  number: string;
  date: PlainDate;
  due: PlainDate | null;
  currency: string;
  net: Amount;
  tax: Amount;
  total: Amount;
  /** Number of the invoice that a credit note reduces, where it names one. */
  credits: string | null;
  seller: PartyDetails;
  buyer: PartyDetails | null;
  /** Document-level allowances and charges are lines, so that the lines make the net; none where the profile carries none. */
  lines: InvoiceLine[];
  document: DocumentDetails;
  /** Beside the register's figures: prepaid, rounding and amount due as the document states them. */
  figures: Record<string, string>;
}
