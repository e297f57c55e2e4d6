import { appendAudit } from '../../db/audit.ts';
import { keepPack } from '../../db/queries/tax-packs.ts';
import { insertQuote, quoteById, quoteSnapshot, quoteSubject } from '../../db/queries/tax-quotes.ts';
import { quote, type Quote, type QuoteInput } from '../../domain/tax/quote.ts';
import type { Act } from '../invoices/act.ts';
import { withResidence } from '../residence/with-residence.ts';
import { packOfBook } from './book-pack.ts';
import { checkedCase } from './checked-case.ts';

/**
 * Answers the case by the rules of the book and keeps question, answer and the whole pack that was used, with an audit
 * entry, in the act's transaction. `id` is the row of tax_quote that a document may refer to (invoice.quote_id).
 * A case without a printed rule is kept too: “no rule” is an answer. Refuses an amount no document can have and a rate over 100 %.
 */
export function recordQuote(act: Act, input: QuoteInput): { id: number; quote: Quote } {
  const pack = packOfBook(act.write);
  const asked = withResidence(act.write, checkedCase(input));
  const answer = quote(pack, asked);
  const packDigest = keepPack(act.write, pack);
  const id = insertQuote(act.write, {
    at: act.at,
    who: act.who,
    pack: answer.pack,
    packDigest,
    rule: answer.rule?.id ?? null,
    input: asked,
    result: answer,
  });
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action: 'tax/record-quote',
    subject: quoteSubject(id),
    before: null,
    after: quoteSnapshot(quoteById(act.write, id)!),
  });
  return { id, quote: answer };
}
