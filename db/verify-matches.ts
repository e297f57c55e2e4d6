import type { ReadDb } from './connection.ts';
import { acceptanceSnapshot, acceptanceSubject, everyRule, listAcceptances, ruleSnapshot, ruleSubject } from './queries/matches.ts';
import { differs } from './verify-documents.ts';

/** `ok`, or the first accepted match or learned rule that is not what the audit trail says. */
export function verifyMatches(read: ReadDb): string {
  for (const accepted of listAcceptances(read)) {
    const wrong = differs(read, acceptanceSubject(accepted.id), acceptanceSnapshot(accepted), `accepted match ${accepted.id}`);
    if (wrong) return wrong;
  }
  for (const rule of everyRule(read)) {
    const wrong = differs(read, ruleSubject(rule.id), ruleSnapshot(rule), `learned rule ${rule.id}`);
    if (wrong) return wrong;
  }
  return 'ok';
}
