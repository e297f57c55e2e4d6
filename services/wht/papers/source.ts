import type { ReadDb } from '../../../db/connection.ts';
import type { CertificateRecord } from '../../../db/queries/wht.ts';
import type { PartyDetails } from '../../../domain/parties/party.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { CertificateForm } from '../../../domain/wht/forms/form.ts';
import { formById } from '../../../domain/wht/forms/index.ts';
import { settingsOf } from '../../book/profile.ts';
import { placesOfBook } from '../../tax/book-pack.ts';
import type { Certificate } from '../../contract/wht.ts';
import { toCertificates } from '../view.ts';

/** All that the paper of a certificate is built from. */
export interface CertificateSource {
  certificate: Certificate;
  form: CertificateForm | null;
  /** As they were called on the paper, else as far as the book knows them. */
  payer: PartyDetails;
  payee: PartyDetails;
}

/** Reads what the papers of these certificates need; refuses one that somebody else wrote: theirs is the original. */
export function sourcesOf(read: ReadDb, records: readonly CertificateRecord[]): CertificateSource[] {
  const { company, country } = settingsOf(read);
  const { entities } = placesOfBook(read);
  return toCertificates(read, records).map((certificate) => {
    if (certificate.side === 'payee')
      refuse('wht.paper-not-ours', say`Certificate ${{ number: certificate.number }} was written by the customer who withheld the tax.`, {
        value: certificate.number,
        remedy: 'Open the file that hangs on it; only certificates on tax that you withheld are printed here.',
      });
    const entity = entities.find(({ id }) => certificate.allocations.some(({ invoiceEntity }) => invoiceEntity === id));
    return {
      certificate,
      form: certificate.form === null ? null : formById(certificate.form),
      payer: certificate.payer ?? bare(company, country),
      payee: certificate.payee ?? bare(entity?.name ?? '', entity?.residence ?? ''),
    };
  });
}

const bare = (name: string, country: string): PartyDetails => ({
  name,
  nameLocal: null,
  country,
  region: null,
  status: null,
  taxIds: [],
  addresses: [],
  contacts: [],
  bank: null,
  endpoint: null,
});
