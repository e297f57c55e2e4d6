import { daysBetween, type PlainDate } from '../time/plain-date.ts';

/** How long before its last day a certificate is shown as running out. */
export const EXPIRES_SOON_DAYS = 60;

/** What a certificate of tax residence proves: where its holder is resident, towards which country, and when. */
export interface ResidenceProof {
  number: string;
  /** ISO 3166-1 of the country that says so, and of the customer's. */
  residence: string;
  forCountry: string;
  /** Both days inclusive. */
  validFrom: PlainDate;
  validTo: PlainDate;
}

export type ResidenceState = 'valid' | 'expiring' | 'future' | 'expired' | 'withdrawn';

/** True when the day lies in the certificate's days; both its first and its last day do. */
export const covers = (proof: Pick<ResidenceProof, 'validFrom' | 'validTo'>, day: PlainDate): boolean =>
  proof.validFrom <= day && day <= proof.validTo;

/** Where the certificate stands on a day; `expiring` for the last 60 days, the last day included. */
export function residenceState(
  proof: Pick<ResidenceProof, 'validFrom' | 'validTo'> & { withdrawn: unknown },
  today: PlainDate,
): ResidenceState {
  if (proof.withdrawn) return 'withdrawn';
  if (today < proof.validFrom) return 'future';
  if (today > proof.validTo) return 'expired';
  return daysBetween(today, proof.validTo) < EXPIRES_SOON_DAYS ? 'expiring' : 'valid';
}

/** Of those that cover the day, the one that lasts longest; null where none does. */
export const proofOn = <T extends ResidenceProof>(proofs: readonly T[], day: PlainDate): T | null =>
  proofs.filter((proof) => covers(proof, day)).toSorted((a, b) => (a.validTo < b.validTo ? 1 : a.validTo > b.validTo ? -1 : 0))[0] ?? null;
