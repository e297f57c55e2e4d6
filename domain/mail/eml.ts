import { addressList, base64Body, encodedWords, parameter, type Mailbox } from './encode.ts';

export interface MailFile {
  name: string;
  /** MIME type such as application/pdf. */
  type: string;
  data: Uint8Array;
}

export interface Mail {
  from: Mailbox;
  to: readonly Mailbox[];
  subject: string;
  /** Plain text; lines end in \n. */
  body: string;
  /** UTC instant, ISO 8601. */
  date: string;
  /** Unique part of the Message-ID; also parts the body. */
  id: string;
  files: readonly MailFile[];
}

const DOMAIN = 'tallybook.invalid';

/**
 * A message as a file (RFC 5322 with MIME): opened in a mail program it is a draft (`X-Unsent`), which a person reads and
 * sends. ASCII only: names and subject are encoded words, bodies and files base64.
 */
export function emlText(mail: Mail): string {
  const head = [
    'X-Unsent: 1',
    `Date: ${mailDate(mail.date)}`,
    `From: ${addressList([mail.from])}`,
    mail.to.length === 0 ? 'To: undisclosed-recipients:;' : `To: ${addressList(mail.to)}`,
    `Subject: ${encodedWords(mail.subject, 'Subject: '.length)}`,
    `Message-ID: <${mail.id}@${DOMAIN}>`,
    'MIME-Version: 1.0',
  ];
  const text = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Body(new TextEncoder().encode(mail.body.replaceAll('\n', '\r\n'))),
  ];
  if (mail.files.length === 0) return crlf([...head, ...text]);
  const boundary = `=_${mail.id}`;
  const parts = mail.files.flatMap((file) => [
    `--${boundary}`,
    `Content-Type: ${file.type};${parameter('name', file.name)}`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment;${parameter('filename', file.name)}`,
    '',
    base64Body(file.data),
  ]);
  return crlf([
    ...head,
    `Content-Type: multipart/mixed;\r\n boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...text,
    ...parts,
    `--${boundary}--`,
  ]);
}

const crlf = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function mailDate(instant: string): string {
  const at = new Date(instant);
  return `${DAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()} ${instant.slice(11, 19)} +0000`;
}
