import { isLive, WHT_STATUSES, whtAct, type WhtAct, type WhtStatus } from '../../../domain/wht/states.ts';
import { sum } from '../../../domain/money/amount.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import type { Mark } from '../../ui/index.ts';
import type { StripItem } from '../documents/StatusStrip.tsx';

export const MARKS: Record<WhtStatus, Mark> = { draft: 'missing', submitted: 'due', accepted: 'pass', refused: 'fail', void: 'missing' };

/** Names a certificate in addresses and tables. A number can come again once its certificate is refused or void, so its entry counts too. */
export const certificateKey = (certificate: Pick<Certificate, 'number' | 'history'>): string =>
  `${certificate.number}|${certificate.history[0]?.at ?? ''}`;

/** The certificate of that key, or, by its number alone, the live one before others; undefined when there is none. */
export function findCertificate(certificates: readonly Certificate[], key: string): Certificate | undefined {
  return (
    certificates.find((c) => certificateKey(c) === key) ??
    certificates.find((c) => c.number === key && isLive(c.status)) ??
    certificates.find((c) => c.number === key)
  );
}

/** Acts that are legal now, in the order in which they are offered. */
export const legalActs = (certificate: Pick<Certificate, 'number' | 'status'>): WhtAct[] =>
  (['submit', 'accept', 'refuse', 'void'] as const).filter((name) => whtAct(certificate.number, certificate.status, name).ok);

/** A paper can stand in the place of one that was handed in and that none replaces yet. */
export const canBeCorrected = (certificate: Pick<Certificate, 'status' | 'replacedBy'>): boolean =>
  ['submitted', 'accepted', 'refused'].includes(certificate.status) && certificate.replacedBy === null;

/** Sums per currency, in the order of their codes. */
export function sumsOf<Row>(rows: readonly Row[], currency: (row: Row) => string, amount: (row: Row) => string): StripItem['sums'] {
  const groups = Map.groupBy(rows, currency);
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, own]) => ({ currency: code, amount: sum(own.map(amount)) }));
}

/** Tabs of the states, each with count and sums. */
export const stripOf = (certificates: readonly Certificate[], label: (status: WhtStatus) => string): StripItem[] =>
  WHT_STATUSES.map((status) => {
    const own = certificates.filter((c) => c.status === status);
    return {
      id: status,
      label: label(status),
      count: own.length,
      sums: sumsOf(
        own,
        (c) => c.currency,
        (c) => c.total,
      ),
    };
  });
