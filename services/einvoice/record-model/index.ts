import type { InvoiceRecord } from '../../../db/queries/invoices.ts';
import type { Finding } from '../../../domain/einvoice/finding.ts';
import type { EInvoice, Totals } from '../../../domain/einvoice/model.ts';
import { checkInvoice, findingOf, type Profile } from '../../../domain/einvoice/rules/check.ts';
import { OWN } from '../../../domain/einvoice/rules/own.ts';
import type { InvoiceLine } from '../../../domain/invoices/document.ts';
import { absolute, add, compare, fixed, isZero, negate, subtract, sum, type Amount } from '../../../domain/money/amount.ts';
import { convert } from '../../../domain/money/conversion.ts';
import { minorUnits } from '../../../domain/money/minor-units.ts';
import { addDays, periodBounds } from '../../../domain/time/plain-date.ts';
import { say } from '../../../domain/words/said.ts';
import { linesModel, type Print } from './lines.ts';
import { leftNumbers, notesModel } from './notes.ts';
import { partyModel, without } from './parties.ts';
import { taxesModel } from './taxes.ts';

/** A document of the register with what its electronic form is made of. */
export interface RecordSource {
  record: InvoiceRecord;
  lines: readonly InvoiceLine[];
  /** The invoice that a credit note reduces. */
  credited: { number: string; date: string } | null;
}

/** EN 16931 itself, without a specification of a country or network. */
const SPECIFICATION = 'urn:cen.eu:en16931:2017';
/** UNCL 1001: commercial invoice, prepayment invoice, credit note. */
const typeOf = ({ kind, type }: InvoiceRecord): string => (kind === 'credit-note' ? '381' : type === 'top-up' ? '386' : '380');

/**
 * A document of the register in the terms of EN 16931; a credit note's amounts are turned, for there they are positive. Its figures
 * are those of the record: where lines and taxes do not come to its total, the difference is the rounding amount (BT-114).
 */
export function recordModel(source: RecordSource): EInvoice {
  const { record, lines } = turned(source);
  const print = printIn(record.currency);
  const { taxes, total: tax } = taxesModel(record, lines, print);
  const untaxed = taxes.some((t) => t.category === 'O');
  const buyer = partyModel('buyer', record.buyer, untaxed);
  const credit = record.kind === 'credit-note';
  const bank = credit ? null : (record.seller?.bank ?? null);
  const accounting = record.fx !== null && record.fx.currency !== record.currency ? record.fx : null;
  const period = periodOf(record);
  return without<EInvoice>({
    kind: record.kind,
    specification: SPECIFICATION,
    number: record.number,
    issued: record.issued ?? record.date,
    typeCode: typeOf(record),
    currency: record.currency,
    taxCurrency: accounting?.currency,
    due: credit ? undefined : dueOf(record),
    buyerReference: record.document.buyerReference,
    purchaseOrder: record.document.orderReference,
    paymentTerms: record.document.paymentTerms,
    notes: notesModel(
      record,
      lines,
      leftNumbers(record.buyer, [buyer?.vatId, buyer?.registration?.id, ...(buyer?.ids ?? []).map((i) => i.id)]),
    ),
    preceding: source.credited ? [{ number: source.credited.number, issued: source.credited.date }] : undefined,
    seller: partyModel('seller', record.seller, untaxed),
    buyer,
    period,
    payments: bank?.account
      ? [
          {
            code: '30',
            remittance: record.number,
            account: without({ id: bank.account, name: bank.holder || undefined, provider: bank.swift || undefined }),
          },
        ]
      : undefined,
    totals: totalsOf(record, lines, tax, accounting),
    taxes,
    lines: linesModel(record, lines, print),
  });
}

/** As stated, else the account period from the day of issue. */
function dueOf({ due, termDays, issued, date }: InvoiceRecord): string | undefined {
  return due ?? (termDays === null ? undefined : addDays(issued ?? date, termDays));
}

function periodOf({ document, period }: InvoiceRecord): EInvoice['period'] {
  if (document.first !== undefined || document.last !== undefined) return without({ first: document.first, last: document.last });
  return period === null ? undefined : periodBounds(period);
}

function totalsOf(record: InvoiceRecord, lines: readonly InvoiceLine[], tax: Amount, accounting: InvoiceRecord['fx']): Totals {
  const print = printIn(record.currency);
  const net = lines.length > 0 ? sum(lines.map((line) => line.net)) : record.net;
  const gross = add(net, tax);
  const rounding = subtract(record.total, gross);
  return without<Totals>({
    lines: print(net),
    net: print(net),
    tax: print(tax),
    taxInTaxCurrency: accounting ? printIn(accounting.currency)(convert(tax, accounting.rate, accounting.currency).value) : undefined,
    gross: print(gross),
    rounding: isZero(rounding) ? undefined : print(rounding),
    payable: print(record.total),
  });
}

/** Decimals of the currency, at most the two that EN 16931 allows; an amount with more of them is printed as it is. */
const printIn =
  (currency: string): Print =>
  (amount) => {
    const places = Math.min(2, minorUnits(currency));
    return (amount.split('.')[1]?.length ?? 0) > places ? amount : fixed(amount, places);
  };

function turned(source: RecordSource): RecordSource {
  const { record, lines } = source;
  if (record.kind !== 'credit-note') return source;
  return {
    ...source,
    record: {
      ...record,
      net: negate(record.net),
      tax: negate(record.tax),
      total: negate(record.total),
      document: {
        ...record.document,
        ...(record.document.components && {
          components: record.document.components.map((c) => ({
            ...c,
            base: negate(c.base),
            amount: c.amount === null ? null : negate(c.amount),
          })),
        }),
      },
    },
    lines: lines.map((line) => ({ ...line, net: negate(line.net), tax: line.tax === null ? null : negate(line.tax) })),
  };
}

/** What the rules say of a document of the register, first whether it holds together itself. */
export function checkRecord(source: RecordSource, profile: Profile = 'en16931'): { invoice: EInvoice; findings: Finding[] } {
  const invoice = recordModel(source);
  return { invoice, findings: [...apart(invoice), ...checkInvoice(invoice, profile)] };
}

/** A difference of a unit or more between lines and total is no rounding. */
function apart({ totals }: EInvoice): Finding[] {
  const { rounding, gross, payable } = totals ?? {};
  if (rounding === undefined || compare(absolute(rounding), '1') < 0) return [];
  return [
    findingOf(OWN.record, {
      path: 'totals.rounding',
      detail: say`Lines and tax come to ${{ comes: gross ?? '' }}; the document says ${{ said: payable ?? '' }}.`,
    }),
  ];
}
