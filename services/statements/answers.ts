import { z } from 'zod';
import type { ReadDb } from '../../db/connection.ts';
import { invoicesById, type InvoiceRecord } from '../../db/queries/invoices.ts';
import { quoteById } from '../../db/queries/tax-quotes.ts';
import type { RuleAnswer } from '../../domain/invoices/tax-parts.ts';
import { quote, type Quote } from '../../domain/tax/quote.ts';
import type { Profile } from '../book/profile.ts';
import { packOfBook } from '../tax/book-pack.ts';

export interface AnswerFor {
  answer: RuleAnswer | null;
  basis: 'quote' | 'rule';
  /** The country whose tax it is. */
  country: string;
}

/** What a register needs of a quote on record, whatever else it holds. */
const kept = z.object({
  tax: z
    .object({
      code: z.string(),
      name: z.string(),
      ratePct: z.string().nullable(),
      treatment: z.string(),
      components: z.array(z.object({ code: z.string(), ratePct: z.string().nullable() })),
    })
    .nullable(),
  rule: z.object({ id: z.string() }).nullable(),
  pack: z.string(),
});
const asked = z.object({ country: z.string() });

/** Treatments in which the seller puts the tax on the invoice. */
const ON_INVOICE: ReadonlySet<string> = new Set(['charged', 'charged_customer_remits']);

const answerOf = ({ tax, rule, pack }: z.infer<typeof kept> | Quote): RuleAnswer | null =>
  tax === null || rule === null
    ? null
    : {
        rule: rule.id,
        pack,
        code: tax.code,
        name: tax.name,
        ratePct: tax.ratePct,
        treatment: tax.treatment,
        components: tax.components.map(({ code, ratePct }) => ({ code, ratePct })),
        onInvoice: ON_INVOICE.has(tax.treatment),
      };

/**
 * The tax answer of each document: the quote that it was made by; else, for one that names a contracting entity, the rule that
 * holds for the book's profile on the document's date, or on that of the invoice that a credit note takes back: its tax goes
 * back as it was charged. “No rule” is no answer, not 0 %.
 */
export function answersOf(read: ReadDb, records: readonly InvoiceRecord[], profile: Profile): Map<number, AnswerFor> {
  const pack = packOfBook(read);
  const credited = new Map(
    invoicesById(
      read,
      records.flatMap((r) => r.creditsId ?? []),
    ).map((r) => [r.id, r.date]),
  );
  return new Map(
    records.map((record): [number, AnswerFor] => {
      const onRecord = record.quoteId === null ? undefined : quoteById(read, record.quoteId);
      const result = onRecord && kept.safeParse(onRecord.result);
      if (onRecord && result?.success) {
        const { data } = asked.safeParse(onRecord.input);
        return [record.id, { answer: answerOf(result.data), basis: 'quote', country: data?.country ?? profile.country }];
      }
      const country = record.buyer?.country ?? profile.country;
      if (record.entity === null) return [record.id, { answer: null, basis: 'rule', country }];
      const { status, region } = record.buyer?.country === country ? record.buyer : { status: null, region: null };
      const found = quote(pack, {
        country,
        entity: record.entity,
        status: status ?? profile.customerStatus,
        region: region ?? profile.region,
        date: (record.creditsId === null ? undefined : credited.get(record.creditsId)) ?? record.date,
        amount: record.net,
        currency: record.currency,
        whtRate: null,
      });
      return [record.id, { answer: answerOf(found), basis: 'rule', country }];
    }),
  );
}
