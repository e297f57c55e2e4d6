import type words from '../../i18n/en/documents.json';

const CAUSE = /^(certificate|credit note|invoice|payment|import of) (.+?)(?: was (accepted|refused|voided))?$/;
/** A certificate that another one took the place of. */
const REPLACED = /^replaced by (.+)$/;
const KEYS = [
  'certificate',
  'certificate-accepted',
  'certificate-refused',
  'certificate-voided',
  'credit-note',
  'credit-note-voided',
  'invoice-voided',
  'payment',
  'payment-voided',
  'import-of',
  'replaced-by',
] as const satisfies readonly (keyof (typeof words)['cause'])[];
/** Events whose reason the book writes itself. */
const OF_BOOK: ReadonlySet<string> = new Set(['settled', 'reopened', 'released']);

/**
 * Key under `cause` and name of what settled an invoice, opened it again or released a share of it; null for a reason
 * that a person wrote.
 */
export function causeOf(event: string, reason: string): { key: (typeof KEYS)[number]; name: string } | null {
  const replaced = event === 'voided' ? REPLACED.exec(reason)?.[1] : undefined;
  if (replaced !== undefined) return { key: 'replaced-by', name: replaced };
  const [, kind, name, act] = (OF_BOOK.has(event) ? CAUSE.exec(reason) : null) ?? [];
  const key = KEYS.find((k) => k === [kind?.replace(' ', '-'), act].filter(Boolean).join('-'));
  return key === undefined || name === undefined ? null : { key, name };
}
