import type { DocumentDetails } from '../../invoices/document.ts';
import { add, equal, isNegative, isZero, negate, subtract, type Amount } from '../../money/amount.ts';
import { fail, ok, unwrap, type Result } from '../../result.ts';
import { parseDate, type PlainDate } from '../../time/plain-date.ts';
import { say, type Bilingual } from '../../words/said.ts';
import type { Fapiao } from '../fapiao/fapiao.ts';
import type { EInvoice } from '../model.ts';
import { plainDecimal, stated } from './amounts.ts';
import type { ReceivedDocument } from './document.ts';
import { daysOf, linesOf, rateOf } from './lines.ts';
import { detailsOf } from './parties.ts';

const TERMS = {
  net: { en: 'Total without tax', zh: '不含税合计' },
  tax: { en: 'Total tax', zh: '税额合计' },
  gross: { en: 'Total with tax', zh: '含税合计' },
} as const;
const ASK = 'Ask the sender for a corrected invoice.';

/**
 * What the register would record of an electronic invoice. Refuses, naming it, what cannot be recorded: no number, seller, date, currency or
 * totals, and totals that contradict each other. A document with a negative total is a credit note, whatever it calls itself.
 */
export function receive(invoice: EInvoice, fapiao: Fapiao | null = null): Result<ReceivedDocument> {
  const number = invoice.number;
  if (number === undefined) return missing({ en: 'number', zh: '号码' });
  if (number.length > 100)
    return fail('einvoice.number', say`The number “${{ number: number.slice(0, 40) }}…” has more than 100 characters.`, { remedy: ASK });
  // Two numbers that look the same must be the same: what nobody sees may not tell them apart.
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(number))
    return fail('einvoice.number', say`The number holds characters that nobody can see.`, { remedy: ASK });
  const seller = detailsOf(invoice.seller);
  if (seller === null) return missing({ en: 'seller', zh: '销售方' });
  const date = dayOf(invoice.issued);
  if (date === null) return missing({ en: 'date of issue', zh: '开票日期' });
  const { currency } = invoice;
  if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) return missing({ en: 'currency', zh: '币种' });
  const figures = totalsOf(invoice);
  if (!figures.ok) return figures;
  const { net, tax, gross } = figures.value;
  const credit = invoice.kind === 'credit-note' ? !isNegative(gross) : isNegative(gross);
  // A credit note of the model has positive figures; a negative invoice has its sign already.
  const turn = (value: Amount): Amount => (invoice.kind === 'credit-note' && credit && !isZero(value) ? negate(value) : value);
  if (invoice.kind === 'credit-note' && !credit)
    return fail(
      'einvoice.credit-negative',
      say`Credit note ${{ number }} has a negative total, ${{ total: gross }}: it would add to what is owed.`,
      {
        value: gross,
        remedy: ASK,
      },
    );
  const due = dayOf(invoice.due);
  return ok({
    kind: credit ? 'credit-note' : 'invoice',
    number,
    date,
    due: credit || due === null || due < date ? null : due,
    currency,
    net: turn(net),
    tax: turn(tax),
    total: turn(gross),
    credits: credit ? (invoice.preceding?.find((p) => p.number !== undefined)?.number ?? null) : null,
    seller,
    buyer: detailsOf(invoice.buyer),
    lines: linesOf(invoice, turn, fapiao?.items ?? [], { net: turn(net), tax: turn(tax) }),
    document: detailsOfDocument(invoice, turn),
    figures: sideFigures(invoice, gross),
  });
}

/** Net, tax and gross that agree; of three, one may be missing and is the difference of the others. */
function totalsOf({ totals = {} }: EInvoice): Result<{ net: Amount; tax: Amount; gross: Amount }> {
  const read = [stated(totals.net, TERMS.net), stated(totals.tax, TERMS.tax), stated(totals.gross, TERMS.gross)] as const;
  for (const part of read) if (!part.ok) return part;
  const [net, tax, gross] = read.map((part) => unwrap(part)) as [Amount | null, Amount | null, Amount | null];
  if (net === null) return missing(TERMS.net);
  if (gross === null) return tax === null ? missing(TERMS.gross) : ok({ net, tax, gross: add(net, tax) });
  if (tax === null) return ok({ net, tax: subtract(gross, net), gross });
  if (!equal(add(net, tax), gross))
    return fail(
      'einvoice.totals',
      say`The totals contradict each other: ${{ net }} without tax and ${{ tax }} of tax are ${{ sum: add(net, tax) }}, not ${{ gross }}.`,
      { value: gross, remedy: ASK },
    );
  return ok({ net, tax, gross });
}

const missing = (what: Bilingual): Result<never> =>
  fail('einvoice.missing', say`The invoice states no ${{ what }}: it cannot be recorded without.`, { remedy: ASK });

function dayOf(text: string | undefined): PlainDate | null {
  const parsed = text === undefined ? null : parseDate(text);
  return parsed?.ok ? parsed.value : null;
}

function detailsOfDocument(invoice: EInvoice, turn: (value: Amount) => Amount): DocumentDetails {
  const { first, last } = daysOf(invoice.period?.first, invoice.period?.last);
  const notes = (invoice.notes ?? []).flatMap((note) => note.text ?? []).map((text) => text.slice(0, 1000));
  const components = (invoice.taxes ?? []).flatMap((tax) => {
    const [base, amount] = [stated(tax.base, TERMS.net), stated(tax.amount, TERMS.tax)];
    if (!base.ok || base.value === null || !amount.ok) return [];
    const ratePct = rateOf(tax);
    const code = tax.category ?? '';
    return [
      {
        code,
        name: ratePct === null ? code : `${code} ${ratePct} %`,
        ratePct,
        base: turn(base.value),
        amount: amount.value && turn(amount.value),
      },
    ];
  });
  return {
    ...(first !== null && { first }),
    ...(last !== null && { last }),
    ...(invoice.purchaseOrder !== undefined && { orderReference: invoice.purchaseOrder.slice(0, 200) }),
    ...(invoice.buyerReference !== undefined && { buyerReference: invoice.buyerReference.slice(0, 200) }),
    ...(invoice.paymentTerms !== undefined && { paymentTerms: invoice.paymentTerms.slice(0, 1000) }),
    ...(notes.length > 0 && { notes: notes.slice(0, 20) }),
    ...(components.length > 0 && { components }),
  };
}

/** What the register has no column for: prepaid, rounding and amount due, where they make the total another sum. */
function sideFigures({ totals = {} }: EInvoice, gross: Amount): Record<string, string> {
  const figures: Record<string, string> = {};
  for (const [name, text] of [
    ['prepaid', totals.prepaid],
    ['rounding', totals.rounding],
    ['payable', totals.payable],
  ] as const) {
    const value = plainDecimal(text);
    if (value !== null && !isZero(value) && !(name === 'payable' && equal(value, gross))) figures[name] = value;
  }
  return figures;
}
