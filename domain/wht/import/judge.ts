import { amount, compare, equal, isZero, type Amount } from '../../money/amount.ts';
import { D } from '../../money/decimal.ts';
import { round } from '../../money/rounding.ts';
import { say } from '../../words/said.ts';
import type { AllocationRate } from '../certificate.ts';
import type { ImportedCertificate } from './certificate.ts';
import type { ProposedLine, Reason } from './proposal.ts';
import type { OpenInvoice } from './open-invoice.ts';
import { agreement } from './parties.ts';
import { foldNumber, names } from './reference.ts';
import { WEIGHTS, type Signal } from './signals.ts';
import { nearness, taxOn } from './tax-on.ts';

/** One invoice laid beside one certificate. */
export interface Judged {
  invoice: OpenInvoice;
  /** Without what is open: that depends on how much is laid against it. */
  signals: Reason[];
  /** The whole certificate laid against it. */
  line: ProposedLine;
  /** The row names it. */
  named: boolean;
  /** Something of it fits: the number, or the amount. */
  worth: boolean;
}

/** A signal with its weight, said in words. */
export const reason = (signal: Signal, said: Reason['said']): Reason => ({ signal, weight: WEIGHTS[signal], said });

/** Everything that speaks for the invoice and against it, each in words. */
export function judgeOne(certificate: ImportedCertificate, invoice: OpenInvoice): Judged {
  const named = namedBy(certificate, invoice);
  const line = lineOf(certificate, invoice);
  const same = invoice.currency === certificate.currency;
  const sized = same ? amountReasons(certificate, invoice) : [];
  const signals = [
    ...named,
    ...partyReasons(certificate, invoice),
    ...sized,
    ...dayReasons(certificate, invoice),
    ...currencyReasons(certificate, invoice, line),
    ...standing(certificate, invoice),
  ];
  // Of another currency only what is named can be meant.
  return { invoice, signals, line, named: named.length > 0, worth: named.length > 0 || (same && sized.length > 0) };
}

/** Whether anything of the invoice fits: its number, or the amount. What is not worth a look is most of a book. */
export const mayFit = (c: ImportedCertificate, i: OpenInvoice): boolean =>
  namedBy(c, i).length > 0 ||
  (c.currency === i.currency && (nearness(c, i) !== null || (c.base !== null && (c.base === i.net || c.base === i.total))));

/** What the row says of invoices, folded once. */
const told = new WeakMap<ImportedCertificate, { numbers: ReadonlySet<string>; text: string; folded: string }>();
function toldBy(c: ImportedCertificate): { numbers: ReadonlySet<string>; text: string; folded: string } {
  let found = told.get(c);
  if (!found) {
    const text = [c.reference, ...c.income.map((l) => l.description)].filter((t) => t !== null && t !== '').join('\n');
    told.set(c, (found = { numbers: new Set(c.invoices.map(foldNumber)), text, folded: foldNumber(text) }));
  }
  return found;
}
const folds = new WeakMap<OpenInvoice, string>();
function foldOf(i: OpenInvoice): string {
  let found = folds.get(i);
  if (found === undefined) folds.set(i, (found = foldNumber(i.number)));
  return found;
}

function namedBy(c: ImportedCertificate, i: OpenInvoice): Reason[] {
  const number = foldOf(i);
  const { numbers, text, folded } = toldBy(c);
  if (numbers.has(number)) return [reason('named', say`The row names invoice ${{ number: i.number }}.`)];
  return folded.includes(number) && names(text, i.number)
    ? [reason('mentioned', say`Invoice ${{ number: i.number }} is mentioned in the row.`)]
    : [];
}

function partyReasons(c: ImportedCertificate, i: OpenInvoice): Reason[] {
  const [told, known] = c.side === 'payer' ? [c.payee, i.seller] : [c.payer, i.buyer];
  switch (agreement(told, known)) {
    case 'id':
      return [reason('party-id', say`Tax number ${{ number: told.taxId ?? '' }} is that of ${{ name: known.names[0] ?? '' }}.`)];
    case 'name':
      return [reason('party-name', say`The name ${{ name: told.name ?? '' }} agrees.`)];
    case 'other':
      return [
        reason('party-other', say`Tax number ${{ number: told.taxId ?? '' }} is not that of ${{ name: known.names[0] ?? i.vendor }}.`),
      ];
    case 'unknown':
      return [];
  }
}

