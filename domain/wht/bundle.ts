import type { Side } from './certificate.ts';
import type { WhtStatus } from './states.ts';

/** Which certificates a bundle of papers holds. Days are of the certificates' dates, both inclusive; null is no bound. */
export interface BundleChoice {
  first: string | null;
  last: string | null;
  side: Side | null;
  country: string | null;
  form: string | null;
  statuses: readonly WhtStatus[];
  /** These alone, whatever the rest says. */
  certificates: readonly number[] | null;
}

interface Chosen {
  id: number;
  date: string;
  side: Side;
  country: string | null;
  form: string | null;
  status: WhtStatus;
}

export function inBundle(certificate: Chosen, choice: BundleChoice): boolean {
  if (choice.certificates !== null) return choice.certificates.includes(certificate.id);
  return (
    (choice.first === null || certificate.date >= choice.first) &&
    (choice.last === null || certificate.date <= choice.last) &&
    (choice.side === null || certificate.side === choice.side) &&
    (choice.country === null || certificate.country === choice.country) &&
    (choice.form === null || certificate.form === choice.form) &&
    choice.statuses.includes(certificate.status)
  );
}
