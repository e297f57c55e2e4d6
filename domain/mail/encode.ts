export interface Mailbox {
  name: string;
  email: string;
}

const WORD_OCTETS = 45;
const PLAIN = /^[\x20-\x7e]*$/;
const utf8 = new TextEncoder();

/** A header's text: as it is where it is plain ASCII of one line, else encoded words (RFC 2047), none longer than 75 characters. */
export function encodedWords(text: string, before: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (PLAIN.test(line) && !line.includes('=?') && line.length + before <= 76) return line;
  const words: string[] = [];
  let part = '';
  let size = 0;
  for (const char of line) {
    const octets = utf8.encode(char).length;
    if (size + octets > WORD_OCTETS) {
      words.push(part);
      part = '';
      size = 0;
    }
    part += char;
    size += octets;
  }
  if (part !== '') words.push(part);
  return words.map((word) => `=?utf-8?B?${base64(utf8.encode(word))}?=`).join('\r\n ');
}

/** Mailboxes of a header, one a line. */
export const addressList = (boxes: readonly Mailbox[]): string =>
  boxes.map(({ name, email }) => (name === '' ? email : `${displayName(name)} <${email}>`)).join(',\r\n ');

const displayName = (name: string): string => (PLAIN.test(name) && name.length <= 60 ? quoted(name) : encodedWords(name, 76));

const quoted = (text: string): string => `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;

/** A parameter of a MIME header: quoted where it is ASCII, else by RFC 2231 alone (beside a plain one, readers take the plain one). */
export function parameter(name: string, value: string): string {
  const clean = value.replace(/[\r\n]/g, ' ');
  if (PLAIN.test(clean)) return `\r\n ${name}=${quoted(clean)}`;
  const full = [...utf8.encode(clean)].map((octet) =>
    /[A-Za-z0-9._-]/.test(String.fromCharCode(octet))
      ? String.fromCharCode(octet)
      : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `\r\n ${continued(name, full)}`;
}

const LINE = 60;

/** `name*0*=…; name*1*=…` by RFC 2231, so that no line grows too long. */
function continued(name: string, pieces: readonly string[]): string {
  const lines: string[] = [''];
  for (const piece of pieces) {
    if (lines.at(-1)!.length + piece.length > LINE) lines.push('');
    lines[lines.length - 1] += piece;
  }
  if (lines.length === 1) return `${name}*=utf-8''${lines[0]}`;
  return lines.map((line, index) => `${name}*${index}*=${index === 0 ? "utf-8''" : ''}${line}`).join(';\r\n ');
}

/** Base64 in lines of 76 characters. */
export function base64Body(data: Uint8Array): string {
  const text = base64(data);
  return text.match(/.{1,76}/g)?.join('\r\n') ?? '';
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(data: Uint8Array): string {
  let text = '';
  for (let i = 0; i < data.length; i += 3) {
    const [a, b, c] = [data[i]!, data[i + 1], data[i + 2]];
    text += ALPHABET[a >> 2]! + ALPHABET[((a & 3) << 4) | ((b ?? 0) >> 4)]!;
    text += b === undefined ? '=' : ALPHABET[((b & 15) << 2) | ((c ?? 0) >> 6)]!;
    text += c === undefined ? '=' : ALPHABET[c & 63]!;
  }
  return text;
}
