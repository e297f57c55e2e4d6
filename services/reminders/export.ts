import { createHash } from 'node:crypto';
import type { ReadDb } from '../../db/connection.ts';
import { attachmentBytes, attachmentsOf } from '../../db/queries/attachments.ts';
import { invoicesByNumber } from '../../db/queries/invoices.ts';
import { listParties } from '../../db/queries/parties.ts';
import { icsText } from '../../domain/ics/write.ts';
import { emlText, type MailFile } from '../../domain/mail/eml.ts';
import type { Mailbox } from '../../domain/mail/encode.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { DueItem } from '../contract/invoice-acts.ts';
import type { ParsedInput } from '../contract/index.ts';
import { settingsOf } from '../book/profile.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { dueItems } from '../invoices/due.ts';
import { recordExport } from '../reports/record.ts';
import { exportTarget } from '../reports/target.ts';
import type { Context, Handler } from '../runtime/services.ts';
import { bodyOf, factsOf, summaryOf } from './text.ts';
import { WORDS, type ReminderLanguage } from './words.ts';

/** Writes the chosen items as a calendar or as a message to be sent by a person. */
export const exportReminders: Handler<'export/reminders'> = async (input, context) => {
  const target = await exportTarget(context, input.target);
  const { read } = context.session.book();
  const chosen = choose(dueItems(read, context.session.today()), input.items);
  const languages = languagesOf(input.language ?? settingsOf(read).language);
  const items = input.format === 'ics' ? chosen.filter((item) => item.date !== null) : chosen;
  if (items.length === 0)
    refuse('reminders.no-day', 'None of the chosen items has a day: a calendar has no place for them.', {
      remedy: 'Choose items with a day, or write a message instead.',
    });
  const text =
    input.format === 'ics' ? calendarOf(context, items, languages, input.alarms) : messageOf(context, items, languages, input.attach);
  const result = await writeAtomically(target.path, context.signal, async (sink) => sink.write(text));
  const written = { file: target.name, sha256: result.sha256, rows: items.length, bytes: result.bytes };
  return recordExport(context, 'export/reminders', 'reminders', input.format, written);
};

function choose(all: readonly DueItem[], ids: readonly string[]): DueItem[] {
  const wanted = new Set(ids);
  const chosen = all.filter((item) => wanted.delete(item.id));
  for (const id of wanted)
    refuse('reminders.no-item', say`“${{ item: id.slice(0, 120) }}” is not among what is due now.`, {
      value: id.slice(0, 120),
      remedy: 'Look at the list again and choose anew.',
    });
  return chosen;
}

const languagesOf = (language: NonNullable<ParsedInput<'export/reminders'>['language']>): readonly ReminderLanguage[] =>
  language === 'both' ? ['en', 'zh-CN'] : [language];

/** The book's first audit entry tells it from any other; the last one says how far it has come. */
function bookOf(read: ReadDb): { id: string; state: number } {
  const first = read.get<{ hash: Buffer }>('SELECT hash FROM audit ORDER BY seq LIMIT 1');
  const last = read.get<{ seq: number }>('SELECT MAX(seq) AS seq FROM audit');
  return { id: first ? first.hash.toString('hex') : '', state: last?.seq ?? 0 };
}

const digest = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);

function calendarOf(
  { session }: Context,
  items: readonly DueItem[],
  languages: readonly ReminderLanguage[],
  alarms: readonly number[],
): string {
  const book = bookOf(session.book().read);
  return icsText({
    name: languages.map((language) => WORDS[language].calendar).join(' / '),
    stamp: session.now(),
    sequence: book.state,
    entries: items.map((item) => ({
      uid: `${digest(book.id, item.id)}@tallybook.invalid`,
      date: item.date!,
      summary: summaryOf(item, languages),
      description: factsOf(item, languages),
      alarms: [...new Set(alarms)].toSorted((a, b) => b - a),
    })),
  });
}

function messageOf({ session }: Context, items: readonly DueItem[], languages: readonly ReminderLanguage[], attach: boolean): string {
  const { read } = session.book();
  const profile = settingsOf(read);
  const to = recipients(read);
  const book = profile.company.trim() || 'Tallybook';
  return emlText({
    from: to[0] ?? { name: 'Tallybook', email: 'reminders@tallybook.invalid' },
    to,
    subject: languages.map((language) => WORDS[language].subject(items.length, summaryOf(items[0]!, [language]))).join(' / '),
    body: languages.map((language) => bodyOf(items, language, book, session.today())).join('\n----------\n\n'),
    date: session.now(),
    id: digest(bookOf(read).id, session.now(), ...items.map((item) => item.id)),
    files: attach ? filesOf(read, items) : [],
  });
}

/** Contacts of the book's own companies that get reminders, each address once. */
function recipients(read: ReadDb): Mailbox[] {
  const found = new Map<string, Mailbox>();
  for (const party of listParties(read))
    if (party.kind === 'own' && !party.archived)
      for (const { name, email, gets } of party.contacts)
        if (gets.includes('reminder') && /^[^\s<>,;"@]+@[^\s<>,;"@]+$/.test(email)) found.set(email.toLowerCase(), { name, email });
  return [...found.values()];
}

/** Mail programs and servers refuse much larger messages. */
const MOST_BYTES = 20 << 20;

function filesOf(read: ReadDb, items: readonly DueItem[]): MailFile[] {
  const files: MailFile[] = [];
  let bytes = 0;
  for (const key of new Set(items.map((item) => `${item.vendor}:${item.number}`))) {
    const [vendor, number] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    const invoice = invoicesByNumber(read, number).find((i) => i.vendor === vendor);
    if (!invoice) continue;
    for (const { id } of attachmentsOf(read, [`invoice:${invoice.id}`]).get(`invoice:${invoice.id}`) ?? []) {
      const file = attachmentBytes(read, id);
      if (!file) continue;
      bytes += file.data.length;
      if (bytes > MOST_BYTES)
        refuse('reminders.too-large', 'The files of these invoices are more than 20 MB: no mail program would take them.', {
          remedy: 'Choose fewer invoices, or write the message without files.',
        });
      files.push(file);
    }
  }
  return files;
}
