import type { ReadDb } from '../../db/connection.ts';
import { certificateById, certificatesByNumber, type CertificateRecord } from '../../db/queries/wht.ts';
import { holdsNumber } from '../../domain/wht/states.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

/** As the contract names one: the id says which, where it is given. */
export function certificateAt(read: ReadDb, at: { number: string; issuer: string | null; id: number | null }): CertificateRecord {
  const byId = at.id === null ? undefined : certificateById(read, at.id);
  return byId?.number === at.number ? byId : findCertificate(read, at.number, at.issuer);
}

/** The draft or live certificate of that number, else the newest; refuses none, and two issuers' same number unless one is named. */
export function findCertificate(read: ReadDb, number: string, issuer: string | null): CertificateRecord {
  const found = certificatesByNumber(read, number, issuer);
  if (found.length === 0)
    refuse(
      'wht.not-found',
      issuer ? say`There is no WHT certificate ${{ number }} of ${{ issuer }}.` : say`There is no WHT certificate ${{ number }}.`,
      {
        value: number,
        remedy: 'Check the number in the list of certificates.',
      },
    );
  const live = found.filter((c) => holdsNumber(c.status));
  if (live.length > 1)
    refuse(
      'wht.ambiguous',
      say`${{ count: live.length }} issuers have a certificate ${{ number }}: ${{ issuers: live.map((c) => c.issuer || say`(no issuer)`) }}.`,
      { value: number, remedy: 'Name the issuer too.' },
    );
  return live[0] ?? found[0]!;
}
