import { createHash } from 'node:crypto';
import type { PaperLanguage } from '../../domain/invoices/paper-language.ts';
import type { Mailbox } from '../../domain/mail/encode.ts';
import { emlText, type MailFile } from '../../domain/mail/eml.ts';
import type { Bilingual } from '../../domain/words/said.ts';
import { figure, placesFor } from '../documents/figures.ts';
import { oneLine, tellSentence, tellTerm, tellValue } from '../documents/language.ts';
import type { DisputeLetter } from './letter.ts';
import { DISPUTE_WORDS as W } from './words.ts';

export interface DisputeMessage {
  from: Mailbox;
  to: readonly Mailbox[];
  letter: DisputeLetter;
  files: readonly MailFile[];
  language: PaperLanguage;
}

type One = Exclude<PaperLanguage, 'both'>;

/** The message as a draft that a person reads and sends; nothing is sent. Its time is noon UTC of the letter's day. */
export function disputeMail({ from, to, letter, files, language }: DisputeMessage): string {
  const each = language === 'both' ? (['en', 'zh-CN'] as const) : [language];
  return emlText({
    from,
    to,
    subject: each.map((one) => told(W.subject, one, { reference: letter.reference, period: letter.period })).join(' / '),
    body: each.map((one) => bodyOf(letter, files, one)).join('\n----------\n\n'),
    date: `${letter.date}T12:00:00.000Z`,
    id: createHash('sha256')
      .update([language, JSON.stringify(letter), ...to.map(({ email }) => email)].join('\n'))
      .digest('hex')
      .slice(0, 32),
    files,
  });
}

const told = (text: Bilingual, language: One, values: Record<string, string> = {}): string =>
  oneLine(tellSentence({ text, values }, language));

function bodyOf(letter: DisputeLetter, files: readonly MailFile[], language: One): string {
  const { items, period, deadline, note, from } = letter;
  return [
    told(W.greeting, language),
    '',
    told(W.lead, language, { period }),
    '',
    ...items.map((item) => {
      const what = oneLine(tellTerm(item.title, language));
      const { difference, currency, no } = item;
      const line =
        difference === null || currency === null
          ? `${no}. ${what}`
          : told(W.mailItem, language, {
              no: String(no),
              what,
              difference: figure(difference, placesFor([difference], currency)),
              currency,
            });
      const found = oneLine(tellTerm(item.finding, language)).replaceAll('\n', '\n   ');
      return found === '' ? line : `${line}\n   ${found}`;
    }),
    '',
    ...(note === '' ? [] : [note, '']),
    told(W.request, language, { deadline }),
    ...(items.some((item) => item.lines.length > 0) ? [told(W.attached, language)] : []),
    '',
    told(W.mailFiles, language),
    ...files.map(({ name, data }) => `- ${name}\n  SHA-256 ${createHash('sha256').update(data).digest('hex')}`),
    '',
    told(W.closing, language),
    oneLine(tellValue(from.name, language)),
    '',
  ].join('\n');
}
