import { appendAudit } from '../../db/audit.ts';
import { dropTerms, listTerms, putTerms, type StoredTerms } from '../../db/queries/calendars.ts';
import { printedPolicy } from '../../domain/invoices/policies.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { StoredVendorTerms } from '../contract/calendar.ts';
import { vendor } from '../contract/schema.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';

const shown = (terms: StoredTerms): StoredVendorTerms => terms as StoredVendorTerms;

export const showTerms: Handler<'calendar/terms'> = (_, { session }) => ({
  printed: vendor.options.map((name) => ({ vendor: name, policy: printedPolicy(name) })),
  terms: listTerms(session.book().read).map(shown),
});

export const setTerms: Handler<'calendar/setTerms'> = (input, context) =>
  inTransaction(context, (act) => {
    const { terms } = input;
    if (terms.from !== null && terms.until !== null && terms.until < terms.from)
      refuse('calendar.terms-days', say`The terms end on ${{ until: terms.until }}, before they begin on ${{ from: terms.from }}.`, {
        column: 'until',
        value: terms.until,
        remedy: 'Correct one of the two days.',
      });
    if (terms.issueDays !== null && terms.issueDays.most < terms.issueDays.least)
      refuse('calendar.issue-days', 'Issuing cannot take fewer days at most than at least.', {
        column: 'issueDays',
        remedy: 'Correct one of the two numbers.',
      });
    const before = input.id === null ? null : termsOf(act, input.id);
    const sameStart = listTerms(act.write).find((t) => t.vendor === input.vendor && t.from === terms.from && t.id !== input.id);
    if (sameStart)
      refuse('calendar.terms-twice', 'There are terms of this vendor that begin on the same day.', {
        column: 'from',
        value: terms.from ?? '',
        remedy: 'Change those, or choose another first day.',
      });
    const id = putTerms(act.write, { ...terms, vendor: input.vendor }, input.id);
    const after = termsOf(act, id);
    audit(act, 'calendar/setTerms', input.vendor, before, after);
    return shown(after);
  });

export const removeTerms: Handler<'calendar/removeTerms'> = (input, context) =>
  inTransaction(context, (act) => {
    const before = termsOf(act, input.id);
    dropTerms(act.write, input.id);
    audit(act, 'calendar/removeTerms', before.vendor, before, { reason: input.reason });
    return { removed: input.id };
  });

function termsOf(act: Act, id: number): StoredTerms {
  const found = listTerms(act.write).find((t) => t.id === id);
  if (!found)
    refuse('calendar.no-terms', 'These terms are not in the book any more.', { value: String(id), remedy: 'Look at the list again.' });
  return found;
}

const audit = (act: Act, action: string, name: string, before: unknown, after: unknown): void =>
  appendAudit(act.write, { at: act.at, who: act.who, action, subject: `vendor-terms:${name}`, before, after });
