import type { ReadDb } from '../../db/connection.ts';
import { residenceOf } from '../../db/queries/residence.ts';
import { proofOn, type ResidenceProof } from '../../domain/residence/certificate.ts';

/** The certificate that the book holds for this seller and customer's country on the day; null: none. */
export function heldResidence(read: ReadDb, at: { country: string; entity: string; date: string }): ResidenceProof | null {
  const found = proofOn(residenceOf(read, at.entity, at.country), at.date);
  if (!found) return null;
  const { number, residence, forCountry, validFrom, validTo } = found;
  return { number, residence, forCountry, validFrom, validTo };
}
