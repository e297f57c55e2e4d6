import type { InvoiceType, LineScope } from '../../../domain/invoices/document.ts';
import type { Amount } from '../../../domain/money/amount.ts';
import type { Said } from '../../../domain/words/said.ts';

/** One line of a document before it is rounded. */
export interface SourceLine {
  description: string;
  exact: Amount;
  quantity: Amount | null;
  scope: LineScope | null;
}

/** What a document is made of: lines of one currency, and what they say about it. */
export interface Source {
  type: InvoiceType;
  currency: string;
  lines: SourceLine[];
  /** The one billing cycle that it is about, or null. */
  period: string | null;
  /** What it covers, both days inclusive; null where nothing tells. */
  first: string | null;
  last: string | null;
  orderReference: string | null;
  warnings: Said[];
}
