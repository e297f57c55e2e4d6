import type { ReadDb } from '../../../db/connection.ts';
import { listParties, partyById } from '../../../db/queries/parties.ts';
import { listCertificates, type CertificateRecord } from '../../../db/queries/wht.ts';
import type { Party, PartyDetails } from '../../../domain/parties/party.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { ParsedInput } from '../../contract/index.ts';
import { certificateAt } from '../find.ts';
import { sourcesOf, type CertificateSource } from './source.ts';

/** Certificates of one letter, all of one payee; the party with its addresses and contacts of now. */
export interface Chosen {
  sources: CertificateSource[];
  to: PartyDetails;
  party: Party | null;
}

type Selection = Pick<ParsedInput<'export/whtLetter'>, 'certificates' | 'first' | 'last' | 'party'>;

/**
 * Certificates by name, else those that we handed out with a date from `first` to `last` (both inclusive); void ones and drafts only
 * by name. Refuses none, void ones, and certificates of several payees.
 */
export function chooseForLetter(read: ReadDb, { certificates, first, last, party }: Selection): Chosen {
  const named = certificates.map((at) => certificateAt(read, at));
  const records = named.length > 0 ? [...new Map(named.map((c) => [c.id, c])).values()] : within(read, first, last);
  const own = records.filter((c) => party === null || c.payeeId === party);
  for (const c of own)
    if (c.status === 'void')
      refuse('wht.letter-void', say`Certificate ${{ number: c.number }} is void.`, {
        value: c.number,
        remedy: 'Leave it out, or choose the one that stands in its place.',
      });
  if (own.length === 0)
    refuse('wht.letter-empty', 'There is no certificate of ours in this selection.', {
      remedy: 'Choose other days, or name the certificates.',
    });
  const sources = sourcesOf(read, own);
  const payees = new Map(
    sources.map(({ certificate: c, payee }) => [c.payeeId === null ? payee.name.toLowerCase() : `#${c.payeeId}`, payee]),
  );
  if (payees.size > 1)
    refuse(
      'wht.letter-several',
      say`The certificates are of ${{ count: payees.size }} payees: ${{ payees: [...payees.values()].map((p) => p.name) }}.`,
      {
        remedy: 'Write a letter for each of them.',
      },
    );
  const [{ certificate, payee }] = sources as [CertificateSource];
  const known = certificate.payeeId === null ? byName(read, payee.name) : (partyById(read, certificate.payeeId) ?? null);
  return { sources, to: known ?? payee, party: known };
}

const within = (read: ReadDb, first: string | null, last: string | null): CertificateRecord[] =>
  listCertificates(read, { side: 'payer' }).filter(
    (c) => c.status !== 'void' && c.status !== 'draft' && (first === null || c.date >= first) && (last === null || c.date <= last),
  );

const byName = (read: ReadDb, name: string): Party | null =>
  listParties(read).find((p) => p.kind === 'vendor' && !p.archived && p.name.toLowerCase() === name.toLowerCase()) ?? null;
