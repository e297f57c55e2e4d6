import { equal, type Amount } from '../../money/amount.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say, type Said } from '../../words/said.ts';
import type { WhtStatus } from '../states.ts';
import { holdsNumber } from '../states.ts';
import type { ImportedCertificate } from './certificate.ts';
import { foldName } from './parties.ts';
import { foldNumber } from './reference.ts';

/** What is compared of a certificate in the book. */
export interface BookCertificate {
  id: number;
  number: string;
  generated: boolean;
  issuer: string;
  date: PlainDate;
  currency: string;
  total: Amount;
  base: Amount | null;
  remittance: string;
  status: WhtStatus;
  payerName: string | null;
  /** Import and row that it was read from; the row as it stood. */
  source: string;
  figures: Readonly<Record<string, string>>;
}

export interface Known {
  certificate: BookCertificate;
  /** In words, what stands otherwise here and there. Nothing is changed by that. */
  differences: Said[];
}

/** Certificates that bar a number, to be looked up by it, or by the row that they were read from. */
export interface BookIndex {
  byNumber: ReadonlyMap<string, BookCertificate[]>;
  byRow: ReadonlyMap<string, BookCertificate>;
}

/** A void or refused certificate bars nothing. */
export function indexBook(book: readonly BookCertificate[]): BookIndex {
  const standing = book.filter((b) => holdsNumber(b.status));
  return {
    byNumber: Map.groupBy(standing, (b) => foldNumber(b.number)),
    byRow: new Map(standing.filter((b) => b.generated && b.source.startsWith('import:')).map((b) => [rowText(b.figures), b])),
  };
}

/** The certificate of the book that a row tells again: by its number and issuer, or by the very same row where it carries no number. */
export function knownIn(book: BookIndex, told: ImportedCertificate, cancelled: boolean): Known | null {
  const found =
    told.number === null
      ? book.byRow.get(rowText(told.figures))
      : book.byNumber.get(foldNumber(told.number))?.find((b) => sameNumber(b, told));
  return found ? { certificate: found, differences: differencesOf(found, told, cancelled) } : null;
}

const rowText = (figures: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(figures).toSorted(([x], [y]) => (x < y ? -1 : 1)));

function sameNumber(b: BookCertificate, told: ImportedCertificate): boolean {
  const issuer = foldName(b.issuer);
  const others = [told.issuer, told.payer.name ?? ''].map(foldName);
  if (issuer === '' || others.every((o) => o === '') || others.includes(issuer)) return true;
  // Issued by somebody else, as it seems: the same paper if everything else is the same.
  return b.date === told.date && b.currency === told.currency && equal(b.total, told.total);
}

function differencesOf(b: BookCertificate, told: ImportedCertificate, cancelled: boolean): Said[] {
  const found: Said[] = [];
  if (cancelled) found.push(say`The list says that it was cancelled; the book has it as ${{ status: b.status }}.`);
  if (b.date !== told.date) found.push(say`Date: ${{ here: b.date }} in the book, ${{ there: told.date }} in the list.`);
  if (b.currency !== told.currency || !equal(b.total, told.total))
    found.push(
      say`Tax: ${{ here: b.total }} ${{ currency: b.currency }} in the book, ${{ there: told.total }} ${{ other: told.currency }} in the list.`,
    );
  if (b.base !== null && told.base !== null && !equal(b.base, told.base))
    found.push(say`Base: ${{ here: b.base }} in the book, ${{ there: told.base }} in the list.`);
  if (b.issuer !== '' && told.issuer !== '' && foldName(b.issuer) !== foldName(told.issuer))
    found.push(say`Issuer: ${{ here: b.issuer }} in the book, ${{ there: told.issuer }} in the list.`);
  if (b.remittance !== '' && told.remittance !== '' && foldNumber(b.remittance) !== foldNumber(told.remittance))
    found.push(say`Remittance: ${{ here: b.remittance }} in the book, ${{ there: told.remittance }} in the list.`);
  return found;
}
