import { add, multiply, percentOf, subtract, type Amount } from '../../../../domain/money/amount.ts';
import { POLICIES, round } from '../../../../domain/money/rounding.ts';
import type { KindId } from '../../../../domain/reconcile/kinds.ts';
import type { Random } from '../../../../services/sample/random.ts';
import { cutToCents, printShort } from '../../../../services/sample/units.ts';
import type { ConsistentBook } from '../book.ts';
import { ORDERS_INVOICE, USAGE_INVOICE, type Papers } from '../papers.ts';
import { changed, type Injection } from './fault.ts';

const cents = (value: Amount): Amount => round(value, POLICIES.monthTotal);
const cent = (random: Random, most = 900): Amount => multiply(String(random.between(1, most)), '0.01');

/** A fault of the papers that are entered: `change` works on a copy, and says what is wrong by how much; null: no place for it. */
const paper = (
  id: string,
  kind: KindId,
  also: readonly KindId[],
  what: string,
  change: (papers: Papers, random: Random, book: ConsistentBook) => Amount | null,
): Injection => ({
  id,
  kind,
  also,
  apply(book, random) {
    const papers = structuredClone(book.papers);
    const amount = change(papers, random, book);
    return amount === null ? null : { files: changed(), papers, lines: [], amount, what };
  },
});

const invoiceOf = (papers: Papers, number: string): Papers['invoices'][number] => papers.invoices.find((i) => i.number === number)!;
/** Takes the invoice away with everything that is laid on it alone; its payment stays as one on nothing. */
function withoutInvoice(papers: Papers, number: string): void {
  papers.invoices = papers.invoices.filter((i) => i.number !== number);
  papers.credits = papers.credits.filter((c) => c.number !== number);
  papers.rates = papers.rates.filter((r) => r.invoice !== number);
  papers.certificates = papers.certificates.filter((c) => c.allocate?.[0]?.invoice !== number);
  for (const p of papers.payments) p.allocate = p.allocate?.filter((a) => a.invoice !== number) ?? [];
}
/** Pays so much more (or less) on the invoice, by its last payment. */
function payMore(papers: Papers, number: string, by: Amount): void {
  const last = papers.payments.filter((p) => p.allocate?.[0]?.invoice === number).at(-1)!;
  last.amount = add(last.amount, by);
  last.allocate![0]!.amount = last.amount;
}

