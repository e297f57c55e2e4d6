import type { ReadDb } from '../../db/connection.ts';
import { listInvoices, type InvoiceRecord } from '../../db/queries/invoices.ts';
import { ownRates } from '../../db/queries/self-account-rates.ts';
import { isSelfAccounted, ownRateOn, selfAccount, type OwnRate, type SelfAccounted } from '../../domain/tax/self-account.ts';
import type { TaxPack } from '../../domain/tax/pack.ts';
import { settingsOf } from '../book/profile.ts';
import type { Output } from '../contract/index.ts';
import type { SelfAccountRow } from '../contract/self-account.ts';
import { answersOf, type AnswerFor } from '../statements/answers.ts';
import { partyName } from '../statements/papers.ts';
import { rateBook, rateOf, type RateBook } from '../statements/rates.ts';
import { refuseTurned } from '../statements/statement.ts';
import { packOfBook } from '../tax/book-pack.ts';
import { totalsOf } from './totals.ts';

export interface WorksheetInput {
  from: string;
  to: string;
  country: string | null;
}

interface Known {
  pack: TaxPack;
  own: readonly OwnRate[];
  rates: RateBook;
}

/**
 * Documents received in the range on which the buyer accounts for the tax, by date and number; void ones are left out, credit
 * notes are negative. Country and treatment are those of the quote on record, else of the book's profile and the document's day.
 */
export function worksheetOf(read: ReadDb, { from, to, country }: WorksheetInput): Output<'selfAccount/worksheet'> {
  refuseTurned(from, to);
  const chosen = listInvoices(read, { direction: 'received' })
    .filter((i) => i.stated !== 'void' && i.date >= from && i.date <= to)
    .toSorted((a, b) => (a.date === b.date ? (a.number < b.number ? -1 : 1) : a.date < b.date ? -1 : 1));
  const answers = answersOf(read, chosen, settingsOf(read));
  const known: Known = { pack: packOfBook(read), own: ownRates(read), rates: rateBook(read) };
  const here = chosen.filter((i) => country === null || answers.get(i.id)!.country === country);
  const rows = here.flatMap((i) => rowOf(i, answers.get(i.id)!, known) ?? []);
  const entityMissing = here.filter((i) => i.entity === null && answers.get(i.id)!.answer === null);
  const noRule = here.filter((i) => i.entity !== null && answers.get(i.id)!.answer === null);
  return {
    rows,
    totals: totalsOf(rows),
    entityMissing: entityMissing.map((i) => ({ ...paperOf(i), net: i.net, hand: i.source === 'entered' })),
    noRule: noRule.map((i) => ({ ...paperOf(i), net: i.net, country: answers.get(i.id)!.country })),
    others: here.length - rows.length - entityMissing.length - noRule.length,
    countries: [...new Set(chosen.map((i) => answers.get(i.id)!.country))].toSorted(),
    rates: [...known.own],
  };
}

/** What every list of the worksheet says of a document. */
export const paperOf = (i: InvoiceRecord) => ({
  number: i.number,
  vendor: i.vendor,
  kind: i.kind,
  seller: partyName(i),
  entity: i.entity,
  date: i.date,
  currency: i.currency,
});

/** The document's row, or null where the buyer does not account for its tax. */
function rowOf(i: InvoiceRecord, { answer, basis, country }: AnswerFor, { pack, own, rates }: Known): SelfAccountRow | null {
  if (answer === null || answer.rule === null || !isSelfAccounted(answer.treatment)) return null;
  const treatment: SelfAccounted = answer.treatment;
  const setting = ownRateOn(own, country, i.date);
  const { currency, rate, origin } = localRateOf(i, pack.countries.find((c) => c.iso === country)?.currency ?? i.currency, rates);
  const figures = selfAccount({
    currency: i.currency,
    base: i.net,
    stated: i.tax,
    treatment,
    ruleRatePct: answer.ratePct,
    own: setting,
    local: { currency, rate },
  });
  return {
    ...paperOf(i),
    country,
    treatment,
    code: answer.code,
    rule: answer.rule,
    basis,
    base: i.net,
    stated: i.tax,
    rate: figures.rate,
    hintPct: pack.rules.find((r) => r.id === answer.rule)?.tax?.chargedStatusRatePct ?? null,
    tax: figures.tax,
    policy: figures.policy,
    local: { currency, rate, origin, ...figures.local },
    box: setting?.box ?? '',
  };
}

/** The document's own rate into the local currency, else the stored one of its month; null: none is known. */
function localRateOf(i: InvoiceRecord, currency: string, rates: RateBook): Pick<SelfAccountRow['local'], 'currency' | 'rate' | 'origin'> {
  if (i.currency === currency) return { currency, rate: '1', origin: 'same' };
  if (i.fx?.currency === currency) return { currency, rate: i.fx.rate, origin: 'invoice' };
  const found = rateOf(rates, i.currency, currency, i.date.slice(0, 7));
  return found ? { currency, rate: found.rate, origin: found.origin } : { currency, rate: null, origin: null };
}
