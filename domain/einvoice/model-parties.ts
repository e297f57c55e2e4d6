import type { Identifier } from './model-terms.ts';

/** BG-4 seller, BG-7 buyer: the terms of both, the seller's first. */
export interface EParty {
  /** BT-27, BT-44: the full, legal name */
  name?: string;
  /** BT-28, BT-45: the name that it trades under */
  tradingName?: string;
  /** BT-29, BT-46; the scheme is an ICD code (BT-29-1, BT-46-1) */
  ids?: Identifier[];
  /** BT-30, BT-47: number in the register of companies */
  registration?: Identifier;
  /** BT-31, BT-48: with the prefix of its country */
  vatId?: string;
  /** BT-32: the seller's local tax registration; a buyer has none in the model */
  taxId?: string;
  /** BT-33: capital, register court …; a buyer has none in the model */
  legalForm?: string;
  /** BT-34, BT-49; the scheme is an EAS code */
  endpoint?: Identifier;
  /** BG-5, BG-8 */
  address?: EAddress;
  /** BG-6, BG-9 */
  contact?: EContact;
}

/** BG-5, BG-8, BG-12, BG-15 */
export interface EAddress {
  /** BT-35, BT-50, BT-64, BT-75 */
  line1?: string;
  /** BT-36, BT-51, BT-65, BT-76 */
  line2?: string;
  /** BT-162, BT-163, BT-164, BT-165 */
  line3?: string;
  /** BT-37, BT-52, BT-66, BT-77 */
  city?: string;
  /** BT-38, BT-53, BT-67, BT-78 */
  postcode?: string;
  /** BT-39, BT-54, BT-68, BT-79: name of the region */
  region?: string;
  /** BT-40, BT-55, BT-69, BT-80: ISO 3166-1 alpha-2 */
  country?: string;
}

/** BG-6, BG-9 */
export interface EContact {
  /** BT-41, BT-56 */
  name?: string;
  /** BT-42, BT-57 */
  phone?: string;
  /** BT-43, BT-58 */
  email?: string;
}

/** BG-10: who is paid, when it is not the seller. */
export interface Payee {
  /** BT-59 */
  name?: string;
  /** BT-60 */
  id?: Identifier;
  /** BT-61 */
  registration?: Identifier;
}

/** BG-11 */
export interface TaxRepresentative {
  /** BT-62 */
  name?: string;
  /** BT-63 */
  vatId?: string;
  /** BG-12 */
  address?: EAddress;
}
