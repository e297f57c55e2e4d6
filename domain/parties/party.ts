import type { CustomerStatus } from '../tax/pack.ts';

/** `own`: a company of the user; `vendor`: who bills the user; `customer`: whom the user bills. */
export type PartyKind = 'own' | 'vendor' | 'customer';

/** A tax or registration number as typed; `scheme` such as VAT, GST, NPWP, UEN (domain/tax-ids). */
export interface TaxId {
  scheme: string;
  value: string;
}

/** `legal` stands on documents; `mailing` is where paper goes; ISO 3166-1 country, ISO 3166-2 region. */
export interface Address {
  use: 'legal' | 'mailing';
  recipient: string;
  phone: string;
  lines: string[];
  city: string;
  region: string | null;
  postcode: string;
  country: string;
}

/** Who gets which document by e-mail. Nothing is sent: the addresses stand in .eml files. */
export interface Contact {
  name: string;
  email: string;
  gets: ('invoice' | 'certificate' | 'reminder' | 'dispute')[];
}

export interface BankAccount {
  bank: string;
  holder: string;
  account: string;
  swift: string;
  currency: string | null;
}

/** What a party is called on a document (抬头); a document keeps a copy as of its day. */
export interface PartyDetails {
  name: string;
  /** The name in the local language or script, if it has one. */
  nameLocal: string | null;
  country: string;
  region: string | null;
  /** Status under the tax rules of its country, where it matters. */
  status: CustomerStatus | null;
  taxIds: TaxId[];
  addresses: Address[];
  contacts: Contact[];
  bank: BankAccount | null;
  /** Electronic address with its scheme (EAS code), for electronic invoices. */
  endpoint: { scheme: string; id: string } | null;
}

export interface Party extends PartyDetails {
  id: number;
  kind: PartyKind;
  /** Contracting entity of the rule pack that it is, such as SPARKOO_SG. */
  entity: string | null;
  archived: boolean;
}
