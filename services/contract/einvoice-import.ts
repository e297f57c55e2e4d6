import { z } from 'zod';
import { invoice } from './invoices.ts';
import { command, query } from './procedure.ts';
import {
  amount,
  amountOrMissing,
  currency,
  documentNumber,
  entityId,
  fileToken,
  note,
  period,
  plainDate,
  said,
  saidError,
  vendor,
} from './schema.ts';

const bilingual = z.object({ en: z.string(), zh: z.string() });

/** What a rule says of the file. `amounts` bars the import until a person accepts it; the others do not. */
export const einvoiceFinding = z.object({
  rule: z.string(),
  weight: z.enum(['amounts', 'invalid', 'gap', 'advice']),
  says: bilingual,
  where: bilingual,
  detail: said.nullable(),
  /** Line and column in the XML. */
  place: z.object({ line: z.number(), column: z.number() }).nullable(),
});
export type EInvoiceFinding = z.infer<typeof einvoiceFinding>;

/** How the file is to be recorded, beside what it says. */
const choices = z.object({
  file: fileToken,
  /** Null: by the seller, else `other`. */
  vendor: vendor.nullable().default(null),
  /** Null: the month of its invoicing period, where it is one. */
  period: period.nullable().default(null),
  /** A number of one's own, where another seller's invoice has taken the same. */
  as: documentNumber.nullable().default(null),
  /** The invoice that a credit note reduces, where it does not name it. */
  credits: documentNumber.nullable().default(null),
});

const party = z.object({ name: z.string(), country: z.string(), taxIds: z.array(z.object({ scheme: z.string(), value: z.string() })) });

export const einvoicePreview = z.object({
  file: z.string(),
  sha256: z.string(),
  carrier: z.enum(['xml', 'pdf', 'ofd']),
  /** Name of the XML inside the file. */
  inside: z.string().nullable(),
  syntax: z.enum(['ubl', 'cii', 'zugferd-1', 'fapiao', 'fapiao-coded']),
  /** The specification that it says it keeps to. */
  specification: z.string().nullable(),
  /** Its profile carries less than an invoice needs: lines, breakdown. */
  incomplete: z.boolean(),
  /** What would be recorded; null where it cannot be, and `refusal` says why. */
  document: z
    .object({
      kind: z.enum(['invoice', 'credit-note']),
      number: documentNumber,
      date: plainDate,
      due: plainDate.nullable(),
      currency,
      net: amount,
      tax: amount,
      total: amount,
      credits: documentNumber.nullable(),
      lines: z.array(z.object({ description: z.string(), net: amount, tax: amountOrMissing, ratePct: z.string().nullable() })),
      /** Lines that stand in the file, recorded or not. */
      lineCount: z.number().int(),
      figures: z.record(z.string(), z.string()),
      seller: party,
      buyer: party.nullable(),
    })
    .nullable(),
  findings: z.array(einvoiceFinding),
  /**
   * new: nothing speaks against it. there: recorded already with these figures. differs: recorded with others. taken: another
   * seller's invoice has the number. waits: a credit note whose invoice is not recorded. amounts: its figures are wrong, which a person
   * may accept. refused: it cannot be recorded.
   */
  state: z.enum(['new', 'there', 'differs', 'taken', 'waits', 'amounts', 'refused']),
  /** Why it is not `new`, and what to do. */
  refusal: z.object({ code: z.string(), message: z.string(), remedy: z.string().nullable(), said: saidError.optional() }).nullable(),
  /** Of an invoice that is recorded otherwise: what differs. */
  differences: z.array(z.object({ field: z.string(), here: z.string().nullable(), there: z.string().nullable() })),
  /** Who the seller is in this book, and by what it was told. */
  match: z.object({ party: z.number().int().nullable(), name: z.string(), by: z.enum(['tax-id', 'name', 'entity']) }).nullable(),
  vendor,
  entity: entityId.nullable(),
  period: period.nullable(),
});
export type EInvoicePreview = z.infer<typeof einvoicePreview>;

const imported = z.object({ outcome: z.enum(['imported', 'there']), preview: einvoicePreview, invoice: invoice.nullable() });

export const einvoiceImport = {
  /** Reads the file in the parser process and says what an import would do. Changes nothing. */
  'einvoice/preview': query(choices, einvoicePreview),
  /**
   * Records it with lines, tax, parties and the file itself, in one transaction. The same document again is `there`; every other
   * state than `new` is refused in words. `accept`: figures that contradict each other are recorded as they are.
   */
  'einvoice/import': command(
    choices.extend({
      /** Make a party of the seller, where none is found. */
      createParty: z.boolean().default(false),
      accept: z.boolean().default(false),
      note: note.default(''),
    }),
    imported,
    ['invoices', 'parties', 'reconcile'],
  ),
};
