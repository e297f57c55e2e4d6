import type { ReadDb } from '../../db/connection.ts';
import { certificatesByNumber, type CertificateRecord } from '../../db/queries/wht.ts';
import { isLive } from '../../domain/wht/states.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

/** The live certificate of that number, else the newest; refuses none, and two issuers' same number unless one is named. */
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
  const live = found.filter((c) => isLive(c.status));
  if (live.length > 1)
    refuse(
      'wht.ambiguous',
      say`${{ count: live.length }} issuers have a certificate ${{ number }}: ${{ issuers: live.map((c) => c.issuer || say`(no issuer)`) }}.`,
      { value: number, remedy: 'Name the issuer too.' },
    );
  return live[0] ?? found[0]!;
}
