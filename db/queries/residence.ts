import type { ResidenceProof } from '../../domain/residence/certificate.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

export interface ResidenceRecord extends ResidenceProof {
  id: number;
  /** Whose it is: exactly one of the two. */
  entity: string | null;
  partyId: number | null;
  note: string;
  at: string;
  who: string;
  withdrawn: { at: string; who: string; reason: string } | null;
}

interface Row {
  id: number;
  entity: string | null;
  party_id: number | null;
  residence: string;
  for_country: string;
  number: string;
  valid_from: string;
  valid_to: string;
  note: string;
  at: string;
  who: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

const recordOf = (row: Row): ResidenceRecord => ({
  id: row.id,
  entity: row.entity,
  partyId: row.party_id,
  residence: row.residence,
  forCountry: row.for_country,
  number: row.number,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  note: row.note,
  at: row.at,
  who: row.who,
  withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at, who: row.withdrawn_by ?? '', reason: row.withdrawn_reason ?? '' },
});

/** All certificates, withdrawn ones too; those that last longest first. */
export const listResidence = (read: ReadDb): ResidenceRecord[] =>
  read.all<Row>('SELECT * FROM residence_certificate ORDER BY valid_to DESC, id DESC').map(recordOf);

export const residenceById = (read: ReadDb, id: number): ResidenceRecord | undefined => {
  const row = read.get<Row>('SELECT * FROM residence_certificate WHERE id = ?', [id]);
  return row && recordOf(row);
};

/** Those in effect for a contracting entity and the customer's country; also of the parties that are this entity. */
export const residenceOf = (read: ReadDb, entity: string, forCountry: string): ResidenceRecord[] =>
  read
    .all<Row>(
      `SELECT c.* FROM residence_certificate c LEFT JOIN party p ON p.id = c.party_id
       WHERE c.for_country = :forCountry AND c.withdrawn_at IS NULL AND COALESCE(c.entity, p.entity) = :entity ORDER BY c.id`,
      { forCountry, entity },
    )
    .map(recordOf);

export const insertResidence = (write: WriteDb, record: Omit<ResidenceRecord, 'id' | 'withdrawn'>): number =>
  write.run(
    `INSERT INTO residence_certificate (entity, party_id, residence, for_country, number, valid_from, valid_to, note, at, who)
     VALUES (:entity, :partyId, :residence, :forCountry, :number, :validFrom, :validTo, :note, :at, :who)`,
    { ...record },
  ).id;

export const withdrawResidence = (write: WriteDb, id: number, { at, who, reason }: NonNullable<ResidenceRecord['withdrawn']>): void =>
  void write.run('UPDATE residence_certificate SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?', [
    at,
    who,
    reason,
    id,
  ]);

export const residenceSubject = (id: number): string => `residence:${id}`;
/** What the audit trail holds of a certificate. */
export const residenceSnapshot = ({ id: _id, at: _at, who: _who, ...facts }: ResidenceRecord): Record<string, unknown> => facts;
