import { attachedTo } from '../../../db/queries/attached-to.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { invoicesById, invoicesByNumber, type InvoiceRecord, type VendorName } from '../../../db/queries/invoices.ts';
import type { ReceivedDocument } from '../../../domain/einvoice/received/document.ts';
import { statusOn } from '../../../domain/invoices/balance.ts';
import { act as legal } from '../../../domain/invoices/states.ts';
import { compare, negate, subtract } from '../../../domain/money/amount.ts';
import { appError, type AppError } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { vendorTitle } from '../../../domain/words/titles.ts';
import type { EInvoicePreview } from '../../contract/einvoice-import.ts';
import { isOfSeller, type SellerMatch } from './match.ts';

/** What the register holds against the document: its state, why, and the records that it meets. */
export interface Judgement {
  state: Exclude<EInvoicePreview['state'], 'amounts' | 'refused'>;
  refusal: AppError | null;
  differences: EInvoicePreview['differences'];
  /** The record that it is, or collides with. */
  existing: InvoiceRecord | null;
  /** Of a credit note: the invoice that it reduces. */
  credited: InvoiceRecord | null;
}

/** The document as it is to be recorded. */
export interface Wanted {
  document: ReceivedDocument;
  sha256: string;
  number: string;
  vendor: VendorName;
  /** The invoice that a credit note reduces. */
  credits: string | null;
  match: SellerMatch | null;
}

const NEW: Judgement = { state: 'new', refusal: null, differences: [], existing: null, credited: null };

/** Holds a document against the register, as of `today`. */
export function judge(read: ReadDb, wanted: Wanted, today: string): Judgement {
  const { document, number, vendor } = wanted;
  const sameFile = invoicesById(read, attachedTo(read, wanted.sha256)).find((i) => i.stated !== 'void');
  if (sameFile) return { ...NEW, state: 'there', refusal: alreadyThere(sameFile), existing: sameFile };
  const whose = { seller: document.seller, match: wanted.match, vendor };
  const live = invoicesByNumber(read, number).filter((i) => i.stated !== 'void');
  const own = live.find((i) => i.direction === 'received' && isOfSeller(i, whose));
  if (own) {
    const differences = differencesOf(document, own);
    if (differences.length === 0) return { ...NEW, state: 'there', refusal: alreadyThere(own), existing: own };
    return { ...NEW, state: 'differs', refusal: otherwise(own, document), differences, existing: own };
  }
  const taken = live.find((i) => i.vendor === vendor);
  if (taken) return { ...NEW, state: 'taken', refusal: numberTaken(taken, number), existing: taken };
  return document.kind === 'credit-note' ? judgeCredit(read, wanted, today) : NEW;
}

/** Figures that a document must share with its record to be the same; the rest may be entered otherwise. */
function differencesOf(document: ReceivedDocument, record: InvoiceRecord): Judgement['differences'] {
  return (['kind', 'date', 'currency', 'net', 'tax'] as const).flatMap((field) =>
    document[field] === record[field] ? [] : [{ field, here: record[field], there: document[field] }],
  );
}

function judgeCredit(read: ReadDb, { document, vendor, credits, match, number }: Wanted, today: string): Judgement {
  const waits = (error: AppError, credited: InvoiceRecord | null = null): Judgement => ({
    ...NEW,
    state: 'waits',
    refusal: error,
    credited,
  });
  if (credits === null)
    return waits(
      appError('einvoice.credit-unnamed', say`Credit note ${{ number }} does not name the invoice that it reduces.`, {
        remedy: 'Name the invoice; the file stays as it is until then.',
      }),
    );
  const found = invoicesByNumber(read, credits).filter((i) => i.kind === 'invoice' && i.direction === 'received' && i.stated !== 'void');
  const invoice = found.find((i) => i.vendor === vendor && isOfSeller(i, { seller: document.seller, match, vendor }));
  if (!invoice)
    return waits(
      appError('einvoice.credit-waits', say`Credit note ${{ number }} reduces invoice ${{ credits }}, which is not in the register.`, {
        value: credits,
        remedy: 'Import or add that invoice first, then this file again; until then the file waits.',
      }),
    );
  const refusal = creditRefusal(invoice, document, today);
  return refusal ? waits(refusal, invoice) : { ...NEW, credited: invoice };
}

/** Why the credit note cannot be laid against its invoice; null where it can. */
function creditRefusal(invoice: InvoiceRecord, document: ReceivedDocument, today: string): AppError | null {
  const allowed = legal(invoice.number, statusOn(invoice, today), 'credit');
  if (!allowed.ok) return allowed.error;
  if (invoice.currency !== document.currency)
    return appError(
      'einvoice.credit-currency',
      say`The credit note is in ${{ currency: document.currency }}, invoice ${{ number: invoice.number }} in ${{ other: invoice.currency }}.`,
      { value: document.currency, remedy: 'Name the invoice that it reduces, or ask the sender for a corrected credit note.' },
    );
  if (document.date < invoice.date)
    return appError(
      'invoice.credit-before-invoice',
      say`The credit note's date ${{ date: document.date }} is before invoice ${{ number: invoice.number }} of ${{ date2: invoice.date }}.`,
      { value: document.date, remedy: 'Check both dates.' },
    );
  const [left, total] = [subtract(invoice.total, invoice.credited), negate(document.total)];
  if (compare(total, left) > 0)
    return appError(
      'invoice.over-credit',
      say`Invoice ${{ number: invoice.number }} has ${{ left }} ${{ currency: invoice.currency }} that can be credited; ${{ total }} is more.`,
      { value: total, remedy: say`Credit at most ${{ left }}.` },
    );
  return null;
}

const alreadyThere = (record: InvoiceRecord): AppError =>
  appError(
    'einvoice.there',
    say`${{ number: record.number }} of ${{ date: record.date }} is in the register already, with these figures.`,
    {
      value: record.number,
      remedy: 'Nothing needs to be done.',
    },
  );

const otherwise = (record: InvoiceRecord, document: ReceivedDocument): AppError =>
  appError(
    'einvoice.differs',
    say`${{ number: record.number }} is in the register with other figures: ${{ here: record.total }} ${{ currency: record.currency }} of ${{ date: record.date }}, in the file ${{ there: document.total }} ${{ currency2: document.currency }} of ${{ date2: document.date }}.`,
    { value: record.number, remedy: 'Find out which is right. Void the record to enter it anew, or ask the sender for a corrected file.' },
  );

const numberTaken = (record: InvoiceRecord, number: string): AppError =>
  appError(
    'einvoice.number-taken',
    say`${{ number }} is the number of another document of ${{ vendor: vendorTitle(record.vendor) }}, of another seller.`,
    { value: number, remedy: 'Record it under a number of your own, such as the number with the seller’s initials.' },
  );
