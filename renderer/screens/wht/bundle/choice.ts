import { inBundle } from '../../../../domain/wht/bundle.ts';
import type { BundleChoice } from '../../../../domain/wht/bundle.ts';
import { periodSpan } from '../../../../domain/time/period-span.ts';
import type { Period } from '../../../../domain/time/plain-date.ts';
import type { Certificate } from '../../../../services/contract/wht.ts';

export const SPANS = ['month', 'quarter', 'year', 'all'] as const;
export type Span = (typeof SPANS)[number];

/** Days of the month, its quarter or its year, both inclusive; null and null without bounds. */
export function daysOf(span: Span, month: Period): { first: string | null; last: string | null } {
  if (span === 'all') return { first: null, last: null };
  const year = month.slice(0, 4);
  const text = span === 'month' ? month : span === 'year' ? year : `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  return periodSpan(text) ?? { first: null, last: null };
}

/** What a bundle of that choice would hold. */
export function contentsOf(
  certificates: readonly Certificate[],
  choice: BundleChoice,
): { certificates: number; files: number; bytes: number; bare: number } {
  const chosen = certificates.filter((certificate) => inBundle(certificate, choice));
  const files = chosen.flatMap((certificate) => certificate.attachments);
  return {
    certificates: chosen.length,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.size, 0),
    bare: chosen.filter((certificate) => certificate.attachments.length === 0).length,
  };
}

/** Name of the archive: what of the days is bounded. */
export const fileNameOf = ({ first, last }: Pick<BundleChoice, 'first' | 'last'>): string =>
  `wht-papers${first ? `-${first}` : ''}${last ? `${first ? '' : '-to'}-${last}` : ''}.zip`;
