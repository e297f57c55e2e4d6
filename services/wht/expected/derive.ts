import { WriteDb, type ReadDb } from '../../../db/connection.ts';
import {
  certificatesByInvoice,
  paymentsByInvoice,
  quotedWht,
  residenceByEntity,
  whtInvoices,
  type WhtInvoice,
} from '../../../db/queries/wht-expected.ts';
import { liveSteps } from '../../../db/queries/wht-steps.ts';
import { periodBounds } from '../../../domain/time/plain-date.ts';
import type { ObligationFacts } from '../../../domain/wht/expected/facts.ts';
import { obligationOf } from '../../../domain/wht/expected/obligation.ts';
import { ruleBook } from '../../../domain/wht/expected/rules.ts';
import { settingsOf } from '../../book/profile.ts';
import type { ExpectedRow } from '../../contract/wht-expected.ts';
import { packForRemarks } from '../../tax/book-pack.ts';
import { sellingEntity } from '../../../domain/wht/counterparty.ts';

/** The last answer for all invoices of a connection, and the state of the book that it was given for. */
const lastAnswers = new WeakMap<ReadDb, { state: string; rows: readonly ExpectedRow[] }>();

/** Changes with every write of another connection; this one writes nothing. */
const stateOf = (read: ReadDb): number => read.get<{ data_version: number }>('PRAGMA data_version')!.data_version;

/**
 * What certificates the book's invoices wait for at the end of the day, of both sides; of one invoice where its id is given. The one
 * place that says it: board, list, badge, due list and reminders read from here. A fixed number of queries, however many invoices;
 * while nothing is written, the answer for a day is given again as it is.
 */
export function expectedIn(read: ReadDb, asOf: string, id: number | null = null): readonly ExpectedRow[] {
  // In a transaction that may be undone nothing is remembered.
  if (id !== null || read instanceof WriteDb) return derive(read, asOf, id);
  const state = `${stateOf(read)}|${asOf}`;
  const last = lastAnswers.get(read);
  if (last?.state === state) return last.rows;
  const rows = derive(read, asOf, null);
  lastAnswers.set(read, { state, rows });
  return rows;
}

function derive(read: ReadDb, asOf: string, id: number | null): ExpectedRow[] {
  const { country, entity } = settingsOf(read);
  const rules = ruleBook(packForRemarks(read));
  const payments = paymentsByInvoice(read, id);
  const certificates = certificatesByInvoice(read, id);
  const steps = liveSteps(read, id);
  const quotes = quotedWht(read);
  const residence = residenceByEntity(read);
  const rows: ExpectedRow[] = [];
  for (const invoice of whtInvoices(read, id)) {
    const side = invoice.direction === 'received' ? 'payer' : 'payee';
    const seller = (side === 'payer' ? sellingEntity(invoice, entity) : invoice.entity) ?? '';
    const place = side === 'payer' ? country : invoice.buyerCountry;
    const facts: ObligationFacts = {
      side,
      country: place,
      entity: seller,
      date: invoice.date,
      usageDate: invoice.period === null ? null : periodBounds(invoice.period).last,
      currency: invoice.currency,
      stated: invoice.stated,
      total: invoice.total,
      net: invoice.net,
      payments: payments.get(invoice.id) ?? [],
      certificates: certificates.get(invoice.id) ?? [],
      steps: Object.fromEntries((steps.get(invoice.id) ?? []).map((s) => [s.kind, s])),
      quoted: invoice.quoteId === null ? null : (quotes.get(invoice.quoteId) ?? null),
      residence: residence.get(`${seller}|${place}`) ?? [],
    };
    const obligation = obligationOf(facts, rules, asOf);
    if (obligation === null) continue;
    rows.push({
      ...obligation,
      id: invoice.id,
      side,
      country: place,
      invoice: invoice.number,
      vendor: invoice.vendor,
      entity: invoice.entity,
      counterparty: counterpartyOf(invoice),
      date: invoice.date,
      period: invoice.period,
      currency: invoice.currency,
      total: invoice.total,
      certificates: facts.certificates.map(({ number, issuer, status, date, pay }) => ({ number, issuer, status, date, pay })),
    });
  }
  return rows;
}

/** Who is on the other side: the name on the document, else the contracting entity; empty where only the vendor is known. */
const counterpartyOf = ({ direction, seller, buyer, entity }: WhtInvoice): string =>
  (direction === 'received' ? (seller ?? entity) : buyer) ?? '';
