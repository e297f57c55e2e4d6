import { bookState } from '../../../db/queries/exports.ts';
import { periodBounds } from '../../../domain/time/plain-date.ts';
import { settingsOf } from '../../book/profile.ts';
import type { ReportLanguage } from '../../../domain/reports/list.ts';
import type { Context } from '../../runtime/services.ts';
import { Session } from '../../runtime/session.ts';
import type { ReportContext, ReportInput } from './report.ts';
import { packageWords } from './words.ts';

/**
 * What a report is made with. Its clock stands at noon of the day asked for, else of the day of the book's last change: nothing in
 * it depends on when it is made, so that the same book gives the same bytes.
 */
export function reportContext(context: Context, input: ReportInput, language: ReportLanguage | null): ReportContext {
  const book = context.session.book();
  const bounds = periodBounds(input.period);
  const day = input.asOf ?? bookState(book.read)?.at.slice(0, 10) ?? bounds.last;
  const now = new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)), 12);
  const { files, who, forkParser } = context.host;
  const host = { files, who, forkParser, now: () => now };
  const session = new Session(host);
  session.adopt(book);
  const tongue = language ?? settingsOf(book.read).language;
  return {
    context: { ...context, host, session },
    words: packageWords(tongue === 'both' ? 'bilingual' : tongue),
    day,
    first: input.first ?? bounds.first,
    last: input.last ?? bounds.last,
  };
}
