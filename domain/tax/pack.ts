import type { PlainDate } from '../time/plain-date.ts';
import data from './pack.json' with { type: 'json' };

/** Status of the customer as the guide's qualification names tell it; `any` on a rule means that the status does not matter. */
export type CustomerStatus =
  | 'any'
  | 'registered'
  | 'unregistered'
  | 'individual_unregistered'
  | 'enterprise_registered'
  | 'vat_collector'
  | 'registered_not_collector';

/** How an indirect tax reaches the authority, or what a withholding rule does to the payment. */
export type IndirectTreatment =
  'charged' | 'not_charged' | 'reverse_charge' | 'self_declared' | 'shown_self_accounted' | 'charged_customer_remits' | 'not_stated';
export type WhtTreatment = 'withheld_from_payment' | 'price_excludes_wht' | 'treaty_rate' | 'may_apply';
export type Treatment =
  | IndirectTreatment
  | WhtTreatment
  | 'certificate_required'
  | 'certificate_delivery'
  | 'online_upload_available'
  | 'customer_must_record_tax_id'
  | 'status_selection_rule'
  | 'vat_payment_proof_required';

/** Percent as decimal text; null where none is printed. */
export type Percent = string;
export interface TaxComponent {
  code: string;
  ratePct: Percent | null;
}

export interface TaxIdFormat {
  name: string;
  length?: number;
  pattern?: string;
  example?: string;
  constraint?: string;
  alternatives?: TaxIdFormat[];
}

/** One printed rule with its validity; both days inclusive, null where the source prints none. */
export interface TaxRule {
  id: string;
  country: string;
  kind: 'indirect' | 'wht' | 'evidence' | 'identity';
  /** Contracting entity; null where the rule names none and so holds for all. */
  entity: string | null;
  status: CustomerStatus;
  /** Statuses that the printed label covers too. */
  alsoStatus?: CustomerStatus[];
  statusLabel?: string;
  /** What a customer without a chosen status counts as, where the source prints it. */
  ifStatusUnset?: CustomerStatus;
  region?: { is: string } | { not: string };
  from: PlainDate | null;
  to: PlainDate | null;
  /** What the dates count by, where printed. */
  basis?: 'usage' | 'invoice';
  zone?: string;
  treatment: Treatment;
  tax?: { code: string; name: string; nameZh: string; ratePct: Percent | null; components: TaxComponent[]; chargedStatusRatePct?: Percent };
  remittedBy?: 'seller' | 'customer';
  remittedTo?: string;
  invoice?: { kind?: string; numberPrefix?: string; showsCustomerTaxId?: boolean };
  taxId?: TaxIdFormat;
  wht?: {
    /** True when the tax is held back from the payment; null where the source does not say. */
    deducted?: boolean | null;
    treaty?: string;
    /** The rate that applies unless the user gives one. */
    ratePct: Percent | null;
    /** Rates that are printed for certain income or in an example. */
    rates: { incomeType: string; ratePct: Percent }[];
    residencyCertificateOffered?: boolean;
  };
  example?: {
    currency: string;
    fee: string;
    whtRatePct: Percent;
    indirectCode: string;
    indirectRatePct: Percent;
    wht: string;
    indirect: string;
    invoiceTotal: string;
    netPayable: string;
  };
  evidence?: {
    days: number | null;
    trigger: 'wht-paid' | 'wht-return-filed' | null;
    channels: string[];
    document: 'wht-certificate' | 'vat-payment-proof';
  };
  certainty: 'explicit' | 'inferred' | 'conditional' | 'absent';
  source: string;
  notes?: string[];
  /** On a user's own rule: the rule of the pack in whose place it stands, if any, and why it was made. */
  own?: { replaces: string | null; reason: string };
}

export interface Entity {
  id: string;
  name: string;
  nameZh: string;
  residence: string;
  alias?: string;
  region?: string;
  registrations: { country: string; scheme: string; number: string | null }[];
}
export interface Country {
  iso: string;
  nameEn: string;
  nameZh: string;
  currency: string;
  regions: string[];
}

export interface TaxPack {
  id: string;
  /** Edition of the pack, counted from 1: a corrected or extended pack of the same id has a higher one. */
  version: number;
  /** First 12 digits of the digest of the user's own rules on top; absent where there are none. */
  layer?: string;
  /** Date of the source document. */
  asOf: PlainDate;
  title: string;
  entities: Entity[];
  countries: Country[];
  /** Where the vendor's own certificate form is open. */
  certificateForm: { source: string; open: { country: string; entity: string }[] };
  rules: TaxRule[];
}

/** `huawei-cloud-2024-04-16@1`, with `+` and the digest of the own rules on top where there are any. */
export const packName = (pack: Pick<TaxPack, 'id' | 'version' | 'layer'>): string =>
  `${pack.id}@${pack.version}${pack.layer === undefined ? '' : `+${pack.layer}`}`;

/** The rules of the Huawei Cloud billing guide of 2024-04-16. Its shape is held by pack.test.ts. */
export const taxPack = data as unknown as TaxPack;
