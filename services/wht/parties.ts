import type { ReadDb } from '../../db/connection.ts';
import type { InvoiceRecord } from '../../db/queries/invoices.ts';
import { detailsOf, listParties } from '../../db/queries/parties.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Party, PartyDetails } from '../../domain/parties/party.ts';
import type { CertificateDetails, Side } from '../../domain/wht/certificate.ts';
import { fittingParties } from '../../domain/wht/fitting-parties.ts';

type Parties = Pick<CertificateDetails, 'payerId' | 'payeeId' | 'payer' | 'payee'>;
type Given = { payerId?: number | null | undefined; payeeId?: number | null | undefined };

/**
 * The parties of a certificate with what they are called today. Given ids are taken, null is nobody; where one is left out it is
 * the party that fits the invoices, or what they print of the other side. Refuses a party of the wrong side.
 */
export function partiesOn(read: ReadDb, side: Side, given: Given, invoices: readonly InvoiceRecord[]): Parties {
  const all = listParties(read);
  const fitting = fittingParties(side, invoices, all);
  const printed = side === 'payer' ? printedOn(invoices, (i) => i.seller) : printedOn(invoices, (i) => i.buyer);
  const payer = pick(all, given.payerId, side === 'payer', fitting.payer, side === 'payer' ? null : printed);
  const payee = pick(all, given.payeeId, side === 'payee', fitting.payee, side === 'payer' ? printed : null);
  return { payerId: payer.id, payer: payer.details, payeeId: payee.id, payee: payee.details };
}

/** What all invoices call the party; null where they differ or say nothing. */
function printedOn(invoices: readonly InvoiceRecord[], details: (i: InvoiceRecord) => PartyDetails | null): PartyDetails | null {
  const first = invoices[0] ? details(invoices[0]) : null;
  return first && invoices.every((i) => details(i)?.name === first.name) ? first : null;
}

function pick(
  all: readonly Party[],
  given: number | null | undefined,
  ours: boolean,
  fitting: Party | null,
  printed: PartyDetails | null,
): { id: number | null; details: PartyDetails | null } {
  if (given === null) return { id: null, details: null };
  if (given === undefined) return fitting ? { id: fitting.id, details: detailsOf(fitting) } : { id: null, details: printed };
  const party = all.find((p) => p.id === given);
  if (!party) refuse('party.not-found', say`There is no party ${{ id: given }}.`, { remedy: 'List the parties and choose one of them.' });
  if ((party.kind === 'own') !== ours)
    refuse(
      'wht.party-kind',
      ours
        ? say`${{ name: party.name }} is not a company of this book, but stands on its side of the certificate.`
        : say`${{ name: party.name }} is a company of this book, but stands on the other side of the certificate.`,
      { value: party.name, remedy: 'Choose the other party, or turn the side of the certificate round.' },
    );
  return { id: party.id, details: detailsOf(party) };
}
