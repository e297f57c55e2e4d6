import type { ReadDb } from '../../db/connection.ts';
import { attachmentsOf } from '../../db/queries/attachments.ts';
import { partyById } from '../../db/queries/parties.ts';
import type { ResidenceRecord } from '../../db/queries/residence.ts';
import { residenceState } from '../../domain/residence/certificate.ts';
import { daysBetween } from '../../domain/time/plain-date.ts';
import type { ResidenceCertificate } from '../contract/residence.ts';

/** Certificates as the contract tells them, with where they stand today and their files. */
export function toResidence(read: ReadDb, records: readonly ResidenceRecord[], today: string): ResidenceCertificate[] {
  const files = attachmentsOf(
    read,
    records.map(({ id }) => `residence:${id}` as const),
  );
  return records.map(({ partyId, ...record }) => ({
    ...record,
    party: partyId === null ? null : { id: partyId, name: partyById(read, partyId)?.name ?? '' },
    state: residenceState(record, today),
    daysLeft: daysBetween(today, record.validTo),
    attachments: files.get(`residence:${record.id}`) ?? [],
  }));
}
