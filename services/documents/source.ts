import type { InvoiceFacts, InvoiceRecord } from '../../db/queries/invoices.ts';
import type { InvoiceLine } from '../../domain/invoices/document.ts';
import { paperRuleOf, type PaperCase, type PaperRule } from '../../domain/invoices/paper-rules.ts';
import { isZero } from '../../domain/money/amount.ts';
import type { TaxPack } from '../../domain/tax/pack.ts';

/** A document of the register, as far as its paper goes: nothing of its payments. */
export type PaperRecord = InvoiceFacts & Pick<InvoiceRecord, 'total'>;

/** All that a paper is built from. */
export interface PaperSource {
  record: PaperRecord;
  lines: readonly InvoiceLine[];
  /** The invoice that a credit note reduces. */
  credited: { number: string; date: string } | null;
  /** The company that keeps the book. */
  company: { name: string; country: string };
  pack: Pick<TaxPack, 'entities' | 'countries' | 'rules'>;
  /** Country of the tax answer that the document was made with. */
  quotedCountry: string | null;
}

/** The document as the builders see it: with the rules of its country, and how its tax is treated. */
export interface Drafting extends PaperSource {
  country: string | null;
  rule: PaperRule | null;
  at: PaperCase;
  /** The signed figures of a credit note turned round. */
  turned: boolean;
}

/**
 * The country whose rules the paper follows: that of the tax answer; else the buyer's, where the seller is a contracting entity
 * with a tax rule for it; else the seller's own.
 */
function countryOf({ record, company, pack, quotedCountry }: PaperSource): string | null {
  if (quotedCountry) return quotedCountry;
  const entity = pack.entities.find((e) => e.id === record.entity);
  const buyer = record.buyer?.country ?? (record.direction === 'received' ? company.country : null);
  if (entity && buyer && pack.rules.some((r) => r.kind === 'indirect' && r.entity === entity.id && r.country === buyer)) return buyer;
  return record.seller?.country ?? entity?.residence ?? (record.direction === 'issued' ? company.country : null);
}

/** The country and its rules, and the case in which they are asked. */
export function drafting(source: PaperSource): Drafting {
  const { record, company, pack } = source;
  const country = countryOf(source);
  const entity = pack.entities.find((e) => e.id === record.entity);
  const seller = record.seller?.country ?? entity?.residence ?? (record.direction === 'issued' ? company.country : null);
  return {
    ...source,
    country,
    rule: paperRuleOf(country),
    at: {
      kind: record.kind,
      treatment: record.document.treatment ?? (isZero(record.tax) ? 'not_stated' : 'charged'),
      status: record.buyer?.status ?? null,
      resident: seller !== null && seller === country,
      date: record.issued ?? record.date,
    },
    turned: record.kind === 'credit-note',
  };
}
