import type { ReadDb } from '../../../db/connection.ts';
import type { InvoiceRecord } from '../../../db/queries/invoices.ts';
import { quotedWht, residenceByEntity } from '../../../db/queries/wht-expected.ts';
import { liveSteps } from '../../../db/queries/wht-steps.ts';
import { periodBounds } from '../../../domain/time/plain-date.ts';
import type { ObligationFacts } from '../../../domain/wht/expected/facts.ts';
import { rateOf } from '../../../domain/wht/expected/rate.ts';
import { ruleBook } from '../../../domain/wht/expected/rules.ts';
import { NO_TERMS, type WhtTerms } from '../../../domain/wht/payables/settlement.ts';
import { settingsOf } from '../../book/profile.ts';
import { packForRemarks } from '../../tax/book-pack.ts';
import { sellingEntity } from '../../../domain/wht/counterparty.ts';

/** The day of an invoice's last payment, or null; and whether anything at all is laid against it. */
export interface Touched {
  paidOn: string | null;
  any: boolean;
}

/**
 * What the rules, the quote that the invoice was made by, and the user's own steps say of withholding on each invoice, by id: the same
 * rate that the expected certificates go by. A treaty counts on the day of payment, on `today` while there is none.
 */
export function termsOf(
  read: ReadDb,
  invoices: readonly InvoiceRecord[],
  touched: (id: number) => Touched,
  today: string,
): Map<number, WhtTerms> {
  if (invoices.length === 0) return new Map();
  const only = invoices.length === 1 ? invoices[0]!.id : null;
  const { country, entity } = settingsOf(read);
  const rules = ruleBook(packForRemarks(read));
  const [steps, quotes, residence] = [liveSteps(read, only), quotedWht(read), residenceByEntity(read)];
  return new Map(
    invoices.map((r): [number, WhtTerms] => {
      const side = r.direction === 'received' ? 'payer' : 'payee';
      const seller = (side === 'payer' ? sellingEntity(r, entity) : r.entity) ?? '';
      const place = side === 'payer' ? country : (r.buyer?.country ?? null);
      const own = Object.fromEntries((steps.get(r.id) ?? []).map((s) => [s.kind, s])) as ObligationFacts['steps'];
      const quoted = r.quoteId === null ? null : (quotes.get(r.quoteId) ?? null);
      if (own['not-due']) return [r.id, NO_TERMS];
      const usageDate = r.period === null ? null : periodBounds(r.period).last;
      const resolved = place === null ? null : rules({ country: place, entity: seller, date: r.date, usageDate });
      const { paidOn, any } = touched(r.id);
      const facts: ObligationFacts = {
        side,
        country: place,
        entity: seller,
        date: r.date,
        usageDate,
        currency: r.currency,
        stated: r.stated,
        total: r.total,
        net: r.net,
        payments: [],
        certificates: [],
        steps: own,
        quoted,
        residence: residence.get(`${seller}|${place}`) ?? [],
      };
      const rate = rateOf(facts, resolved, paidOn ?? today);
      // Whether a customer will hold anything back, its payment tells, unless we were told so.
      const told = side === 'payer' || any || rate.basis === 'own' || rate.basis === 'quote';
      const borne = [quoted?.treatment, resolved?.rule?.treatment].includes('price_excludes_wht') && rate.holds === false;
      return [
        r.id,
        {
          ratePct: borne ? (quoted?.ratePct ?? null) : told && rate.holds !== false ? rate.ratePct : null,
          borne,
          // A rate that the user recorded is the user's own, whatever a rule says beside it.
          rule: rate.basis === 'own' ? null : rate.rule,
          holds: rate.holds,
        },
      ];
    }),
  );
}
