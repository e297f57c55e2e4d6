import type { ReadDb } from './connection.ts';
import { wrongPack } from './queries/tax-packs.ts';
import { listQuotes, quoteSnapshot, quoteSubject } from './queries/tax-quotes.ts';
import { listOwnRules, ownRuleSnapshot, ownRuleSubject } from './queries/tax-rules.ts';
import { differs } from './verify-documents.ts';

/** `ok`, or the first recorded quote, own tax rule or kept rule pack that is not what the audit trail or its digest says. */
export function verifyTax(read: ReadDb): string {
  for (const quote of listQuotes(read, { limit: -1 })) {
    const wrong = differs(read, quoteSubject(quote.id), quoteSnapshot(quote), `tax quote ${quote.id}`);
    if (wrong) return wrong;
  }
  for (const rule of listOwnRules(read)) {
    const wrong = differs(read, ownRuleSubject(rule.id), ownRuleSnapshot(rule), `tax rule ${rule.id}`);
    if (wrong) return wrong;
  }
  const pack = wrongPack(read);
  return pack === null ? 'ok' : `rule pack ${pack.slice(0, 12)}… was changed`;
}
