import { createHash } from 'node:crypto';
import type { ReadDb } from '../../../db/connection.ts';
import { attachmentBytes } from '../../../db/queries/attachments.ts';
import { listParties } from '../../../db/queries/parties.ts';
import type { PaperLanguage } from '../../../domain/invoices/paper-language.ts';
import { emlText, type MailFile } from '../../../domain/mail/eml.ts';
import type { Mailbox } from '../../../domain/mail/encode.ts';
import type { Party } from '../../../domain/parties/party.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { figure, placesFor } from '../../documents/figures.ts';
import { oneLine, tellSentence, tellTerm, tellValue } from '../../documents/language.ts';
import type { Term } from '../../documents/paper.ts';
import type { Letter } from './letter.ts';
import { CERTIFICATE_WORDS as W } from './words.ts';

/** Mail programs and servers refuse much larger messages. */
export const MOST_BYTES = 20 << 20;
const ADDRESS = /^[^\s<>,;"@]+@[^\s<>,;"@]+$/;

/** Who gets certificates at the payee, each address once; refused where nobody does: no address is built in. */
export function recipientsOf(party: Party | null, name: string): Mailbox[] {
  const found = boxesOf(party);
  if (found.length === 0)
    refuse('wht.no-recipient', say`${{ payee: name || say`The payee` }} has nobody who gets certificates.`, {
      remedy: 'Open the party in the settings, add the address of its tax desk and let it get certificates.',
    });
  return found;
}

function boxesOf(party: Party | null): Mailbox[] {
  const found = new Map<string, Mailbox>();
  for (const { name, email, gets } of party?.contacts ?? [])
    if (gets.includes('certificate') && ADDRESS.test(email)) found.set(email.toLowerCase(), { name, email });
  return [...found.values()];
}

/** Our own desk for certificates, where the book knows one; a mail program puts the user's address in the place of the other. */
export const senderOf = (read: ReadDb, payerId: number | null, company: string): Mailbox =>
  listParties(read)
    .filter((p) => p.kind === 'own' && !p.archived && (payerId === null || p.id === payerId))
    .flatMap(boxesOf)[0] ?? { name: company || 'Tallybook', email: 'certificates@tallybook.invalid' };

/** Bytes of the files; refuses more than a mail program takes before they are all read. */
export function filesOf(read: ReadDb, attachments: readonly { id: number; size: number }[], others: number): MailFile[] {
  const bytes = attachments.reduce((sum, { size }) => sum + size, others);
  if (bytes > MOST_BYTES)
    refuse(
      'wht.mail-too-large',
      say`The files are ${{ size: `${(bytes / (1 << 20)).toFixed(1)} MB` }}; no mail program takes more than 20 MB.`,
      {
        remedy: 'Choose fewer certificates, or send the archive of their papers another way.',
      },
    );
  return attachments.flatMap(({ id }) => attachmentBytes(read, id) ?? []);
}

export interface Message {
  from: Mailbox;
  to: readonly Mailbox[];
  letter: Letter;
  files: readonly MailFile[];
  language: PaperLanguage;
  /** UTC instant. */
  at: string;
}

/** The message as a draft that a person reads and sends; nothing is sent. */
export function whtMail({ from, to, letter, files, language, at }: Message): string {
  const body = (language === 'both' ? (['en', 'zh-CN'] as const) : [language])
    .map((one) => bodyOf(letter, files, one))
    .join('\n----------\n\n');
  return emlText({
    from,
    to,
    subject: (language === 'both' ? (['en', 'zh-CN'] as const) : [language]).map((one) => subjectOf(letter, one)).join(' / '),
    body,
    date: at,
    id: createHash('sha256')
      .update([at, JSON.stringify(letter), ...to.map(({ email }) => email)].join('\n'))
      .digest('hex')
      .slice(0, 32),
    files,
  });
}

type One = Exclude<PaperLanguage, 'both'>;
const told = (term: Term, language: One, values: Record<string, string> = {}): string =>
  oneLine(tellSentence({ text: term, values }, language));

function subjectOf({ rows, from }: Letter, language: One): string {
  const [first] = rows;
  const numbers =
    rows.length === 1
      ? first!.number
      : told(W.andMore, language, { first: first!.number, count: String(rows.length - (language === 'en' ? 1 : 0)) });
  return told(W.subject, language, { payer: oneLine(tellValue(from.name, language)), numbers });
}

function bodyOf({ rows, sums, from }: Letter, files: readonly MailFile[], language: One): string {
  const amount = (value: string, currency: string): string => figure(value, placesFor([value], currency));
  const bytes = files.reduce((sum, { data }) => sum + data.length, 0);
  return [
    oneLine(tellTerm(W.greeting, language)),
    '',
    oneLine(tellTerm(W.lead, language)),
    '',
    ...rows.map(
      (row) =>
        `- ${told(W.mailLine, language, {
          number: row.number,
          date: row.date,
          amount: amount(row.amount, row.currency),
          currency: row.currency,
          invoices: row.invoices.map(({ number }) => number).join(', '),
        })}`,
    ),
    told(W.mailSums, language, { sums: sums.map((sum) => `${amount(sum.amount, sum.currency)} ${sum.currency}`).join('; ') }),
    '',
    told(W.mailFiles, language, { size: `${(bytes / 1024).toFixed(0)} KB` }),
    ...files.map(({ name, data }) => `- ${name}\n  SHA-256 ${createHash('sha256').update(data).digest('hex')}`),
    '',
    oneLine(tellTerm(W.closing, language)),
    oneLine(tellValue(from.name, language)),
    '',
  ].join('\n');
}
