import type { ReadDb } from '../../db/connection.ts';
import { listInvoices, type InvoiceRecord } from '../../db/queries/invoices.ts';
import { unlinkedPayments } from '../../db/queries/match-money.ts';
import { listRules } from '../../db/queries/matches.ts';
import { listParties } from '../../db/queries/parties.ts';
import { statusOn } from '../../domain/invoices/balance.ts';
import { payable } from '../../domain/invoices/states.ts';
import type { MatchBook } from '../../domain/match/book.ts';
import type { KnownRates, OpenItem } from '../../domain/match/open-item.ts';
import { compare, isZero, negate, subtract, sum, type Amount } from '../../domain/money/amount.ts';
import type { TaxPack } from '../../domain/tax/pack.ts';
import { settlementOf } from '../../domain/wht/payables/settlement.ts';
import { settingsOf } from '../book/profile.ts';
import { packForRemarks } from '../tax/book-pack.ts';
import { ledgersOf } from '../wht/payables/ledgers.ts';
import { rateOnDay } from '../wht/payables/view.ts';
import { matchSettings } from './settings.ts';
import { partiesOf } from './parties.ts';

/** What money is held against, as the book stands: a fixed number of queries. */
export function matchBook(read: ReadDb, today: string): MatchBook {
  const parties = listParties(read);
  return {
    items: openItems(read, today, partiesOf(read, parties)),
    payments: unlinkedPayments(read),
    rules: listRules(read).filter((r) => r.state === 'on'),
    rateOn: rateOnDay(read),
    settings: matchSettings(read),
  };
}

/** Invoices that money can settle, and those that were paid more than they charge after their credit notes. */
function openItems(read: ReadDb, today: string, partyOf: ReturnType<typeof partiesOf>): OpenItem[] {
  const records = listInvoices(read, { direction: 'both' }).filter((r) => r.kind === 'invoice' && payable(r.number, statusOn(r, today)).ok);
  // What is settled and not overtaken has nothing to match: most of a book.
  const live = records.filter((r) => !isZero(openNow(r)));
  const ledgers = ledgersOf(read, live, today);
  const ratesOf = knownRates(packForRemarks(read));
  const { country } = settingsOf(read);
  return live.flatMap((r): OpenItem[] => {
    const ledger = ledgers.get(r.id)!;
    const s = settlementOf(ledger);
    const over = compare(s.open, '0') < 0;
    const credit = over ? least(negate(s.open), s.cash) : '0';
    if (over && isZero(credit)) return [];
    return [
      {
        id: r.id,
        number: r.number,
        vendor: r.vendor,
        direction: r.direction,
        party: partyOf(r),
        date: r.date,
        due: r.due,
        period: r.period,
        currency: r.currency,
        net: s.claim.base,
        tax: subtract(s.claim.total, s.claim.base),
        total: s.claim.total,
        open: over ? '0' : s.open,
        openCash: over ? '0' : s.openCash,
        openCertificates: over ? '0' : s.openCertificates,
        ratePct: s.claim.borne ? null : s.claim.ratePct,
        rule: s.rule,
        untouched: isZero(s.cash) && isZero(s.certified),
        paid: ledger.cash.map((c) => c.amount),
        credit,
        references: [r.document.orderReference, r.document.buyerReference].filter((t): t is string => t !== undefined && t.trim() !== ''),
        rates: ratesOf(r.direction === 'received' ? country : (r.buyer?.country ?? null)),
        fx: r.fx === null ? null : { currency: r.fx.currency, rate: r.fx.rate },
      },
    ];
  });
}

const openNow = (r: InvoiceRecord): Amount => subtract(r.total, sum([r.paid, r.withheld, r.credited]));
const least = (a: Amount, b: Amount): Amount => (compare(a, b) < 0 ? a : b);

/** Rates that the rules of a country know, whenever they hold: what was invoiced then is paid now. */
function knownRates(pack: TaxPack): (country: string | null) => KnownRates {
  const known = new Map<string, KnownRates>([['', { wht: [], indirect: [] }]]);
  return (country) => {
    const found = known.get(country ?? '');
    if (found) return found;
    const rules = pack.rules.filter((r) => r.country === country);
    const wht = rules.flatMap((r) => (r.kind === 'wht' ? [r.wht?.ratePct ?? null, ...(r.wht?.rates ?? []).map((x) => x.ratePct)] : []));
    const indirect = rules.flatMap((r) => (r.kind === 'indirect' ? [r.tax?.ratePct ?? null] : []));
    const rates = { wht: distinct(wht), indirect: distinct(indirect) };
    known.set(country ?? '', rates);
    return rates;
  };
}

const distinct = (rates: readonly (string | null)[]): string[] =>
  [...new Set(rates.filter((r): r is string => r !== null && compare(r, '0') > 0))].toSorted((a, b) => compare(a, b));