function amountReasons(c: ImportedCertificate, i: OpenInvoice): Reason[] {
  const found: Reason[] = [];
  const near = nearness(c, i);
  if (near?.how === 'exact')
    found.push(
      reason(
        'tax-exact',
        near.ratePct === null
          ? say`The tax is what is expected.`
          : say`${{ net: i.net }} × ${{ rate: near.ratePct }} % is ${{ tax: near.tax }} ${{ currency: i.currency }}, to the last digit.`,
      ),
    );
  else if (near)
    found.push(reason('tax-near', say`${{ tax: near.tax }} ${{ currency: i.currency }} is expected; the row says ${{ total: c.total }}.`));
  if (c.base !== null && equal(c.base, i.net)) found.push(reason('base-net', say`The base is the net amount ${{ net: i.net }}.`));
  else if (c.base !== null && equal(c.base, i.total))
    found.push(reason('base-total', say`The base is the amount with tax, ${{ total: i.total }}; a rule means the amount without.`));
  return found;
}

function dayReasons(c: ImportedCertificate, i: OpenInvoice): Reason[] {
  const [first, last] = [c.first, c.last];
  if (first === null || last === null) return [];
  const paid = i.paid.find((day) => day >= first && day <= last);
  if (paid !== undefined)
    return [
      reason(
        'paid-within',
        first === last ? say`It was paid on ${{ day: paid }}, as the row says.` : say`It was paid on ${{ day: paid }}, within the period.`,
      ),
    ];
  return i.date >= first && i.date <= last && first !== last
    ? [reason('issued-within', say`It is dated ${{ day: i.date }}, within the period.`)]
    : [];
}

function currencyReasons(c: ImportedCertificate, i: OpenInvoice, line: ProposedLine): Reason[] {
  if (i.currency === c.currency) return [reason('same-currency', say`Both are in ${{ currency: c.currency }}.`)];
  if (line.fx === null) return [];
  const { rate, source } = line.fx;
  return [
    reason(
      'converted',
      source === null
        ? say`1 ${{ currency: i.currency }} = ${{ rate }} ${{ other: c.currency }}, as the figures of the row imply.`
        : say`1 ${{ currency: i.currency }} = ${{ rate }} ${{ other: c.currency }}, as invoice ${{ number: source }} prints it.`,
    ),
  ];
}

/** What keeps the invoice from standing on the certificate at all. */
function standing(c: ImportedCertificate, i: OpenInvoice): Reason[] {
  const found: Reason[] = [];
  if (i.takenBy !== null) found.push(reason('blocked', say`It is on certificate ${{ number: i.takenBy }} already.`));
  if (c.date < i.date)
    found.push(reason('blocked', say`The certificate of ${{ date: c.date }} is older than the invoice of ${{ day: i.date }}.`));
  return found;
}

/** What keeps so much from being laid against it. */
export const overOpen = ({ invoice: i, payAmount }: ProposedLine): Reason[] =>
  payAmount !== null && compare(payAmount, i.open) > 0
    ? [reason('blocked', say`Only ${{ open: i.open }} ${{ currency: i.currency }} of invoice ${{ number: i.number }} is open.`)]
    : [];

/** The whole certificate laid against the invoice; in another currency by the rate that the invoice or the row implies. */
function lineOf(c: ImportedCertificate, i: OpenInvoice): ProposedLine {
  if (i.currency === c.currency) return { invoice: i, amount: c.total, payAmount: c.total, fx: null };
  const fx = rateBetween(c, i);
  const pay = fx === null ? null : round(amount(new D(c.total).dividedBy(fx.rate)), { mode: 'half-up', places: 2 });
  return { invoice: i, amount: c.total, payAmount: pay === null || isZero(pay) ? null : pay, fx };
}

function rateBetween(c: ImportedCertificate, i: OpenInvoice): AllocationRate | null {
  if (i.fx !== null && i.fx.currency === c.currency) return { rate: i.fx.rate, date: i.fx.date, source: i.number };
  const tax = taxOn(c, i);
  const [told, ours]: [Amount | null, Amount | null] = c.base !== null ? [c.base, i.net] : [tax === null ? null : c.total, tax];
  if (told === null || ours === null || isZero(ours) || isZero(told)) return null;
  const rate = amount(new D(told).dividedBy(ours).toDecimalPlaces(10));
  return isZero(rate) ? null : { rate, date: c.income[0]?.paid ?? c.date, source: null };
}