/** Faults of invoices, credit notes, payments and certificates. */
export const paperFaults: readonly Injection[] = [
  paper(
    'invoice-cent',
    'invoice.amount',
    ['tax.rate', 'payment.amount', 'rounding.other'],
    'an invoice is a cent off',
    (papers, random) => {
      const invoice = invoiceOf(papers, random.pick([ORDERS_INVOICE, USAGE_INVOICE]));
      const by = random.chance(500) ? '0.01' : '-0.01';
      const part = random.chance(700) ? 'net' : 'tax';
      invoice[part] = add(invoice[part], by);
      payMore(papers, invoice.number, by);
      return by;
    },
  ),
  paper(
    'invoice-amount',
    'invoice.amount',
    ['wht.amount', 'wht.rate', 'payment.amount', 'tax.rate'],
    'an invoice is over another amount',
    (papers, random) => {
      const invoice = invoiceOf(papers, USAGE_INVOICE);
      const by = multiply(cent(random), '10');
      invoice.net = add(invoice.net, by);
      payMore(papers, invoice.number, by);
      return by;
    },
  ),
  paper('invoice-missing', 'invoice.missing', ['invoice.amount', 'payment.amount'], 'an invoice was not entered', (papers, random) => {
    const number = random.pick([ORDERS_INVOICE, USAGE_INVOICE]);
    const { net, tax } = invoiceOf(papers, number);
    withoutInvoice(papers, number);
    return add(net, tax);
  }),
  paper(
    'invoice-twice',
    'invoice.duplicate',
    ['invoice.amount', 'payment.missing', 'payment.amount'],
    'an invoice was entered twice',
    (papers, random) => {
      const invoice = structuredClone(invoiceOf(papers, random.pick([ORDERS_INVOICE, USAGE_INVOICE])));
      invoice.number = `${invoice.number.slice(0, 2)}-${invoice.number.slice(2)}`;
      papers.invoices.push(invoice);
      return add(invoice.net, invoice.tax);
    },
  ),
  paper(
    'credit-note',
    'credit.refund',
    ['invoice.amount', 'payment.amount', 'wht.amount', 'tax.rate'],
    'a credit note is over another amount than the refunds',
    (papers, random) => {
      const [credit] = papers.credits;
      if (!credit) return null;
      const by = cent(random, 90);
      credit.net = add(credit.net, by);
      payMore(papers, credit.number, subtract('0', by));
      return by;
    },
  ),
  paper(
    'credit-note-missing',
    'credit.refund',
    ['invoice.amount', 'invoice.missing', 'payment.missing', 'payment.amount', 'wht.amount', 'wht.missing'],
    'the refunds have no credit note',
    (papers) => {
      const [credit] = papers.credits;
      papers.credits = [];
      return credit ? add(credit.net, credit.tax) : null;
    },
  ),
  paper(
    'payment-short',
    'payment.amount',
    ['payment.missing', 'wht.amount', 'wht.missing'],
    'a payment is less than what was due',
    (papers, random) => {
      const by = cent(random);
      payMore(papers, random.pick([ORDERS_INVOICE, USAGE_INVOICE]), subtract('0', by));
      return by;
    },
  ),
  paper(
    'payment-missing',
    'payment.missing',
    ['payment.amount', 'wht.amount', 'wht.missing'],
    'a payment was not entered',
    (papers, random) => {
      const own = papers.payments.filter((p) => [ORDERS_INVOICE, USAGE_INVOICE].includes(p.allocate?.[0]?.invoice ?? ''));
      const gone = random.pick(own);
      papers.payments = papers.payments.filter((p) => p !== gone);
      return gone.amount;
    },
  ),
  paper('payment-twice', 'payment.duplicate', ['payment.over'], 'a payment was entered twice', (papers, random) => {
    const again = structuredClone(random.pick(papers.payments));
    again.reference = random.chance(500) ? again.reference : `${again.reference}-2`;
    again.allocate = [];
    papers.payments.push(again);
    return again.amount;
  }),
  paper(
    'credit-note-extra',
    'credit.refund',
    ['payment.amount', 'payment.over', 'invoice.amount', 'wht.amount', 'wht.rate', 'tax.rate'],
    'an invoice was credited after it was paid',
    (papers, random) => {
      const invoice = invoiceOf(papers, USAGE_INVOICE);
      const by = multiply(cent(random), '10');
      papers.laterCredits.push({
        number: invoice.number,
        creditNumber: 'SGC24050009',
        date: '2024-06-14',
        net: by,
        tax: '0',
        reason: 'Goodwill',
      });
      return by;
    },
  ),
  paper('wht-rate', 'wht.rate', ['wht.amount', 'payment.amount'], 'tax was withheld and certified at another rate', (papers, random) => {
    const certificate = papers.certificates[1]!;
    const net = invoiceOf(papers, USAGE_INVOICE).net;
    const other = cents(percentOf(net, random.pick(['5', '10', '3'])));
    payMore(papers, USAGE_INVOICE, subtract(certificate.total, other));
    certificate.total = other;
    certificate.allocate![0]!.amount = other;
    return subtract(other, cents(percentOf(net, '8')));
  }),
  paper(
    'wht-missing',
    'wht.missing',
    ['payment.amount', 'payment.missing', 'wht.amount'],
    'a certificate was not entered',
    (papers, random) => {
      const gone = random.pick(papers.certificates);
      papers.certificates = papers.certificates.filter((c) => c !== gone);
      return gone.total;
    },
  ),
  paper(
    'wht-amount',
    'wht.amount',
    ['payment.amount', 'payment.missing', 'wht.missing'],
    'a certificate is over less than what was withheld',
    (papers, random) => {
      const certificate = random.pick(papers.certificates);
      const by = cent(random);
      certificate.total = subtract(certificate.total, by);
      certificate.allocate![0]!.amount = certificate.total;
      return by;
    },
  ),
  paper(
    'rounding-era',
    'rounding.other',
    ['invoice.amount', 'payment.amount', 'wht.amount', 'wht.rate', 'tax.rate'],
    'the invoice cuts every settlement to cents',
    (papers, _random, book) => {
      const invoice = invoiceOf(papers, USAGE_INVOICE);
      let lost = 0n;
      for (const { subscription, billType, money } of book.lines) {
        const charged = (money.payable ?? 0n) - (money.coupon ?? 0n);
        if (!subscription && !billType.text.endsWith('税金')) lost += charged - cutToCents(charged);
      }
      const by = cents(printShort(lost));
      if (by === '0') return null;
      invoice.net = subtract(invoice.net, by);
      payMore(papers, invoice.number, subtract('0', by));
      return by;
    },
  ),
];
