import { appendAudit } from '../../db/audit.ts';
import { accountEntries, dropAccountEntry, putAccountEntry } from '../../db/queries/accounts.ts';
import { changed, checkDirectory, companiesOf, tidy } from '../../domain/accounts/directory.ts';
import { blank, isBlank, type AccountEntry } from '../../domain/accounts/entry.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Handler } from '../runtime/services.ts';

/** Keeps what is said of accounts, all or none, each with an audit entry of its own. */
export const set: Handler<'accounts/set'> = ({ accounts }, { session, host }) =>
  session.transaction(({ read, write }) => {
    const kept = accountEntries(read);
    const before = new Map(kept.map((entry) => [entry.id, entry]));
    const companies = companiesOf(kept).map(({ name }) => name);
    const next: AccountEntry[] = [];
    for (const given of accounts) {
      if (next.some(({ id }) => id === given.id))
        refuse('accounts.twice', say`${{ id: given.id }} is given twice.`, { column: 'id', remedy: 'Give each account once.' });
      const entry = unwrap(tidy(given, companies));
      next.push(entry);
      if (entry.company !== null && !companies.includes(entry.company)) companies.push(entry.company);
    }
    unwrap(checkDirectory(changed(kept, next)));
    const at = session.now();
    for (const entry of next) {
      if (isBlank(entry)) dropAccountEntry(write, entry.id);
      else putAccountEntry(write, entry, at);
      appendAudit(write, {
        at,
        who: host.who,
        action: 'accounts/set',
        subject: `account:${entry.id}`,
        before: before.get(entry.id) ?? null,
        after: isBlank(entry) ? null : entry,
      });
    }
    return { before: next.map(({ id }) => before.get(id) ?? blank(id)), after: next };
  });
